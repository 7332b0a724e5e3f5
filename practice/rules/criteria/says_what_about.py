"""Says what it is about: the feeling tied to what brings it."""

from __future__ import annotations

import re
from collections.abc import Collection

from practice.rules.base import Fault, Move, Span
from practice.rules.content.compare import Match
from practice.rules.content.words import FUNCTION_WORDS
from practice.rules.criteria.case import GIVES, QUESTIONS, Case, Finding, merged
from practice.rules.criteria.feelings_named import Named
from practice.rules.criteria.grounding import AWAY, nearness
from practice.rules.criteria.main_points import VAGUE
from practice.rules.criteria.no_roadblock import inside_reflection

# What joins a feeling to what brings it: "hurt that people will not let you".
_JOINS = re.compile(
    r"(?:that|because|since|when|whenever|while|as|after|about|at|with|by|over|for|of|to|in|from"
    r"|being|having|how|where|if|knowing|seeing|hearing) (?P<rest>[^.?!;]+)"
)
_SOME = 7  # words beside the feeling
_TELLING = 0.9  # of weight
_THEIRS = 0.48  # of what the reply says
# Behind such a join these still say nothing: "sad about the whole situation".
_EMPTY = frozenset(
    """
    situation situations thing things everything something anything stuff going happen happens
    happened happening way ways moment life feel feels feeling feelings felt sound sounds lot kind
    sort part parts day days today lately time times whole current currently matter matters issue
    issues problem problems right
    """.split()
)


def judge(case: Case) -> Finding:
    named = [one for one in case.feelings if one.clients]
    spans_outside = {one.span for one in case.feelings}
    spans_outside |= {one.span for one in case.observation.moves if is_aside(case, one)}
    outside = {at for span in spans_outside for at in range(span.start, span.end)}
    about = [
        one for one in case.content.matches if one.token.tells and one.token.start not in outside
    ]
    if not named:
        return Finding("not_judged", 0.0, "There is no feeling yet to tie to anything.")
    theirs = {one.token.start for one in about}
    rest = [
        one
        for one in case.content.words.tokens[case.content.stem :]
        if one.tells and one.start not in outside and (one.word not in VAGUE or one.start in theirs)
    ]
    wordy = _words_around(case, outside) >= _SOME
    if not rest and not wordy and len({one.mention.entry.family for one in named if one.right}) > 1:
        return Finding(
            "partly",
            0.4,
            "Two feelings, side by side; what they are about is left out.",
            "Add what brings them: “…because…”, “…about…”, “…when…”.",
            reply_spans=tuple(one.span for one in named),
        )
    if not rest and (joined := _joined_to(case, named)) is not None:
        return Finding(
            "met",
            0.8,
            "It says what the feeling is about, in your own words.",
            reply_spans=(joined,),
        )
    if not rest and wordy:
        return Finding(
            "partly",
            0.5,
            "It is tied to something, in words that could be anybody’s.",
            f"Tie it to what {case.name} said.",
        )
    if not rest:
        return Finding(
            "not_yet",
            0.0,
            "The feeling is there; what it is about is not.",
            "Add what brings it: “…because…”, “…about…”, “…when…”.",
            fault="feeling_untied",
        )
    spans = merged([one.token for one in about], case.reply.text)
    said = merged([one.place for one in about if one.place], case.task.task.statement)
    near = nearness(case)
    if not about and not case.task.noted:
        return Finding(
            "met",
            0.8,
            "It says what the feeling is about, in your own words.",
            reply_spans=tuple(Span(one.start, one.end) for one in rest[:4]),
        )
    right = any(one.right for one in named)
    gives = case.reflecting >= GIVES
    if near in AWAY and right and about and (gives or _held(case, about)):
        return Finding(
            "partly",
            0.4,
            f"{_first(case, about)} is {case.name}’s; most of the rest is new to the talk.",
            "Stay with what was said.",
            reply_spans=spans,
            statement_spans=said,
        )
    if not about and gives and (near == "near" or right):
        return Finding(
            "partly",
            0.5,
            f"It is tied to something, in words that {case.name} did not use.",
            f"Tie it to what {case.name} said.",
        )
    untied: Fault | None = None if about else "feeling_untied"
    if near in AWAY or not about:
        return Finding(
            "not_yet",
            0.2,
            f"It is tied to something, in words that {case.name} did not use."
            if right
            else f"It is tied to something that {case.name} did not speak of.",
            f"Tie it to what {case.name} said.",
            fault="off_topic" if near in AWAY and not right else untied,
        )
    if near == "near":
        return Finding(
            "partly",
            0.5,
            f"{_first(case, about)} is {case.name}’s; the rest is new to the talk.",
            "Stay with what was said.",
            reply_spans=spans,
            statement_spans=said,
        )
    return Finding(
        "met",
        1.0,
        f"It is tied down: {_first(case, about)}.",
        reply_spans=spans,
        statement_spans=said,
    )


def _words_around(case: Case, outside: Collection[int]) -> int:
    """How many words, common ones too, there are beside the opening, the feelings and asides."""
    return sum(
        one.start not in outside and one.word not in VAGUE and one.word not in _EMPTY
        for one in case.content.words.tokens[case.content.stem :]
    )


def _held(case: Case, about: list[Match]) -> bool:
    """Whether a telling word of the client's holds it, so that the rest may be an image for it."""
    telling = any(one.worth == 1.0 and one.token.weight >= _TELLING for one in about)
    return telling and case.taken >= _THEIRS * (case.taken + case.new)


def _joined_to(case: Case, named: list[Named]) -> Span | None:
    """The words that a feeling is joined to, common as each of them may be."""
    norm = case.reply.norm
    for one in named:
        found = _JOINS.search(norm, one.mention.end)
        if found is None:
            continue
        telling = [
            word
            for word in re.findall(r"[a-z']+", found.group("rest"))
            if word not in FUNCTION_WORDS and word not in _EMPTY
        ]
        if telling:
            return case.reply.span(found.start(), found.end())
    return None


def _first(case: Case, about: list[Match]) -> str:
    first = max(about, key=lambda one: (one.worth, one.token.weight))
    return case.said(Span(first.token.start, first.token.end))


def is_aside(case: Case, move: Move) -> bool:
    """A part of the reply that does not say what the feeling is about: it does something else."""
    blocks = move.roadblock is not None and not inside_reflection(case, move)
    if not blocks and move.kind not in QUESTIONS:
        return False
    return not any(
        one.clients and one.right and move.span.start <= one.span.start < move.span.end
        for one in case.feelings
    )
