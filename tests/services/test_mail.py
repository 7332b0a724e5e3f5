"""Letters wait: about a review until it can no longer be undone, and what failed is tried again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.test import Client, override_settings
from pytest_django.fixtures import Settings

from practice import services
from practice.models import Review, WaitingMail
from practice.services.invitations import withdraw
from practice.services.mail import AFTER_A_WRITE, TRIES
from tests.cast import Cast
from tests.desk import NOON, days

SECOND = timedelta(seconds=1)
LATER = NOON + 15 * SECOND


class Broken(BaseEmailBackend):
    """A way to send e-mail that never works."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        raise ConnectionRefusedError("nobody there")


class Counting(EmailBackend):
    """A way to send e-mail that counts how often it connects, and breaks at one address."""

    connected: ClassVar[list[bool]] = []
    there = False

    def open(self) -> None:
        if not self.there:
            self.there = True
            self.connected.append(True)

    def close(self) -> None:
        self.there = False

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if messages[0].to == ["p3@example.org"]:
            raise ConnectionResetError
        return super().send_messages(messages)


BROKEN = override_settings(EMAIL_BACKEND=f"{__name__}.Broken")


@pytest.fixture
def released(cast: Cast) -> Review:
    """A review of Alice's reply, who wants letters, released at noon."""
    cast.alice.mail_reviews = True
    cast.alice.save()
    draft = services.save_draft(
        attempt=cast.alices, supervisor=cast.sam, overall="You heard the cold kitchen."
    )
    return services.release_review(review=draft, now=NOON)


def test_the_letter_waits_until_nothing_can_be_undone(released: Review) -> None:
    assert services.send_due_mail(now=NOON + 14 * SECOND).sent == 0
    assert services.send_due_mail(now=LATER).sent == 1
    [letter] = mail.outbox
    assert letter.to == ["alice@example.org"]
    assert letter.subject == "Sam has looked at your reply to Tomas"
    assert "kitchen" not in letter.body
    assert services.send_due_mail(now=LATER).sent == 0


def test_undone_there_is_no_letter(released: Review) -> None:
    services.undo_release(review=released, now=NOON)
    assert services.send_due_mail(now=LATER).sent == 0
    assert not WaitingMail.objects.exists()


def test_who_wants_no_letters_gets_none(cast: Cast) -> None:
    draft = services.save_draft(attempt=cast.alices, supervisor=cast.sam)
    services.release_review(review=draft, now=NOON)
    assert not WaitingMail.objects.exists()


def test_who_changed_their_mind_gets_none(cast: Cast, released: Review) -> None:
    cast.alice.mail_reviews = False
    cast.alice.save()
    assert services.send_due_mail(now=LATER).sent == 0
    assert not mail.outbox
    assert not WaitingMail.objects.exists()


def test_a_failure_is_kept_and_tried_again_later(released: Review) -> None:
    with BROKEN:
        assert services.send_due_mail(now=LATER).failed == 1
        assert services.send_due_mail(now=LATER + SECOND).failed == 0  # not at once
    letter = WaitingMail.objects.get()
    assert letter.error == "ConnectionRefusedError: nobody there"
    assert services.send_due_mail(now=letter.due_at).sent == 1
    assert len(mail.outbox) == 1


def test_after_many_tries_it_is_given_up_and_stays_to_be_seen(released: Review) -> None:
    now = LATER
    with BROKEN:
        for number in range(TRIES + 3):
            done = services.send_due_mail(now=now)
            assert done.given_up == (number == TRIES - 1)
            now += days(30)
    assert WaitingMail.objects.get().tries == TRIES
    assert services.send_due_mail(now=now).sent == 0


def test_the_next_write_of_a_supervisor_sends_what_is_due(
    cast: Cast, released: Review, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        services.save_draft(attempt=cast.bobs, supervisor=cast.sam)
    assert len(mail.outbox) == 1


def test_letters_of_a_list_wait_and_share_a_connection(
    cast: Cast, django_capture_on_commit_callbacks: Any, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Counting"
    Counting.connected.clear()
    text = "email\n" + "".join(f"p{number}@example.org\n" for number in range(9))
    with django_capture_on_commit_callbacks(execute=True):
        done = services.import_roster(
            cohort=cast.evening, text=text, by=cast.sam, site_url="https://coach.example/"
        )
        assert WaitingMail.objects.count() == 9
    # The page waits for a few letters, and after the first that fails for none.
    assert [letter.to for letter in mail.outbox] == [
        [f"p{number}@example.org"] for number in range(3)
    ]
    assert len(Counting.connected) == 1
    link = re.search(r"https://coach.example(/invitations/\S+)", str(mail.outbox[0].body))
    assert link and Client().get(link[1]).headers["Location"] == "/accounts/signup/"
    withdraw(invitation=done.invited[-1])
    sent = services.send_due_mail()
    assert (sent.sent, sent.failed) == (4, 0)  # p3 is tried again later, p8 not at all
    assert len(Counting.connected) == 2
    waiting = WaitingMail.objects.get()
    assert (waiting.invitation, waiting.error) == (done.invited[3], "ConnectionResetError: ")


def test_a_page_waits_for_a_few_letters_only(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    text = "email\n" + "".join(f"q{number}@example.org\n" for number in range(9))
    with django_capture_on_commit_callbacks(execute=True):
        services.import_roster(cohort=cast.evening, text=text, by=cast.sam)
    assert len(mail.outbox) == AFTER_A_WRITE
    assert WaitingMail.objects.count() == 9 - AFTER_A_WRITE


def test_the_command_sends_what_is_due(
    released: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("send_waiting_mail")
    assert capsys.readouterr().out == "Letters sent: 1; to be tried again: 0; given up: 0.\n"
    assert len(mail.outbox) == 1
