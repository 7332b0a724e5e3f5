"""Is this English at all? Rules that cannot read a text had better say so."""

from __future__ import annotations

from functools import lru_cache

from practice.rules.content.words import FUNCTION_WORDS
from practice.rules.matchers import listed
from practice.rules.reading.reply import Reply
from practice.rules.reading.spelling import is_word

_ENOUGH = 4  # words; below that only clear signs count


def is_english(reply: Reply) -> bool:
    """Whether a text reads as English; emoji and bare punctuation are no other language."""
    words = [one.text for one in reply.words if one.text.isalpha()]
    if not words:
        return not any(letter.isalpha() and not letter.isascii() for letter in reply.text)
    if not reply.norm.isascii() and sum(not word.isascii() for word in words) * 2 > len(words):
        return False
    content = [word for word in words if word not in FUNCTION_WORDS]
    foreign = _foreign()
    ours, theirs = len(words) - len(content), len([word for word in content if word in foreign])
    if theirs > 1 and theirs > ours:
        return False
    if len(words) < _ENOUGH:
        return not (theirs and not ours and theirs * 2 >= len(words))
    known = sum(map(is_word, words))
    return known * 2 >= len(words)


@lru_cache(maxsize=1)
def _foreign() -> frozenset[str]:
    return frozenset(word for line in listed("foreign") for word in line.split())
