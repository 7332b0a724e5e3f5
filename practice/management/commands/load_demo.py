"""Load the demonstration: a cohort, three invented people, five weeks of replies."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from practice import services
from practice.demo import AMARA, COHORT, GUESTS, JO, JOIN_CODE, MAYA, Guest
from practice.demo_history import HISTORY, Wrote
from practice.models import Attempt, Cohort, Membership, Scenario, User


class Command(BaseCommand):
    """Idempotent: whoever is there already is left as they are."""

    help = "Load the demonstration's people and replies. In demo mode alone."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration is loaded with LISTENING_COACH_MODE=demo alone.")
        guests = User.objects.filter(email__in=[guest.email for guest in GUESTS])
        if User.objects.exists() and not guests.exists():
            raise CommandError(
                "There are people in this database and none of them is the demonstration's: it "
                "looks like a real site's. Nothing was loaded."
            )
        with transaction.atomic():
            maya, amara, jo = (_person(guest) for guest in (MAYA, AMARA, JO))
            cohort, _ = Cohort.objects.get_or_create(
                join_code=JOIN_CODE, defaults={"name": COHORT, "created_by": jo}
            )
            _member(maya, cohort, Membership.Role.TRAINEE)
            _member(amara, cohort, Membership.Role.SUPERVISOR)
        written = _write(maya) if not maya.attempts.exists() else 0
        self.stdout.write(f"Demonstration: {COHORT}, {written} replies of {MAYA.name}’s written.")


def _person(guest: Guest) -> User:
    """Nobody can sign in as a guest with a password: there is none."""
    person, _ = User.objects.get_or_create(
        email=guest.email,
        defaults={
            "display_name": guest.name,
            "is_staff": guest is JO,
            "is_superuser": guest is JO,
            "password": _no_password(),
        },
    )
    EmailAddress.objects.get_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
    return person


def _no_password() -> str:
    blank = User()
    blank.set_unusable_password()
    return blank.password


def _member(person: User, cohort: Cohort, role: Membership.Role) -> None:
    if not person.memberships.filter(cohort=cohort, role=role).exists():
        joined = timezone.now() - timedelta(days=36)
        Membership.objects.create(person=person, cohort=cohort, role=role, joined_at=joined)


def _write(trainee: User) -> int:
    """Send the replies as the site would have, at their time."""
    clients = {
        scenario.slug: scenario.current
        for scenario in Scenario.objects.published()
        .filter(slug__in={wrote.slug for wrote in HISTORY})
        .select_related("current")
    }
    first: Attempt | None = None
    written = 0
    for i, wrote in enumerate(HISTORY):
        version = clients.get(wrote.slug)
        if version is None:  # another bank was loaded
            continue
        attempt = services.record_attempt(
            trainee=trainee,
            scenario_version=version,
            token=uuid5(NAMESPACE_URL, f"demo:{trainee.pk}:{i}"),
            reply=wrote.reply,
            duration_ms=wrote.seconds * 1000,
            first_try=first if wrote.again else None,
            self_rating=wrote.rating,
            aided=wrote.hint,
            created_at=_moment(wrote, i),
        )
        first = first if wrote.again else attempt
        if wrote.stirred:
            services.note_stirring(attempt=attempt, word=wrote.stirred)
        written += 1
    return written


def _moment(wrote: Wrote, order: int) -> datetime:
    day = timezone.now().date() - timedelta(days=wrote.days_ago)
    return timezone.make_aware(datetime.combine(day, time(wrote.hour, 5 + order * 2)))
