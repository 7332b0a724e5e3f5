"""Signs of what gets in the way: words that condemn, name, soothe or bind, and talk of others."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Cue

_OTHERS = "he|she|they|your <kin>|his _|her _|their _|<kin>"
_AUX = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|might"
_ADDRESS = (
    "love|mate|dear|pet|hun|hon|honey|sweetheart|darling|bro|sis|son|pal|buddy|babe|lad|dude|"
    "my (dear|friend|love|darling|sister|brother|son|girl|boy|child)"
)

CUES = (
    Cue("list.condemning", "a word that condemns", Phrases(("<condemning>",))),
    Cue("list.diagnosis", "a diagnosis or a type", Phrases(("<diagnosis>",))),
    Cue("list.soothing", "a word of comfort", Phrases(("<soothing>",))),
    Cue("list.duty", "a word of duty", Phrases(("<duty>",))),
    Cue("list.emotion", "a feeling’s name", Phrases(("<emotion>",))),
    Cue(
        "slip.calls_by_name",
        "“love”, “mate”, “my dear”",
        Phrases((f"({_ADDRESS}) $", f"~ ({_ADDRESS})")),
    ),
    Cue(
        "slip.exclaims",
        "“oh dear”, “bless you”, “wow”",
        Phrases(
            ("~ (wow|oh|bless|gosh|goodness|blimey|aw|aww|haha|lol|ooh|ah|ouch|jeez|god|lord)",)
        ),
    ),
    Cue(
        "slip.imagines_them",
        "“she must be”, “maybe he”",
        Phrases(
            (
                f"({_OTHERS}) (must|might|may|probably|surely|will) (be|have|feel|want|think|mean)",
                f"(maybe|perhaps|probably|i wonder if|i bet|bet) ({_OTHERS})",
                f"({_OTHERS}) (sounds|seems|sound|seem|looks|look)",
            )
        ),
    ),
    Cue(
        "slip.asks_of_them",
        "asks about somebody else",
        Phrases(
            (
                f"({_AUX}) ({_OTHERS}) _",
                f"(how|what|why|where|when|who) ({_AUX}) ({_OTHERS})",
                f"(what|how) about ({_OTHERS})",
                f"do you (think|suppose|reckon|imagine) ({_OTHERS})",
            )
        ),
    ),
    Cue(
        "slip.asks_for_defence",
        "“did nobody…?”, “how could you…?”",
        Phrases(
            (
                "(did|do|have|had|has|does|were|are|could|would) (nobody|no one|anybody|anyone|"
                "you never|you even|it never|you really)",
                "(on earth|possessed|the hell|in the world|what were you|how could you)",
            )
        ),
    ),
)
