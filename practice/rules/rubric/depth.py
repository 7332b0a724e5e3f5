"""Depth of a written empathic reply, in five steps.

1 a roadblock and nothing given back; 2 both, or neither; 3 repeats or restates; 4 rephrases,
with plausible meaning added; 5 also a fitting feeling or an image. After the five-step ladder
published for written empathic replies. People agree poorly on simple against complex, so a
step is never shown without its reason, and it does not enter the score.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from practice.rules.base import Move
from practice.rules.criteria.case import Case, Finding
from practice.rules.criteria.feelings_named import fitting, has_image, likely
from practice.rules.criteria.images import image_in
from practice.rules.criteria.no_roadblock import is_heavy

_ADDS = re.compile(
    r"\b(?:because|since|so that|which means|and that means|as if|as though"
    r"|on (?:the )?one hand|part of you"
    r"|at the same time|even though|although|instead of|rather than|what you (?:want|need|miss"
    r"|long for|hope)"
    r"|you (?:want|need|wish|hope|long|miss|care|value|would like|are afraid|are worried"
    r"|are not sure)"
    r"|important to you|matters? to you|would rather|if only)\b"
)
# A feeling that is another one than the client's adds no depth.
_OFF_REASONS = {
    "too_strong": "It gives a feeling back, louder than it was said.",
    "too_weak": "It gives a feeling back, smaller than it was said.",
    "wrong_feeling": "It gives a feeling back, another one than was said.",
}
_OFF = _OFF_REASONS.keys()
# What was heard is too little, or another thing than was said: new words are no depth then.
_SHALLOW = frozenset(
    {"main_point_missing", "invented_detail", "off_topic", "no_feeling", "too_weak", "too_strong"}
)
NEW = 1.2  # of content weight that the client did not say: wording with meaning of its own
_SHARE = 0.35  # of the reply's content
_PLAINLY = 0.8  # of a reply gives something back, though not what matters most


def depth(
    case: Case, findings: Mapping[str, Finding], *, gives_back: bool, takes_back: bool
) -> tuple[int, str]:
    """The step of the ladder, and why. `takes_back`: a "but" takes away what was given."""
    heavy = [one for one in case.observation.moves if one.roadblock and is_heavy(case, one)]
    blocked = bool(heavy) or findings["no_roadblock"].verdict == "not_yet" or takes_back
    reflects = gives_back or any(
        _stands_apart(case, one, heavy) for one in case.moves("reflection")
    )
    if blocked and not reflects:
        return 1, "A roadblock, and nothing of the client’s given back."
    if blocked:
        return 2, "Something is given back, and a roadblock stands beside it."
    if not reflects:
        return 2, "No roadblock, and nothing given back yet."
    if _nothing_of_theirs(case, findings):
        return 2, "No roadblock, and nothing of this client’s given back yet."
    if _unshaped(findings):
        return 3, "It names what there is, without a sentence that holds it."
    faults = {str(one.fault) for one in findings.values() if one.fault}
    if "thought_as_feeling" in faults:
        return 2, "A thought stands where a feeling would be."
    if "no_feeling" in faults and case.reflecting < _PLAINLY:
        return 2, "No roadblock, and nothing felt given back yet."
    if _repeats(case, findings):
        return 3, "It says again what the client said."
    if any(one.fault in _SHALLOW and one.verdict == "not_yet" for one in findings.values()):
        return 3, "It gives back part of it, and misses what matters most."
    # An author's notes say what is there; without them a feeling that is likely has to do.
    feeling = fitting(case.feelings) or (not case.feelings_noted and likely(case.feelings))
    image = has_image(case.feelings) or image_in(case.reply) is not None
    if not _adds(case) and not feeling:
        return 3, "It restates what the client said."
    if not image and (off := sorted(_OFF & faults)):
        return 3, _OFF_REASONS[off[0]]
    if not image and "feeling_untied" in faults:
        own = any(one.clients and not case.used(one.span) for one in case.feelings)
        return 4 if own else 3, "It names a feeling, and not yet what it is about."
    if feeling and _adds(case):
        return 5, "It adds meaning, and a feeling that fits."
    if image:
        return 5, "It adds meaning, and an image that holds it."
    return 4, "It says it in other words, with meaning added."


def _stands_apart(case: Case, back: Move, heavy: Sequence[Move]) -> bool:
    """Whether what is given back is more than the sentence of a roadblock."""
    if not any(one.span.start < back.span.end and back.span.start < one.span.end for one in heavy):
        return True
    return fitting(case.feelings) or case.observation.technique == "reflection"


def _nothing_of_theirs(case: Case, findings: Mapping[str, Finding]) -> bool:
    """An opening alone, or words about something else that hardly reflect."""
    if any(one.fault == "stem_without_content" for one in findings.values()):
        return True
    missed = any(
        one.verdict == "not_yet" and one.fault in ("off_topic", "main_point_missing")
        for one in findings.values()
    )
    return missed and case.reflecting < _PLAINLY


def _unshaped(findings: Mapping[str, Finding]) -> bool:
    """Keywords, a pile of feelings, or what somebody else feels."""
    return any(
        one.fault in ("keyword_list", "feeling_salad")
        or (one.fault == "about_someone_else" and one.verdict == "not_yet")
        for one in findings.values()
    )


def _repeats(case: Case, findings: Mapping[str, Finding]) -> bool:
    words = findings.get("own_words")
    if words is not None and words.verdict == "not_yet":
        return True
    return case.content.echo > 0.5


def _adds(case: Case) -> bool:
    """Whether there is wording in it that the client did not use, of some weight."""
    words = {
        one.stem: one.weight for one in case.content.words.tokens[case.content.stem :] if one.tells
    }
    fresh = sum(weight for stemmed, weight in words.items() if stemmed not in case.task.stems)
    whole = sum(words.values())
    return (fresh >= NEW and fresh >= _SHARE * whole) or bool(_ADDS.search(case.reply.norm))
