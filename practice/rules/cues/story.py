"""How the client's story is told again, in the helper's words and often without a "you"."""

from __future__ import annotations

import re

from practice.rules.matchers import Phrases, Test, View
from practice.rules.rule import Cue

_THEY = frozenset("he she they him her them his their".split())
_PAST = frozenset(
    "was were had did went came got said told made took gave left kept let put saw knew thought"
    " felt found lost stood sat ran fell brought bought rang broke held heard meant would sold paid"
    " met sent spent slept wrote spoke drove hit cut rose chose grew threw drank ate hid hurt led"
    " lay shut won wore woke".split()
)
_HELPERS_OWN = frozenset("i my me mine we our us".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
    " sixty hundred thousand dozen half twice once both".split()
)
_ENDS_IN_ED = re.compile("ed(?= |$)")
_AND_SO = frozenset("so and but".split())


def _told_of_them(view: View) -> bool:
    """ "So he just left.": others in the past, and nothing of the helper."""
    words = view.word_set
    return words.isdisjoint(_HELPERS_OWN) and (
        not words.isdisjoint(_PAST) or _ENDS_IN_ED.search(view.norm) is not None
    )


def _with_their_word(view: View) -> bool:
    """Others, and a word that the client used."""
    return view.taken_up[1] > 0 and view.word_set.isdisjoint(_HELPERS_OWN)


def _joined_on(view: View) -> bool:
    """ "So…", "And…" that goes on with the client or the client's people."""
    words = view.words
    return len(words) > 2 and words[0] in _AND_SO and (words[1] in _THEY or words[1] in _YOU)


_YOU = frozenset("you your it that there".split())


def _subjectless(view: View) -> bool:
    """ "Must have been carrying more than he let on": the subject is left out."""
    words = view.words[view.opening :]
    return len(words) > 2 and words[0] in _BARE and words[1] in _AFTER_BARE


_BARE = frozenset("must might could would feels felt makes made leaves left sounds seems".split())
_AFTER_BARE = frozenset("have be been like so as that you a the him her it more all".split())


CUES = (
    Cue(
        "story.they_past",
        "what others did, and nothing of the helper",
        Test(_told_of_them, _THEY),
        kind="reflection",
    ),
    Cue(
        "story.they_taken_up",
        "others, in a word of the client's",
        Test(_with_their_word, _THEY),
        kind="reflection",
    ),
    Cue("story.joined_on", "“so he…”, “and you…”", Test(_joined_on, _AND_SO)),
    Cue(
        "story.subjectless",
        "the subject is left out",
        Test(_subjectless, _BARE),
        "reflection",
    ),
    Cue(
        "story.counted",
        "numbers in words",
        Test(lambda view: not _NUMBERS.isdisjoint(view.word_set), _NUMBERS),
    ),
    Cue(
        "story.likened",
        "an image: “like a…”, “as if…”",
        Phrases(
            (
                "(like|almost like|as though|as if|more like) (a|an|you|he|she|they|it|the|some"
                "|somebody|nobody|walking|being|having)",
                "(a kind of|a bit of a|a sort of|half of) _",
            ),
            unless=("(you|i|we|they|would|do|did|not|he|she) like",),
        ),
        kind="reflection",
    ),
    Cue(
        "story.emotion",
        "a feeling as a thing: “there is grief in that”, “and some fear”",
        Phrases(
            (
                "there is ... <emotion>",
                "(a|that|some|real|such) (kind of|sort of|lot of|mix of|bit of|sense of) <emotion>",
                "(all|so much|such|the|this|that|your) <emotion> (in|about|where|of|that|underneath"
                "|behind|at|when|too|and)",
                "^ (and|maybe|perhaps|some|a|so much|such|so) (_|) <emotion>",
                "^ (and|or|maybe|perhaps|just|more|mostly|) (_|) <feeling> (of|about|that|because"
                "|too|and|when|by|at|to|with|in)",
                "(and|but|yet) (a|an|the|some) (_|) <emotion>",
                "(and|or|maybe|perhaps|some) <emotion> (too|about|that|as well|in|$)",
                "<emotion> (and|or) (_|) <emotion>",
            ),
            unless=("(i|my|me) ... <emotion>",),
        ),
        kind="reflection",
    ),
    Cue(
        "story.however",
        "how much, how little, how long: even, still, all, nobody, not once",
        Phrases(
            (
                "(not even|even when|even though|even the|even if|not once|not one|no matter)",
                "(nobody|no one|nothing|none of it|never once|not a soul|hardly anyone)",
                "(all (those|the|these|that|this|of that|of it)|every (single|time|night|day))",
                "(the only|the one|the first|the last|the same|the whole|the very) _",
                "(after all|all along|all over again|on your own|by yourself|on top of)",
                "(no longer|any more|anymore|ever since|until now|so far|too late)",
            )
        ),
        kind="reflection",
    ),
    Cue(
        "story.two_sides",
        "not this but that; both at once",
        Phrases(
            (
                "(it|that|this|the) is not (the|that|just|only|so much|about|really|what)",
                "not (the|just|only|so much|because|about) ... (but|it is|that|it)",
                "(part|half|one side) of you",
                "(on the one hand|at the same time|and yet|and still|whichever|either way)",
                "(if|when) (you|he|she|they) (do|does) ... (and|or) (if|when)",
                "(more|less) (than|about) ... (than|about)",
            )
        ),
        kind="reflection",
    ),
    Cue(
        "story.somebody_who",
        "what it says about the client: “the one who…”, “somebody who…”",
        Phrases(
            (
                "you (are|were) (the one|the only one|the first|somebody|someone|a person|the kind"
                "|always the one|not somebody)",
                "(being|to be|you are) the (one|only|first|last)",
                "(what|all) you (want|wanted|need|needed|have|had|are left|long|miss|hear|see|get)",
                "(what|the thing that|that is what) (hurts|gets|stings|scares|worries|matters"
                "|bothers|weighs|keeps|makes|you)",
            )
        ),
        kind="reflection",
    ),
)
