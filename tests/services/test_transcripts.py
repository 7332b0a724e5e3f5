"""A coded conversation is kept when its supervisor says so, and theirs alone."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from practice import access, services
from practice.measuring.conversations import TranscriptError, coded_from_json
from practice.models import Transcript
from tests.cast import Cast

TEXT = "Client: It leaks.\nHelper: It sounds tiring.\n"


def test_kept_for_its_owner_alone(cast: Cast) -> None:
    kept = services.keep_transcript(owner=cast.sam, title=" Roof ", text=TEXT, helper="Helper")
    assert kept.title == "Roof"
    found = access.own_transcript(cast.sam, kept.pk)
    assert coded_from_json(found.coded).summary.helper_turns == 1
    with pytest.raises(Http404):
        access.own_transcript(cast.ada, kept.pk)
    services.forget_transcript(transcript=kept)
    assert not Transcript.objects.exists()


def test_with_its_owner_it_goes(cast: Cast) -> None:
    services.keep_transcript(owner=cast.sam, title="Roof", text=TEXT, helper="Helper")
    services.erase_person(person=cast.sam)
    assert not Transcript.objects.exists()


def test_what_cannot_be_coded_is_not_kept(cast: Cast) -> None:
    with pytest.raises(TranscriptError):
        services.keep_transcript(owner=cast.sam, title="Roof", text=TEXT, helper="Nobody")
    with pytest.raises(ValidationError):
        services.keep_transcript(owner=cast.sam, title=" ", text=TEXT, helper="Helper")
    assert not Transcript.objects.exists()
