"""The opening that a listening reply hangs on: "It sounds like you feel…", "I hear that…".

A stem says that something is about to be given back. It is not itself what is given back, so
its words count neither as content nor as an echo.
"""

from __future__ import annotations

import re

from practice.rules.reading.reply import Reply

_LEAD = r"(?:(?:so|and|well|okay|right|yeah|yes|mhm|hmm|ah|oh|wow|then|now|basically) (?:[,.—] )?)*"
_FIRST = (
    _LEAD + r""
    r"(?:(?:if i (?:am )?(?:understand|understood|hear|heard|hearing|get|got|following|follow)"
    r"(?: you)?(?: right| rightly| correctly)? (?:, )?)?)"
)
_OPENING = re.compile(
    _FIRST + r"(?:"
    r"(?:(?:it|that|this) )?(?:(?:really|just|almost|all|must|certainly|does) )*"
    r"(?:sounds?|seems?|looks?|feels?|appears?)(?: to me)?(?: (?:like|as if|as though|that|to me))?"
    r"|(?:it|that|this) (?:is|was) (?:like|as if|as though)"
    r"|i (?:really |just |can )?(?:wonder|guess|imagine|gather|suppose|sense|hear|notice"
    r"|understand|take it|get)"
    r"(?: (?:a|the) sense)?(?: (?:if|whether|that|of))?"
    r"|i am (?:wondering|guessing|imagining|hearing|sensing|picking up|getting|noticing)"
    r"(?: (?:a|the) sense)?(?: (?:if|whether|that|of|on))?"
    r"|what i(?: am| seem to be)? (?:hear|hearing|sense|sensing|understand|picking up|get|getting)"
    r"(?: (?:from you|you (?:say|saying|tell me|telling me)))? (?:is|was)(?: that)?"
    r"|(?:from )?what you (?:say|are saying|are telling me|have said|describe|are describing)"
    r"(?: is)?(?: that)?"
    r"|(?:you are|you seem to be) (?:saying|telling me)(?: that)?"
    r"|it (?:seems|appears) to be the case(?: that)?"
    r"|in other words|let me (?:see|check|make sure)(?: if| that)?(?: i (?:have )?(?:got|get"
    r"|understood|understand|heard))?"
    r"(?: (?:this|that|you))?(?: right)?"
    r"|(?:maybe|perhaps|possibly)"
    r")\b ?"
    r"(?:(?:you|there is|you have|you had)\b ?)?(?:(?:might|may|could|must|can|really|just|also"
    r"|maybe|perhaps)\b ?)*"
    r"(?:(?:be|are|were|have been|had been)\b ?)?(?:(?:really|just|also|still|quite|so|very)\b ?)*"
    r"(?:(?:feel|feeling|felt|saying|thinking)\b ?)?(?:(?:like|as if|as though|that)\b ?)?"
)
_PLAIN = re.compile(
    _LEAD
    + r"you (?:(?:might|may|could|must|really|just|also|are|were|have been|seem to be|seem)\b ?)*"
    r"(?:feel|feeling|felt)\b(?: (?:like|as if|as though|that)\b)?"
)


def stem_words(reply: Reply) -> int:
    """How many words at the opening are a stem; 0 where there is none."""
    found = _OPENING.match(reply.norm) or _PLAIN.match(reply.norm)
    if found is None:
        return 0
    return sum(1 for one in found.group().split() if one[0].isalnum())
