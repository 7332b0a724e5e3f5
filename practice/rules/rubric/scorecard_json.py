"""A scorecard written as JSON and read back; the names are those of the dataclasses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from practice.rules.base import (
    BetterVersion,
    Cap,
    CriterionResult,
    Move,
    Note,
    Scorecard,
    Span,
)


def to_json(card: Scorecard) -> dict[str, Any]:
    """Plain dicts, lists, strings and numbers; spans are [start, end]."""
    written: dict[str, Any] = asdict(card)
    for one in written["criteria"]:
        one["reply_spans"] = _pairs(one["reply_spans"])
        one["statement_spans"] = _pairs(one["statement_spans"])
        one["rules"] = list(one["rules"])
    for name in ("worked", "change_next"):
        note = written[name]
        if note is not None:
            note["reply_spans"] = _pairs(note["reply_spans"])
            note["statement_spans"] = _pairs(note["statement_spans"])
    better = written["better"]
    if better is not None:
        better["removed"] = _pairs(better["removed"])
        better["added"] = _pairs(better["added"])
    written["criteria"] = list(written["criteria"])
    written["caps"] = list(written["caps"])
    written["faults"] = list(written["faults"])
    written["moves"] = [_move(one) for one in card.moves]
    return written


def from_json(written: Mapping[str, Any]) -> Scorecard:
    """The scorecard that `to_json` wrote."""
    better = written["better"]
    return Scorecard(
        schema=written["schema"],
        scorer_version=written["scorer_version"],
        strategy=written["strategy"],
        technique=written["technique"],
        score=written["score"],
        depth=written["depth"],
        depth_reason=written["depth_reason"],
        abstained=written["abstained"],
        abstained_reason=written["abstained_reason"],
        criteria=tuple(_criterion(one) for one in written["criteria"]),
        caps=tuple(Cap(**one) for one in written["caps"]),
        faults=tuple(written["faults"]),
        worked=_note(written["worked"]),
        change_next=_note(written["change_next"]),
        better=None
        if better is None
        else BetterVersion(
            **{**better, "removed": _spans(better["removed"]), "added": _spans(better["added"])}
        ),
        moves=tuple(
            Move(
                one["kind"],
                Span(one["start"], one["end"]),
                one["rule"],
                Span(*one["answers"]) if one["answers"] else None,
                one["roadblock"],
            )
            for one in written["moves"]
        ),
    )


def _pairs(spans: Iterable[Mapping[str, int]]) -> list[list[int]]:
    return [[one["start"], one["end"]] for one in spans]


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _move(move: Move) -> dict[str, Any]:
    return {
        "kind": move.kind,
        "start": move.span.start,
        "end": move.span.end,
        "rule": move.rule,
        "answers": [move.answers.start, move.answers.end] if move.answers else None,
        "roadblock": move.roadblock,
    }


def _criterion(written: Mapping[str, Any]) -> CriterionResult:
    return CriterionResult(
        **{
            **written,
            "rules": tuple(written["rules"]),
            "reply_spans": _spans(written["reply_spans"]),
            "statement_spans": _spans(written["statement_spans"]),
        }
    )


def _note(written: Mapping[str, Any] | None) -> Note | None:
    if written is None:
        return None
    return Note(
        **{
            **written,
            "reply_spans": _spans(written["reply_spans"]),
            "statement_spans": _spans(written["statement_spans"]),
        }
    )
