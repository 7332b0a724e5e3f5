#!/usr/bin/env python
"""Run a management command: python manage.py help."""

from __future__ import annotations

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "listening_coach.settings")
    if sys.argv[1:2] in (["observe"], ["measure"]) and "SECRET_KEY" not in os.environ:
        # These touch no database and keep no secret: they run on a fresh checkout as it is, and
        # whatever the settings of a site beside it say.
        os.environ |= {"LISTENING_COACH_MODE": "demo", "LISTENING_COACH_ENV_FILE": ""}
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Not started. {error}")


if __name__ == "__main__":
    main()
