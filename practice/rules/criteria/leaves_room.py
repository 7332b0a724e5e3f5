"""Leaves room to be wrong: a tentative opening, a hedge, or a check at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from practice.rules.base import Span
from practice.rules.criteria.case import Case, Finding
from practice.rules.criteria.checks import check_in
from practice.rules.reading.reply import Reply

_HEDGE = re.compile(
    r"\b(?:"
    r"(?:it |that |this |you |there )?(?:(?:really|just|almost|all|must|does) )?(?:sounds?"
    r"|seems?|seem)"
    r"(?: (?:like|as if|as though|to me|that|to be))?"
    r"|(?:it|that) (?:looks|feels|comes across|is|was)(?: almost)? (?:like|as if|as though)"
    r"|almost (?:like|as if|as though)|as if|as though"
    r"|i(?: am)? (?:wonder|wondering|guess|guessing|imagine|imagining|sense|sensing|gather"
    r"|suppose|take it)\b"
    r"|i (?:get|am getting|have|got) (?:a|the|some) (?:sense|feeling|impression)"
    r"|i(?: am| think i| can)? (?:hear|hearing|picking up)\b|what i(?: am)? (?:hear|hearing"
    r"|picking up|sense|sensing)"
    r"|if i (?:am )?(?:understand|understood|hear|heard|hearing|get|got|following|follow|have)"
    r"|i (?:may|might|could) (?:be wrong|have this wrong|be off)|correct me|tell me if|stop me if"
    r"|let me (?:see|check|make sure)|(?:am )?i right in"
    r"|maybe|perhaps|possibly|could it be|might|may be|may have|kind of|sort of|in a way"
    r"|part of you|some part of you"
    r"|you would say|would you say|i may be|i might be"
    r")\b"
)
_SURE = r"(?:obviously|clearly|definitely|certainly|undoubtedly|plainly)"
_CERTAIN = re.compile(
    rf"\b(?:{_SURE} (?:, )?you (?:are|feel|have|want|were|do|need)\b"
    rf"|you (?:(?:are|feel|have|want|were|do|must|need) )?(?:so |just )?{_SURE}|^{_SURE}\b"
    r"|no doubt(?! about (?:that|it)\b)|without (?:a )?doubt|of course you|the truth is"
    r"|the fact is|there is no question"
    r"|i know (?:that )?you|i can tell (?:that )?you (?:are|feel|have|want|were|do)"
    r"|what you (?:really|actually) (?:feel|want"
    r"|mean|are)"
    r"|you (?:really|actually) (?:feel|want|are just|mean)"
    r"|it is (?:obvious|clear|plain)|anyone can see|i am (?:sure|certain) (?:that )?you)\b"
)
_SURELY = re.compile(_SURE)
_SWEEPING = re.compile(r"\b(?:always|never|everybody|everyone|nobody|no one|all of them)\b")
_FORMULA = 4  # words: long enough to be a habit, short enough to be heard as one


def judge(case: Case) -> Finding:
    norm = case.reply.norm
    room = _ends_in_check(case.reply)
    if room is None:
        hedge, certain = _HEDGE.search(norm), _CERTAIN.search(norm)
        room = _span(case.reply, hedge) if hedge else None
        if certain:
            surest = _SURELY.search(norm, certain.start(), certain.end()) or certain
            return _certain(case, _span(case.reply, surest), room is not None)
    if same_formula(case.reply, case.earlier):
        words = case.reply.words[:_FORMULA]
        opening = Span(words[0].start, words[-1].end)
        return Finding(
            "partly",
            0.3,
            f"{case.said(opening)} again, as in your last replies. Heard every time, it turns into "
            "a formula.",
            "Say this one without an opening, or check at the end instead: “…have I got that "
            "right?”",
            fault="same_formula",
            reply_spans=(opening,),
        )
    sweeping = _SWEEPING.search(norm) if room is None else None
    if sweeping and sweeping.group() not in case.task.given.words:
        return Finding(
            "partly",
            0.2,
            f"{case.said(_span(case.reply, sweeping))} is a large word, and {case.name} did not "
            "say it.",
            "A smaller word, or “It sounds like…” before it, leaves the door open.",
            reply_spans=(_span(case.reply, sweeping),),
        )
    if room is None:
        return Finding(
            "partly",
            0.5,
            f"Said as a plain fact. {case.name} can still correct it, but nothing invites that.",
            "An opening such as “It sounds like…”, or “…is that right?” at the end, leaves the "
            "door open.",
        )
    return Finding(
        "met",
        1.0,
        f"{case.said(room)} leaves {case.name} free to correct you.",
        reply_spans=(room,),
    )


def _certain(case: Case, words: Span, hedged: bool) -> Finding:
    return Finding(
        "partly" if hedged else "not_yet",
        0.4 if hedged else 0.0,
        f"{case.said(words)} sounds surer than anybody outside {case.name} can be.",
        f"Without {case.said(words)} the same words become a guess that can be put right.",
        fault="too_certain",
        reply_spans=(words,),
    )


def _span(reply: Reply, found: re.Match[str]) -> Span:
    return reply.span(found.start(), found.end())


def _ends_in_check(reply: Reply) -> Span | None:
    found = check_in(reply)
    return _span(reply, found) if found else None


def same_formula(reply: Reply, earlier: Sequence[Reply]) -> bool:
    """Whether this reply opens with the words that the last two opened with."""
    latest = list(earlier)[-2:]
    if len(latest) < 2:
        return False
    opening = [one.text for one in reply.words[:_FORMULA]]
    return len(opening) == _FORMULA and all(
        [one.text for one in other.words[:_FORMULA]] == opening for other in latest
    )
