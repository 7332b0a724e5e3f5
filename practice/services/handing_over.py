"""What is kept about a person, for an admin to hand over when the person asks for it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from practice.models import AccessLog, User
from practice.services.people import export_person

# What the pages promise that nobody else sees: the person alone can download it.
PRIVATE = ("stirred", "own_rating")
EVERYTHING = "everything kept about you"
LEFT_OUT = (
    "What came up in you, and how close you thought you were: nobody else sees these. Your own "
    "account page has them."
)


@transaction.atomic
def export_for_admin(*, person: User, by: User) -> dict[str, Any]:
    """`export_person` without what is theirs alone. Noted where the person can read it."""
    data = export_person(person=person)
    for reply in data["replies"]:
        for name in PRIVATE:
            reply.pop(name, None)
    data["left_out"] = LEFT_OUT
    if by != person:
        AccessLog.objects.create(
            who=by, subject=person, action=AccessLog.Action.EXPORTED, about=EVERYTHING
        )
    return data
