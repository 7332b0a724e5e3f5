"""What a draft would change for replies already made, counted and never applied."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from practice import services
from practice.models import Attempt
from practice.previews import scenarios as scenario_preview
from practice.services import authoring
from tests.cast import Cast
from tests.factories import scenario_content

# A draft whose main point is something else: a reply about the cold no longer gives it back.
OTHER = scenario_content(
    key_points=[
        {
            "text": "Nobody mended the boiler for three winters",
            "wordings": ["three winters without a boiler"],
            "quote": "The heating went off",
            "main": True,
        }
    ]
)


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    for number in range(30):
        services.record_attempt(
            trainee=cast.alice,
            scenario_version=cast.alices.scenario_version,
            token=uuid4(),
            reply=f"It sounds like you sat up alone in the cold kitchen, worried. {number}",
        )
    authoring.save_draft(
        scenario=cast.scenario, content=OTHER, by=cast.ada, made_from=authoring.stamp(cast.scenario)
    )
    return client


def test_every_reply_is_counted_once_and_none_is_changed(ada: Client, cast: Cast) -> None:
    before = list(Attempt.objects.order_by("pk").values_list("pk", "score", "scorecard"))
    counted = scenario_preview.count(cast.scenario)
    assert counted.complete and counted.total == 32
    assert sum(number for _, number in counted.rows()) == 32
    assert counted.largest and all(one.by < 0 for one in counted.largest)
    assert any("Gives the main points back" in why for why in counted.largest[0].why)
    assert list(Attempt.objects.order_by("pk").values_list("pk", "score", "scorecard")) == before


def test_counting_goes_on_where_it_stopped(ada: Client, cast: Cast) -> None:
    first = scenario_preview.count(cast.scenario, seconds=-1)
    second = scenario_preview.count(cast.scenario, seconds=-1)
    assert 0 < first.done < second.done < 32
    assert scenario_preview.count(cast.scenario, seconds=-1).complete
    assert scenario_preview.count(cast.scenario) == scenario_preview.count(cast.scenario)


def test_the_page_says_what_and_shows_no_trainees_words(ada: Client, cast: Cast) -> None:
    page = ada.get(reverse("admin:practice_scenario_preview", args=[cast.scenario.pk])).text
    assert "32 replies counted." in page
    assert "The largest changes" in page
    assert "cold kitchen" not in page


def test_without_a_draft_there_is_nothing_to_preview(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    answer = client.get(reverse("admin:practice_scenario_preview", args=[cast.scenario.pk]))
    assert answer.headers["Location"] == reverse(
        "admin:practice_scenario_change", args=[cast.scenario.pk]
    )
