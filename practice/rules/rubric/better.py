"""The nearest better version: one small edit of the trainee's own reply, the same every time.

Each edit only cuts, swaps an opening or adds one, so that what is left is still the trainee's
sentence. It is scored again by the same rules, and shown only if it stands by itself: it does
what the exercise is for, and has nothing left in it that gets in the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from practice.rules.base import Move, Span
from practice.rules.criteria.asked import asked, is_check
from practice.rules.criteria.case import QUESTIONS, Case
from practice.rules.criteria.feelings_sized import sized_words
from practice.rules.feelings.lexicon import lookup
from practice.rules.reading.reply import Sentence
from practice.rules.rubric.caps import ROADBLOCK_CAPS
from practice.rules.rubric.judging import Judged
from practice.rules.rubric.rubrics import Rubric
from practice.rules.rubric.together import TOGETHER

_SENTENCES = 12  # a longer reply is not one edit away from anything
_MOST = 3  # candidates scored again: each costs as much as the reply itself
_STANDS = 60  # points: an example that scores less is none
_SHORTEST = 6  # words of a paraphrase: fewer are what a cut has left over
_MAY_STAY = frozenset({"feeling_untied", "main_point_missing", "partly_reflection", TOGETHER})


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
    for name, make in _MAKERS.items():
        if not _can_rise(name, judged):
            continue
        for one in make(case, rubric, judged):
            if not one.after.strip():
                continue
            finished = replace(one, after=_finished(one.after))
            if finished.after not in [other.after for other in found]:
                found.append(finished)
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])


def stands(changed: Case, rubric: Rubric, judged: Judged) -> bool:
    """Whether what an edit made can be shown as an example, scored as it now is.

    A reply that is cut down to another slip, or to words that point at what was cut, is none.
    """
    words = changed.content.words.tokens
    enough = rubric.strategy != "paraphrase" or len(words) >= _SHORTEST
    return (
        enough
        and any(one.tells for one in words)
        and judged.score >= _STANDS
        and all(one.id in _MAY_STAY for one in judged.caps)
    )


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


def _can_rise(edit: str, judged: Judged) -> bool:
    lifts = _LIFTS.get(edit, frozenset())
    return all(
        one.limit > judged.alone
        or one.id in lifts
        or one.id == TOGETHER
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
    if gone and kept and not _hangs(case, gone, kept[0]):
        yield _without(case, gone, "cut_sentence", f"Leave out {case.said(_typed(case, gone[0]))}.")


# What points at a sentence before it: alone it would hang in the air.
_HANGS = frozenset("it that this these those they he she then there so him her them".split())
_OPENS = frozenset("sounds seems looks feels must".split())  # "It sounds…" points at nothing


def _hangs(case: Case, gone: list[Sentence], first: Sentence) -> bool:
    if first.first == 0 or gone[0].first > first.first:
        return False
    words = case.reply.words[first.first : first.last]
    if words[0].text not in _HANGS:
        return False
    return len(words) < 2 or words[1].text not in (*_OPENS, "you", "what", "how", "when", "where")


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
            whole = _typed(case, sentence)
            yield _cut(
                case.reply.text,
                Span(span.start, whole.end),
                "cut_clause",
                f"Stop before {case.said(span)}.",
                end="?" if _asks(case.reply.text[whole.start : span.start]) else ".",
            )
            return


def _one_question(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    if rubric.strategy != "open_question":
        return
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
    keep = max(found.open or found.all, key=lambda one: _weight(case, one))
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


def _weight(case: Case, move: Move) -> float:
    """How much of the client's a question takes up; of equal ones the first is the one to keep."""
    inside = range(move.span.start, move.span.end)
    return sum(one.worth for one in case.content.matches if one.token.start in inside)


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

_BEHIND = r"(?= (?:when|about|after|before|at|with|of)\b|\s*\?|\s*\Z)"
_SIZE = r"(?:really |very |so |a bit |too )?"
_FELT = re.compile(
    r"\A(?:so |and |well |okay |ok )?,? ?(did|do) you (?:feel|get|become) "
    rf"{_SIZE}(?P<felt>[\w'’ -]{{2,30}}?){_BEHIND}",
    re.I,
)
_WAS = re.compile(
    rf"\A(was|is) (it|that|this) {_SIZE}(?:hard|difficult|easy|tough|scary|nice|good|bad|awful"
    r"|painful|strange|weird|lonely|stressful|tiring|upsetting|exciting|embarrassing|awkward"
    r"|frightening|frustrating|sad|fun|terrible|horrible|okay|overwhelming)"
    r"(?: and [\w'’-]+)?(?= (?:for|when|to|after)\b|\s*\?|\s*\Z)",
    re.I,
)
_WERE = re.compile(
    rf"\A(were|are) you (?:feeling )?{_SIZE}(?P<felt>[\w'’-]+){_BEHIND}",
    re.I,
)
# "Are you happy with it?" asks how one feels about it.
_ABOUT = re.compile(r"\A (?:with|of|at(?= (?:him|her|them|your|his|their|me)\b))\b")
_CHOICE = re.compile(r",? or\b.*\Z", re.S)
_WHY = re.compile(
    r"(?:\A|(?<=[.!?] ))(?:so |and |but )?why (?:(did|do) you (?:have to )?"
    r"(?!not\b|never\b|even\b|just\b|always\b|keep\b|think\b)|(are|were) you (?=so \w+ ?\?))",
    re.I,
)


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
        if hit is None or not _is_feeling(hit):
            continue
        aux = hit.group(1).lower()
        start = opening(aux, hit)
        rest = _CHOICE.sub("", question[hit.end() :])
        if start.startswith("How"):
            rest = _ABOUT.sub(" about", rest)
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


def _is_feeling(hit: re.Match[str]) -> bool:
    """Whether what was asked about is a feeling, where it has to be: "are you ready?" is none."""
    felt = hit.groupdict().get("felt")
    return felt is None or (felt.lower() != "hurt" and bool(lookup(felt)))


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


_WHAT = {
    "did": "What led you to ",
    "do": "What leads you to ",
    "are": "What makes you ",
    "were": "What made you ",
}


def _why_to_what(case: Case, rubric: Rubric, judged: Judged) -> Iterator[Edit]:
    if rubric.strategy != "open_question":
        return
    hit = _WHY.search(case.reply.text)
    if hit is None:
        return
    opening = _WHAT[(hit.group(1) or hit.group(2)).lower()]
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
    r"|this)|hearing (?:that|this))(?: too| as well)?",
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
    if case.reply.text[: hit.start()].rstrip()[-1:] not in ("", *".!?"):
        made = made[0].lower() + made[1:]  # "Oh, it sounds like…"
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


_TAG = re.compile(r", (?:is|are|do|does|did|was|were|have|has)(?:n['’]t)? (?:it|you|they)\b", re.I)


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
    first = case.reply.sentences[0]
    held = any(one.id != TOGETHER for one in judged.caps)
    if not _PLAIN_YOU.match(text) or held or first.question or _TAG.search(text):
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


_LOOSE_END = re.compile(r"(?<![\s,;:—–-])(?:[\s,;:—–-]|\b(?:and|so|because|but)\s*\Z)+\Z", re.I)
_ASKS = re.compile(
    r"\A(?:so|and|but|well|okay|ok)?,? ?(?:what|how|why|when|where|who|which|do|does|did|are|is"
    r"|was|were|have|has|had|can|could|would|will|should)\b",
    re.I,
)
_JOINED = re.compile(r"\A(?:and|but|anyway|also|then)\b,? ?", re.I)


def _asks(text: str) -> bool:
    """Whether a sentence begins as a question does."""
    return _ASKS.match(text.strip()) is not None


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
    after = re.sub(r"\s{2,}", " ", "".join(kept)).strip()
    if spans[0].start <= len(text) - len(text.lstrip()):
        after = _JOINED.sub("", after)  # "And how…": there is nothing left to join it to
    return Edit(name, says, after, removed=tuple(spans))


def _finished(text: str) -> str:
    """A text that begins with a capital and ends in a full stop or a question mark."""
    text = text.rstrip()
    last = re.split(r"(?<=[.!?…])\s+", text)[-1]
    mark = "?" if _asks(last) or text.endswith("?") else "."
    text = re.sub(r"[\s!,;:]+\Z", "", text)
    if not text.endswith((".", "?", "…")) and not re.search(r"[.?…][\"”’')]\Z", text):
        text += mark
    return text[:1].upper() + text[1:]


_MAKERS: Mapping[str, Maker] = {  # by the id of their edits, the most promising first
    "stop_before_but": _stop_before_but,
    "cut_sentence": _cut_sentence,
    "cut_clause": _cut_clause,
    "one_question": _one_question,
    "open_up": _open_up,
    "why_to_what": _why_to_what,
    "drop_question": _drop_question,
    "turn_to_you": _turn_to_you,
    "right_size": _right_size,
    "less_certain": _less_certain,
    "add_stem": _add_stem,
}
