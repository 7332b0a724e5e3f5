"""Where an attempt stands in the queue: worked out from what is stored, in one place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from practice.models import Attempt, QueueRank, Review
from practice.models.queue import LOW_SCORE, SEVERAL_TRIES
from practice.services import figures


def stand_new(attempt: Attempt) -> None:
    """Give an attempt that is about to be saved its place in the queue."""
    attempt.move_signature = move_signature(attempt.scenario_version_id, attempt.scorecard)
    attempt.stand(*place_of(attempt, None, [], None))


def stand_again(attempt: Attempt) -> None:
    """Find an attempt's place anew, after something about it changed, and count it there.

    To be called inside a transaction in which the attempt's row is locked.
    """
    before = attempt.queue_rank
    request = getattr(attempt, "request", None)
    disputes = [dispute.created_at for dispute in attempt.disputes.all()]
    released = attempt.reviews.filter(state=Review.State.RELEASED).order_by("-released_at")
    attempt.reviewed_at = released.values_list("released_at", flat=True).first()
    asked = request.created_at if request else None
    attempt.stand(*place_of(attempt, asked, disputes, attempt.reviewed_at))
    attempt.save(update_fields=["queue_rank", "queue_key", "reviewed_at"])
    figures.move_in_queue(attempt=attempt, before=before)


def place_of(
    attempt: Attempt,
    asked: datetime | None,
    disputes: Iterable[datetime],
    reviewed: datetime | None,
) -> tuple[QueueRank, datetime]:
    """Why somebody is to look, and since when. A review answers whatever came before it."""
    open_disputes = [at for at in disputes if reviewed is None or at > reviewed]
    if asked and (reviewed is None or asked > reviewed):
        return QueueRank.ASKED, asked
    if reviewed is None and attempt.abstained:
        return QueueRank.ABSTAINED, attempt.created_at
    if open_disputes:
        return QueueRank.DISPUTED, min(open_disputes)
    if reviewed is not None:
        return QueueRank.REVIEWED, reviewed
    low = attempt.score is not None and attempt.score < LOW_SCORE
    if low and attempt.try_number >= SEVERAL_TRIES:
        return QueueRank.STUCK, attempt.created_at
    return QueueRank.REST, attempt.created_at


def move_signature(scenario_version: int, card: Mapping[str, Any]) -> str:
    """The same for replies to the same words that make the same moves and the same slips."""
    moves = {(move["kind"], move.get("roadblock") or "") for move in card.get("moves", ())}
    made = [
        scenario_version,
        card.get("technique", ""),
        sorted(moves),
        sorted(set(card.get("faults", ()))),
        card.get("abstained") or "",
    ]
    return hashlib.sha256(json.dumps(made).encode()).hexdigest()[:32]
