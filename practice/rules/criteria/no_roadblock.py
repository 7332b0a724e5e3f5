"""No roadblock: nothing that turns the talk away from the client.

What each roadblock is called, why it gets in the way and what to try stands in
`coaching_words`; here only its weight is decided.
"""

from __future__ import annotations

import re

from practice.rules.base import Move, Roadblock, Span
from practice.rules.coaching_words import ROADBLOCKS
from practice.rules.content.words import Token
from practice.rules.criteria.asked import is_check, waits_to_be_put_right
from practice.rules.criteria.case import QUESTIONS, Case, Finding, rules_of, spans_of
from practice.rules.criteria.contradicts import opposite
from practice.rules.criteria.grounding import HELPERS, speaks_of_client
from practice.rules.criteria.steers import steers

# Noted, without a cap: they are kindly meant and leave the client the floor.
LIGHT = frozenset({"praising", "sympathising", "probing"})
_OPENS_WITH_NO = re.compile(r"(no|nope|wrong|not true|that is not true|actually) [,.!—]")
_INVITES = re.compile(
    r"(?:(?:can|could|would|will) you )?(?:please )?(?:tell me|say (?:more|a bit)|help me)"
)
_OBJECTS = re.compile(r"(?:but|(?:no|nope|nonsense|come on|actually) [,.!—])")
_OPENS_WITH_BUT = re.compile(
    r"but (?:surely |of course )?(?:you|it|that|he|she|they) "
    r"(?:can not|could not|can|could|must|are|is|do|does|did|have|has|were|was|will|would)\b"
)
_MUST = re.compile(
    r"\byou (?<!what you )(?<!all you )(?<!ever you )(?:\w+ )?(need|must(?! (?:be|have|feel)\b)"
    r"|should|have to|ought)\b(?! (?:feel|be feeling|have been))"
)
# Inside a question these are the client's: "when do you have to leave?"
_OBLIGED = re.compile(r"\byou (?:\w+ )?(?:have to|need|must|could|can)\b(?! not|['’]t)")
# Inside a reflection these are still the helper's: "it sounds like you should tell him".
_HELPERS_OWN = re.compile(
    r"\b(?:should|ought|better|at least|surely|why (?:do|did) ?n|try|tried|trying|consider(?:ed)?"
    r"|have you|had you|exactly how|i would"
    r"|i will)\b"
)
# What a client may have said of themselves: "you have to", "you think it is wrong".
_CLIENTS_TOO = frozenset(
    {
        "ordering",
        "advising",
        "judging",
        "warning",
        "arguing",
        "moralising",
        "labelling",
        "analysing",
    }
)
# What a helper sends clients to do: "you've got to tell Linda".
_DEALS_WITH_OTHERS = frozenset(
    "tell talk speak call ring phone ask apologise apologize confront report forgive trust".split()
)
_PAST = re.compile(r"\byou had to\b")
_THEIRS = 0.4  # of what a "have to" is about
# These only where the client used the words: nobody else would call them that.
_IN_THEIR_WORDS = frozenset({"labelling", "moralising", "judging", "analysing"})
_SENTENCES = 12  # more is no reply, and takes long to look through
_ELSEWHERE = 1.2  # of content weight: more than one telling word
_REASSURES_OUT = 0.34  # of the reply: comfort of this size closes the subject


def judge(case: Case) -> Finding:
    found = [
        one
        for one in case.observation.moves
        if one.roadblock and is_sure(case, one) and not inside_reflection(case, one)
    ]
    against = opposite(case)
    if against is not None and not any(is_heavy(case, one) for one in found):
        return _contradicts(case, *against)
    if not found:
        return _softly(case)
    worst = max(found, key=lambda one: (is_heavy(case, one), one.span.end - one.span.start))
    heavy = is_heavy(case, worst)
    steered = None if heavy else steers(case)
    if steered is not None:
        return _in_the_way(case, "advising", steered)
    words = ROADBLOCKS[worst.roadblock or "advising"]
    same = [one for one in found if is_heavy(case, one) == heavy]
    return Finding(
        "not_yet" if heavy else "partly",
        0.0 if heavy else 0.6,
        words.reason.format(quote=case.said(worst.span), name=case.name),
        words.suggestion.format(quote=case.said(worst.span), name=case.name),
        fault=worst.roadblock,
        rules=rules_of(same),
        reply_spans=spans_of(same),
    )


def _contradicts(case: Case, here: Span, there: Span) -> Finding:
    """The reply says the opposite of what the client said."""
    return Finding(
        "not_yet",
        0.0,
        f"{case.said(here)} says the opposite of {case.name}’s {case.client_said(there)}.",
        ROADBLOCKS["arguing"].suggestion.format(name=case.name),
        fault="arguing",
        reply_spans=(here,),
        statement_spans=(there,),
    )


def _softly(case: Case) -> Finding:
    """No roadblock, unless a small word can be heard as one."""
    norm = case.reply.norm
    no = _OPENS_WITH_NO.match(norm)
    if no and "no" not in case.task.given.words:
        span = case.reply.span(no.start(1), no.end(1))
        return Finding(
            "partly",
            0.5,
            f"{case.said(span)} begins by setting {case.name} right.",
            "Begin with how it looks from their side.",
            reply_spans=(span,),
        )
    away = _leads_away(case)
    if away is not None:
        return _in_the_way(case, "distracting", away)
    but = _OPENS_WITH_BUT.match(norm)
    if but:
        return _in_the_way(case, "arguing", case.reply.span(but.start(), but.end()))
    steered = steers(case)
    if steered is not None:
        return _in_the_way(case, "advising", steered)
    must = _MUST.search(norm)
    if must and not case.task.given.words & set(must.group(1).split()):
        span = case.reply.span(must.start(), must.end())
        return Finding(
            "partly",
            0.6,
            f"{case.said(span)} can be heard as an order, since {case.name} did not say it.",
            f"Say what it is like for {case.name}, and leave out what has to be.",
            reply_spans=(span,),
        )
    return Finding("met", 1.0, f"Nothing in it turns the talk away from {case.name}.")


def _in_the_way(case: Case, roadblock: Roadblock, span: Span) -> Finding:
    words = ROADBLOCKS[roadblock]
    return Finding(
        "not_yet",
        0.0,
        words.reason.format(quote=case.said(span), name=case.name),
        words.suggestion.format(quote=case.said(span), name=case.name),
        fault=roadblock,
        reply_spans=(span,),
    )


def _leads_away(case: Case) -> Span | None:
    """A question, where none was asked for, about something that nobody spoke of."""
    if not case.task.noted or case.task.task.strategy == "open_question":
        return None
    if len(case.reply.sentences) > _SENTENCES:
        return None
    matched = {one.token.start for one in case.content.matches}
    for move in case.moves(*QUESTIONS):
        if is_check(case, move) or waits_to_be_put_right(case, move):
            continue
        inside = _telling(case, move.span)
        if not any(one.start in matched for one in inside) and _news(inside) >= _ELSEWHERE:
            return move.span
    return None


def _news(words: list[Token]) -> float:
    return sum(one.weight for one in words if one.stem not in HELPERS)


def is_heavy(case: Case, move: Move) -> bool:
    """Whether this roadblock stands in the way, or is only noted."""
    if move.roadblock is None or move.roadblock in LIGHT or not is_sure(case, move):
        return False
    if inside_reflection(case, move):
        return False
    if move.roadblock != "reassuring":
        return True
    end_of_reply = case.reply.words[-1].end if case.reply.words else 0
    size = (move.span.end - move.span.start) / max(1, len(case.reply.text.strip()))
    return size >= _REASSURES_OUT or move.span.end >= end_of_reply


def is_sure(case: Case, move: Move) -> bool:
    """Whether a roadblock was found by its own pattern, and not by small signs alone.

    Small signs together ("weighed") say what a sentence is most like. That is not enough
    against a reply that plainly speaks of what the client told.
    """
    said = case.heard(move.span)
    if _INVITES.match(said) or (_OBLIGED.search(said) and case.asks(move)):
        return False
    return (
        not move.rule.endswith(".weighed")
        or not speaks_of_client(case)
        or _OBJECTS.match(case.reply.norm) is not None
    )


def inside_reflection(case: Case, move: Move) -> bool:
    """Whether the sentence as a whole gives something back ("You have to be there at six").

    A "but" before the roadblock takes that away again.
    """
    if move.roadblock not in _CLIENTS_TOO or move.rule == "judging.behind_a_stem":
        return False
    if move.roadblock in _IN_THEIR_WORDS and not _clients_words(case, move):
        return False
    for one in case.observation.moves:
        if one.kind == "reflection" and one.span.start <= move.span.start < one.span.end:
            between = case.reply.text[one.span.start : move.span.start].lower()
            return (
                " but " not in between
                and case.observation.technique == "reflection"
                and not _HELPERS_OWN.search(case.heard(move.span))
                and _of_the_client(case, move)
            )
    return False


def _of_the_client(case: Case, move: Move) -> bool:
    """Whether what one has to do, or could, was spoken of before: "You have to get up at three"."""
    if _PAST.search(case.heard(move.span)):
        return True
    words = case.reply.words
    does = next((one.text for one in words if one.start >= move.span.end), "")
    if does in _DEALS_WITH_OTHERS and does not in case.task.given.words:
        return False
    sentence = case.reply.sentence_at(move.span.start)
    end = words[sentence.last - 1].end if sentence else move.span.end
    held = {one.token.start for one in case.content.matches}
    inside = [one for one in _telling(case, Span(move.span.start, end)) if one.stem not in HELPERS]
    whole = sum(one.weight for one in inside)
    return whole < _ELSEWHERE / 2 or (
        sum(one.weight for one in inside if one.start in held) >= _THEIRS * whole
    )


def _clients_words(case: Case, move: Move) -> bool:
    """Whether whatever a roadblock says was said by the client first."""
    return all(one.stem in case.task.stems for one in _telling(case, move.span))


def _telling(case: Case, span: Span) -> list[Token]:
    """The words inside a part of the reply that say something."""
    return [
        one for one in case.content.words.tokens if one.tells and span.start <= one.start < span.end
    ]
