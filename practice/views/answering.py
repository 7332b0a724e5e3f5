"""An answer below a review, from either of the two who talk there."""

from __future__ import annotations

from django.contrib import messages

from practice import services
from practice.forms.reviews import AnswerForm
from practice.http import Request
from practice.models import Review
from practice.services import LimitError


def is_sent(request: Request, form: AnswerForm, review: Review) -> bool:
    """Send what the form says. Where that is not taken, the form says why."""
    if not form.is_valid():
        return False
    try:
        services.answer_review(review=review, author=request.user, text=form.cleaned_data["text"])
    except LimitError as error:
        form.add_error("text", str(error))
        return False
    messages.success(request, "Sent.")
    return True
