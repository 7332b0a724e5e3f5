"""Whether a statement that names no feeling at least sounds bleak, or bright.

Only for what a feeling, said to a client who gives no sign of one, can be held against.
"""

from __future__ import annotations

import re
from functools import lru_cache

from practice.rules.reading.reply import read

_WENT_BADLY = (
    r"cannot|nobody|no one|nothing|never|without|los[et]|losing|broken?|breaks?|died?|dead"
    r"|dying|death|gone|empty|alone|wrong|worse|worst|hospital|scan|ill|sick|pain|hurts?"
    r"|cry|cries|cried"
    r"|crying|tears|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|fight(?:s|ing)?|fought|argu\w+|blam\w+"
    r"|lie[ds]?|lying|liar|cheat\w*|steal|stole|stolen"
    r"|took (?:my|it|them)|taken (?:my|it|off)"
    r"|fell|falls?|fail\w*|refus\w+|ignor\w+|laughed at|late|hid(?:e|es|ing|den)?|secret|debts?"
    r"|fired|sack\w*|redundant|divorc\w+|accus\w+|altered|was off|came off|have to|had to"
    r"|not (?:even|one|a soul)"
)
_SHADE = re.compile(rf"\b(?:{_WENT_BADLY})\b")
# A plain "not" darkens only what nothing else lights up.
_DARK = re.compile(
    rf"\b(?:{_WENT_BADLY}|(?:have|has|had|did|do|does|will|would|could|is|was|are|am) not)\b"
)
_BRIGHT = re.compile(
    r"\b(?:smil\w+|grin\w*|laughed (?:so|until|till|with)|lovely|love[ds]?|won|wins?|pass(?:ed)?"
    r"|finally|at last|thank\w*|proud|happ\w+|glad|good|great|best|better|beautiful|wonderful"
    r"|brilliant"
    r"|perfect|kind|hug\w*|kiss\w*|sober|clean|free"
    r"|first time|first \w+ that|new|baby|born|birth"
    r"|engaged|married|wedding|retired|celebrat\w+|party|clap\w*|gift|present|praise\w*"
    r"|offered"
    r"|promot\w+|accepted|survived|(?:is|was|are|were|all|it) over|finished|done|home|said yes"
    r"|me too|peace\w*|quiet|calm"
    r"|laugh|fun|enjoy\w*|miss|easier|lighter)\b"
)

_GLAD = re.compile(
    r"\b(?:smil\w+|grin\w*|won|pass(?:ed)?|proud|happ\w+|glad|beautiful|wonderful|brilliant|perfect"
    r"|engaged|celebrat\w+|promot\w+|accepted|said yes|hug\w*|danc\w+|sang|laugh\w*)\b"
)

_WRONGED = re.compile(
    r"\b(?:blam\w+|accus\w+|lied|lying|liar|cheat\w*|unfair|not fair|refus\w+|ignor\w+|laughed at"
    r"|shout\w*|yell\w*|cancel\w+|sack\w*|fired|st[eo]le|stolen|took (?:my|it|the)|sent me|rude"
    r"|without (?:asking|telling|a word)|behind my back|promised|dismiss\w+|talk\w* (?:down|over)"
    r"|(?:never|nobody|no one|not even) (?:ask\w*|told|tells|paid|listen\w*|look\w*|called)"
    r"|(?:called|calls|call) me|in front of|still (?:has|have|had) not|wo?uld not (?:listen|let))\b"
)

_FEW = 20  # words: a longer story has room for more than one weather


def is_short(statement: str) -> bool:
    """Whether it is so short that what it shows is all there is."""
    return len(read(statement).words) <= _FEW


@lru_cache(maxsize=256)
def is_bleak(statement: str) -> bool:
    """Whether something in it went badly and nothing well, in so few words that this is all."""
    said = read(statement)
    dark = is_short(statement) and _DARK.search(said.norm) is not None
    return dark and _BRIGHT.search(said.norm) is None


@lru_cache(maxsize=256)
def has_light(statement: str) -> bool:
    """Whether something in it went well, whatever else went badly."""
    return _BRIGHT.search(read(statement).norm) is not None


@lru_cache(maxsize=256)
def has_shade(statement: str) -> bool:
    """Whether something in it went badly, whatever else went well."""
    return _SHADE.search(read(statement).norm) is not None


@lru_cache(maxsize=256)
def is_wronged(statement: str) -> bool:
    """Whether somebody did something in it that can make one angry."""
    return _WRONGED.search(read(statement).norm) is not None


@lru_cache(maxsize=256)
def is_glad(statement: str) -> bool:
    """Whether something in it plainly gladdened and nothing went badly."""
    norm = read(statement).norm
    return _GLAD.search(norm) is not None and _DARK.search(norm) is None
