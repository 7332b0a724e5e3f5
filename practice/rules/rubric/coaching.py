"""The two sentences that a learner reads first: what worked, and the one thing to change next.

They are chosen, not written, here: each judge says in its own words what it found. The choice
is the most telling strength, and the change that would win most.
"""

from __future__ import annotations

from practice.rules.base import Note, Span
from practice.rules.coaching_words import INSTEAD, ROADBLOCKS
from practice.rules.content.compare import Covered
from practice.rules.criteria.case import QUESTIONS, Case, Finding, begun, quoted, spans_of
from practice.rules.criteria.main_points import FULL
from practice.rules.rubric.judging import Judged
from practice.rules.rubric.rubrics import PARAPHRASE, Rubric
from practice.rules.rubric.together import SMALL, TOGETHER

# Faults in the order in which they are worth a word: the first hides all behind it.
_FIRST = (
    "helpers_own_feeling",
    "copied_model",
    "copied_statement",
    "stem_without_content",
    "keyword_list",
    "feeling_salad",
    "yes_but",
    "advice_in_question",
)
_THEN = (
    "question_instead",
    "no_question",
    "thought_as_feeling",
    "no_feeling",
)
_COPIES = frozenset({"copied_model", "copied_statement", "keyword_list", "stem_without_content"})
_ELSEWHERE = frozenset({"question_instead", "off_topic"})
_QUIET = frozenset({"no_roadblock", "nothing_invented", "not_longer", "feeling_not_thought"})
_ENOUGH = 0.5
_SHORT = 80  # points: a summary that gets no more than this for its length
# Open in its words, and leading; leading nowhere, and closed.
_TWO_SIDES = {"is_open": "does_not_lead", "does_not_lead": "is_open"}


def worked(case: Case, rubric: Rubric, judged: Judged) -> Note:
    """What this reply already does: the weightiest criterion that it meets, or meets in part."""
    faults = set(judged.faults) | {one.id for one in judged.caps}
    copied = _COPIES & faults
    elsewhere = any(one in _ELSEWHERE or one.startswith("not_reflection") for one in faults)
    best: tuple[float, str] | None = None
    for one in rubric.criteria:
        found = judged.findings[one.id]
        if found.verdict not in ("met", "partly") or found.share < _ENOUGH or not found.reason:
            continue
        if copied and one.id not in _QUIET:
            continue
        if elsewhere and one.id in ("own_words", "stays_with_client", "main_points"):
            continue  # new words about something else are no strength
        if one.id == "feeling_not_thought" or (one.id == "main_points" and not _held(case)):
            continue
        whole = found.verdict == "met" or one.id == "main_points"
        worth = one.weight * found.share * (1.0 if whole else 0.4)
        worth *= 0.5 if one.id in _QUIET else 1.0
        if found.verdict == "partly" and one.id in _QUIET | {"leaves_room"}:
            continue
        if _in_the_way(found, judged) or _taken_away(one.id, judged):
            continue
        if best is None or worth > best[0]:
            best = (worth, one.id)
    if best is None:
        return Note(
            f"You answered {case.name}, and the talk can go on from here.",
            "A talk begins with somebody who stays.",
        )
    found = judged.findings[best[1]]
    return Note(
        begun(_part(case))
        if best[1] == "main_points" and found.verdict == "partly"
        else begun(found.reason),
        rubric.by_id[best[1]].why,
        best[1],
        reply_spans=found.reply_spans,
        statement_spans=found.statement_spans if found.verdict == "met" else (),
    )


def _in_the_way(found: Finding, judged: Judged) -> bool:
    """Whether all places that show a strength hold a roadblock too: nothing to hold up as done."""
    block = judged.findings.get("no_roadblock")
    if block is None or block.verdict != "not_yet" or not found.reply_spans:
        return False
    return all(
        any(way.start < span.end and span.start < way.end for way in block.reply_spans)
        for span in found.reply_spans
    )


def _taken_away(criterion: str, judged: Judged) -> bool:
    """Whether what a question is praised for is what its fault takes away again."""
    other = _TWO_SIDES.get(criterion)
    return other is not None and judged.findings[other].verdict == "not_yet"


def _held(case: Case) -> list[Covered]:
    """The points that the reply gives back; all there is, where the author named none."""
    if not case.task.noted:
        return list(case.content.covered)
    return [one for one in case.content.covered if one.share >= FULL]


def _part(case: Case) -> str:
    held = sorted(_held(case), key=lambda one: not one.point.main)
    if not case.task.noted or not held:
        return f"Some of what {case.name} said is in it."
    return f"You gave back {quoted(held[0].point.quote or held[0].point.text)}."


def change_next(case: Case, rubric: Rubric, judged: Judged) -> Note:
    """The one change that would win most; where nothing is left to win, a step deeper."""
    faults = {one.id for one in judged.caps}
    for name in _FIRST:
        if name in faults:
            return _of_fault(name, case, rubric, judged)
    block = judged.findings.get("no_roadblock")
    if block is not None and block.verdict == "not_yet":
        return _note("no_roadblock", block, rubric)
    for cap in judged.caps:
        if cap.id.startswith("not_reflection.") and not faults & {"echo"}:
            return _instead(case, rubric)
    for name in _THEN:
        if name in faults:
            return _of_fault(name, case, rubric, judged)
    for cap in judged.caps:
        if any(one.fault == cap.id for one in judged.findings.values()):
            return _of_fault(cap.id, case, rubric, judged)
    lowest = next((one for one in judged.caps if one.id != TOGETHER), None)
    if lowest is not None and lowest.id == "brief" and lowest.limit < _SHORT:
        return Note(
            f"{lowest.reason} What else did {case.name} want heard?",
            rubric.main.why,
            rubric.main.id,
        )
    return _largest_loss(case, rubric, judged)


def _of_fault(name: str, case: Case, rubric: Rubric, judged: Judged) -> Note:
    if name == "yes_but":
        return _yes_but(case)
    if name == "question_instead":
        return _instead(case, rubric)
    for criterion, found in judged.findings.items():
        if found.fault == name:
            return _note(criterion, found, rubric)
    return _largest_loss(case, rubric, judged)


def _largest_loss(case: Case, rubric: Rubric, judged: Judged) -> Note:
    losses = [
        (one.weight - one.earned, -at, one.criterion)
        for at, one in enumerate(judged.criteria)
        if one.verdict in ("partly", "not_yet")
    ]
    if losses:
        criterion = max(losses)[2]
        return _note(criterion, judged.findings[criterion], rubric)
    whole = next((one for one in judged.caps if one.id == TOGETHER and one.reason != SMALL), None)
    if whole is not None:
        return Note(
            f"{whole.reason} Try it once more from there.",
            "Point by point it is there; people also hear the whole of it.",
        )
    if rubric.has_depth:
        return Note(
            f"All of it is there. A step deeper: what might this mean to {case.name}?",
            "Meaning that is guessed at gently, and may be corrected, opens the next door.",
        )
    return Note(
        f"All of it is there. Now wait: the silence after a good question belongs to {case.name}.",
        "People need a moment to find an answer that is their own.",
    )


# Faults of a criterion that get in the way as a roadblock does.
_KIN = {"advice_in_question": "advising", "yes_but": "arguing"}


def _note(criterion: str, found: Finding, rubric: Rubric) -> Note:
    fault = _KIN.get(str(found.fault), found.fault)
    block = next((words for name, words in ROADBLOCKS.items() if name == fault), None)
    why = block.why if block else _why(criterion, rubric)
    return Note(
        begun(f"{found.reason} {found.suggestion}".strip()),
        why,
        criterion,
        roadblock=block is not None,
        reply_spans=found.reply_spans,
        statement_spans=found.statement_spans,
    )


def _why(criterion: str, rubric: Rubric) -> str:
    """A copy is told of in every strategy, in the words of the one that looks for it."""
    found = rubric.by_id.get(criterion) or PARAPHRASE.by_id[criterion]
    return found.why


def _instead(case: Case, rubric: Rubric) -> Note:
    technique = case.observation.technique
    words = INSTEAD[technique]
    suggestion = getattr(words, rubric.strategy, "") or INSTEAD["other"].paraphrase
    moves = case.moves(technique)
    quote = (
        f"{case.said(moves[0].span)} reads as {words.what}"
        if moves
        else f"It reads as {words.what}"
    )
    verb = "" if technique not in QUESTIONS else ", and this exercise is for giving back"
    return Note(
        f"{quote}{verb}. {suggestion.format(name=case.name)}",
        rubric.main.why,
        rubric.main.id,
        reply_spans=spans_of(moves),
    )


def _yes_but(case: Case) -> Note:
    turn = next(
        (one for one in case.reply.words[1:] if one.text in ("but", "however", "still", "anyway")),
        None,
    )
    spans = (Span(turn.start, case.reply.words[-1].end),) if turn else ()
    word = case.reply.text[turn.start : turn.end] if turn else "but"
    return Note(
        f"What comes after “{word}” takes back what came before it. Stop just before it: "
        "the first half can stand alone.",
        "People hear what follows the “but”, and forget the rest.",
        "no_roadblock",
        roadblock=True,
        reply_spans=spans,
    )
