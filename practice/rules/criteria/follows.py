"""Follows what was said: a question takes up something that this client gave."""

from __future__ import annotations

import re

from practice.rules.base import Span
from practice.rules.criteria.case import Case, Finding, merged
from practice.rules.criteria.grounding import AWAY, Nearness, nearness
from practice.rules.criteria.own_words import runs_of
from practice.rules.matchers import listed_words

_LOOSELY = 0.25  # of the weight
_FAR_OFF = 3.0  # of content that is new: no open question grows so far out of a story
_ELSEWHERE = 2.0  # of content that is new: about two telling words
_OF_ITS_OWN = 0.5  # of content: more than “what was that like?”

_POINTS_BACK = frozenset(
    "that those this these it there then he she they him her them his their both".split()
)
_STOCK = re.compile(
    r"^(?:(?:and|so|okay|well|mhm|hmm) (?:, )?)*"
    r"(?:how (?:does|did|do) (?:that|this|it|you) (?:make you )?feel"
    r"|(?:can|could|would) you tell me more|tell me more|what do you mean"
    r"|how are you(?: feeling)?(?: today| now)?|what is on your mind)"
    r"(?: about (?:that|this|it|your feelings|your emotions|how you feel|how that feels"
    r"|yourself))?[ .?!]*$"
)


_KIN = "|".join(listed_words()["words.kin"])
_THINK = "think|suppose|imagine|reckon|guess"
_OF_THEM = re.compile(
    r"\b(?:what|how|why|who) (?:is|are|was|were|do|does|did|has|have|had|would|will) "
    rf"(?:you (?:{_THINK}) )?(?:is )?(?:going on (?:for|with|in) (?:him|her|them)\b"
    rf"|(?:he|she|(?:your|his|her|their) (?:{_KIN}))\b)(?: \w+){{0,3}}"
)
_OF_THE_CLIENT = re.compile(
    rf"\b(?:you|yours|yourself)\b(?! (?:{_THINK}))|\byour\b(?! (?:{_KIN})\b)"
    r"|\b(?:that|this|it) like\b"
)
_SMALL_TALK = re.compile(
    r"\b(?:plans? for (?:the )?(?:summer|weekend|holidays?|evening|day|christmas)"
    r"|(?:do|did) you do for (?:a living|fun|work)|where (?:are|do) you (?:come )?from"
    r"|your favou?rite|(?:is|are) your hobb(?:y|ies)|how is the weather|the weather (?:like|there)"
    r"|did you (?:have for|watch)|star sign)\b"
)


def judge(case: Case) -> Finding:
    another = _of_another(case)
    if another is not None:
        return Finding(
            "not_yet",
            0.4,
            f"{case.said(another)} asks about somebody else; {case.name} can only guess.",
            f"Ask how it is for {case.name}.",
            fault="about_someone_else",
            reply_spans=(another,),
        )
    anchors = [one for one in case.content.matches if one.token.tells]
    near = nearness(case)
    if not anchors and not case.content.runs:
        return _unanchored(case, near)
    spans = merged([one.token for one in anchors], case.reply.text)
    said = merged([one.place for one in anchors if one.place], case.task.task.statement)
    if not anchors:
        spans, said = runs_of(case)
    words = case.said(max(spans, key=lambda one: one.end - one.start))
    if near in AWAY and _may_follow(case):
        return _loosely(case)._replace(reply_spans=spans, statement_spans=said)
    if near in AWAY:
        return Finding(
            "not_yet",
            0.2,
            f"Most of it is about something that {case.name} did not bring.",
            "Take up one word or thing that was said, and ask about that.",
            fault="off_topic",
            reply_spans=spans,
            statement_spans=said,
        )
    if near == "near":
        return Finding(
            "partly",
            0.6,
            f"{words} is {case.name}’s; the rest is new to the talk.",
            "Stay nearer: ask about something that was said.",
            reply_spans=spans,
            statement_spans=said,
        )
    return Finding(
        "met",
        1.0,
        f"{words} comes from what {case.name} said."
        if said
        else f"{words} takes up how it is for {case.name}.",
        reply_spans=spans,
        statement_spans=said,
    )


def _of_another(case: Case) -> Span | None:
    """Where a question asks about somebody of the story, and says nothing of the client."""
    norm = case.reply.norm
    asks = _OF_THEM.search(norm)
    if asks is not None and _OF_THE_CLIENT.search(norm) is None:
        whole = next(one for one in case.reply.sentences if asks.start() < one.end)
        return case.reply.span(whole.start, whole.end)
    fault = case.question_fault
    return fault[1] if fault is not None and fault[0] == "about_someone_else" else None


def _may_follow(case: Case) -> bool:
    """Whether it is one open question to the client: such a one may follow in words of its own."""
    return (
        bool(case.moves("open_question"))
        and not any(one.roadblock for one in case.observation.moves)
        and "you" in case.reply.word_set
        and case.new < _FAR_OFF
        and _SMALL_TALK.search(case.reply.norm) is None
    )


def _loosely(case: Case) -> Finding:
    return Finding(
        "partly",
        _LOOSELY,
        f"It may grow out of what {case.name} said; hardly a word of it is {case.name}’s.",
        "Take up one word or thing that was said, and ask about that.",
    )


def _unanchored(case: Case, near: Nearness) -> Finding:
    """A question that points back ("that", "they"), that fits anybody, or that is of elsewhere."""
    points_back = not _POINTS_BACK.isdisjoint(case.reply.word_set)
    if (near in AWAY or case.new >= _ELSEWHERE) and points_back and _may_follow(case):
        return _loosely(case)
    if near in AWAY or _SMALL_TALK.search(case.reply.norm) or case.new >= _ELSEWHERE:
        return Finding(
            "not_yet",
            0.0,
            f"It is about something that {case.name} did not bring.",
            "Take up one word or thing that was said, and ask about that.",
            fault="off_topic",
        )
    stock = _STOCK.match(case.reply.norm) is not None
    if stock or not points_back:
        return Finding(
            "not_yet",
            0.2,
            f"It could be put to anybody: nothing in it is {case.name}’s.",
            "Take up one word or thing that was said, and ask about that.",
            fault="off_topic" if stock else None,
        )
    asks = case.moves("open_question") and not case.moves("advice")
    if asks and case.new >= _OF_ITS_OWN and "you" in case.reply.word_set:
        return Finding(
            "met",
            0.9,
            f"It grows out of what {case.name} said, in words of your own.",
        )
    return Finding(
        "partly",
        0.6,
        f"It points back at what {case.name} said, without naming it.",
        "Name the one thing that you mean.",
    )
