"""What is kept about a person, for an admin to hand over when the person asks for it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from practice.models import AccessLog, Review, User
from practice.services.people import export_person

# What the pages promise that nobody else sees: the person alone can download it. Drafts, too.
PRIVATE = {"stirred", "own_rating", "private_note", "comments_kept", "conversations_kept"}
EVERYTHING = "everything kept about you"
LEFT_OUT = (
    "What came up in you, and how close you thought you were; reviews you have not released, notes "
    "to yourself, comments at hand and conversations you keep: nobody else sees these. Your own "
    "account page has them."
)


@transaction.atomic
def export_for_admin(*, person: User, by: User) -> dict[str, Any]:
    """`export_person` without what is theirs alone. Noted where the person can read it."""
    data = _shown(export_person(person=person))
    data["replies"] = [_shown(reply) for reply in data["replies"]]
    data["reviews_written"] = [
        _shown(review)
        for review in data["reviews_written"]
        if review["state"] != Review.State.DRAFT
    ]
    data["left_out"] = LEFT_OUT
    if by != person:
        AccessLog.objects.create(
            who=by, subject=person, action=AccessLog.Action.EXPORTED, about=EVERYTHING
        )
    return data


def _shown(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if name not in PRIVATE}
