"""Scorecards as attempts store them, for tests that are about pages and not about rules."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from practice.models import Attempt, CriterionResult, Scenario, User
from tests.views.people import REPLY, STATEMENT


def span(text: str, words: str) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def found(criterion: str, verdict: str, weight: int, earned: float, **more: Any) -> dict[str, Any]:
    return {
        "criterion": criterion,
        "verdict": verdict,
        "weight": weight,
        "earned": earned,
        "reason": f"Why {criterion} is {verdict}.",
        "suggestion": "",
        "fault": None,
        "rules": [],
        "reply_spans": [],
        "statement_spans": [],
        **more,
    }


def note(text: str, **more: Any) -> dict[str, Any]:
    return {
        "text": text,
        "why": "",
        "criterion": "names_feeling",
        "roadblock": False,
        "reply_spans": [],
        "statement_spans": [],
        **more,
    }


def card(**more: Any) -> dict[str, Any]:
    """What REPLY could have been told."""
    return {
        "schema": 1,
        "scorer_version": "0.9.0",
        "strategy": "reflect_emotions",
        "technique": "reflection",
        "score": 50,
        "depth": 4,
        "depth_reason": "It says more than he did.",
        "abstained": None,
        "abstained_reason": "",
        "criteria": [
            found("names_feeling", "met", 20, 20, reply_spans=[span(REPLY, "worried")]),
            found("right_feeling", "partly", 24, 12),
            found("about_as_strong", "not_yet", 12, 0),
            found("leaves_room", "not_judged", 8, 0),
        ],
        "caps": [{"id": "far_feeling", "limit": 50, "reason": "One feeling lies far off."}],
        "faults": [],
        "worked": note(
            "You heard the worry.",
            reply_spans=[span(REPLY, "worried")],
            statement_spans=[span(STATEMENT, "waiting for someone to notice")],
        ),
        "change_next": note(
            "The end repeats him.",
            reply_spans=[span(REPLY, "the way your dad did")],
        ),
        "better": {
            "edit": "stop_before",
            "says": "Stop earlier.",
            "after": "It sounds like you’re worried that people will notice.",
            "score": 91,
            "removed": [span(REPLY, " you can’t do it the way your dad did")],
            "added": [],
        },
        "moves": [],
        **more,
    }


ABSTAINED: dict[str, Any] = {
    "score": None,
    "depth": None,
    "abstained": "not_english",
    "abstained_reason": "This looks like a language the rules do not read.",
    "criteria": [],
    "caps": [],
    "worked": None,
    "change_next": None,
    "better": None,
}


def make_attempt(
    person: User, scenario: Scenario, scorecard: dict[str, Any] | None = None, **more: Any
) -> Attempt:
    """An attempt with this scorecard, as the service would have saved it."""
    scored = scorecard or card()
    version = scenario.shown(None)
    attempt = Attempt.objects.create(
        **{
            "token": uuid4(),
            "trainee": person,
            "scenario_version": version,
            "strategy": version.strategy,
            "difficulty": version.difficulty,
            "reply": REPLY,
            "scorer_version": scored["scorer_version"],
            "scorecard": scored,
            "score": scored["score"],
            "depth": scored["depth"],
            "technique": scored["technique"],
            "abstained": scored["abstained"] or "",
            "visible": False,
            **more,
        }
    )
    CriterionResult.objects.bulk_create(
        CriterionResult(
            attempt=attempt,
            criterion=one["criterion"],
            verdict=one["verdict"],
            weight=one["weight"],
            earned=one["earned"],
        )
        for one in scored["criteria"]
    )
    return attempt
