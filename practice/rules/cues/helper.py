"""How the helper speaks of themselves: of their own life, or only to frame what they say."""

from __future__ import annotations

from practice.rules.matchers import Hit, Phrases, Test, View
from practice.rules.rule import Cue

_SKIPPED = frozenset(
    """also just really always never ever still even often usually sometimes only actually
    personally once recently definitely totally completely certainly truly honestly too already
    have has had do did does am was were will would can could may might should not been be being
    going to about do""".split()
)
# "I think…", "I am sorry…", "I hope…": what follows is not about the helper's life.
_FRAMES = frozenset(
    """think hope know understand see hear wonder guess believe suggest recommend imagine sense
    suppose gather notice mean say ask tell appreciate agree get bet assume wish recall remember
    encourage advise sorry glad happy sure curious wondering hearing sensing guessing interested
    here listening certain proud impressed pleased thankful grateful concerned worried afraid
    noticing thinking saying asking like love want help promise thank feel look right hearing
    read understood heard noticed mentioned said told asked wanted let share give see
    check talk discuss explain""".split()
)


def _spoken_of(view: View) -> tuple[int, str] | None:
    """The first "I" that tells of a life, else the first that only frames."""
    words = view.words
    frame: tuple[int, str] | None = None
    for at, word in enumerate(words):
        if word != "i":
            continue
        after = at + 1
        while after < len(words) and words[after] in _SKIPPED:
            after += 1
        if after >= len(words) or words[after] not in _FRAMES:
            return at, "life"
        if frame is None:
            frame = (at, "frame")
    return frame


def _speaks(how: str) -> Test:
    def find(view: View) -> Hit | None:
        seen = _spoken_of(view)
        if seen is None or seen[1] != how:
            return None
        first = view.sentence.first + seen[0]
        return Hit(first, min(first + 3, view.sentence.last))

    return Test(find, triggers=frozenset(["i"]))


def _count(words: frozenset[str], least: int) -> Test:
    return Test(lambda view: sum(map(view.words.count, words)) >= least, triggers=words)


CUES = (
    Cue("self.life", "“I” and what the helper does or did", _speaks("life")),
    Cue("self.frame", "“I think”, “I hope”, “I am sorry”", _speaks("frame")),
    Cue("self.twice", "“I” twice or more", _count(frozenset(["i"]), 2)),
    Cue("self.me", "“me”", _count(frozenset(["me", "myself", "mine"]), 1)),
    Cue("self.my", "“my”", _count(frozenset(["my"]), 1)),
    Cue("self.my_kin", "somebody in the helper's life", Phrases(("my (_|) <kin>",))),
    Cue(
        "self.past",
        "“I was”, “I had”, “I went”",
        Phrases(
            (
                "i (was|had|went|did|got|felt|lost|found|used|made|took|came|left|met|grew) _",
                "i (have|had) been",
                "i <ed> _",
            ),
            unless=("i (was|am) (wondering|thinking|going to)", "i wanted to"),
        ),
    ),
    Cue(
        "self.same",
        "“the same”, “me too”, “I can relate”",
        Phrases(
            (
                "i ... (the same|a similar|similar|same)",
                "(me too|me as well|myself too|i can relate|i relate|i could relate|like me)",
                "(similar|same) (situation|thing|experience|problem|issue|boat|way)",
                "in my (experience|case|life|opinion)",
            )
        ),
    ),
    Cue("self.not", "“I do not”, “I have not”", Phrases(("i (do|have|did|am|was|can|could) not",))),
)
