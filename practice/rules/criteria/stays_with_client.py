"""Stays with the client: "you" and "your", not the helper and not the people spoken of."""

from __future__ import annotations

import re

from practice.rules.base import Span
from practice.rules.criteria.case import GIVES, Case, Finding
from practice.rules.reading.reply import Reply

# Where "I" only says that something is being given back, or asks whether it is right.
_OWN = (
    re.compile(
        r"\b(?:what )?i (?:am |can |really |just |do |might |may |could )*"
        r"(?:wonder|wondering|hear|hearing|guess|guessing|imagine|imagining|sense|sensing"
        r"|gather|suppose"
        r"|take it|get a sense|get the sense|notice|noticing|understand|be wrong|have (?:this"
        r"|that) wrong"
        r"|am off|picking up)\b"
    ),
    re.compile(r"\bif i (?:am )?\w+"),
    re.compile(r"\b(?:have|did|do|am) i \w+"),
    re.compile(r"\b(?:correct|stop|tell) me\b"),
    re.compile(r"\blet me (?:see|check|make sure)(?: (?:if|that) i (?:have )?\w+)?"),
    re.compile(r"\bi (?:see|understand|hear you)(?= [,.—]|$)"),
)
_YOU = frozenset({"you", "your", "yours", "yourself"})
_SUBJECT = frozenset({"you", "yours", "yourself"})
_BEFORE_AN_OBJECT = frozenset("with at to on for of by about than from behind without".split())
_HELPER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our"})
_OTHERS = re.compile(
    r"(?:(?:so|and|well|ah|oh|but) (?:, )?)?"
    r"(?:(?:he|she|they|his|her|their)\b"
    r"|(?:your|the|this|that|these|those) (?:(?:own|poor|little|old|young) )?"
    r"(?:mother|mum|mom|father|dad|parents|brother"
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
    said = case.reply.word_set
    yours = tuple(Span(one.start, one.end) for one in case.reply.words if one.text in _YOU)
    helper = [one for one in words if one.text in _HELPER]
    if helper:
        opening = _openings(case.reply)
        helper = [one for one in helper if one.at not in opening]
    other = _about_others(case)
    if other is not None and not _has_subject(case.reply):
        gives = (
            not case.task.noted
            and case.reflecting >= GIVES  # it may be the client's point, said of others
            and not any(one.mention.owner == "other" for one in case.feelings)
        )
        return Finding(
            "partly" if gives else "not_yet",
            0.3 if gives else 0.0,
            f"{case.said(other)} looks at somebody who is not in the room.",
            f"Bring it back to {case.name}: what does it do to “you”?",
            fault="about_someone_else",
            reply_spans=(other,),
        )
    if len(helper) > len(yours) or (helper and not said & _SUBJECT):
        first = Span(helper[0].start, helper[0].end)
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
            0.3,
            f"It never says “you”; {case.name} may wonder whom it is about.",
            "A “you” would make it theirs.",
        )
    if helper:
        return Finding(
            "partly",
            0.6,
            f"It stays with {case.name} for the most part; "
            f"{case.said(Span(helper[0].start, helper[0].end))} turns to you.",
            "Leave yourself out of it for now.",
            reply_spans=tuple(Span(one.start, one.end) for one in helper[:4]),
        )
    return Finding(
        "met", 1.0, f"{case.said(yours[0])}: it stays with {case.name}.", reply_spans=yours[:3]
    )


def _openings(reply: Reply) -> set[int]:
    """Where an "I" belongs to a stem or a check ("I wonder if", "have I got that?")."""
    return {
        at
        for pattern in _OWN
        for found in pattern.finditer(reply.norm)
        for at in range(found.start(), found.end())
    }


def _about_others(case: Case) -> Span | None:
    """The words that make somebody else the subject of the first sentence."""
    words = case.reply.words[case.content.stem :]
    if not words:
        return None
    found = _OTHERS.match(case.reply.norm, words[0].at)
    return case.reply.span(found.start(), found.end()) if found else None


def _has_subject(reply: Reply) -> bool:
    """Whether a "you" is more than what somebody else's doing is aimed at: "angry with you"."""
    words = [one.text for one in reply.words]
    return any(
        word in _SUBJECT and (not at or words[at - 1] not in _BEFORE_AN_OBJECT)
        for at, word in enumerate(words)
    )
