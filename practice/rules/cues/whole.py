"""What a reply as a whole and the client's last words have to do with a sentence."""

from __future__ import annotations

from functools import lru_cache

from practice.rules.matchers import BRIEF, Phrases, TalkTest, Test, View
from practice.rules.reading.reply import Reply
from practice.rules.rule import Cue

_PARTING = frozenset(
    "thanks thank bye goodbye appreciate helpful goodnight farewell thankyou".split()
)
_GREETING = frozenset("hi hello hey hiya morning afternoon evening".split())
_EMPTY = frozenset("yeah okay mhm right so and oh yes i you my your it a the".split())
_LAST = 2  # sentences


@lru_cache(maxsize=64)
def _last_words(statement: Reply) -> frozenset[str]:
    if not statement.sentences:
        return frozenset()
    first = statement.sentences[-_LAST:][0].first
    return frozenset(one.text for one in statement.words[first:])


def _parts(reply: Reply, statement: Reply) -> bool:
    return not _PARTING.isdisjoint(_last_words(statement))


def _greets(reply: Reply, statement: Reply) -> bool:
    return len(statement.words) < 6 and not _GREETING.isdisjoint(_last_words(statement))


def _echoes(view: View) -> bool:
    """Up to five words, all of them the client's own last ones."""
    if len(view.words) > 5:
        return False
    words = view.word_set - _EMPTY
    return bool(words) and words <= _last_words(view.statement)


def is_spoken(reply: Reply, statement: Reply) -> bool:
    """Whether the talk was spoken and written down, rather than typed."""
    return reply.spoken or statement.spoken


def _words(low: int, high: int) -> TalkTest:
    return TalkTest(lambda reply, statement: low <= len(reply.words) <= high)


def _typed(low: int, high: int) -> TalkTest:
    """The same of a typed reply."""
    return TalkTest(
        lambda reply, statement: low <= len(reply.words) <= high and not is_spoken(reply, statement)
    )


CUES = (
    Cue(
        "taken_up.echo",
        "a few words, all of them the client's last ones",
        Test(_echoes, frozenset(BRIEF)),
    ),
    Cue(
        "client.parts",
        "the client has said thanks or goodbye",
        TalkTest(_parts),
    ),
    Cue("client.greets", "the client has only said hello", TalkTest(_greets)),
    Cue("whole.1_4", "a reply of four words or fewer", _words(1, 4)),
    Cue("whole.31_60", "a reply of more than thirty words", _words(31, 60)),
    Cue("whole.61", "a reply of more than sixty words", _words(61, 10_000)),
    Cue("typed.1_6", "a typed reply of six words or fewer", _typed(1, 6)),
    Cue("typed.41", "a typed reply of more than forty words", _typed(41, 10_000)),
    Cue("begins.please", "begins with “please”", Phrases(("~ please",))),
    Cue(
        "asks.for_more",
        "asks for other sides, thoughts or concerns",
        Phrases(
            (
                (
                    "(are there|is there|do you have|have you had|can you think of|can you see) "
                    "(any|some|anything|other) (other|) _"
                ),
                "(given|giving|have) any thought",
                "(do|would|could|can) you (have|see|think of|imagine|picture) (any|a|some) ...",
                "any other _",
                "(some|any) of the (other|things|reasons|ways|good|not|changes)",
            )
        ),
    ),
    Cue(
        "asks.permission",
        "asks whether it may go on",
        Phrases(
            (
                "(is it|would it be|if it is|be) (okay|alright|all right|fine) (if|with you|to)",
                "(may|can|could) i (share|tell|ask|show|give|offer|talk|explain|have a look|look)",
                "(do|would) you mind if",
                "(can|could|shall) we (talk|take|look|spend|go|discuss)",
            )
        ),
    ),
    Cue(
        "advice.thought",
        "something to think about, a way, a step",
        Phrases(
            (
                (
                    "(something|another thing|one thing|things) (else|) (to (think|consider|try|"
                    "remember|keep)|you (can|could|might))"
                ),
                "(here is|here are) (a|an|some|one|the) ...",
                (
                    "(another|an easy|a quick|one|a good|a great|the best|a simple|best) (way|"
                    "thing|idea|option|step) ..."
                ),
                "(remember|remind yourself|keep in mind|know) that",
                "(at least|instead|even) (<doing>) ",
                "(tell|ask|show|give|let) (him|her|them) (how|that|what|to|know|about|you)",
                (
                    "(your|a|the) (doctor|therapist|counselor|counsellor|friends|boss|teacher|"
                    "family) (about|and|to)"
                ),
                "(i would|i will) (like|want|need|look|explore|start|suggest) ... you",
                "(it is|it might be|it may be|now is) (probably|) time (to|for|you)",
                (
                    "(seeing|talking to|speaking to|speaking with|talking with|finding|getting|"
                    "joining|going to) (a|an|your|with|some|someone) ..."
                ),
                "(focus|focusing|work|working|concentrate) on (yourself|your|the|what|things|you)",
                (
                    "(take|taking) (care of|a break|time|some time|it one|one day|a step|baby|"
                    "small|deep)"
                ),
                "(do|try) (something|things|some) (you|that|nice|new|for)",
            )
        ),
    ),
)
