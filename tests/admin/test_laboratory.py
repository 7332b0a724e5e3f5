"""The laboratory's pages."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from practice import services
from practice.laboratory import cases as laboratory
from practice.models import AccessLog, ConfigProposal, LabelledCase, ScorerConfig
from practice.previews import laboratory as laboratory_preview
from practice.scoring import DEFAULT, Config
from practice.services import laboratory as doing
from tests.cast import Cast, reply_of
from tests.laboratory.test_cases import said, the_case
from tests.services.test_scorer_configs import NUMPTY, WORDS, in_force

FRONT = reverse("admin:practice_scorerconfig_changelist")
CASES = reverse("admin:practice_scorerconfig_cases")
LIST = reverse("admin:practice_scorerconfig_change_list", args=["labelling.type"])


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def proposal_page(proposal: ConfigProposal) -> str:
    return reverse("admin:practice_scorerconfig_proposal", args=[proposal.pk])


def test_an_empty_laboratory_says_what_will_come(ada: Client) -> None:
    page = ada.get(FRONT).text
    assert "Nothing to settle yet." in page
    assert "Replies are read by the rules as they come" in page


def test_from_an_overruled_finding_to_a_settled_case(ada: Client, cast: Cast) -> None:
    attempt = reply_of(cast.alice, cast.scenario, WORDS)
    said(cast, attempt, no_roadblock="not_yet")
    front = ada.get(FRONT).text
    assert "1 finding was overruled or disputed" in front
    address = reverse("admin:practice_scorerconfig_case", args=[attempt.pk, "no_roadblock"])
    assert address in ada.get(f"{CASES}?state=waiting").text
    assert WORDS not in ada.get(f"{CASES}?state=waiting").text
    assert not AccessLog.objects.filter(who=cast.ada).exists()
    page = ada.get(address).text
    assert WORDS in page and "As I hear it." in page
    assert "Alice" not in page
    noted = AccessLog.objects.get(who=cast.ada)
    assert (noted.subject, noted.attempt, noted.action) == (cast.alice, attempt, "read")
    form = {
        "verdict": "not_yet",
        "missed_rule": "labelling.type",
        "reason": "A name.",
        "do": "agree",
    }
    ada.post(address, form)
    case = LabelledCase.objects.get()
    assert (case.state, case.verdict, case.missed_rule, case.settled_by) == (
        "agreed",
        "not_yet",
        "labelling.type",
        cast.ada,
    )
    assert "is settled" in ada.get(FRONT).text
    ada.post(address, {"do": "reopen"})
    assert the_case(attempt).state == "waiting"


def test_setting_aside_needs_a_reason(ada: Client, cast: Cast) -> None:
    attempt = reply_of(cast.alice, cast.scenario, WORDS)
    said(cast, attempt, no_roadblock="not_yet")
    address = reverse("admin:practice_scorerconfig_case", args=[attempt.pk, "no_roadblock"])
    page = ada.post(address, {"verdict": "met", "do": "set_aside"}).text
    assert "Please say in a sentence why it should not count." in page
    assert not LabelledCase.objects.exists()
    ada.post(address, {"verdict": "met", "reason": "A slip of the hand.", "do": "set_aside"})
    assert LabelledCase.objects.get().state == "set_aside"


def test_a_reply_that_is_no_case_or_not_to_be_seen_is_not_shown(ada: Client, cast: Cast) -> None:
    def address(criterion: str) -> str:
        return reverse("admin:practice_scorerconfig_case", args=[cast.alices.pk, criterion])

    assert ada.get(address("main_points")).status_code == 404
    services.dispute_finding(attempt=cast.alices, criterion="main_points")
    assert ada.get(address("main_points")).status_code == 200
    type(cast.alices).objects.filter(pk=cast.alices.pk).update(visible=False)
    assert ada.get(address("main_points")).status_code == 404


def test_a_phrase_is_proposed_previewed_and_accepted(ada: Client, cast: Cast) -> None:
    attempt = reply_of(cast.alice, cast.scenario, WORDS)
    said(cast, attempt, no_roadblock="not_yet")
    doing.settle_case(case=the_case(attempt), by=cast.ada, verdict="not_yet", state="agreed")
    answer = ada.post(LIST, {"added": "You  absolute NUMPTY"})
    kept = ConfigProposal.objects.get()
    assert answer.headers["Location"] == proposal_page(kept)
    assert services.config_in_force() == DEFAULT
    page = ada.get(proposal_page(kept)).text
    assert "<ins>you absolute numpty</ins>" in page
    assert "Of 1: 1 mended, 0 nearer, 0 broken" in page
    assert "3 replies counted." in page and "In 1 of them a verdict turns." in page
    assert "No roadblock: met, then not yet" in page
    assert WORDS not in page
    form = {"do": "accept", "stamp": doing.stamp(kept), "reason": "Heard in the evening group."}
    assert "reads replies from now on" in ada.post(proposal_page(kept), form, follow=True).text
    assert services.config_in_force() == NUMPTY
    assert not ConfigProposal.objects.exists()
    versions = ada.get(reverse("admin:practice_scorerconfig_versions")).text
    assert "Heard in the evening group." in versions and "Ada Arnold" in versions


def test_a_breaking_one_is_refused_and_the_case_named(ada: Client, cast: Cast) -> None:
    attempt = reply_of(cast.alice, cast.scenario, WORDS)
    said(cast, attempt, no_roadblock="met")
    kept = doing.propose(by=cast.ada, change=NUMPTY)
    form = {"do": "accept", "stamp": doing.stamp(kept), "reason": "Why."}
    page = ada.post(proposal_page(kept), form).text
    assert "Not accepted: an agreed case would break." in page
    assert reverse("admin:practice_scorerconfig_case", args=[attempt.pk, "no_roadblock"]) in page
    assert "people say met, the rules find met and would find not yet" in page
    assert not ScorerConfig.objects.exists()
    assert ConfigProposal.objects.count() == 1


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"added": ""}, "Nothing is changed yet"),
        ({"added": "(open"}, "a bracket is not closed"),
        ({"added": "<nobody> here"}, "there is no list of words"),
        ({"added": "x " * 6000}, "at most 10000 characters"),
        ({"removed": ["never was there"]}, "not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    ada: Client, form: dict[str, object], says: str
) -> None:
    answer = ada.post(LIST, form)
    assert answer.status_code == 200
    assert says in answer.text
    assert not ConfigProposal.objects.exists()


def test_a_weight_is_proposed_and_taken_out_again(ada: Client) -> None:
    where = reverse("admin:practice_scorerconfig_change_list", args=["paraphrase.leaves_room"])
    assert "from 0 to 100" in ada.post(where, {"weight": "101"}).text
    ada.post(where, {"weight": "20"})
    kept = ConfigProposal.objects.get()
    assert doing.change_of(kept) == Config(weights={"paraphrase.leaves_room": 20})
    ada.post(f"{LIST}?proposal={kept.pk}", {"added": "you absolute numpty"})
    ada.post(proposal_page(kept), {"do": "take_out", "name": "paraphrase.leaves_room"})
    kept.refresh_from_db()
    assert doing.change_of(kept) == NUMPTY
    ada.post(proposal_page(kept), {"do": "drop"})
    assert not ConfigProposal.objects.exists()


def test_lists_are_found_by_name_and_by_what_is_on_them(ada: Client) -> None:
    page = ada.get(reverse("admin:practice_scorerconfig_lists"), {"q": "worn out"}).text
    assert "feelings." in page and "advising.lets" not in page


def test_reading_goes_on_where_it_stopped_with_the_cases_first(ada: Client, cast: Cast) -> None:
    for number in range(30):
        attempt = reply_of(cast.alice, cast.scenario, f"{WORDS} {number}")
    said(cast, attempt, no_roadblock="not_yet")
    doing.settle_case(case=the_case(attempt), by=cast.ada, verdict="not_yet", state="agreed")
    first = laboratory_preview.preview(DEFAULT, NUMPTY, seconds=-1)
    assert first.cases.complete and first.bank.complete
    assert not first.complete and 0 < first.latest.done < first.latest.total == 32
    while not (found := laboratory_preview.preview(DEFAULT, NUMPTY, seconds=-1)).complete:
        assert found.done > first.done
    assert (found.done, found.latest.verdicts) == (found.total, 30)
    whole = laboratory_preview.preview(DEFAULT, NUMPTY, seconds=999)
    assert whole == found


def test_what_was_read_for_one_proposal_is_not_read_again(ada: Client, cast: Cast) -> None:
    for number in range(30):
        reply_of(cast.alice, cast.scenario, f"{WORDS} {number}")
    assert laboratory_preview.preview(DEFAULT, NUMPTY, seconds=999).complete
    assert laboratory_preview.preview(DEFAULT, NUMPTY, seconds=-1).complete
    other = Config(weights={"paraphrase.leaves_room": 20})
    assert not laboratory_preview.preview(DEFAULT, other, seconds=-1).complete
    assert laboratory_preview.preview(DEFAULT, other, seconds=-1).complete


def test_cases_go_out_by_page_and_by_command(
    ada: Client, cast: Cast, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    attempt = reply_of(cast.alice, cast.scenario, WORDS)
    said(cast, attempt, no_roadblock="met")
    page = ada.get(reverse("admin:practice_scorerconfig_download_cases"))
    call_command("export_cases")
    written = capsys.readouterr().out
    assert json.loads(page.content) == json.loads(written)
    file = f"{tmp_path}/cases.json"
    with open(file, "w") as out:
        out.write(written)
    call_command("compare_cases", file, file)
    said_so = capsys.readouterr().out
    assert "1 cases" in said_so and "no_roadblock" in said_so and "too few" in said_so


@pytest.mark.parametrize("number", [1, 3])
def test_the_front_page_costs_the_same_however_many_cases_there_are(
    ada: Client, cast: Cast, django_assert_num_queries: object, number: int
) -> None:
    in_force(NUMPTY)
    for one in range(number):
        attempt = reply_of(cast.alice, cast.scenario, f"{WORDS} {one}")
        said(cast, attempt, no_roadblock="met", main_points="met")
        services.dispute_finding(attempt=attempt, criterion="own_words")
    services.config_in_force()
    assert len(laboratory.cases()) == 3 * number
    with django_assert_num_queries(10):  # type: ignore[operator]
        ada.get(FRONT)
