"""Gives the main points back: how much of what the client wants heard is in the reply."""

from __future__ import annotations

import re

from practice.rules.base import Span
from practice.rules.content.compare import Covered
from practice.rules.criteria.case import Case, Finding, joined, merged, quoted, rules_of
from practice.rules.criteria.grounding import BACK, nearness

# Words that say that something is there, and not what.
# Joins a feeling to what brings it.
_TIES = re.compile(
    r"^(?:(?:so|and|just|more|a bit|maybe) )*[\w'-]+ ,? ?"
    r"(?:by|at|of|about|because|that|when|after) "
)
VAGUE = frozenset(
    """
    difficult hard tough challenging rough tricky stuff issue issues problem problems matter matters
    situation weighing weigh weighs weight affecting affect affects bothering bother bothers
    whole current currently moment quite while dealing deal deals facing face period stage process
    lot lots going happening happens feelings feeling things thing
    type types way ways certain
    important significant meaningful complicated complex strong emotions emotion heavy long
    """.split()
)
_SCRAPS = re.compile(r" ?[.,;:!?—] ?")
_SCRAP = 4  # words
FULL = 0.6  # of a point's words: it is given back
HALF = 0.3
_NEED = 0.25  # of a bare statement's content: a summary need not hold everything
_NEED_AT_MOST = 3.0
_NEED_AT_LEAST = 1.0
_SAID = 0.45  # of that need, in a reply that is a reflection
_BASE = (
    0.35  # of the weight for content alone; the rest for giving it back, and not arguing with it
)
_FRESH = 0.4  # of a reflection's new content: it says the client's in other words
_ANCHORED = 0.3  # of content that is the client's, so that new words can stand for the rest
_PLAINLY = 0.7  # of a reply gives something back
_FULL_SUMMARY = 3.0  # of content
_ROOM = 21  # words: the same
_SUMMARY = 2.0  # of content: two points can be in it
_ROOMY = 0.75  # of the weight, at least
_ROOMY_AT_A_GUESS = 0.6  # where no point is held
_NONE_HELD = 0.5  # at most, where every point is only touched
_TOUCHED = 0.2  # of a point's words
_BENEFIT = 0.45  # a reflection in words we cannot trace may still give the point back


def judge(case: Case) -> Finding:
    special = _nothing_said(case)
    if special is not None:
        return special
    reflects = not case.task.noted and (case.by_voice or bool(case.moves("reflection")))
    if nearness(case) == "off" and not reflects and not _held_in_other_words(case):
        return _elsewhere(case)
    return _by_notes(case) if case.task.noted else _by_statement(case)


def _nothing_said(case: Case) -> Finding | None:
    """A stem alone, or words without a sentence."""
    if is_keyword_list(case):
        return Finding(
            "not_yet",
            0.15,
            f"These are words from {case.name}’s story; a sentence would carry them.",
            "Put them into one: “It sounds like you…”.",
            fault="keyword_list",
            reply_spans=(whole(case),),
        )
    if is_stem_alone(case):
        return Finding(
            "not_yet",
            0.0,
            f"{case.said(whole(case))} opens the door, and nothing of {case.name}’s comes through.",
            "After the opening, say the one thing that matters most here.",
            fault="stem_without_content",
            reply_spans=(whole(case),),
            statement_spans=_missing(case),
        )
    return None


def _elsewhere(case: Case) -> Finding:
    return Finding(
        "not_yet",
        0.0,
        f"Most of it is about something that {case.name} did not bring.",
        "Begin with the one thing most worth hearing again.",
        fault="off_topic",
        statement_spans=_missing(case),
    )


def _by_notes(case: Case) -> Finding:
    main = [one for one in case.content.covered if one.point.main] or list(case.content.covered)
    other = [one for one in case.content.covered if not one.point.main]
    held = [one for one in main if one.share >= FULL]
    missed = [one for one in main if one.share < FULL]
    share = sum(min(1.0, one.share / FULL) for one in main) / len(main)
    extra = sum(one.share >= FULL for one in other) / len(other) if other else 0.0
    spans = merged((span for one in main for span in one.spans), case.reply.text)
    if not missed:
        return Finding(
            "met",
            1.0,
            f"It gives back {joined([_named(one) for one in held[:2]])}.",
            reply_spans=spans,
            statement_spans=_said(held),
        )
    if held and _in_other_words(case, missed):
        return Finding(
            "met",
            0.95,
            f"It gives back {joined([_named(one) for one in held[:2]])}, and the rest in words of "
            "your own.",
            reply_spans=spans,
            statement_spans=_said(held),
        )
    absent = min(missed, key=lambda one: one.share)
    if _has_room(case):
        gives = f"It gives back {_named(held[0])}. If the rest stands" if held else "If it stands"
        return Finding(
            "partly",
            max(share, _ROOMY if held else _ROOMY_AT_A_GUESS),
            f"{gives} for {_named(absent)}, that could be plainer.",
            "A word of it would make sure.",
            reply_spans=spans,
            statement_spans=_said(missed),
        )
    if share < HALF and not held:
        return Finding(
            "not_yet",
            0.5 * share,
            f"What {case.name} most wants heard is not in it yet: {_named(absent)}.",
            "Begin with that.",
            fault="main_point_missing",
            statement_spans=_said(missed),
        )
    return Finding(
        "partly",
        min(0.95 if held else _NONE_HELD, share + 0.1 * extra),
        f"It gives back part of it; {_named(absent)} is still left out."
        if held or share >= HALF
        else f"{_named(absent)} is left out.",
        "Try to make room for it.",
        fault=None if held and absent.share >= _TOUCHED else "main_point_missing",
        reply_spans=spans,
        statement_spans=_said(missed),
    )


def _held_in_other_words(case: Case) -> bool:
    """Whether main points are there although most of the words are new.

    All of them, in a reply that is the client's for half of it or more; or one, in a reply that
    plainly gives something back.
    """
    held = [one.share >= FULL for one in case.content.covered if one.point.main]
    if case.reflecting >= _PLAINLY:
        return any(held)
    return case.taken >= case.new and bool(held) and all(held)


def _has_room(case: Case) -> bool:
    """Whether a reply is long enough, and of the client enough, to hold more than it names."""
    return (
        len(case.reply.words) >= _ROOM
        and case.reflecting >= BACK
        and case.content.taken + case.new >= _SUMMARY
        and nearness(case) != "off"
    )


def _in_other_words(case: Case, missed: list[Covered]) -> bool:
    """Whether what cannot be traced may well stand for the points that are only touched.

    A full reflection of this client that touches each of its points, and holds one of them, is a
    summary in a trainee's own words; a short one has left something out.
    """
    return (
        case.reflecting >= _PLAINLY
        and nearness(case) == "on"
        and case.content.taken + case.new >= _FULL_SUMMARY
        and len(case.reply.words) >= _ROOM
        and all(one.share >= _TOUCHED for one in missed)
    )


def _by_statement(case: Case) -> Finding:
    """Without an author's notes: how much of what the statement says is taken up.

    New words of a reflection stand, for a part, for words of the client's: that is what "in your
    own words" asks for.
    """
    content = case.content
    need = min(_NEED_AT_MOST, max(_NEED_AT_LEAST, _NEED * case.task.weight))
    certain = 1.0 if case.by_voice else min(1.0, case.reflecting / 0.75)
    fresh = _FRESH * certain * case.new if content.taken >= _ANCHORED else 0.0
    share = min(1.0, (content.taken + fresh) / need)
    reflects = case.by_voice or bool(case.moves("reflection"))
    back = _BASE + (1.0 - _BASE) * certain
    telling = [one for one in content.matches if one.token.tells]
    spans = merged([one.token for one in telling], case.reply.text)
    said = merged([one.place for one in telling if one.place], case.task.task.statement)
    if share >= FULL or (reflects and share >= _SAID):
        return Finding(
            "met",
            back * (0.7 + 0.15 * share + 0.15 * _to_the_end(case)),
            f"It takes up what {case.name} said.",
            rules=rules_of(case.moves("reflection")),
            reply_spans=spans,
            statement_spans=said,
        )
    if share >= HALF or reflects:
        floor = 0.0 if not reflects else _BENEFIT if nearness(case) == "on" else HALF
        return Finding(
            "partly",
            back * max(share, floor),
            f"It takes up some of what {case.name} said.",
            "What would be the one thing most worth hearing again?",
            fault=None if reflects else "main_point_missing",
            rules=rules_of(case.moves("reflection")),
            reply_spans=spans,
            statement_spans=said,
        )
    return Finding(
        "not_yet",
        0.5 * share,
        f"There is little in it that {case.name} said.",
        "Begin with the one thing most worth hearing again.",
        fault="off_topic" if content.taken < 1 else "main_point_missing",
    )


def _to_the_end(case: Case) -> float:
    """How far a reply goes along with the statement, of 1: what hurts mostly comes last."""
    sentences = len(case.task.statement.reply.sentences)
    return (max(case.reached, default=-1) + 1) / sentences if sentences else 1.0


def whole(case: Case) -> Span:
    """All of the reply's words."""
    words = case.reply.words
    return Span(words[0].start, words[-1].end) if words else Span(0, len(case.reply.text))


def is_stem_alone(case: Case) -> bool:
    """Whether an opening, or words that fit anybody, is all there is."""
    body = [
        one
        for one in case.content.words.tokens[case.content.stem :]
        if one.tells and one.word not in VAGUE
    ]
    held = {one.token.start for one in case.content.matches}
    if len(body) == 1 and body[0].start not in held and not VAGUE.isdisjoint(case.reply.word_set):
        body = []  # "some stuff going on with the whole work thing"
    if any(
        one.clients and not VAGUE & set(one.mention.text.lower().split()) for one in case.feelings
    ):
        return False
    return not body and case.content.stem > 0


def is_keyword_list(case: Case) -> bool:
    """Whether the reply is content words alone, with hardly a word to join them."""
    words = case.content.words.tokens
    if len(words) < 4 or {"you", "your", "i", "it", "that"} & case.reply.word_set:
        return False
    if _TIES.search(case.reply.norm) and any(one.clients for one in case.feelings):
        return False  # "Trapped, by something that others envy."
    joining = sum(1 for one in words if not one.weight)
    return joining <= (0.4 if _in_scraps(case) else 0.25) * len(words)


def _in_scraps(case: Case) -> bool:
    """Whether it is three scraps of the story or more, of a few words each, with commas between."""
    scraps = [one.split() for one in _SCRAPS.split(case.reply.norm) if one]
    theirs = {one.token.word for one in case.content.matches if one.token.tells}
    return len(scraps) >= 3 and all(
        len(one) <= _SCRAP and not theirs.isdisjoint(one) for one in scraps
    )


def _named(one: Covered) -> str:
    text = one.point.text.strip().rstrip(".")
    return quoted(one.point.quote) if one.point.quote else quoted(text)


def _said(points: list[Covered]) -> tuple[Span, ...]:
    return tuple(one.point.span for one in points if one.point.span)


def _missing(case: Case) -> tuple[Span, ...]:
    return _said([one for one in case.content.covered if one.point.main])
