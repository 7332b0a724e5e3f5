"""The nearest better version: one small edit of the trainee's own reply, the same every time.

Each edit only cuts, swaps an opening or adds one, so that what is left is still the trainee's
sentence. Whether it is better is not decided here: it is scored again by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from practice.rules.base import Move, Span
from practice.rules.criteria.asked import asked, is_check
from practice.rules.criteria.case import QUESTIONS, Case
from practice.rules.criteria.feelings_sized import sized_words
from practice.rules.reply import Sentence
from practice.rules.rubric import Rubric
from practice.rules.rubric_caps import ROADBLOCK_CAPS
from practice.rules.rubric_judging import Judged

_SENTENCES = 12  # a longer reply is not one edit away from anything
_MOST = 3  # candidates scored again: each costs as much as the reply itself


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit: its id, what it says to the learner, and the text it makes."""

    id: str
    says: str
    after: str
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


def edits(case: Case, rubric: Rubric, judged: Judged) -> tuple[Edit, ...]:
    """The edits that fit what was found, the most promising first, at most a few."""
    found: list[Edit] = []
    if len(case.reply.sentences) > _SENTENCES:
        return ()
    for make in _MAKERS:
        for one in make(case, rubric, judged):
            if not one.after.strip() or not _can_rise(one, judged):
                continue
            if one.after not in [other.after for other in found]:
                found.append(one)
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])


Maker = Callable[[Case, Rubric, Judged], Iterator[Edit]]

_CUTS = frozenset({*ROADBLOCK_CAPS, "yes_but", "question_instead", "partly_reflection", "too_long"})
# The caps that an edit can lift. Under any other the score cannot rise, and is not tried.
_LIFTS: Mapping[str, frozenset[str]] = {
    "stop_before_but": _CUTS,
    "cut_sentence": _CUTS | {"several_questions", "advice_in_question", "no_question"},
    "cut_clause": _CUTS,
    "one_question": frozenset({"several_questions", "closed_question", "fact_question"}),
    "drop_question": frozenset({"question_instead", "partly_reflection"}),
    "open_up": frozenset({"closed_question", "leading_question"}),
    "why_to_what": frozenset({"blaming_why"}),
    "turn_to_you": frozenset({"helpers_own_feeling", "no_feeling", "taking_over", "sympathising"}),
    "right_size": frozenset({"too_strong", "too_weak"}),
    "less_certain": frozenset({"too_certain"}),
}


def _can_rise(edit: Edit, judged: Judged) -> bool:
    lifts = _LIFTS.get(edit.id, frozenset())
    return all(
        one.limit > judged.score
        or one.id in lifts
        or (one.id.startswith("not_reflection.") and lifts)
        for one in judged.caps
    )


# Cutting ----------------------------------------------------------------------------------


def _stop_before_but(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    blocks = _in_the_way(case, judged)
    if not blocks and "yes_but" not in judged.faults:
        return
    for at, word in enumerate(case.reply.words):
        if word.text not in ("but", "however", "though", "although") or at < 3:
            continue
        if "yes_but" in judged.faults or any(
            one.span.end > word.start and one.span.start >= word.start - 2 for one in blocks
        ):
            yield _cut(
                case.reply.text,
                Span(word.start, len(case.reply.text.rstrip())),
                "stop_before_but",
                f"Stop before “{case.reply.text[word.start : word.end]}”.",
            )
            return


def _cut_sentence(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    blocks = _in_the_way(case, judged)
    if not blocks or len(case.reply.sentences) < 2:
        return
    gone = [
        one
        for one in case.reply.sentences
        if any(_overlap(_typed(case, one), block.span) for block in blocks)
    ]
    kept = [one for one in case.reply.sentences if one not in gone]
    if gone and kept:
        yield _without(case, gone, "cut_sentence", "Leave out the part that gets in the way.")


def _cut_clause(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    """The last clause of a sentence, where the roadblock is in it and the rest can stand."""
    blocks = _in_the_way(case, judged)
    for sentence in case.reply.sentences:
        if len(sentence.clauses) < 2:
            continue
        last = sentence.clauses[-1]
        words = case.reply.words
        span = Span(words[last.first].start, words[last.last - 1].end)
        before = words[last.first - 1].end if last.first else 0
        mark = case.reply.text[before : span.start]
        if last.first - sentence.first < 3 or not re.search(r"[,;—–]", mark):
            continue
        if any(
            block.span.start >= span.start - 2 and block.span.end <= span.end + 2
            for block in blocks
        ):
            yield _cut(
                case.reply.text,
                Span(span.start, _typed(case, sentence).end),
                "cut_clause",
                "Stop before the part that gets in the way.",
            )
            return


def _one_question(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    found = asked(case)
    if found.double is not None:
        yield _cut(
            case.reply.text,
            Span(found.double.start, len(case.reply.text.rstrip())),
            "one_question",
            "Stop after the first question.",
            end="?",
        )
        return
    if found.count < 2:
        return
    keep = (found.open or found.all)[0]
    gone = [
        one
        for one in case.reply.sentences
        for move in found.all
        if move is not keep
        and _overlap(_typed(case, one), move.span)
        and not _overlap(_typed(case, one), keep.span)
    ]
    if gone:
        yield _without(case, gone, "one_question", f"Keep {case.said(keep.span)}, and wait.")


def _drop_question(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    """Beside a reflection, the question can go."""
    if rubric.strategy == "open_question" or not case.moves("reflection"):
        return
    questions = [
        one for one in case.observation.moves if one.kind in QUESTIONS and not is_check(case, one)
    ]
    back = case.moves("reflection")
    gone = [
        one
        for one in case.reply.sentences
        if any(_overlap(_typed(case, one), move.span) for move in questions)
        and not any(_overlap(_typed(case, one), move.span) for move in back)
    ]
    if gone and len(gone) < len(case.reply.sentences):
        yield _without(
            case, gone, "drop_question", f"Leave the question for later; {case.name} will go on."
        )


# Turning ----------------------------------------------------------------------------------

_FELT = re.compile(
    r"\A(?:so |and |well |okay |ok )?,? ?(did|do) you (?:feel|get|become) (?!like\b|that\b"
    r"|as\b)[\w'’ -]{2,40}?(?= (?:when|about|after|before|at|with|that|because|by|in)\b|\s*\?"
    r"|\s*\Z)",
    re.I,
)
_WAS = re.compile(
    r"\A(was|is) (it|that|this) (?:really |very |so |a bit "
    r"|too )?[\w'’-]+(?: and [\w'’-]+)?(?= (?:for|when|to|after|with|at)\b|\s*\?|\s*\Z)",
    re.I,
)
_WERE = re.compile(
    r"\A(were|are) you (?:feeling )?(?:really |very |so |a bit |too )?[\w'’-]+(?= (?:when|about"
    r"|after|before|at|with|that|because|by|in|of)\b|\s*\?|\s*\Z)",
    re.I,
)
_WHY = re.compile(r"\bwhy (did|do|were|are) you ", re.I)


def _open_up(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    """A closed question with a feeling or a quality in it, opened with "how" or "what"."""
    if rubric.strategy != "open_question":
        return
    found = asked(case)
    if not found.closed:
        return
    span = found.closed[0].span
    text = case.reply.text
    question = text[span.start : span.end]
    for pattern, opening in _OPENERS:
        hit = pattern.match(question)
        if hit is None:
            continue
        aux = hit.group(1).lower()
        start = opening(aux, hit)
        rest = question[hit.end() :]
        if start.startswith("How") and re.match(r" of\b", rest):
            continue
        made = (start + rest).rstrip(" .?!") + "?"
        after = text[: span.start] + made + text[span.end :].lstrip("?")
        yield Edit(
            "open_up",
            f"Begin with “{start.split(' ')[0]}”, and leave the answer to {case.name}.",
            after,
            removed=(Span(span.start, span.start + hit.end()),),
            added=(Span(span.start, span.start + len(start)),),
        )
        return


def _how_feel(aux: str, hit: re.Match[str]) -> str:
    return f"How {aux} you feel"


def _what_like(aux: str, hit: re.Match[str]) -> str:
    return f"What {aux} {hit.group(2).lower()} like"


def _how_were(aux: str, hit: re.Match[str]) -> str:
    return "How did you feel" if aux == "were" else "How do you feel"


_OPENERS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], str]], ...] = (
    (_FELT, _how_feel),
    (_WAS, _what_like),
    (_WERE, _how_were),
)


def _why_to_what(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    if rubric.strategy != "open_question":
        return
    hit = _WHY.search(case.reply.text)
    if hit is None:
        return
    aux = hit.group(1).lower()
    opening = {"did": "What led you to ", "do": "What leads you to "}.get(aux)
    if opening is None:
        return
    if not hit.group()[0].isupper():
        opening = opening[0].lower() + opening[1:]
    after = case.reply.text[: hit.start()] + opening + case.reply.text[hit.end() :]
    yield Edit(
        "why_to_what",
        "Ask “what” in place of “why”.",
        after,
        removed=(Span(hit.start(), hit.end() - 1),),
        added=(Span(hit.start(), hit.start() + len(opening) - 1),),
    )


_I_FEEL = re.compile(
    r"\bI(?:['’]m| am| feel| felt)( (?:so|really|very|just))* (\w+) (?:for you|to hear (?:that"
    r"|this)|hearing (?:that|this))",
    re.I,
)


def _turn_to_you(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    """ "I feel sad for you" says the right word about the wrong person."""
    if rubric.strategy != "reflect_emotions" or "helpers_own_feeling" not in judged.faults:
        return
    hit = _I_FEEL.search(case.reply.text)
    if hit is None or hit.group(2).lower() == "sorry":
        return
    made = f"It sounds like you feel{hit.group(1) or ''} {hit.group(2)}"
    after = case.reply.text[: hit.start()] + made + case.reply.text[hit.end() :]
    yield Edit(
        "turn_to_you",
        f"Give the feeling to {case.name}: “you feel” in place of “I feel”.",
        after,
        removed=(Span(hit.start(), hit.end()),),
        added=(Span(hit.start(), hit.start() + len(made)),),
    )


def _right_size(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    """A word of the same family at the client's strength."""
    if rubric.strategy != "reflect_emotions" or not {"too_strong", "too_weak"} & set(judged.faults):
        return
    for span, word in sized_words(case):
        text = case.reply.text
        after = text[: span.start] + word + text[span.end :]
        yield Edit(
            "right_size",
            f"Try “{word}” in place of {case.said(span)}.",
            after,
            removed=(span,),
            added=(Span(span.start, span.start + len(word)),),
        )


# Adding -----------------------------------------------------------------------------------

_PLAIN_YOU = re.compile(
    r"\A(You)(['’]re| are| feel| felt| have|['’]ve| want| do| don['’]t| were| think| need)\b"
)
_CERTAIN = re.compile(r"\b(obviously|clearly|definitely|certainly|undoubtedly|plainly)\b,? ?", re.I)


def _less_certain(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    if "too_certain" not in judged.faults:
        return
    hit = _CERTAIN.search(case.reply.text)
    if hit is None:
        return
    text = case.reply.text
    rest = text[hit.end() :]
    if not text[: hit.start()].strip():
        rest = rest[:1].upper() + rest[1:]
    yield Edit(
        "less_certain",
        f"Leave out “{hit.group(1).lower()}”.",
        text[: hit.start()] + rest,
        removed=(Span(hit.start(), hit.end()),),
    )


def _add_stem(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    room = judged.findings.get("leaves_room")
    if room is None or room.verdict == "met" or room.fault is not None:
        return
    text = case.reply.text
    if not _PLAIN_YOU.match(text) or judged.caps:
        return
    stem = "It sounds like y"
    yield Edit(
        "add_stem",
        "Open with “It sounds like”, so that it can be put right.",
        stem + text[1:],
        removed=(),
        added=(Span(0, len(stem) - 2),),
    )


# Shared -----------------------------------------------------------------------------------


def _in_the_way(case: Case, judged: Judged) -> list[Move]:
    return [
        one
        for one in case.observation.moves
        if one.roadblock or one.kind in ("advice", "confrontation", "disclosure")
    ]


def _typed(case: Case, sentence: Sentence) -> Span:
    return case.reply.span(sentence.start, sentence.end)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_LOOSE_END = re.compile(r"[\s,;:—–-]+\Z")


def _cut(text: str, span: Span, name: str, says: str, end: str = ".") -> Edit:
    """The text up to the cut, closed with a full stop."""
    left = _LOOSE_END.sub("", text[: span.start])
    if left and left[-1] not in ".?!…":
        left += end
    return Edit(name, says, left, removed=(Span(span.start, span.end),))


def _without(case: Case, gone: list[Sentence], name: str, says: str) -> Edit:
    text = case.reply.text
    spans = [_typed(case, one) for one in gone]
    kept: list[str] = []
    at = 0
    for span in spans:
        kept.append(text[at : span.start])
        at = span.end
    kept.append(text[at:])
    after = re.sub(r"[ \t]{2,}", " ", "".join(kept)).strip()
    return Edit(name, says, after, removed=tuple(spans))


_MAKERS: tuple[Maker, ...] = (
    _stop_before_but,
    _cut_sentence,
    _cut_clause,
    _one_question,
    _open_up,
    _why_to_what,
    _drop_question,
    _turn_to_you,
    _right_size,
    _less_certain,
    _add_stem,
)
