"""Conversations that a supervisor had coded: kept when they say so."""

from __future__ import annotations

from practice.conversations import code_transcript, coded_to_json, read_transcript
from practice.models import Transcript, User
from practice.services.scorer_configs import config_in_force


def keep_transcript(*, owner: User, title: str, text: str, helper: str) -> Transcript:
    """Code a conversation and keep it, for its owner alone.

    Raises TranscriptError where it cannot be read, ValidationError where it has no title.
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
    kept.save()
    return kept


def forget_transcript(*, transcript: Transcript) -> None:
    """Keep a conversation no longer."""
    transcript.delete()
