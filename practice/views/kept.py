"""Where words wait that were sent when a session or a form had run out."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from practice import kept
from practice.http import PublicRequest
from practice.kept import Kept


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def kept_reply(request: PublicRequest) -> HttpResponse:
    """Show the words; sign in first, or send them now. A POST lets go of them."""
    waiting = kept.waiting(request)
    if request.method == "POST":
        kept.forget(request)
        return redirect(waiting.action if waiting and _is_theirs(request, waiting) else "home")
    if waiting is None:
        state = "nothing"
    elif not request.user.is_authenticated:
        state = "sign_in"
    else:
        state = "send" if _is_theirs(request, waiting) else "other_person"
    return _page(request, waiting, state)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that had run out: keep its words, or show them with a form that has not."""
    found = kept.read(request)
    if found is None:
        return render(request, "practice/form_expired.html", status=403)
    if kept.from_our_page(request) and (answer := kept.put_by(request, found)):
        return answer
    return _page(request, found, "send" if _is_theirs(request, found) else "other_person", 403)


def signed_out(request: HttpRequest) -> HttpResponse | None:
    """The answer to somebody whose session ran out while they wrote; None if they wrote nothing."""
    found = kept.read(request)
    if found is None:
        return None
    return kept.put_by(request, found) or _page(request, found, "copy", 403)


def _page(request: HttpRequest, found: Kept | None, state: str, status: int = 200) -> HttpResponse:
    context = {"kept": found, "state": state}
    return render(request, "practice/kept_reply.html", context, status=status)


def _is_theirs(request: HttpRequest, found: Kept) -> bool:
    """Whether nobody else wrote it. Somebody not signed in may be the one who did."""
    signed_in = request.user.pk if request.user.is_authenticated else None
    return signed_in is None or found.person in ("", str(signed_in))
