"""Two admins publish, or confirm an upload, at the same moment: it happens once, and is whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType

from practice import services
from practice.laboratory import cases as laboratory
from practice.models import LabelledCase, Scenario
from practice.services import authoring, uploads
from practice.services import laboratory as doing
from tests.admin.test_scenario_edit import GOOD
from tests.cast import Cast, assemble
from tests.factories import scenario_content
from tests.services.at_once import outcomes


@pytest.fixture
def on_stage(transactional_db: None) -> Cast:
    ContentType.objects.clear_cache()
    return assemble()


def test_a_draft_is_published_once(on_stage: Cast) -> None:
    authoring.save_draft(
        scenario=on_stage.scenario,
        content=GOOD,
        by=on_stage.ada,
        made_from=authoring.stamp(on_stage.scenario),
    )

    def publish() -> None:
        scenario = Scenario.objects.select_related("current").get(pk=on_stage.scenario.pk)
        authoring.publish(scenario=scenario, author=on_stage.ada, reason="Why.")

    assert outcomes(publish, publish) == ["NotReadyError", "done"]
    numbers = on_stage.scenario.versions.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2]


def test_a_draft_that_is_saved_anew_while_another_discards_it_is_not_lost(on_stage: Cast) -> None:
    scenario = on_stage.scenario
    authoring.save_draft(
        scenario=scenario, content=GOOD, by=on_stage.ada, made_from=authoring.stamp(scenario)
    )
    opened = authoring.stamp(scenario)
    newer = scenario_content(context="Another's words")

    def save() -> None:
        mine = Scenario.objects.get(pk=scenario.pk)
        authoring.save_draft(scenario=mine, content=newer, by=on_stage.sam, made_from=opened)

    def discard() -> None:
        authoring.discard_draft(scenario=Scenario.objects.get(pk=scenario.pk), made_from=opened)

    # Whoever is first is done; the other is told, and has nothing thrown away.
    assert outcomes(save, discard) == ["StaleDraftError", "done"]
    scenario.refresh_from_db()
    assert scenario.draft in (None, newer)


def test_an_upload_is_saved_once(on_stage: Cast) -> None:
    contents = [scenario_content(slug="new-one"), scenario_content(context="Second talk")]
    kept = uploads.keep_upload(by=on_stage.ada, name="two.json", contents=contents)
    shown = uploads.compare(contents).stamp

    def confirm() -> None:
        uploads.confirm_upload(upload=kept, by=on_stage.ada, publish=False, made_from=shown)

    assert outcomes(confirm, confirm) == ["ChangedSinceError", "done"]
    assert Scenario.objects.filter(draft__isnull=False).count() == 2


def test_two_uploads_of_one_name_leave_one_scenario(on_stage: Cast) -> None:
    mine, theirs = [scenario_content(slug="new-one")], [scenario_content(slug="new-one", hint="")]

    def confirm(contents: list[dict[str, object]], by: object) -> Callable[[], object]:
        kept = uploads.keep_upload(by=by, name="one.json", contents=contents)  # type: ignore[arg-type]
        shown = uploads.compare(contents).stamp
        return lambda: uploads.confirm_upload(
            upload=kept,
            by=by,  # type: ignore[arg-type]
            publish=False,
            made_from=shown,
        )

    doings = [confirm(mine, on_stage.ada), confirm(theirs, on_stage.sam)]
    assert outcomes(*doings) == ["ChangedSinceError", "done"]
    assert Scenario.objects.get(slug="new-one").draft in (*mine, *theirs)


def test_a_case_that_two_settle_is_settled_once(on_stage: Cast) -> None:
    services.dispute_finding(attempt=on_stage.alices, criterion="main_points")
    case = laboratory.cases(only=[(on_stage.alices.pk, "main_points")])[0]

    def settle(verdict: str) -> Callable[[], object]:
        return lambda: doing.settle_case(
            case=case, by=on_stage.ada, verdict=verdict, state="agreed"
        )

    assert outcomes(settle("met"), settle("partly")) == ["done", "done"]
    assert LabelledCase.objects.get().verdict in ("met", "partly")
