"""The question at the end that asks whether one has heard right: "Is that it?", "…, right?"."""

from __future__ import annotations

import re
from functools import lru_cache

from practice.rules.reading.reply import Reply

_CHECK = re.compile(
    r"\b(?:"
    r"(?:is|was) (?:that|this|it)(?: about| more or less)? (?:right|it|so|closer?|nearer|fairer"
    r"|fair|true"
    r"|how it (?:is|feels|was|works|goes)|what it is like|near|accurate|what you mean"
    r"|(?:something|anything|a (?:bit|little)) like (?:that|this|it))"
    r"|(?:is that|is it) (?:how|what) (?:it|you)\b[^.?!]{0,30}"
    r"|am i (?:right|close|getting (?:it|that|this)|hearing (?:you|that|this)|understanding"
    r"|following|with you|near|off|reading)[^.?!]{0,30}"
    r"|(?:have|did|do) i (?:got|get|have|hear|heard|understand|understood)(?: (?:you|that|this"
    r"|it))?(?: (?:right|correctly|rightly))?"
    r"|does (?:that|this|it) (?:fit|sound|feel|seem|ring true|make sense|come close"
    r"|match)(?: (?:right|true|close|about right|like it))?"
    r"|(?:near|close|right) enough|or (?:is it|am i|have i) [^.?!]{3,40}"
    r"|how close is that|does that come near"
    r")[ .?!]*$"
)
_CHECK_TAIL = re.compile(r"[,.—] (?:right|correct|yes|yeah|no|would you say)[ .?!]*$")


def check_in(reply: Reply) -> re.Match[str] | None:
    """The check that a reply ends in."""
    if not reply.sentences:
        return None
    last = reply.sentences[-1].start
    return _CHECK.search(reply.norm, last) or _CHECK_TAIL.search(reply.norm, max(0, last - 2))


@lru_cache(maxsize=256)  # several criteria ask about the same sentence
def checks(sentence: str) -> bool:
    """Whether a sentence, in the words of `Reply.norm`, is nothing but a check."""
    found = _CHECK.search(sentence)
    return found is not None and sentence[: found.start()].strip(" ,.") in ("", "and", "so", "or")
