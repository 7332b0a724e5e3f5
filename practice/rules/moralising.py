"""Duty, right and wrong: what a good person would do."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import GORDON
from practice.rules.theirs import THEIRS

RULES = (
    Rule(
        id="moralising.duty",
        kind="confrontation",
        roadblock="moralising",
        message="Appeals to duty, gratitude or what is right.",
        why="It adds guilt to what is already heavy, and puts your values above the client's.",
        source=GORDON,
        instead="Ask what matters to the client in this, or say back the value you hear.",
        hits=(
            "It's your duty to look after her.",
            "You should be grateful for what you have.",
            "A good mother would stay home.",
            "You owe it to your children.",
            "The right thing to do is to forgive him.",
            "A good son phones on Sundays.",
            "You ought to be happy that they kept you on.",
            "It's only fair to think of the neighbours too.",
            "Grown men don't hide in the garage.",
            "A team player would own up to it.",
        ),
        misses=(
            "You feel it is your duty to look after her.",
            "You are grateful to her.",
            "You want to be a good mother.",
            "You think you owe them.",
            "You want to be a good son, and Sundays are hard.",
            "You're meant to be happy that they kept you on.",
            "It's not fair that they forget you.",
        ),
        finds=Phrases(
            (
                (
                    "(a|any|every) (good|real|true|healthy|proper) (marriage|family|friendship|"
                    "home|relationship)"
                ),
                (
                    "(a|the) (marriage|mother|father|parent|family|husband|wife|son|daughter|"
                    "child|friend) should"
                ),
                (
                    "you should (put|be honest|respect|honour|honor|forgive|obey|think of|set an "
                    "example)"
                ),
                "(it is|that is) your (duty|responsibility|job|obligation) (to|as)",
                (
                    "you (should|ought to|need to|must) (be|feel) (grateful|thankful|ashamed|"
                    "responsible|happy with|glad|sorry|more grateful|lucky)"
                ),
                (
                    "you (should|ought to|must) be (happy|pleased|relieved|thrilled) (that|for|"
                    "to|with|about)"
                ),
                (
                    "(a|any|every) (good|decent|real|true|responsible) (mother|father|parent|"
                    "person|man|woman|friend|daughter|son|husband|wife|child) (would|does|should|"
                    "knows|never)"
                ),
                (
                    "^ (a|any|every) (good|decent|real|true|responsible|loving) (mother|father|"
                    "parent|"
                    "person|man|woman|friend|daughter|son|husband|wife|child|<kin>) _"
                ),
                (
                    "(grown|real|big|good) (men|women|people|boys|girls|mothers|fathers|parents|"
                    "ups) do not"
                ),
                "(should|ought) not (a|an) _ (be|to|have|know|do)",
                (
                    "(it is|is it not|would it not be) only (fair|right|decent|proper|natural|"
                    "polite) to"
                ),
                "(you|your) ... (mum and dad|parents|family|<kin>) (should|ought to)",
                "you owe (it|them|him|her|your)",
                "(the|) right thing (to do|) (is|would be)",
                (
                    "(shame on you|how could you|you know better|do the right thing|you made a "
                    "vow|it is a sin|honor your|that is (wrong|immoral|a sin|selfish of you))"
                ),
                (
                    "(think|thought) (of|about) (your (kids|children|family|parents|husband|wife|"
                    "baby)|others|the children|other people)"
                ),
                "you have a (responsibility|duty|obligation) (to|as)",
                "have you no (shame|respect)",
                (
                    "(a|any|every) (real|true|good|) (team player|good sport|grown up|gentleman|"
                    "lady|professional) (would|does|should|never)"
                ),
                "(you should|you ought to) know better",
            ),
            unless=(
                "you (feel|think|believe|worry|fear|wonder|know|want|were told|are told|keep)",
                "(feel|feels|sounds|seems) (like|as if|that)",
                "(she|he|they|people|everyone) (say|says|said|think|thinks|thought|told)",
                "what is the right thing",
            ),
        ),
    ),
    Rule(
        id="moralising.sayings",
        kind="confrontation",
        roadblock="moralising",
        message="A rule of life: “family comes first”, “a promise is a promise”, “one ought to…”.",
        why="A saying ends the talk; there is nothing that the client could say against it.",
        source=GORDON,
        instead="Ask what matters to the client in this, or say back the value you hear.",
        hits=(
            "Family comes first.",
            "A promise is a promise.",
            "It takes two to quarrel.",
            "One ought to forgive.",
            "It's wrong to keep secrets.",
            "They should be ashamed of themselves.",
            "Nobody said it would be easy.",
            "Worrying doesn't change a thing.",
            "Children should be with their mother.",
            "You can't expect him to do everything.",
            "Lying to her isn't fair on her, you know.",
            "It's not really on to read her letters.",
        ),
        misses=(
            "Family comes first for you.",
            "Tell me about the morning when nobody said anything.",
            "You feel it's wrong to keep secrets.",
            "You wish the children were with you.",
            "Nobody said a word to you all day.",
            "The worrying won't stop, whatever you do.",
            "You ought to have been asked, you say.",
            "You know that hiding it isn't fair on her.",
            "You can't keep the one without losing the other.",
        ),
        finds=Phrases(
            (
                "(family|work|honesty|health|children|loyalty|duty|safety) (comes|come) first $",
                "blood is thicker",
                (
                    "(worrying|crying|brooding|anger|being (angry|sad|upset)|getting (angry|"
                    "upset)) "
                    "(will not|does not|never|can not) (change|help|solve|bring|get|fix)"
                ),
                "(he|she|they|those people|your _|<kin>) (should|ought to) be ashamed",
                (
                    "(a|an) (promise|deal|job|rule|child|friend) is (a|an) (promise|deal|job|rule|"
                    "child|friend)"
                ),
                "it takes two",
                (
                    "(forgive and forget|two wrongs|made your bed|honour your|patience is|pride "
                    "comes|charity begins|honesty is|turn the other cheek|count your|practise "
                    "what|actions have consequences|life is what you|nobody said (it|life|this) "
                    "(would|was)|"
                    "nothing in life|whatever (happens|will be|comes) (happens|will be|comes)|what "
                    "will be will be)"
                ),
                (
                    "(one|we|everybody|everyone|people|children|parents|mothers|fathers|sons|"
                    "daughters|friends|women|men|adults|grown ups) (should|ought to|must|has to|"
                    "shall|need to|needs to)"
                ),
                (
                    "(it is|is it|that is) (not|) (wrong|right|selfish|rude|unkind|disloyal|"
                    "ungrateful|bad manners|a sin) (to|of you)"
                ),
                "(it is|that is) (just|simply|) not (really|exactly|simply|) (on|okay|cool) to",
                "that is (just|simply|really) not on $",
                "you (can not|should not|must not) (expect|just|simply|always|keep <ing>)",
                "(what|think what|imagine what) would (your|the) _ (say|think)",
                "(he|she|they|it) (is|are) (still|after all) your (_|)",
                (
                    "(is|are) (still|after all) your (mother|father|brother|sister|son|daughter|"
                    "family|parents|husband|wife)"
                ),
                (
                    "(is|are|was|were) not (very|really|exactly|) (fair|right|nice|kind|honest) "
                    "(on|to|of|towards) (him|her|them|anybody|others|your <kin>|<kin>)"
                ),
                "you (made|took) a (promise|vow|decision)",
                (
                    "(it is|that is) (a matter of|called) (respect|duty|honour|honor|loyalty|"
                    "growing "
                    "up|life|being)"
                ),
                "(you have|you owe) (a|your|) (duty|responsibility|obligation)",
                "(think of|consider) (the|your) (others|children|kids|family|parents|poor)",
            ),
            unless=(*THEIRS,),
        ),
    ),
)
