"""Who is in which cohort."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from practice.models import Cohort, Membership, SiteSettings, User, new_join_code
from practice.services.recounting import recount

LAST_SUPERVISOR = (
    "Nobody else supervises this group. Please make somebody else its supervisor first."
)
NO_ACCOUNT = "Nobody has an account with this address yet. An invitation would make them one."
WRONG_CODE = "This code opens no group. It may have changed; your tutor knows."


class JoinError(ValueError):
    """The code opens no cohort."""


class PlaceError(ValueError):
    """Somebody cannot be put there, or taken from there; the text says why."""


@transaction.atomic
def create_cohort(
    *, by: User, name: str, time_zone: str = "UTC", visible_by_default: bool | None = None
) -> Cohort:
    """Make a cohort, supervised by whoever made it.

    Whether its supervisors see attempts is the site's setting where nothing is said.
    """
    if visible_by_default is None:
        visible_by_default = SiteSettings.load().visible_by_default
    cohort = Cohort(
        name=name.strip(), time_zone=time_zone, visible_by_default=visible_by_default, created_by=by
    )
    cohort.full_clean()
    cohort.save()
    Membership.objects.create(person=by, cohort=cohort, role=Membership.Role.SUPERVISOR)
    return cohort


@transaction.atomic
def change_cohort(*, cohort: Cohort, name: str, time_zone: str, visible_by_default: bool) -> Cohort:
    """Change what a cohort is called and how it works. Attempts made already stay as they are."""
    moved = cohort.time_zone != time_zone
    cohort.name, cohort.time_zone = name.strip(), time_zone
    cohort.visible_by_default = visible_by_default
    cohort.full_clean()
    cohort.save()
    if moved:  # its days begin at another hour
        recount(cohorts=[cohort.pk])
    return cohort


def join_cohort(*, person: User, code: str) -> Membership:
    """Make somebody a trainee of the cohort with this code. Raises JoinError."""
    cohort = Cohort.objects.joinable(code, timezone.now()).first()
    if cohort is None:
        raise JoinError(WRONG_CODE)
    return bring_in(person=person, cohort=cohort, role=Membership.Role.TRAINEE)


@transaction.atomic
def bring_in(*, person: User, cohort: Cohort, role: str) -> Membership:
    """Make somebody who comes of their own accord a member. Who is one already stays one."""
    membership, _ = Membership.objects.get_or_create(
        person=person, cohort=cohort, role=role, left_at=None
    )
    if person.time_zone == "UTC":  # never chosen: people are mostly where their group is
        person.time_zone = cohort.time_zone
        person.save(update_fields=["time_zone"])
    return membership


@transaction.atomic
def leave_cohort(*, membership: Membership) -> None:
    """End a membership, whoever asks for it. A cohort's last supervisor stays: PlaceError.

    What was written in it stays with the cohort it was written in.
    """
    # Of two supervisors who leave at one moment, the second finds the first one gone.
    Cohort.objects.select_for_update(no_key=True).only("pk").get(pk=membership.cohort_id)
    if is_last_supervisor(membership=membership):
        raise PlaceError(LAST_SUPERVISOR)
    if membership.left_at is None:
        membership.left_at = timezone.now()
        membership.save(update_fields=["left_at"])


def is_last_supervisor(*, membership: Membership) -> bool:
    """Whether a cohort would be without a supervisor once this membership ends."""
    if membership.role != Membership.Role.SUPERVISOR or membership.left_at is not None:
        return False
    alone = Cohort.objects.supervised_only_by(membership.person)
    return alone.filter(pk=membership.cohort_id).exists()


def renew_join_code(*, cohort: Cohort) -> None:
    """Give a cohort a new code. The old one opens nothing any more."""
    cohort.join_code = new_join_code()
    cohort.join_code_expires_at = None
    cohort.save(update_fields=["join_code", "join_code_expires_at"])


def expire_join_code(*, cohort: Cohort, at: datetime | None) -> None:
    """Let the code open the cohort until then; a time that is past closes it, None never does."""
    cohort.join_code_expires_at = at
    cohort.save(update_fields=["join_code_expires_at"])


def add_supervisor(*, cohort: Cohort, email: str) -> Membership:
    """Make somebody with an account a supervisor of a cohort. Raises PlaceError."""
    person = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if person is None:
        raise PlaceError(NO_ACCOUNT)
    membership, _ = Membership.objects.get_or_create(
        person=person, cohort=cohort, role=Membership.Role.SUPERVISOR, left_at=None
    )
    return membership


@transaction.atomic
def move_person(*, membership: Membership, to: Cohort) -> Membership:
    """Move somebody to another cohort, in the same role.

    What they wrote stays with the cohort it was written in. Raises PlaceError.
    """
    if membership.cohort_id == to.pk:
        return membership
    leave_cohort(membership=membership)
    moved, _ = Membership.objects.get_or_create(
        person=membership.person, cohort=to, role=membership.role, left_at=None
    )
    return moved
