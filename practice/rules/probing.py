"""Interrogating: a pile of questions, or a why with blame in it."""

from __future__ import annotations

from practice.rules.matchers import ASKED, Phrases, Test, View
from practice.rules.rule import Rule
from practice.rules.sources import GORDON

_WHY = "Under a hail of questions the client answers you and loses their own thread."
_PILE = 3


def _pile(view: View) -> bool:
    """The third question of a reply, and every later one."""
    if not view.sentence.question or len(view.words) < 3:
        return False
    asked = [
        one
        for one in view.reply.sentences[: view.index + 1]
        if one.question and one.last - one.first >= 3
    ]
    return len(asked) >= _PILE


RULES = (
    Rule(
        id="probing.pile",
        kind="closed_question",
        roadblock="probing",
        message="Three questions or more in one reply.",
        why=_WHY,
        source=GORDON,
        instead="Keep the one question that matters most, or say something back first.",
        hits=(
            "How old is he? Where does he live? Do you still see him?",
            "Did you call? What did she say? And what did you do then?",
            "Who told you? When was that? Were you angry?",
        ),
        misses=(
            "What did she say? How was that for you?",
            "How was that for you?",
            "Really? Yeah? What did you do?",
        ),
        finds=Test(_pile, frozenset([ASKED])),
    ),
    Rule(
        id="probing.blaming_why",
        kind="open_question",
        roadblock="probing",
        message="A why that asks the client to defend themselves.",
        why="“Why didn't you…?” sounds like a judge's question, whatever the tone.",
        source=GORDON,
        instead="Ask what made it hard, or what it was like.",
        hits=(
            "Why didn't you just leave?",
            "Why would you do that?",
            "Why do you let him treat you like this?",
            "Why haven't you called her?",
        ),
        misses=(
            "Why does it hurt most at night, do you think?",
            "You ask yourself why you didn't leave.",
            "Why don't you call her?",
            "What kept you from leaving?",
        ),
        finds=Phrases(
            (
                "~ why (did|have|are|were|would) not you",
                (
                    "~ why (would|did|do|are|were|have) you (always|keep|do|let|stay|allow|put|"
                    "say|tell|go|marry|even|ever|not|just|so|being|still|make|have to|insist|"
                    "refuse|give|drink|smoke|wait|lie|ignore|avoid)"
                ),
                "~ why (on earth|in the world|the hell)",
                "how come you (did|do|have|are|never|still) (not|)",
            ),
            unless=("(ask|asking|wonder|wondering|asked) (yourself|) why",),
        ),
    ),
)
