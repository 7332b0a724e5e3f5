"""Clients for the tests of the score: invented, with and without an author's notes."""

from __future__ import annotations

from dataclasses import replace

from practice.scoring import (
    ClientFeeling,
    CriterionResult,
    KeyPoint,
    Scorecard,
    Strategy,
    Task,
    score,
)

NOOR = Task(
    strategy="paraphrase",
    statement=(
        "My landlord wants the flat back in June and I haven’t told the kids. I just keep packing "
        "one drawer at a time, when they are asleep. I’m so scared of the day they notice."
    ),
    context="Housing advice line",
    client_name="Noor",
    feelings=(ClientFeeling("scared", 3, "stated", "I’m so scared"),),
    key_points=(
        KeyPoint(
            "They have to leave the flat by June",
            ("losing your home in June", "the landlord is putting you out"),
            "My landlord wants the flat back in June",
            main=True,
        ),
        KeyPoint(
            "The children do not know",
            ("keeping it from the kids", "hiding the packing from your children"),
            "I haven’t told the kids",
            main=True,
        ),
    ),
    models=(
        "It sounds like the landlord is putting you out in June, and you’re packing by night so "
        "that the children won’t find out.",
    ),
)


def task(strategy: Strategy, *, notes: bool = True) -> Task:
    """Noor's story for one strategy, with or without what its author noted."""
    if notes:
        return replace(NOOR, strategy=strategy)
    return Task(strategy=strategy, statement=NOOR.statement)


def scored(reply: str, strategy: Strategy, *, notes: bool = True) -> Scorecard:
    return score(reply, task(strategy, notes=notes))


def found(card: Scorecard, criterion: str) -> CriterionResult:
    return next(one for one in card.criteria if one.criterion == criterion)
