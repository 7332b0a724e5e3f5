"""The site's own settings, with what is slow or reaches outside replaced.

Tests run on an SQLite file of their own, or on the server that tests/postgres.py started.
"""

import os
import tempfile
from pathlib import Path

import dj_database_url

from listening_coach.environment import NOT_IN_DEMO

# What is set around the tests is meant for a site, not for them.
for name in ("ALLOWED_HOSTS", "DATABASE_URL", *NOT_IN_DEMO):
    os.environ.pop(name, None)
os.environ["LISTENING_COACH_ENV_FILE"] = ""
os.environ["LISTENING_COACH_MODE"] = "demo"

from listening_coach.settings import *  # noqa: E402, F403
from listening_coach.settings import DATABASES, STORAGES  # noqa: E402

if server := os.environ.get("TEST_DATABASE_URL"):
    DATABASES["default"] = {**dj_database_url.parse(server)}
else:
    # A file, as on a site: in memory, SQLite has no write-ahead log and hides locks.
    FOLDER = tempfile.TemporaryDirectory(prefix="listening-coach-")
    DATABASES["default"]["TEST"] = {"NAME": str(Path(FOLDER.name, "tests.sqlite3"))}
DATABASES["default"]["CONN_MAX_AGE"] = 0  # or threads keep a database open that has to go

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Static files are served as they are, so nothing has to be collected first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
