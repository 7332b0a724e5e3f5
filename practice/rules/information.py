"""Facts and explanations."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import MISC

_WHY = "Facts are useful when asked for; before that they turn a person into a listener."
_INSTEAD = "Ask whether it is welcome, or say back what the client wants to know."

RULES = (
    Rule(
        id="information.studies",
        kind="information",
        message="Facts, studies, figures.",
        why=_WHY,
        source=MISC,
        instead=_INSTEAD,
        hits=(
            "Research shows that sleep matters.",
            "About 40 percent of couples argue about money.",
            "Studies have found that walking helps.",
            "According to the guidelines, two is the limit.",
        ),
        misses=(
            "You have read every study there is.",
            "Your research took years.",
            "You keep to two a day.",
        ),
        finds=Phrases(
            (
                (
                    "(research|studies|a study|statistics|evidence|science|data|surveys|experts|"
                    "scientists|doctors|guidelines) (show|shows|suggest|suggests|says|say|has|"
                    "have|found|indicate|indicates|tell|tells|recommend|prove|proves)"
                ),
                (
                    "(percent|per cent|statistics|statistically|studies|scientific|"
                    "scientifically|guidelines|according to|on average|recommended limit|"
                    "recommended)"
                ),
                "(we|they) (know|have found) that",
                "(did|do) you know that",
                "(for example|for instance|in general|generally|typically|such as|in other words)",
            ),
            unless=("you (have|were|are|want|read|heard|know)",),
        ),
    ),
    Rule(
        id="information.what_it_is",
        kind="information",
        message="Explains what something is, or how it works.",
        why=_WHY,
        source=MISC,
        instead=_INSTEAD,
        hits=(
            "Grief is a process with many stages.",
            "Anxiety can cause a racing heart.",
            "There are many kinds of therapy.",
            "A sponsor is someone who has been there.",
        ),
        misses=(
            "You are a process engineer.",
            "It can cause you pain to see her.",
            "There are days you cannot get up.",
        ),
        finds=Phrases(
            (
                (
                    "~ (there are|there is) (many|some|several|a lot of|lots of|a number of|also|"
                    "two|three|different|various|other|plenty|certain|numerous|usually|often|a "
                    "few|always|a|no|an) _ ..."
                ),
                (
                    "~ (<helper>|people|men|women|kids|children|teens|teenagers|couples|humans|"
                    "we|everyone|many|some|most|they|depression|anxiety|grief|trauma|stress|"
                    "alcohol|smoking|nicotine|drugs|addiction|exercise|sleep|therapy|medication|"
                    "families|parents|relationships|emotions|feelings|depression|love|marriage|"
                    "anger) (is|are|can|may|might|will|do|does|often|usually|sometimes|tend|have|"
                    "has|need|needs|who|often|would|should) _ _"
                ),
                (
                    "(can|may|could|might) (cause|lead|help|affect|result|increase|reduce|make|"
                    "be|take|trigger|create|include|happen|feel|have|also) (a|an|the|to|in|your|"
                    "our|it|people|you|us|more|less|very|many|from|as|of|someone|those|them|be|"
                    "by|that|difficult|hard|different)"
                ),
                (
                    "(is|are) (a|an|the|one|often|usually|typically|called|known|made|based|"
                    "designed|when|caused|considered|part|sometimes|something|also|available|"
                    "about|where) (a|of|by|to|as|that|form|way|type|kind|part|the|normal|process|"
                    "sign|symptom|good|great|very|in|very|common|natural|_) _"
                ),
                "(is|are) (someone|something|anyone|somebody) (who|that|you|to|we)",
                (
                    "(this|that|it|which) (means|is when|is called|depends|happens when|includes|"
                    "involves|causes|occurs|works|affects|comes from|is because|is due)"
                ),
            ),
            unless=(
                "(you|your) (are|feel|were|have|felt|seem|sound) ...",
                "(to|for) you $",
                "~ (is|are|do|does|can|what|how|why)",
                "you pain",
            ),
        ),
    ),
    Rule(
        id="information.you_will",
        kind="information",
        message="Explains what happens next, or how something is done.",
        why=_WHY,
        source=MISC,
        instead=_INSTEAD,
        hits=(
            "The first session takes about an hour.",
            "They will ask you to fill in a form.",
            "You will get a letter from the school.",
            "The nurse is going to call you back.",
        ),
        misses=(
            "You will be fine.",
            "He took an hour to come.",
            "You waited for a letter.",
        ),
        finds=Phrases(
            (
                (
                    "(the|a|an|this|these|your|our|my|their|his|her|they|it|she|he|that|those) "
                    "... (will|is going to|are going to|takes|costs|offers|offer|provides|"
                    "provide|requires|includes|allows|allow|works|starts|begins|contains|helps|"
                    "teaches|gives|shows) (ask|call|be|help|take|give|have|get|show|you|about|a|"
                    "an|the|from|to|with|your|in|at|him|her|for|them|some|us|also|make|let|"
                    "provide|know|need|allow|start|feel|tell|want)"
                ),
                (
                    "you (will|can|may) (get|receive|find|have|see|also|notice|learn|hear|be "
                    "able|be asked|be given) (a|an|the|your|that|it|to|out|some|more|many|them|"
                    "from|information|this)"
                ),
            ),
            unless=(
                "will be (fine|okay|alright|better|all right|good)",
                "(you|your) (are|feel|were) ...",
                "takes (a lot of|a great deal of|some|so much|such) (courage|strength|nerve|guts)",
            ),
        ),
    ),
)
