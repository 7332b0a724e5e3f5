"""Asks straight out about safety: "Are you thinking of killing yourself?"

Whoever is worried for somebody had better ask, plainly and in those words. So such a question
is right in every exercise, closed as it is.
"""

from __future__ import annotations

import re

from practice.rules.reading.reply import Reply

_ENDING = (
    r"(?:suicide|suicidal|(?:killing|hurting|harming|kill|hurt|harm) yourself|self-?harm(?:ing)?"
    r"|(?:end|take|taking|ending) your (?:own )?life|end(?:ing)? it(?: all)?(?= ?[?.!]|$)"
    r"|(?:to die|dying|being dead|be dead)(?! (?:to|of|for)\b)"
    r"|not (?:being (?:here|alive)|waking up|wanting to (?:live|be (?:here|alive))))"
)
_THINKS = (
    r"(?:are|were|have|had|do|did) you (?:\w+ ){0,2}"
    r"(?:think(?:ing)?|thought|consider(?:ing|ed)?|plan(?:ning|ned)?|want(?:ing)?|feel(?:ing)?"
    r"|felt|tried|try|have|having|had)(?: \w+){0,3}?"
)
_ASKS = re.compile(
    rf"\b(?:{_THINKS} {_ENDING}"
    r"|(?:are|were) you (?:going|about|likely|tempted) to (?:kill|hurt|harm) yourself"
    r"|(?:are|do|would|will) you (?:feel |be )?safe(?: (?:right now|now|tonight|today|at home|there"
    r"|with yourself|until|to be|in the)\b| ?(?:[?.!]|$))"
    r"|are you suicidal|is (?:anybody|anyone|someone|somebody|he|she) hurting you"
    r"|(?:have|had|do) you (?:have |got |made )?(?:any )?(?:thoughts|a plan|plans) "
    rf"(?:of|about|to|for) {_ENDING})"
)


def asks_about_safety(reply: Reply) -> bool:
    """Whether a reply asks, in plain words, if the client is in danger."""
    return "you" in reply.word_set and _ASKS.search(reply.norm) is not None
