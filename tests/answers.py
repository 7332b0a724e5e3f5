"""What the test client answers, typed, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it has more to it than a response, and is a class for type checkers alone
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
else:
    from django.http import HttpResponse as Answer

__all__ = ["Answer", "text"]


def text(answer: Answer) -> str:
    """The page as text."""
    return answer.content.decode()
