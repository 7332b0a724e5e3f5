"""How much one person may keep: far above what anybody uses, so that nobody fills the site."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from practice.models import User

MOST_TRANSCRIPTS = 100  # a megabyte each, coded, where they are as long as can be
MOST_VIEWS = 50  # every one is a link above the queue
MOST_COMMENTS = 100  # the page of a review holds all of them, whole
MOST_ANSWERS = 50  # of each of the two below one review: the page holds the whole conversation


class LimitError(ValueError):
    """There is no room for one more; the text says what can be done."""


def one_writer(person: User) -> None:
    """Whatever else the person keeps at this moment waits until it is done and counted.

    To be called inside a transaction.
    """
    User.objects.select_for_update(no_key=True).only("pk").get(pk=person.pk)


def room_among(kept: QuerySet[Any], most: int, says: str) -> None:
    """Whether there is room for one more among what is kept. Raises LimitError."""
    if kept.count() >= most:
        raise LimitError(says.format(most=most))
