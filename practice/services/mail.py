"""E-mail that waits: written down with what it is about, sent after the commit.

There is no worker. A letter about a review waits until the release can no longer be undone, the
invitations of a list until their turn comes; they are sent after the next write of a supervisor,
or by `manage.py send_waiting_mail`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from practice.models import UNDO_WITHIN, Invitation, Review, SiteSettings, User, WaitingMail
from practice.services.invitations import letter_of

log = logging.getLogger(__name__)
TRIES = 8
FIRST_PAUSE = timedelta(minutes=2)  # doubled after each failure
AFTER_A_WRITE = 5  # letters sent before a supervisor's page is answered
UNDER_WAY = timedelta(minutes=5)  # a letter in somebody's hands is left alone that long


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the letters that were due."""

    sent: int = 0
    failed: int = 0
    given_up: int = 0


def announce(*, review: Review) -> None:
    """Write down that the trainee is to get a letter about a release, if they wish letters."""
    if review.released_at and review.attempt.trainee.mail_reviews:
        WaitingMail.objects.get_or_create(
            review=review,
            defaults={"to": review.attempt.trainee, "due_at": review.released_at + UNDO_WITHIN},
        )


def unannounce(*, review: Review) -> None:
    """Forget the letter about a release that was undone."""
    WaitingMail.objects.filter(review=review).delete()


def announce_invitations(*, invitations: Iterable[Invitation], site_url: str) -> None:
    """Write down letters with links to the site as it is reached at this address. Sends a few.

    To be called in the transaction that made the invitations: with them the letters are there.
    """
    WaitingMail.objects.bulk_create(
        WaitingMail(invitation=one, site_url=site_url) for one in invitations
    )
    send_soon()


def send_soon() -> None:
    """Send what is due once the transaction is committed."""
    transaction.on_commit(lambda: send_due_mail(limit=AFTER_A_WRITE, waited=True), robust=True)


def send_due_mail(*, limit: int = 200, waited: bool = False, now: datetime | None = None) -> Sent:
    """Send the letters that are due. What fails is kept, with why, and tried again later.

    Where somebody waits for a page meanwhile (`waited`), the first failure is the last try.
    All go over one connection; after a failure it is made anew.
    """
    now = now or timezone.now()
    sent = failed = given_up = 0
    due = WaitingMail.objects.filter(due_at__lte=now, tries__lt=TRIES).order_by("due_at")
    with closing(get_connection()) as post:
        for pk in list(due.values_list("pk", flat=True)[:limit]):
            letter = _take(pk, now)
            if letter is None:
                continue
            message = _message(letter)
            if message is None:
                letter.delete()
                continue
            try:
                post.open()
                post.send_messages([message])
            except (OSError, SMTPException) as error:
                log.warning("A letter could not be sent: %s", type(error).__name__)
                post.close()
                letter.error = f"{type(error).__name__}: {error}"[:300]
                letter.due_at = now + FIRST_PAUSE * 2 ** (letter.tries - 1)
                letter.save(update_fields=["error", "due_at"])
                failed += 1
                given_up += letter.tries >= TRIES
                if waited:
                    break
            else:
                letter.delete()
                sent += 1
    return Sent(sent, failed, given_up)


def _take(pk: int, now: datetime) -> WaitingMail | None:
    """Take a letter in hand, so that nobody else sends it at the same time."""
    with transaction.atomic():
        letters = WaitingMail.objects.select_for_update(of=("self",)).filter(pk=pk, due_at__lte=now)
        letter = letters.select_related(
            "to",
            "review__attempt__scenario_version",
            "invitation__cohort",
            "invitation__invited_by",
        ).first()
        if letter:
            letter.tries += 1
            letter.due_at = now + UNDER_WAY
            letter.save(update_fields=["tries", "due_at"])
    return letter


def _message(letter: WaitingMail) -> EmailMessage | None:
    """What is sent. None where it is not wanted any more."""
    if letter.invitation:
        still_open = letter.invitation.state == "open"
        return letter_of(letter.invitation, letter.site_url) if still_open else None
    if letter.review and letter.to and letter.to.mail_reviews and letter.to.is_active:
        return _about(letter.review, letter.to)
    return None


def _about(review: Review, trainee: User) -> EmailMessage:
    """Nothing of what was written: letters lie around."""
    supervisor = review.supervisor.short_name if review.supervisor else "A supervisor"
    client = review.attempt.scenario_version.client_name
    site = SiteSettings.load().site_name
    return EmailMessage(
        subject=f"{supervisor} has looked at your reply to {client}",
        body=(
            f"Dear {trainee.short_name},\n\n"
            f"{supervisor} has looked at your reply to {client}. "
            f"It is on {site}, under “Reviews”.\n{_address(review)}\n"
            "You get this letter because you asked for it. Your account page is where to change "
            "that.\n"
        ),
        to=[trainee.email],
    )


def _address(review: Review) -> str:
    """Where to read it, when the site knows its own address."""
    host = next((name for name in settings.ALLOWED_HOSTS if name.strip(".*")), "")
    if not host or settings.DEMO:
        return ""
    return f"\nhttps://{host.lstrip('.')}{reverse('attempt', args=[review.attempt_id])}\n"
