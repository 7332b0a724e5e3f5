"""The moment in which a release can be taken back: the next page says so."""

from __future__ import annotations

from uuid import UUID

from practice import access
from practice.http import Request
from practice.models import Review


def just_released(request: Request) -> Review | None:
    """The review that the address says was released, while that can be undone."""
    try:
        pk = UUID(request.GET.get("released", ""))
    except ValueError:
        return None
    return access.undoable_review(request.user, pk)
