"""What a WSGI server is given: granian listening_coach.wsgi:application."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

from practice.scoring import Task, score

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "listening_coach.settings")

application = get_wsgi_application()

# The scorer reads its word lists at its first reply: now, so that no trainee waits for it.
score("It sounds like you are tired.", Task("paraphrase", "I have not slept since Monday."))
# All of it stays for good: the garbage collector need not walk through it at every turn.
gc.collect()
gc.freeze()
