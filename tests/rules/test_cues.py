"""The families of cues that tell of the talk, of the client's story, and of how it is asked."""

from __future__ import annotations

import pytest

from practice.rules.finder import ALL, finder
from practice.rules.reading.reply import read

SAID = "My brother sold the boat without a word. I found the berth empty, and I just stood there."


def found(reply: str) -> set[str]:
    """The ids of all that is found in a reply."""
    seen = finder().find_all(read(reply), read(SAID))
    return {ALL[number].id for _, hits in seen for number in hits}


@pytest.mark.parametrize(
    ("cue", "hits", "misses"),
    [
        (
            "talk.exclaims",
            ["Oh, Idris.", "Good God.", "No way.", "oh mate"],
            ["Oh, you stood there.", "No boat.", "God?", "He never said."],
        ),
        (
            "talk.welcomes",
            ["Come in, Idris.", "Thanks for waiting.", "You're through to the harbour office."],
            ["You came in and it was gone.", "He never thanked you for waiting."],
        ),
        (
            "talk.waits",
            ["Bear with me.", "Sorry, my screen froze.", "Give me two ticks."],
            ["You waited a minute too long.", "He gave you no second chance."],
        ),
        (
            "talk.books",
            ["I'll ring you on Thursday.", "Sign here and here.", "See you next week then."],
            ["You wanted him to call.", "It was the sign of a quarrel."],
        ),
        (
            "talk.plans",
            ["Let's start with the letters.", "We'll go through your list first."],
            ["You started without him.", "He went through the door."],
        ),
        (
            "story.they_past",
            ["So he just sold it.", "Your brother took it and told nobody where he was."],
            ["I sold mine too, like he did.", "He sells boats.", "You found it empty."],
        ),
        (
            "story.they_taken_up",
            ["He sold it.", "His boat, then."],
            ["He left.", "I had a boat like his."],
        ),
        ("story.joined_on", ["So he sold it.", "And you stood there."], ["So long.", "And then?"]),
        (
            "story.subjectless",
            ["Must have been like losing him as well.", "Makes you wonder what else he sold."],
            ["It must have been cold.", "Must he sell it?"],
        ),
        ("story.counted", ["Twelve years on that boat."], ["Years on that boat."]),
        (
            "story.likened",
            ["It's as if he had sold you as well."],
            ["You like the sea.", "As you said."],
        ),
        (
            "story.however",
            ["Not even a word.", "Nobody told you.", "All those summers."],
            ["A word would have helped."],
        ),
        (
            "story.two_sides",
            ["It's not the boat, it's the silence.", "Part of you saw it coming."],
            ["You liked the boat."],
        ),
        (
            "story.somebody_who",
            ["You're the one who stood there.", "What hurts is the silence."],
            ["You are here.", "One who sails."],
        ),
        (
            "asks.who_when",
            ["When did he sell it?", "Which berth was it?"],
            ["What did he say?", "When he sold it you stood there."],
        ),
        (
            "asks.how_many",
            ["How long did you stand there?", "How much was it?"],
            ["How did you find out?"],
        ),
        (
            "asks.what_noun",
            ["What year was that?"],
            ["What was that like?", "What kind of boat was it?"],
        ),
        (
            "asks.suggesting",
            ["Have you thought about asking him?", "Couldn't you ring him?"],
            ["What have you thought about since?", "You could not ring him."],
        ),
        (
            "family.mine",
            ["Mine sold our van.", "As a brother myself, I know that one."],
            ["The boat was mined.", "He is somebody else."],
        ),
    ],
)
def test_finds_its_own_and_no_near_miss(cue: str, hits: list[str], misses: list[str]) -> None:
    assert [reply for reply in hits if cue not in found(reply)] == []
    assert [reply for reply in misses if cue in found(reply)] == []
