"""Cases out of reviews and disputes, agreement, and what a change does to what people agreed on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import uuid4

import pytest

from practice import services
from practice.laboratory import cases as laboratory
from practice.laboratory.case_files import CaseFileError, exported, read
from practice.laboratory.cases import Case, Checked, Tally
from practice.laboratory.changes import applied
from practice.laboratory.readings import reading
from practice.models import Attempt, LabelledCase, Review, ScorerConfig
from practice.scoring import DEFAULT, Config, lists
from practice.services import laboratory as doing
from practice.services.laboratory import NotAcceptedError
from tests.cast import Cast, reply_of
from tests.services.test_scorer_configs import NUMPTY, WORDS, in_force

WHY = "People hear it."


def said(cast: Cast, attempt: Attempt, **verdicts: str) -> Review:
    """A review of Sam's that was released."""
    judged = [services.Said(name, verdict, "As I hear it.") for name, verdict in verdicts.items()]
    review = services.save_draft(attempt=attempt, supervisor=cast.sam, said=judged)
    return services.release_review(review=review)


def the_case(attempt: Attempt, criterion: str = "no_roadblock") -> Case:
    return laboratory.cases(only=[(attempt.pk, criterion)])[0]


@pytest.fixture
def named(cast: Cast) -> Attempt:
    """A reply with a name for the client that the rules do not know as one."""
    attempt = reply_of(cast.alice, cast.scenario, WORDS)
    found = {one.criterion: one.verdict for one in attempt.criterion_results.all()}
    assert found["no_roadblock"] == "met"
    return attempt


# Cases ------------------------------------------------------------------------------------


def test_what_is_overruled_waits_until_somebody_settles_it(cast: Cast, named: Attempt) -> None:
    said(cast, named, no_roadblock="not_yet")
    case = the_case(named)
    assert (case.state, case.rules_verdict, case.verdict) == ("waiting", "met", "not_yet")
    doing.settle_case(case=case, by=cast.ada, verdict="partly", state="agreed")
    case = the_case(named)
    assert (case.state, case.rules_verdict, case.verdict) == ("agreed", "met", "partly")
    doing.reopen_case(case=case)
    assert the_case(named).state == "waiting"


def test_what_a_supervisor_agrees_with_is_agreed_and_silence_is_nothing(
    cast: Cast, named: Attempt
) -> None:
    said(cast, named, no_roadblock="met")
    assert [(one.criterion, one.state) for one in laboratory.cases()] == [
        ("no_roadblock", "agreed")
    ]


def test_what_is_disputed_waits_also_where_a_supervisor_agrees(cast: Cast, named: Attempt) -> None:
    services.dispute_finding(attempt=named, criterion="no_roadblock", text="Not so.")
    assert the_case(named).verdict == ""
    said(cast, named, no_roadblock="met")
    assert (the_case(named).state, the_case(named).verdict) == ("waiting", "met")


def test_drafts_and_what_supervisors_may_not_see_are_no_cases(cast: Cast, named: Attempt) -> None:
    services.save_draft(
        attempt=named, supervisor=cast.sam, said=[services.Said("no_roadblock", "not_yet", "So.")]
    )
    services.dispute_finding(attempt=cast.bobs, criterion="main_points")
    doing.settle_case(
        case=the_case(cast.bobs, "main_points"), by=cast.ada, verdict="met", state="agreed"
    )
    Attempt.objects.filter(pk=cast.bobs.pk).update(visible=False)
    assert laboratory.cases() == []
    assert exported()["cases"] == []


def test_a_case_goes_with_its_reply(cast: Cast, named: Attempt) -> None:
    said(cast, named, no_roadblock="not_yet")
    doing.settle_case(case=the_case(named), by=cast.ada, verdict="not_yet", state="agreed")
    services.erase_person(person=cast.alice)
    assert not LabelledCase.objects.exists()
    assert laboratory.cases() == []


def test_who_settled_it_goes_and_the_case_stays(cast: Cast, named: Attempt) -> None:
    said(cast, named, no_roadblock="not_yet")
    doing.settle_case(case=the_case(named), by=cast.ada, verdict="not_yet", state="agreed")
    services.erase_person(person=cast.ada)
    assert LabelledCase.objects.get().settled_by is None


# Agreement --------------------------------------------------------------------------------


def case_of(found: str, people: str, **more: object) -> Case:
    return Case(uuid4(), "no_roadblock", found, "1.0.0", people, **more)  # type: ignore[arg-type]


def test_false_alarms_and_misses_of_a_criterion() -> None:
    found = [
        case_of("met", "met", state="agreed"),
        case_of("not_yet", "met"),
        case_of("partly", "met"),
        case_of("met", "not_yet"),
        case_of("met", ""),
        case_of("met", "partly", state="set_aside"),
    ]
    assert laboratory.by_criterion(found) == [
        Tally("no_roadblock", agreed=1, false_alarms=2, misses=1, waiting=4)
    ]


def test_a_rule_that_spoke_and_one_that_should_have() -> None:
    found = [
        case_of("not_yet", "not_yet", state="agreed", rules=("advising.lets",)),
        case_of("not_yet", "met", state="agreed", rules=("advising.lets", "judging.blame")),
        case_of("met", "not_yet", state="agreed", missed_rule="labelling.type"),
    ]
    assert laboratory.by_rule(found) == [
        Tally("advising.lets", agreed=1, false_alarms=1),
        Tally("judging.blame", false_alarms=1),
        Tally("labelling.type", misses=1),
    ]


def test_too_few_to_say() -> None:
    assert Tally("x", agreed=8, misses=1).share is None
    assert Tally("x", agreed=8, misses=2).share == 0.8


# Accepting --------------------------------------------------------------------------------


def settled(cast: Cast, attempt: Attempt, verdict: str) -> None:
    said(cast, attempt, no_roadblock=verdict)
    doing.settle_case(case=the_case(attempt), by=cast.ada, verdict=verdict, state="agreed")


def checked(today: Config, then: Config) -> Sequence[Checked]:
    with reading(today, then) as (now, later):
        return laboratory.check(laboratory.cases(), today=now, then=later).checked


def accepted(cast: Cast, change: Config) -> ScorerConfig:
    kept = doing.propose(by=cast.ada, change=change)
    return doing.accept(proposal=kept, by=cast.ada, reason=WHY, made_from=doing.stamp(kept))


def test_a_change_that_mends_a_case_is_accepted_and_in_force(cast: Cast, named: Attempt) -> None:
    settled(cast, named, "not_yet")
    assert [(one.today, one.then, one.effect) for one in checked(DEFAULT, NUMPTY)] == [
        ("met", "not_yet", "mended")
    ]
    made = accepted(cast, NUMPTY)
    assert (made.number, made.author, made.reason) == (1, cast.ada, WHY)
    assert services.config_in_force() == NUMPTY
    assert [one.effect for one in checked(NUMPTY, NUMPTY)] == ["right"]


def test_a_change_that_breaks_a_case_is_refused_and_nothing_changes(
    cast: Cast, named: Attempt
) -> None:
    said(cast, named, no_roadblock="met")
    with pytest.raises(NotAcceptedError) as refused:
        accepted(cast, NUMPTY)
    assert [one.case.key for one in refused.value.broken] == [(named.pk, "no_roadblock")]
    assert not ScorerConfig.objects.exists()
    assert services.config_in_force() == DEFAULT


def test_what_is_set_aside_holds_nobody_up(cast: Cast, named: Attempt) -> None:
    said(cast, named, no_roadblock="met")
    doing.settle_case(case=the_case(named), by=cast.ada, verdict="met", state="set_aside")
    assert accepted(cast, NUMPTY).number == 1


def test_a_proposal_lies_on_top_of_what_was_accepted_meanwhile(cast: Cast) -> None:
    kept = doing.propose(by=cast.ada, change=NUMPTY)
    accepted(cast, Config(weights={"paraphrase.leaves_room": 20}))
    doing.accept(proposal=kept, by=cast.ada, reason=WHY, made_from=doing.stamp(kept))
    both = applied(NUMPTY, Config(weights={"paraphrase.leaves_room": 20}))
    assert services.config_in_force() == both


@pytest.mark.parametrize("what", ["nothing", "no reason", "changed since", "gone", "wrong"])
def test_what_is_not_accepted(cast: Cast, what: str) -> None:
    change = {"nothing": DEFAULT, "wrong": Config(added={"advising.lets": ("_ now",)})}
    kept = doing.propose(by=cast.ada, change=change.get(what, NUMPTY))
    stamp = "another" if what == "changed since" else doing.stamp(kept)
    if what == "gone":
        type(kept).objects.all().delete()
    with pytest.raises(NotAcceptedError):
        doing.accept(
            proposal=kept,
            by=cast.ada,
            reason=" " if what == "no reason" else WHY,
            made_from=stamp,
        )
    assert not ScorerConfig.objects.exists()


def test_going_back_is_a_proposal_and_makes_a_new_version(cast: Cast) -> None:
    first = accepted(cast, NUMPTY)
    accepted(cast, Config(removed={"advising.lets": lists()["advising.lets"].phrases[:1]}))
    kept = doing.propose_return(version=first, by=cast.ada)
    assert services.config_in_force() != NUMPTY
    made = doing.accept(proposal=kept, by=cast.ada, reason=WHY, made_from=doing.stamp(kept))
    assert (made.number, made.config) == (3, first.config)
    assert services.config_in_force() == NUMPTY


# Out, without a word ----------------------------------------------------------------------

SENTINEL = "You absolute numpty, the xylophone quagmire is yours."


def test_a_file_of_cases_carries_moves_and_verdicts_and_no_words(cast: Cast) -> None:
    attempt = reply_of(cast.alice, cast.scenario, SENTINEL)
    services.dispute_finding(attempt=attempt, criterion="no_roadblock", text="My xylophone!")
    said(cast, attempt, no_roadblock="not_yet", main_points="not_yet")
    doing.settle_case(
        case=the_case(attempt),
        by=cast.ada,
        verdict="not_yet",
        state="agreed",
        reason="It is the numpty.",
        missed_rule="labelling.type",
    )
    written = json.dumps(exported())
    assert len(exported()["cases"]) >= 1
    for word in ("xylophone", "quagmire", "numpty", "heating", "Alice", str(attempt.pk)):
        assert word.lower() not in written.lower()
    row = next(one for one in exported()["cases"] if one["criterion"] == "no_roadblock")
    assert (row["rules_verdict"], row["verdict"]) == ("met", "not_yet")
    assert row["missed_rule"] == "labelling.type"
    assert [set(move) for move in row["moves"]] == [{"kind", "rule", "roadblock"}] * len(
        attempt.scorecard["moves"]
    )


def test_a_file_read_again_says_the_same(cast: Cast, named: Attempt) -> None:
    in_force(NUMPTY)
    again = reply_of(cast.alice, cast.scenario, WORDS)
    settled(cast, again, "not_yet")
    settled(cast, named, "not_yet")
    found = read(json.loads(json.dumps(exported())))
    here = [one for one in laboratory.cases() if one.state == "agreed"]
    assert laboratory.by_criterion(found) == laboratory.by_criterion(here)
    assert laboratory.by_rule(found) == laboratory.by_rule(here)


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "fine"},
        {"reply": "Some words."},
        {"moves": [{"kind": "advice", "rule": "x", "roadblock": None, "said": "words"}]},
        {"moves": [{"kind": "poetry", "rule": "x", "roadblock": None}]},
        {"rules": "advising.lets"},
    ],
)
def test_a_file_that_is_not_right_is_refused(
    cast: Cast, named: Attempt, change: dict[str, object]
) -> None:
    settled(cast, named, "not_yet")
    written = exported()
    written["cases"][0] |= change
    with pytest.raises(CaseFileError, match="Case 1"):
        read(written)
