"""Which words carry content, and how much: function words nothing, light words a little."""

from __future__ import annotations

from functools import lru_cache
from math import log10
from typing import NamedTuple

import Stemmer

from practice.rules.reading.reply import Reply
from practice.rules.reading.spelling import frequency

_STEMMER = Stemmer.Stemmer("english")

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those there here it its itself he him his himself she her hers herself
    they them their theirs themselves i me my mine myself we us our ours ourselves you your yours
    yourself yourselves one ones who whom whose which what whatever where when whenever why how
    and or but nor so yet because although though while whereas if unless until till since than as
    of in on at by for from to into onto with without within about over under between through
    during after before above below up down out off again further against toward towards around
    across along per via upon
    am is are was were be been being do does did doing done have has had having will would shall
    should can could may might must ought cannot not no nor never none n't
    very too just only also even still already almost rather quite really so such more most much
    many some any all both each every either neither few other another own same then now ever
    perhaps maybe well oh um uh er okay ok yes yeah yep please however anyway ain
    im ive id ill dont cant wont isnt arent wasnt didnt doesnt havent hasnt wouldnt couldnt
    gonna wanna gotta u ur r y o'clock oclock
    """.split()
)
# Sounds of listening: they go with every reply and bring nothing into it.
SOUNDS = frozenset(
    """
    mhm mm mmm hm hmm uh-huh ah ahh aah aha oh ohh oof ooh huh wow whoa woah gosh gee aw aww phew
    yikes ugh hey hi hello
    """.split()
)
# What every listening reply is made of: it says nothing about this client.
GENERIC_WORDS = frozenset(
    """
    feel feels feeling felt feelings sound sounds sounded sounding seem seems seemed seeming like
    hear hearing heard wonder wondering wondered sense guess guessing appear appears imagine
    imagining suppose understand understanding correct right picking gather gathering
    thing things something anything everything nothing stuff kind kinds sort sorts bit lot lots way
    ways situation situations experience experiences moment moments part parts side sides place
    mean means meaning meant going go goes went gone get gets got getting make makes made making
    say says said saying tell tells told telling talk talking know knows knew think thinks thought
    thinking thoughts want wants wanted come comes coming came take takes taking took put puts
    happen happens happened happening lead leads led more little much someone somebody everyone
    people person time times day days today now lately let bring brings brought
    """.split()
)
LIGHT = 0.25  # generic words can still be what the client spoke of: a little, not nothing
_COMMON = 4.3  # on the Zipf scale (3 is one word in a million, 6 one in a thousand)
_STEP = 0.35  # less for each step commoner: "night" tells less than "pharmacist"
_LEAST, _MOST = 0.4, 1.2
_WORDS = 1_650_000_000  # behind the frequencies


class Token(NamedTuple):
    """A word that may carry content: as normalised, its stem, and where it stands as typed."""

    word: str
    stem: str
    weight: float
    tells: bool  # whether it says something about this client, and not what every reply says
    start: int
    end: int


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=8192)
def weight(word: str) -> float:
    """How much a word says about what is being talked of: nothing, a little, or about 1."""
    if word in FUNCTION_WORDS or word in SOUNDS or not word[:1].isalnum():
        return 0.0
    if word in GENERIC_WORDS:
        return LIGHT
    if len(word) == 1 and not word.isdigit():
        return 0.0
    zipf = log10(max(frequency(word), 1) / _WORDS * 1e9)
    return round(max(_LEAST, min(_MOST, 1.0 - _STEP * (zipf - _COMMON))), 2)


def tokens(reply: Reply) -> tuple[Token, ...]:
    """Every word of a text with its stem and weight, in order."""
    return tuple([Token(*_reading(one[0]), one[1], one[2]) for one in reply.words])


@lru_cache(maxsize=8192)
def _reading(text: str) -> tuple[str, str, float, bool]:
    word = text[:-2] if text.endswith("'s") else text
    weighs = weight(word)
    return word, stem(word), weighs, weighs > LIGHT
