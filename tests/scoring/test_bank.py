"""What every scenario of the bank promises: its models do well, its slips and pastes do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from practice.rules.rubric.together import TOGETHER
from practice.scoring import score
from tests.scoring.bank import Client, bank

each_client = pytest.mark.parametrize("client", bank(), ids=lambda client: client.slug)


@each_client
def test_models_do_well(client: Client) -> None:
    # Scored as if a trainee had found these words: the task without the model to compare with.
    own = replace(client.task, models=())
    for reply in client.models:
        card = score(reply, own)
        assert {one.id for one in card.caps} <= {TOGETHER}, reply
        assert card.score is not None
        assert card.score >= 85, reply


@each_client
def test_slips_do_not(client: Client) -> None:
    for reply, fault in client.slips:
        card = score(reply, client.task)
        assert card.score is not None
        assert card.score <= 50, reply
        assert fault in card.faults, reply


@each_client
def test_the_statement_pasted_back_is_a_copy(client: Client) -> None:
    card = score(client.task.statement, client.task)
    assert card.score is not None
    assert card.score <= 50
    assert {"copied_statement", "echo"} & set(card.faults)


@each_client
def test_the_model_pasted_back_is_a_copy(client: Client) -> None:
    for reply in client.models:
        card = score(reply, client.task)
        assert "copied_model" in card.faults
        assert card.score is not None
        assert card.score <= 50


def test_models_of_others_hardly_ever_pass() -> None:
    """A good reply to somebody else: a few words in common by chance must not be enough."""
    scores = [
        score(reply, client.task).score or 0
        for client in bank()
        for other in bank()
        if other is not client
        for reply in other.models
    ]
    assert len(scores) > 9000
    assert sum(one >= 60 for one in scores) / len(scores) < 0.01
