"""Whether a statement that names no feeling at least sounds bleak.

Only for what a glad feeling, said to a client who gives no sign of one, can be held against.
"""

from __future__ import annotations

import re
from functools import lru_cache

from practice.rules.reply import read

_DARK = re.compile(
    r"\b(?:cannot|nobody|no one|nothing|never|without|los[et]|losing|broken?|breaks?|died?|dead"
    r"|dying|death|gone|empty|alone|wrong|worse|worst|hospital|scan|ill|sick|pain|hurts?|cry|cries|cried"
    r"|crying|tears|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|fight(?:s|ing)?|fought|argu\w+|blam\w+"
    r"|lie[ds]?|lying|liar|cheat\w*|steal|stole|stolen"
    r"|took (?:my|it|them)|taken (?:my|it|off)"
    r"|fell|falls?|fail\w*|refus\w+|ignor\w+|laughed at|late|hid(?:e|es|ing|den)?|secret|debts?"
    r"|fired|sack\w*|redundant|divorc\w+|accus\w+|altered|was off|came off|have to|had to"
    r"|not (?:even|one|a soul)"
    r"|(?:have|has|had|did|do|does|will|would|could|is|was|are|am) not)\b"
)
_BRIGHT = re.compile(
    r"\b(?:smil\w+|grin\w*|laughed (?:so|until|till|with)|lovely|love[ds]?|won|wins?|pass(?:ed)?"
    r"|finally|at last|thank\w*|proud|happ\w+|glad|good|great|best|better|beautiful|wonderful"
    r"|brilliant"
    r"|perfect|kind|hug\w*|kiss\w*|sober|clean|free"
    r"|first time|first \w+ that|new|baby|born|birth"
    r"|engaged|married|wedding|retired|celebrat\w+|party|clap\w*|gift|present|praise\w*"
    r"|offered"
    r"|promot\w+|accepted|survived|over|finished|done|home|said yes|me too|peace\w*|quiet|calm"
    r"|laugh|fun|enjoy\w*|miss|easier|lighter)\b"
)


@lru_cache(maxsize=256)
def is_gloomy(statement: str) -> bool:
    """Whether something in it went badly and nothing went well."""
    norm = read(statement).norm
    return _DARK.search(norm) is not None and _BRIGHT.search(norm) is None
