"""Which attempts need eyes first, as one number that a database can sort and page by."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone

STEP = 10**13  # more than the milliseconds since 1970, for some centuries to come
LOW_SCORE = 50
SEVERAL_TRIES = 3


class QueueRank(models.IntegerChoices):
    """Why an attempt stands where it does in the queue, the most pressing first."""

    ASKED = 0, "Asks for a review"
    ABSTAINED = 1, "The rules cannot judge it"
    DISPUTED = 2, "Sees it differently"
    STUCK = 3, "Low after several tries"
    REST = 4, "Nobody has looked yet"
    REVIEWED = 9, "Reviewed"


LONGEST_WAITING_FIRST = {QueueRank.ASKED, QueueRank.ABSTAINED, QueueRank.DISPUTED}


def queue_key(rank: int, at: datetime) -> int:
    """The place in the queue: by rank, then by time, smallest first.

    What somebody waits for is taken in the order it came; of the rest the newest comes first,
    since its trainee still remembers it.
    """
    milliseconds = int(at.timestamp() * 1000)
    within = milliseconds if rank in LONGEST_WAITING_FIRST else STEP - 1 - milliseconds
    return rank * STEP + within


def rest_now() -> int:
    """The place of an attempt made now about which nothing is known."""
    return queue_key(QueueRank.REST, timezone.now())
