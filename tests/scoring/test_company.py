"""What stands beside a good reply: small sounds change nothing, a roadblock always costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import pytest

from practice.scoring import Task, score
from tests.scoring.bank import bank


@dataclass(frozen=True)
class Model:
    """A model reply, the task without the models (it would be named as copied), its score."""

    task: Task
    reply: str
    alone: int


@cache
def models() -> tuple[Model, ...]:
    """Every model reply of the bank."""
    found = []
    for client in bank():
        task = replace(client.task, models=())
        found += [Model(task, reply, score(reply, task).score or 0) for reply in client.models]
    return tuple(found)


SOUNDS = ("Mm-hm. ", "Oh. ", "Wow, okay. ", "Uh-huh. ", "Hmm… ")
CHECKS = ("Is that right?", "Have I got that right?", "Something like that?")
ROADBLOCKS = (
    ("advising", "You should talk to somebody about it."),
    ("advising", "Maybe try writing it down."),
    ("minimising", "At least you have your health."),
    ("claiming", "I know exactly how you feel."),
    ("taking_over", "The same thing happened to me last year."),
)
NEAR = 5  # points: an added word may make a reply longer than the client
COSTS = 15


@pytest.mark.parametrize("sound", SOUNDS)
def test_a_sound_of_listening_before_a_reply_changes_nothing(sound: str) -> None:
    moved = {
        one.reply: (one.alone, after)
        for one in models()
        if abs((after := score(sound + one.reply, one.task).score or 0) - one.alone) > NEAR
    }
    assert moved == {}


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_after_what_was_said_back_costs_nothing(check: str) -> None:
    lost = {
        one.reply: (one.alone, after)
        for one in models()
        if one.task.strategy != "open_question" and not one.reply.endswith("?")
        if (after := score(f"{one.reply} {check}", one.task).score or 0) < one.alone
    }
    assert lost == {}


@pytest.mark.parametrize(("roadblock", "words"), ROADBLOCKS)
def test_a_roadblock_beside_a_good_reply_is_named_and_costs(roadblock: str, words: str) -> None:
    assert _unnoticed(roadblock, f"{words} {{}}") == {}
    assert _unnoticed(roadblock, f"{{}} {words}") == {}


def test_comfort_that_closes_the_subject_is_named_and_costs() -> None:
    assert _unnoticed("reassuring", "{} Don't worry, it will all work out.") == {}


def _unnoticed(roadblock: str, form: str) -> dict[str, tuple[int, int | None, tuple[str, ...]]]:
    """Replies with a roadblock beside them that is not named, or that hardly costs."""
    found = {
        form.format(one.reply): (one, score(form.format(one.reply), one.task)) for one in models()
    }
    return {
        reply: (one.alone, card.score, card.faults)
        for reply, (one, card) in found.items()
        if roadblock not in card.faults or (card.score or 0) > one.alone - COSTS
    }
