"""People: addresses, names, time zones, admins."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from practice.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_in_small_letters() -> None:
    assert UserFactory.create(email=" Ines@Example.ORG ").email == "ines@example.org"


def test_an_address_is_taken_in_any_letters() -> None:
    UserFactory.create(email="ines@example.org")
    with pytest.raises(ValidationError):
        UserFactory.create(email="INES@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="Ines@example.org", display_name="Another")])


def test_an_admin_made_at_the_command_line_needs_no_mail_to_begin() -> None:
    admin = User.objects.create_superuser("ada@example.org", "a long secret", display_name="Ada")
    assert (admin.is_staff, admin.is_superuser) == (True, True)
    address = EmailAddress.objects.get(user=admin)
    assert (address.email, address.verified, address.primary) == ("ada@example.org", True, True)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "europe/lisbon\x00"])
def test_a_time_zone_is_one_that_exists(zone: str) -> None:
    with pytest.raises(ValidationError):
        UserFactory.create(time_zone=zone)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ines Alves", "Ines"),
        ("  ", "ines"),
        ("Ines", "Ines"),
        ("🦊 Ines Alves", "Ines"),
        ("🦊", "🦊"),
    ],
)
def test_a_greeting_uses_the_first_name(name: str, short: str) -> None:
    assert User(email="ines@example.org", display_name=name).short_name == short


@pytest.mark.parametrize("level", [0, 4])
def test_the_database_refuses_a_level_that_there_is_not(level: int) -> None:
    person = UserFactory.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=person.pk).update(level=level)
