"""What a judged reply shows, all of it as numbers of 0 to 1: what is weighed as a whole.

A finding of a criterion, a cap, what is taken up of the statement and where: each is a sign, and
so is every cue that found something, and every rule that shows no roadblock. How long a reply is,
of how many sentences, and which marks it was typed with, says nothing about how well it listens,
and is no sign; neither is how sure it sounds, which its own criterion weighs, nor its depth, which
stands apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from practice.rules.base import Cap
from practice.rules.criteria.case import Case, Finding
from practice.rules.evidence import KINDS
from practice.rules.finder import ALL, NUMBERS
from practice.rules.observe import hear
from practice.rules.reading.reply import read
from practice.rules.rule import Rule

Signs = dict[str, float]  # by the sign's id; those that are not there are 0

_FOR = frozenset(
    "score taken theirs clause clauses point.most point.least reach.first reach.last"
    " reach.end reach.many feeling.theirs feeling.right".split()
)
OF_CONTENT = _FOR | {"noted", "new", "echo", "copied", "run", "invented"}
_PRACTISED = frozenset({"reflection", "open_question"})
_NO_SIGNS = (
    *("size.", "whole.", "typed.", "mark.", "asks.mark_"),
    *("place.", "beside.", "client.", "taken_up."),
)
_HOW_SURE = "leaves_room"
_CONTENT = 4.0  # weight of content: a summary holds about so much
_RUN = 8  # words


def direction(sign: str) -> int:
    """Whether a sign may only speak for a reply (1), only against it (-1), or either way (0)."""
    number = NUMBERS.get(sign)
    if number is None:
        return 1 if sign in _FOR else 0 if sign == "noted" else -1
    one = ALL[number]
    return 1 if isinstance(one, Rule) and one.kind in _PRACTISED else 0


def found_in(case: Case) -> set[int]:
    """The numbers of all rules and cues that found something in a reply, sounds left out."""
    heard = hear(case.reply, read(case.task.task.statement), case.task.config)
    return set().union(*(one.found for one in heard if KINDS[one.kind] != "encourager"))


def is_sign(number: int) -> bool:
    """Whether what this rule or cue finds is a sign of how well a reply listens.

    A roadblock counts where it is told, not wherever its words were found.
    """
    one = ALL[number]
    blocks = isinstance(one, Rule) and one.roadblock is not None
    return not blocks and not one.id.startswith(_NO_SIGNS)


def signs_of(
    case: Case,
    findings: Mapping[str, Finding],
    caps: Sequence[Cap],
    score: int,
) -> Signs:
    """Every other sign of a judged reply; `score` is what criteria and caps leave it, of 100."""
    signs = {"score": score / 100}
    for cap in caps:
        signs[f"cap.{cap.id}"] = (100 - cap.limit) / 100
    for name, one in findings.items():
        if one.verdict != "not_judged" and one.share < 1.0 and name != _HOW_SURE:
            signs[f"lost.{name}"] = 1.0 - one.share
    for move in case.observation.moves:
        if move.roadblock:
            signs[f"roadblock.{move.roadblock}"] = 1.0
    if any(one.clients for one in case.feelings):
        signs["feeling.theirs"] = 1.0
    if any(one.right for one in case.feelings):
        signs["feeling.right"] = 1.0
    signs.update(_of_content(case))
    signs.update(_reached(case))
    return signs


def _of_content(case: Case) -> Iterator[tuple[str, float]]:
    content = case.content
    yield "taken", min(1.0, case.taken / _CONTENT)
    yield "new", min(1.0, case.new / _CONTENT)
    yield "theirs", case.taken / (case.taken + case.new) if case.taken else 0.0
    yield "echo", content.echo
    yield "copied", content.literal
    if content.runs:
        yield "run", min(1.0, max([one.length for one in content.runs]) / _RUN)
    if content.invented:
        yield "invented", 1.0
    if case.task.noted:
        yield "noted", 1.0
    else:
        shares = [one.share for one in content.covered]
        yield "clause", max(shares, default=0.0)
        yield "clauses", sum(shares) / len(shares) if shares else 0.0
    main = [one.share for one in content.covered if one.point.main]
    if main:
        yield "point.most", max(main)
        yield "point.least", min(main)


def _reached(case: Case) -> Iterator[tuple[str, float]]:
    """Which sentences of the statement are taken up: what hurts mostly comes last."""
    reached = case.reached
    if reached:
        last = len(case.task.statement.reply.sentences) - 1
        yield "reach.first", min(reached) / last if last else 1.0
        yield "reach.last", max(reached) / last if last else 1.0
        yield "reach.end", float(last in reached)
        yield "reach.many", len(reached) / (last + 1)
