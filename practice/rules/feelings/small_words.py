"""The small words between a feeling and whoever feels it, by what they do."""

from __future__ import annotations

from typing import Literal

Link = Literal["be", "feel", "seem", "get", "make", "bare", "none"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that link a feeling to somebody: "you are", "feels", "sounds", "got" scared.
BE = _words("am is are was were be been being")
FEEL = _words("feel feels feeling felt")
SEEM = _words(
    "seem seems seemed seeming sound sounds sounded sounding look looks looked looking appear"
    " appears appeared"
)
GET = _words(
    "get gets getting got gotten become becomes becoming became grow grows growing grew stay"
    " stays stayed remain remains remained end ended"
)
LINKS: dict[str, Link] = {
    **dict.fromkeys(GET, "get"),
    **dict.fromkeys(BE, "be"),
    **dict.fromkeys(FEEL, "feel"),
    **dict.fromkeys(SEEM, "seem"),
}
# Verbs with the one who feels as their object: "it makes you", "left her" angry.
MAKE = _words(
    "make makes making made leave leaves leaving left keep keeps keeping kept get gets"
    " getting got drive drives driving drove have has had find finds finding found call called"
    " see sees let lets"
)
HAVE = _words("have has had")

# Degrees.
UP = _words(
    "really so very extremely incredibly terribly awfully deeply utterly completely totally"
    " truly absolutely intensely desperately profoundly hugely immensely bitterly thoroughly"
    " seriously super genuinely exceptionally enormously tremendously horribly dreadfully"
    " overwhelmingly painfully beyond bloody such way lot"
)
DOWN = _words("slightly somewhat mildly vaguely faintly bit little touch tad hint less kind sort")
A_BIT = _words("bit little lot touch tad fair kind sort hint sense feeling tiny small")
GREAT = _words(
    "much deep huge great intense terrible enormous immense such overwhelming massive"
    " utter sheer extreme total pure constant unbearable"
)
# What may stand between without changing anything.
PLAIN = _words(
    "longer too still also just all rather pretty fairly quite both almost now again maybe perhaps"
    " always often sometimes even more most already only ever suddenly probably nearly tiny"
    " sense as understandably clearly obviously yourself actually simply mostly mainly partly"
    " increasingly constantly forever um uh er erm"
)

NEGATIONS = _words("not never no hardly barely scarcely neither nor nothing without")
ONLY = _words("just only merely simply")
WISHES = _words(
    "want wants wanted wanting wish need needs needed try tries trying tried hope hoping like"
    " refuse refuses refused refusing hate hates hated wait waits waiting waited expected"
    " pretend pretends pretended pretending deserve deserves deserved"
)
NOT_NOW = _words("should will shall used ought supposed")
CONDITIONAL = _words("would might could may will")

# Helping verbs and adverbs between the link and its subject: "must have been really".
HELPING = _words(
    "must might may could would should will shall can do does did done have has had having"
    " been be being is are was were am ought to seem seems seemed start started starting begin"
    " began beginning keep keeps kept keeping tend tends end ended ending up going gonna about"
    " come coming came left want wants wanted wanting wish like need needs needed trying try"
    " tries tried hope hoping used allowed able supposed getting got get really just still"
    " also always often sometimes even now already probably maybe perhaps only almost both all"
    " feel feels feeling felt sound sounds look looks sounding looking appear appears appeared"
    " too clearly obviously quite so more less most as rather well then there find finds let"
    " lets makes make ever simply currently actually kind of sort a bit little lot way longer else"
    " refuse refuses refused refusing hate hates hated wait waits waiting waited expected"
    " pretend pretends pretended pretending deserve deserves deserved"
)

STOPS = frozenset((".", "!", "?", ";", ":", "…"))
JOINS = frozenset((",", "and", "or", "but", "nor", "neither", "then", "—", "even", "yet", "maybe"))
# What a clause can begin after, so that a noun behind it is a subject.
OPENERS = _words(
    "that when because since although though if while whether after before until unless what"
    " how why where which as like than so and but or , about hear heard think thinks say says"
    " said know knows knew believe sense imagine guess wonder suspect see notice understand"
    " mean is was are"
)
# "I hear", "I sense": what follows is not the listener's own feeling.
STEM_VERBS = _words(
    "hear hearing heard sense sensing sensed wonder wondering imagine imagining guess"
    " guessing think notice noticing noticed see seeing pick picking picked detect get getting"
    " suspect believe understand understood gather gathering perceive assume say reckon suppose"
)
NOT_SUBJECT_AFTER = _words("thank told tell telling for with to about of")
# "I do not think you are": the "not" belongs to the feeling.
RAISING = _words(
    "think believe that sound sounds like because as though if seem seems so much saying mean"
    " meaning claiming suggesting"
)
# An "if" after these asks and sets no condition.
OPEN_IF = _words(
    "wonder wondering wondered ask asking see know sure as sounds almost even tell guess not"
)
