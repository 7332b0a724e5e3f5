"""What a supervisor keeps at hand: comments used again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from practice import access, queries, services
from practice.forms.reviews import CommentForm
from practice.http import Request
from practice.services import LimitError


@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: Request) -> HttpResponse:
    """One's own comments: add one, or read them over."""
    access.as_supervisor(request.user)
    form = CommentForm(request.POST or None)
    if form.is_valid():
        try:
            services.bank_comment(supervisor=request.user, text=form.cleaned_data["text"])
        except LimitError as error:
            form.add_error("text", str(error))
        else:
            messages.success(request, "Kept.")
            return redirect("comments")
    kept = queries.comments_of(request.user)
    return render(request, "practice/comments.html", {"form": form, "kept": kept})


@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: Request, pk: int) -> HttpResponse:
    """Change one, or keep it no longer."""
    kept = access.banked_comment(request.user, pk)
    if request.POST.get("do") == "forget":
        services.forget_comment(comment=kept)
        messages.success(request, "Gone.")
        return redirect("comments")
    form = CommentForm(request.POST or None, initial={"text": kept.text})
    if form.is_valid():
        services.change_comment(comment=kept, text=form.cleaned_data["text"])
        messages.success(request, "Changed. Where it was used it stays as it was.")
        return redirect("comments")
    return render(request, "practice/comment.html", {"form": form, "kept": kept})
