"""Takes back what it gave: something of the client's, then "but" and what speaks against it."""

from __future__ import annotations

import re
from functools import lru_cache

from practice.rules.base import Move
from practice.rules.content.words import FUNCTION_WORDS
from practice.rules.criteria.case import Case, Finding
from practice.rules.criteria.no_roadblock import is_heavy

TAKEN_BACK = Finding(
    "not_yet",
    0.0,
    "What comes after “but” takes back what came before it.",
    "Stop before the “but”; what stands there is enough.",
    fault="yes_but",
)

_TURNS = frozenset({"but", "however", "still", "anyway", "though"})
_TWO_SIDES = re.compile(
    r"\b(?:on (?:the )?(?:one|other) hand|part of you|one side of you|at the same time)\b"
)
# What speaks for the other side, or for looking at it otherwise.
_EXCUSES = re.compile(
    r"\b(?:(?:doing|does|did|do|done|tried|trying|try) (?:his|her|their|its|the) best"
    r"|mean[st]? well|but (?:look|hey|come on|listen) ?,"
    r"|(?:making|makes|made) (?:an|some|a real|every) effort"
    r"|(?:a lot|lots|plenty) of \w+ (?:would|do|did|are|have)(?: not)?\b"
    r"|(?:will|should|is going to|ll) (?:all |soon |still )*(?:be|get|turn out) (?:fine|okay"
    r"|all right|alright|better)"
    r"|to be fair|in fairness|(?:has|have|had) a point|that is what (?:counts|matters)"
    r"|(?:do|does|did) have (?:a|an|to|their|his|her)\b|(?:has|have|had) (?:his|her|their) reasons"
    r"|but (?:he|she|they) (?:only|just) (?:did|do|does|want|wants|wanted|mean|means|meant|said)"
    r"|but (?:it|that|they|this) (?:can|could) (?:always )?be (?:mended|fixed|repaired"
    r"|replaced|sorted)"
    r"|but (?:\w+ing|that|it) (?:will|does) not (?:help|change|solve|bring)"
    r"|(?:is|are|was|were) only (?:trying|human|doing)|(?:look|think) (?:on|at"
    r"|of) the (?:bright|other)"
    r"|(?<=, )(?:sure|yes|yeah|true|of course|i (?:hear|get|know) (?:that|it)) , but\b"
    r"|but like you say\b"
    r"|it takes two|you (?:have to|must|need to|ought to|could also|might also) (?:understand"
    r"|see|remember)"
    r"|life is not fair|life goes on|these things happen|rules are rules|nobody is perfect"
    r"|that is (?:just )?(?:life|the way (?:it|things)|how (?:it|life|things)"
    r"|(?:what|how) (?!you\b)(?:\w+ ){1,3}(?:is|are|goes|works))\b"
    r"|but (?:have|did|do|could|can|would|are) (?:not )?you\b|\bis at stake"
    r"|but (?:he|she|they) (?:did|does|do) (?!(?:not|that|it|this|so|what|nothing)\b)[a-z]+"
    r"|but (?:you can|there is|there are) always"
    r"|but (?:he|she|it|they|that) (?:was|were|is|are) (?:only|just) an?\b"
    r"|(?:other|many|most|lots of) (?:people|parents|families|mums|dads|men|women) "
    r"(?:do (?:much )?less|have|are|would|go|do)|everyone (?:has|feels|goes"
    r"|gets))\b"
)
# The same, unless the client said so: then it is their own other side.
_UNLESS_SAID = re.compile(
    r"\b(?:but (?:then )?at least\b"
    r"|you (?:did|do) (?:agree|choose|sign|say)\b|you (?:agreed|chose|signed) "
    r"|you (?:could|should) (?:always |at least |just |easily )*have (?!to\b|been\b)"
    r"|(?:did|do|does) not (?:really )?mean (?:any|it|to|harm|anything)\b"
    r"|but i (?:guess|think|suppose|bet|believe|do not (?:think|believe))(?: that)? (?:your \w+|he"
    r"|she|they) "
    r"|i am (?:quite |fairly )?(?:sure|certain|confident) (?:that )?(?:it|that|he|she|they|you"
    r"|there|things)\b"
    r"|but \w+ing (?:\w+ ){0,3}(?:will|does|would) not (?:help|change|solve|bring|fix|make)\b"
    r"|but (?:\w+ ){1,3}(?:deserves?|has a right|have a right|needs? (?:her|his|their)) "
    r"|(?:it|things|that) (?:is|are|was) (?:never|not|usually not) (?:quite |really )?"
    r"(?:as|so|that) bad\b"
    r"|you will (?:get (?:used to|over)|soon|be glad|thank)\b)"
)
# "Yes, it is hard, but you …": the yes only opens the door for the but.
_YES_BUT = re.compile(
    r"(?:yes|yeah|sure|true|of course|okay|right) (?:, )?(?:it|that|this) (?:is|was|must be) "
    r"[^.?!]{1,60} but you\b"
)
# "I get that you miss her, but the money is good."
_GRANTED = re.compile(
    r"i (?:hear|get|understand|see|know)(?: that)? you [^.?!]{3,80}, but "
    r"(?!(?:you|it|that|there|part|also|now|then|still|when|inside|underneath|deep|what|i) )"
)
_BEFORE = 3  # words that give something back
_NEAR = 12  # code points: a roadblock's span may begin a word before its "but"


@lru_cache(maxsize=8)  # caps and depth ask too
def yes_but(case: Case) -> bool:
    """Something given back, then "but" and what takes it away again."""
    words = case.reply.words
    if _TURNS.isdisjoint(case.reply.word_set):
        return False
    turns = [
        word
        for at, word in enumerate(words)
        if word.text in _TURNS and at >= _BEFORE and _gives(case, word.start)
    ]
    if not turns or _TWO_SIDES.search(case.reply.norm):
        return False
    if any(
        move.span.end > turn.end and (move.span.start + _NEAR >= turn.start or _begins(case, move))
        for turn in turns[:_NEAR]
        for move in case.observation.moves
        if move.roadblock and is_heavy(case, move)
    ):
        return True
    norm, first = case.reply.norm, turns[0].at
    if _EXCUSES.search(norm, max(0, first - _NEAR)) or _YES_BUT.match(norm):
        return True
    if _GRANTED.match(norm):
        return True
    said = _UNLESS_SAID.search(norm, first)
    return said is not None and not _clients(case, said.group())


def _clients(case: Case, phrase: str) -> bool:
    """Whether all that a phrase says is the client's own."""
    telling = [one for one in phrase.split() if one not in FUNCTION_WORDS and one not in _TURNS]
    return bool(telling) and all(one in case.task.given.words for one in telling)


def _gives(case: Case, end: int) -> bool:
    """Whether what stands before gives the client something: a "you", or a feeling of theirs."""
    if any(one.clients and one.span.end <= end for one in case.feelings):
        return True
    return any(one.text in ("you", "your") and one.end <= end for one in case.reply.words)


def _begins(case: Case, move: Move) -> bool:
    """Whether a roadblock's span is the whole sentence, its first half included."""
    return move.span.start <= case.reply.words[0].start + _NEAR
