"""What a WSGI server is given: granian listening_coach.wsgi:application."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "listening_coach.settings")

application = get_wsgi_application()
