"""Conversations that a supervisor had coded: kept when they say so."""

from __future__ import annotations

from django.db import transaction

from practice.measuring.conversations import code_transcript, coded_to_json, read_transcript
from practice.models import Transcript, User
from practice.services.limits import MOST_TRANSCRIPTS, one_writer, room_among
from practice.services.scorer_configs import config_in_force

TOO_MANY_TRANSCRIPTS = (
    "You keep {most} conversations, and there is room for no more. This one can be downloaded, or "
    "kept once you keep another no longer."
)


def keep_transcript(*, owner: User, title: str, text: str, helper: str) -> Transcript:
    """Code a conversation and keep it, for its owner alone.

    Raises TranscriptError where it cannot be read, ValidationError where it has no title, and
    LimitError.
    """
    coded = code_transcript(read_transcript(text), helper, config_in_force())
    kept = Transcript(
        owner=owner,
        title=title.strip(),
        text=text,
        helper=helper,
        scorer_version=coded.scorer_version,
        coded=coded_to_json(coded),
    )
    kept.full_clean()
    with transaction.atomic():
        one_writer(owner)
        own = Transcript.objects.filter(owner=owner)
        room_among(own, MOST_TRANSCRIPTS, TOO_MANY_TRANSCRIPTS)
        kept.save()
    return kept


def forget_transcript(*, transcript: Transcript) -> None:
    """Keep a conversation no longer."""
    transcript.delete()
