"""The one row of settings."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from practice.models import SiteSettings

pytestmark = pytest.mark.django_db


def test_defaults_are_in_force_until_somebody_saves_others() -> None:
    assert "112" in SiteSettings.load().crisis_notice
    assert SiteSettings.load().retention_days is None
    SiteSettings.objects.create(crisis_notice="Call the porter.")
    assert SiteSettings.load().crisis_notice == "Call the porter."


def test_there_is_one_row() -> None:
    SiteSettings.objects.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings.objects.create(pk=2)
    with pytest.raises(TypeError):
        SiteSettings.load().delete()
