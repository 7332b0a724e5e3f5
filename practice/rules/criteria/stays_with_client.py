"""Stays with the client: "you" and "your", not the helper and not the people spoken of."""

from __future__ import annotations

import re

from practice.rules.base import Span
from practice.rules.criteria.case import Case, Finding

_YOU = frozenset({"you", "your", "yours", "yourself"})
_SUBJECT = frozenset({"you", "yourself"})
_HELPER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our"})
_OTHERS = re.compile(
    r"(?:(?:he|she|they|his|her|their)\b"
    r"|(?:your|the|this|that|these|those) (?:own )?(?:mother|mum|mom|father|dad|parents|brother"
    r"|sister|son|daughter"
    r"|husband|wife|partner|boyfriend|girlfriend|boss|manager|supervisor|friend|friends"
    r"|colleague|colleagues"
    r"|teacher|doctor|doctors|landlord|neighbour|neighbor|neighbours|neighbors|children|kids"
    r"|family|team"
    r"|ex|aunt|uncle|cousin|gran|grandmother|grandfather|nurse|nurses|people|coworker|coworkers"
    r"|roommate|flatmate"
    r"|in laws|mother in law|father in law|stepfather|stepmother|stepdad|stepmum|tutor"
    r"|professor|coach|man|woman"
    r"|guy|girl|boy|company|school|hospital)\b)"
)


def judge(case: Case) -> Finding:
    words = case.reply.words[case.content.stem :]
    said = {one.text for one in case.reply.words}
    yours = tuple(Span(one.start, one.end) for one in case.reply.words if one.text in _YOU)
    helper = [one for one in words if one.text in _HELPER]
    other = _about_others(case)
    if not said & _SUBJECT and other is not None:
        return Finding(
            "not_yet",
            0.0,
            f"{case.said(other)} looks at somebody who is not in the room.",
            f"Bring it back to {case.name}: what does it do to “you”?",
            fault="about_someone_else",
            reply_spans=(other,),
        )
    if len(helper) > len(yours):
        first = Span(helper[0].start, helper[-1].end)
        return Finding(
            "not_yet" if not said & _SUBJECT else "partly",
            0.0 if not said & _SUBJECT else 0.4,
            f"{case.said(first)} is about you more than about {case.name}.",
            "Begin with “you”, and the talk stays on their side.",
            reply_spans=tuple(Span(one.start, one.end) for one in helper[:4]),
        )
    if not yours:
        return Finding(
            "partly",
            0.7,
            f"It never says “you”; {case.name} may wonder whom it is about.",
            "A “you” would make it theirs.",
        )
    return Finding(
        "met", 1.0, f"{case.said(yours[0])}: it stays with {case.name}.", reply_spans=yours[:3]
    )


def _about_others(case: Case) -> Span | None:
    """The words that make somebody else the subject of the first sentence."""
    words = case.reply.words[case.content.stem :]
    if not words:
        return None
    found = _OTHERS.match(case.reply.norm, words[0].at)
    return case.reply.span(found.start(), found.end()) if found else None
