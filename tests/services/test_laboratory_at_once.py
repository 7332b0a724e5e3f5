"""Two admins accept at the same moment: each change is checked on top of the other."""

from __future__ import annotations

from functools import partial

import pytest
from django.contrib.contenttypes.models import ContentType

from practice import services
from practice.models import ConfigProposal, ScorerConfig
from practice.scoring import Config
from practice.services import laboratory as doing
from practice.services.laboratory import NotAcceptedError
from tests.cast import Cast, assemble, reply_of
from tests.services.at_once import at_once

ONE, OTHER = "you absolute numpty", "you utter pillock"


@pytest.fixture
def on_stage(transactional_db: None) -> Cast:
    ContentType.objects.clear_cache()
    return assemble()


def accepted_at_once(cast: Cast, proposals: list[ConfigProposal]) -> list[str]:
    """Accept each at one moment; gives what was said to each, sorted."""

    def accept(proposal: ConfigProposal) -> str:
        try:
            made = doing.accept(
                proposal=proposal, by=cast.ada, reason="Why.", made_from=doing.stamp(proposal)
            )
        except NotAcceptedError as refused:
            return str(refused)
        return f"version {made.number}"

    return sorted(at_once(*(partial(accept, one) for one in proposals)))


def test_both_changes_are_in_force(on_stage: Cast) -> None:
    proposals = [
        doing.propose(by=on_stage.ada, change=Config(added={"labelling.type": (phrase,)}))
        for phrase in (ONE, OTHER)
    ]
    assert accepted_at_once(on_stage, proposals) == ["version 1", "version 2"]
    assert set(services.config_in_force().added["labelling.type"]) == {ONE, OTHER}


def test_the_second_is_refused_where_it_breaks_what_the_first_mended(on_stage: Cast) -> None:
    """An exception alone changes nothing; on top of the phrase that it spares, it breaks a case."""
    attempt = reply_of(on_stage.alice, on_stage.scenario, "You absolute numpty, up in the cold.")
    review = services.save_draft(
        attempt=attempt,
        supervisor=on_stage.sam,
        said=[services.Said("no_roadblock", "not_yet", "A name.")],
    )
    services.release_review(review=review)
    from practice.laboratory import cases as laboratory

    case = laboratory.cases(only=[(attempt.pk, "no_roadblock")])[0]
    doing.settle_case(case=case, by=on_stage.ada, verdict="not_yet", state="agreed")
    phrase = doing.propose(by=on_stage.ada, change=Config(added={"labelling.type": (ONE,)}))
    spared = doing.propose(by=on_stage.ada, change=Config(added={"labelling.type:unless": (ONE,)}))
    said = accepted_at_once(on_stage, [phrase, spared])
    # Whichever came first; where both are in, the phrase is spared and the case as wrong as ever.
    assert said in (
        ["Not accepted: an agreed case would break.", "version 1"],
        ["version 1", "version 2"],
    )
    last = list(ScorerConfig.objects.order_by("number"))
    if len(last) == 2:
        assert list(last[0].config["added"]) == ["labelling.type:unless"]
