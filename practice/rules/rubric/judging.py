"""A reply judged by a rubric: the criteria one by one, the caps, and the sum."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from practice.rules.base import Cap, Config, CriterionResult, Move
from practice.rules.coaching_words import INSTEAD
from practice.rules.content.words import SOUNDS
from practice.rules.criteria import JUDGES
from practice.rules.criteria.asked import asked, is_check, waits_to_be_put_right
from practice.rules.criteria.case import QUESTIONS, Case, Finding, begun
from practice.rules.criteria.feelings_named import fitting, is_guess, likely
from practice.rules.criteria.grounding import AWAY, nearness, speaks_of_client
from practice.rules.criteria.no_roadblock import (
    is_heavy,
    is_sure,
)
from practice.rules.criteria.takes_back import TAKEN_BACK, yes_but
from practice.rules.rubric.caps import (
    BESIDE,
    BRIEF,
    BRIEF_FROM,
    BRIEF_NOTED,
    BRIEF_REASON,
    EACH_ROADBLOCK,
    FAR,
    FAR_HELD,
    FAR_REASON,
    FAULT_CAPS,
    GUESSED,
    HALF_POINTS,
    INSTEAD_CAPS,
    LEANING,
    MAIN_PURPOSE,
    MERCY,
    PARTLY,
    PARTLY_REASON,
    ROADBLOCK_CAPS,
)
from practice.rules.rubric.rubrics import Rubric
from practice.rules.rubric.signs import found_in, signs_of
from practice.rules.rubric.together import tables, together

_COPIES = frozenset({"copied_statement", "copied_model"})
_SOME = 0.35  # of a reply that speaks of the client without a "you"
_LEANS = 0.2  # of a reply that names a likely feeling, where no author says which there are
_FELT = 0.6  # of a reply that gives a likely feeling to the client: as much as that, at least
_HALF, _ALL_BUT = 0.25, 0.7
_FOR_THEIR_SIDE = re.compile(r"\b(?:you|like)\b")
_MOST = 0.7  # of the weight of the main points
_NEARLY_ALL = 0.75  # of a reply: as sure as one sentence lets the signs be


@dataclass(frozen=True, slots=True)
class Judged:
    """Everything a scorecard says about the points.

    `findings` are those of the rubric, and a copy where one was found: whoever pastes the
    client's or the author's words has not practised any of the strategies.
    """

    findings: Mapping[str, Finding]
    criteria: tuple[CriterionResult, ...]
    caps: tuple[Cap, ...]
    faults: tuple[str, ...]
    alone: int  # the score before it was looked at as a whole
    score: int


def judge(case: Case, rubric: Rubric, config: Config) -> Judged:
    """Judge every criterion of the rubric, add up, and cap."""
    beside: dict[str, Finding] = {}
    findings = {one.id: JUDGES[one.id](case) for one in rubric.criteria}
    if "own_words" not in findings:
        copied = JUDGES["own_words"](case)
        if copied.fault in _COPIES:
            beside["own_words"] = copied
    if findings["no_roadblock"].verdict != "not_yet" and yes_but(case):
        findings["no_roadblock"] = TAKEN_BACK
    weights = {
        one.id: config.weights.get(f"{rubric.strategy}.{one.id}", one.weight)
        for one in rubric.criteria
    }
    criteria = tuple(_result(name, found, weights[name]) for name, found in findings.items())
    judged = [one for one in criteria if one.verdict != "not_judged"]
    whole = sum(one.weight for one in judged)
    exact = 100 * sum(one.earned for one in judged) / whole if whole else 0.0
    noted = {**beside, **findings}
    caps = _caps(case, rubric, noted)
    limit = min((one.limit for one in caps), default=100)
    alone = max(0, min(limit, round(exact)))
    as_a_whole = _as_a_whole(case, noted, caps, alone)
    if as_a_whole is not None:
        caps.insert(0, as_a_whole)
    score = alone if as_a_whole is None else as_a_whole.limit
    faults = tuple(dict.fromkeys(_faults(case, noted, caps)))
    return Judged(noted, criteria, tuple(caps), faults, alone, score)


def _as_a_whole(
    case: Case, findings: Mapping[str, Finding], caps: Sequence[Cap], score: int
) -> Cap | None:
    """The cap for what all signs together say; it is below all others."""
    table = tables().get(case.task.task.strategy)
    if table is None:
        return None
    signs = signs_of(case, findings, caps, score)
    return together(table, signs, found_in(case), case.name, score)


def _result(name: str, found: Finding, weight: int) -> CriterionResult:
    return CriterionResult(
        criterion=name,
        verdict=found.verdict,
        weight=weight,
        earned=0.0 if found.verdict == "not_judged" else round(weight * found.share, 2),
        reason=begun(found.reason),
        suggestion=begun(found.suggestion),
        fault=found.fault,
        rules=found.rules,
        reply_spans=found.reply_spans,
        statement_spans=found.statement_spans,
    )


def _faults(case: Case, findings: Mapping[str, Finding], caps: Sequence[Cap]) -> list[str]:
    found = [str(one.fault) for one in findings.values() if one.fault]
    if findings["no_roadblock"].verdict != "met":
        found += [
            str(one.roadblock)
            for one in case.observation.moves
            if one.roadblock and is_sure(case, one)
        ]
    found += [one.id for one in caps if one.id in FAULT_CAPS]
    return found


def _caps(case: Case, rubric: Rubric, findings: Mapping[str, Finding]) -> list[Cap]:
    found: dict[str, Cap] = {}
    for one in findings.values():
        if one.verdict == "not_yet" and one.fault is not None and one.fault in FAULT_CAPS:
            found[one.fault] = Cap(one.fault, *FAULT_CAPS[one.fault])
    block = findings["no_roadblock"].fault
    if findings["no_roadblock"].verdict == "not_yet" and block in ROADBLOCK_CAPS:
        found[str(block)] = Cap(str(block), *ROADBLOCK_CAPS[str(block)])
    points = findings.get("main_points")
    if points is not None and points.verdict == "partly" and points.fault and case.task.noted:
        limit = HALF_POINTS[0] + round(HALF_POINTS[1] * points.share)
        found["main_point_missing"] = Cap(
            "main_point_missing", limit, FAULT_CAPS["main_point_missing"][1]
        )
    right = findings.get("right_feeling")
    if (
        right is not None
        and right.verdict == "partly"
        and not case.feelings_noted
        and is_guess(case.feelings)
    ):
        found["feeling_guessed"] = Cap("feeling_guessed", *GUESSED)
    all_held = points is not None and points.verdict == "met" and case.task.noted
    brief = None if points is None or all_held else _most_for_its_length(case)
    if brief is not None:
        found["brief"] = Cap("brief", brief, BRIEF_REASON)
    near = nearness(case) if case.task.noted else "on"
    if near in AWAY and "off_topic" not in found:
        limit = FAR_HELD if near == "far" and _holds_the_point(findings) else FAR[near]
        found["far_from_it"] = Cap("far_from_it", limit, FAR_REASON)
    for move in case.observation.moves:
        name = move.roadblock
        if name is not None and name in ROADBLOCK_CAPS and is_heavy(case, move):
            limit, reason = ROADBLOCK_CAPS[name]
            found[name] = Cap(name, limit + _mercy(case), reason)
    if findings[rubric.main.id].verdict == "not_yet" and not found:
        found["main_purpose"] = Cap("main_purpose", *MAIN_PURPOSE)
    if rubric.has_depth:
        instead = _instead(case, findings, rubric)
        if instead is not None:
            found[instead.id] = instead
        if instead is None and not case.task.noted and case.reflecting < _NEARLY_ALL:
            share = case.reflecting
            if rubric.strategy == "reflect_emotions" and likely(case.feelings):
                share = max(share, _FELT)
            limit = PARTLY[0] + round(PARTLY[1] * share / _NEARLY_ALL)
            found["partly_reflection"] = Cap("partly_reflection", limit, PARTLY_REASON)
    if yes_but(case):
        found["yes_but"] = Cap("yes_but", *FAULT_CAPS["yes_but"])
    return sorted(found.values(), key=lambda one: one.limit)


def _holds_the_point(findings: Mapping[str, Finding]) -> bool:
    """Whether the feeling, or the main points, that the author wants held are there."""
    point = findings.get("right_feeling") or findings.get("main_points")
    return point is not None and point.verdict == "met"


def _most_for_its_length(case: Case) -> int | None:
    """The most that a summary can get by its length: the shorter, the more is left out of it."""
    said = len(case.task.statement.tokens)
    words = sum(one.word not in SOUNDS and one.word != "okay" for one in case.content.words.tokens)
    if said < BRIEF_FROM:
        return None
    (least, low), (most, high) = BRIEF_NOTED if case.task.noted else BRIEF
    share = max(least, words / said)
    return round(low + (high - low) * (share - least) / (most - least)) if share < most else None


def _mercy(case: Case) -> int:
    """More room below the cap for a reply that gives back all but a little."""
    sure = min(_ALL_BUT, case.reflecting) - _HALF
    return round(MERCY * max(0.0, sure) / (_ALL_BUT - _HALF)) if not case.task.noted else 0


def _instead(case: Case, findings: Mapping[str, Finding], rubric: Rubric) -> Cap | None:
    """The cap of a reply that, taken as a whole, is not a reflection."""
    technique = case.observation.technique
    if technique == "reflection" or gives_back(case, findings, rubric):
        return None
    blocks = sum(1 for one in case.observation.moves if one.roadblock)
    beside = bool(case.moves("reflection"))
    limit = INSTEAD_CAPS[technique] + (BESIDE if beside else 0) - EACH_ROADBLOCK * blocks
    if not case.task.noted:
        limit += round(LEANING * case.reflecting)
    if technique in QUESTIONS:
        return Cap("question_instead", max(5, limit), FAULT_CAPS["question_instead"][1])
    return Cap(
        f"not_reflection.{technique}",
        max(5, limit),
        f"It reads as {INSTEAD[technique].what}; giving back is the exercise.",
    )


def _all_said(case: Case, findings: Mapping[str, Finding]) -> bool:
    """Whether the author's main points are there, or nearly, and no praise beside them."""
    if nearness(case) != "on" or any(one.roadblock == "praising" for one in case.observation.moves):
        return False
    points = findings["main_points"]
    return points.verdict == "met" or (points.share >= _MOST and bool(case.moves("reflection")))


def _asks_on(case: Case, asks: list[Move]) -> bool:
    """Whether questions only hand the floor back.

    They are open, ask for the client's side, and stand behind a reflection at least as long.
    """
    first = min(one.span.start for one in asks)
    before = sum(1 for one in case.reply.words if one.start < first)
    return (
        len(case.reply.words) <= 2 * before
        and any(one.span.end <= first for one in case.moves("reflection"))
        and not any(one in asked(case).closed for one in asks)
        and all(_FOR_THEIR_SIDE.search(case.heard(one.span)) for one in asks)
    )


def gives_back(case: Case, findings: Mapping[str, Finding], rubric: Rubric) -> bool:
    """Whether a reply gives the client's words back although it was not heard as a reflection.

    A statement said as a question ("You told him?") does, with its question mark and without;
    so does one with a check behind it, a reflection that hands the floor back with an open
    question, and one that holds the author's main points and neither asks nor stands in the way.
    """
    moves = case.observation.moves
    back = {one.span for one in moves if one.kind == "reflection"}
    asks = [
        one
        for one in moves
        if one.kind in QUESTIONS
        and one.span not in back
        and not is_check(case, one)
        and not waits_to_be_put_right(case, one)
    ]
    if findings["no_roadblock"].verdict == "not_yet" or (asks and not _asks_on(case, asks)):
        return False
    if (back or case.by_voice) and case.observation.technique in QUESTIONS:
        return True
    if rubric.strategy == "reflect_emotions":
        if fitting(case.feelings):
            return True
        if not case.feelings_noted and likely(case.feelings) and case.reflecting >= _LEANS:
            return True
    if rubric.strategy == "paraphrase" and case.task.noted and _all_said(case, findings):
        return True
    return (
        speaks_of_client(case)
        and (
            not case.reply.word_set.isdisjoint(("you", "your", "yourself"))
            or case.reflecting >= _SOME
        )
        and findings[rubric.main.id].verdict in ("met", "partly")
    )
