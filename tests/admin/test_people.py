"""What an admin can do for a person who asks: hand over what is kept, and let them go."""

from __future__ import annotations

import json

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.test import Client
from django.urls import reverse

from practice import services
from practice.models import AccessLog, Membership, User
from tests.cast import Cast


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def test_what_is_kept_is_handed_over_without_what_is_theirs_alone(ada: Client, cast: Cast) -> None:
    services.note_stirring(attempt=cast.alices, word="sadness")
    answer = ada.get(reverse("admin:practice_user_data", args=[cast.alice.pk]))
    data = json.loads(answer.content)
    assert [reply["reply"] for reply in data["replies"]] == [cast.alices.reply]
    assert "sadness" not in answer.text and "own_rating" not in data["replies"][0]
    assert "nobody else sees these" in data["left_out"]


def test_what_a_supervisor_keeps_to_themselves_is_handed_to_nobody_else(
    ada: Client, cast: Cast
) -> None:
    draft = services.save_draft(
        attempt=cast.alices, supervisor=cast.sam, overall="Well heard.", private_note="Ask of dad."
    )
    services.save_draft(attempt=cast.bobs, supervisor=cast.sam, overall="Not so sure yet.")
    services.release_review(review=draft)
    services.bank_comment(supervisor=cast.sam, text="Stay with it.")
    services.keep_transcript(owner=cast.sam, title="Roof", text="A: It leaks.\nB: Oh.", helper="B")
    answer = ada.get(reverse("admin:practice_user_data", args=[cast.sam.pk]))
    data = json.loads(answer.content)
    assert [review["overall"] for review in data["reviews_written"]] == ["Well heard."]
    for private in ("Ask of dad.", "Not so sure yet.", "Stay with it.", "It leaks."):
        assert private not in answer.text
    assert "reviews you have not released" in data["left_out"]
    own = json.dumps(services.export_person(person=cast.sam))
    assert all(kept in own for kept in ("Ask of dad.", "Not so sure", "Stay with it.", "It leaks."))


def test_the_person_can_read_that_it_was_downloaded(ada: Client, cast: Cast) -> None:
    ada.get(reverse("admin:practice_user_data", args=[cast.alice.pk]))
    noted = AccessLog.objects.get()
    assert (noted.who, noted.subject, noted.action) == (cast.ada, cast.alice, "exported")
    assert LogEntry.objects.get().change_message == "Downloaded what is kept about them."


def test_before_somebody_is_removed_it_says_what_stays(ada: Client, cast: Cast) -> None:
    services.report_scenario(
        reporter=cast.alice, version=cast.alices.scenario_version, reason="A typing mistake."
    )
    page = ada.get(reverse("admin:practice_user_delete", args=[cast.alice.pk])).text
    assert "1 report on a scenario, without your name" in page
    assert "What goes, at once" in page
    assert User.objects.filter(pk=cast.alice.pk).exists()


@pytest.mark.parametrize("from_list", [True, False])
def test_the_name_leaves_the_admins_history_too(ada: Client, cast: Cast, from_list: bool) -> None:
    row = {"name": "membership", "object": f"{Membership.objects.get(person=cast.alice)}"}
    LogEntry.objects.log_actions(  # as groups' pages noted it when they had rows of people
        user_id=cast.ada.pk,
        queryset=[cast.evening],
        action_flag=CHANGE,
        change_message=[{"changed": {**row, "fields": ["Role"]}}],
    )
    assert "Alice Ames" in LogEntry.objects.get().change_message
    if from_list:
        form = {"action": "delete_selected", "_selected_action": [cast.alice.pk], "post": "yes"}
        ada.post(reverse("admin:practice_user_changelist"), form)
    else:
        ada.post(reverse("admin:practice_user_delete", args=[cast.alice.pk]), {"post": "yes"})
    assert not User.objects.filter(pk=cast.alice.pk).exists()
    history = [f"{entry.object_repr} {entry.change_message}" for entry in LogEntry.objects.all()]
    assert len(history) == 2
    assert "Alice" not in " ".join(history) and "alice@" not in " ".join(history)
