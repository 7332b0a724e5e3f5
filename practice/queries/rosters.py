"""One's cohorts, and who is in them."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from practice.models import Cohort, Invitation, Membership, QueueCount, QueueRank, User, WaitingMail


def cohorts_of(user: User) -> list[Cohort]:
    """The cohorts one supervises, each with `trainees` and `waiting` (in the queue) counted."""
    memberships = Membership.objects.current()
    mine = memberships.filter(person=user, role=Membership.Role.SUPERVISOR).values("cohort")
    trainees = (
        memberships.filter(cohort=OuterRef("pk"), role=Membership.Role.TRAINEE)
        .order_by()
        .values("cohort")
        .annotate(number=Count("pk"))
        .values("number")
    )
    waiting = (
        QueueCount.objects.filter(cohort=OuterRef("pk"), rank__lt=QueueRank.REVIEWED)
        .order_by()
        .values("cohort")
        .annotate(waiting=Sum("number"))
        .values("waiting")
    )
    return list(
        Cohort.objects.filter(pk__in=mine).annotate(
            trainees=Coalesce(Subquery(trainees, output_field=IntegerField()), Value(0)),
            waiting=Coalesce(Subquery(waiting, output_field=IntegerField()), Value(0)),
        )
    )


def roster_of(cohort: Cohort) -> list[Membership]:
    """Who is in a cohort now, supervisors first, by name."""
    members = Membership.objects.current().filter(cohort=cohort).select_related("person")
    return sorted(members, key=lambda one: (one.role, one.person.display_name.casefold()))


def invited_to(cohort: Cohort) -> list[Invitation]:
    """Who has been invited to a cohort and is not there yet, by address; with letters that wait.

    Who came in with the code has not used the letter, and is there.
    """
    here = Membership.objects.current().filter(
        cohort=cohort, person__email=OuterRef("email"), role=OuterRef("role")
    )
    invitations = Invitation.objects.good().filter(~Exists(here), cohort=cohort)
    return list(invitations.select_related("waiting_mail").order_by("email"))


def letters_waiting(invitations: Iterable[Invitation]) -> int:
    """How many of their letters have not been sent."""
    return WaitingMail.objects.filter(invitation__in=invitations).count()


def roster_table(cohort: Cohort) -> tuple[list[str], list[list[object]]]:
    """The roster as rows of a CSV file that can be imported again."""
    return ["email", "name", "role", "joined"], [
        [
            one.person.email,
            one.person.display_name,
            one.role,
            one.joined_at.astimezone(ZoneInfo(cohort.time_zone)).date(),
        ]
        for one in roster_of(cohort)
    ]
