"""Code a conversation: every helper turn with its moves, counts and ratios."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from practice import access, services
from practice.forms.cohorts import ConversationForm
from practice.http import Request
from practice.measuring.conversations import (
    TranscriptError,
    code_transcript,
    coded_from_json,
    coded_table,
    helper_of,
    read_transcript,
    speakers_of,
    summary_table,
)
from practice.models import Transcript
from practice.services import LimitError
from practice.views.downloads import csv_file

NAMELESS = "A conversation"


@require_http_methods(["GET", "HEAD", "POST"])
def transcripts(request: Request) -> HttpResponse:
    """Paste or send a conversation and read it coded. It is kept only if one says so."""
    access.as_supervisor(request.user)
    form = ConversationForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {
        "form": form,
        "kept": Transcript.objects.filter(owner=request.user).defer("coded", "text"),
    }
    if request.method == "POST" and form.is_valid():
        text, title = form.cleaned_data["text"], form.cleaned_data["title"]
        try:
            turns = read_transcript(text)
            names = speakers_of(turns)
            helper = helper_of(turns, form.cleaned_data["helper"])
            coded = code_transcript(turns, helper, services.config_in_force())
        except TranscriptError as error:
            form.add_error("text", str(error))
        else:
            match request.POST.get("do"):
                case "keep":
                    try:
                        kept = services.keep_transcript(
                            owner=request.user, title=title or NAMELESS, text=text, helper=helper
                        )
                    except LimitError as error:
                        messages.error(request, str(error))
                    else:
                        messages.success(request, "Kept. Only you see it.")
                        return redirect("transcript", kept.pk)
                case "download":
                    return csv_file(title or NAMELESS, coded_table(coded))
                case "counts":
                    return csv_file(f"{title or NAMELESS} counts", summary_table(coded))
            # The words stand in the box from now on, wherever they came from.
            context["form"] = ConversationForm(initial={"text": text, "title": title})
            context |= {"coded": coded, "names": names, "text": text, "title": title}
    return render(request, "practice/transcripts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def transcript(request: Request, pk: UUID) -> HttpResponse:
    """A conversation that was kept, as it was coded then. A POST lets it go."""
    access.as_supervisor(request.user)
    kept = access.own_transcript(request.user, pk)
    if request.method == "POST":
        services.forget_transcript(transcript=kept)
        messages.success(request, f"“{kept.title}” is gone.")
        return redirect("transcripts")
    context = {"transcript": kept, "coded": coded_from_json(kept.coded)}
    return render(request, "practice/transcript.html", context)


@require_safe
def transcript_csv(request: Request, pk: UUID) -> HttpResponse:
    """Its turns as a file."""
    access.as_supervisor(request.user)
    kept = access.own_transcript(request.user, pk)
    return csv_file(kept.title, coded_table(coded_from_json(kept.coded)))


@require_safe
def counts_csv(request: Request, pk: UUID) -> HttpResponse:
    """Its counts and ratios as a file."""
    access.as_supervisor(request.user)
    kept = access.own_transcript(request.user, pk)
    return csv_file(f"{kept.title} counts", summary_table(coded_from_json(kept.coded)))
