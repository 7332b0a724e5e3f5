"""Comfort that closes the subject."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.minimising import EVERYBODY_THERE
from practice.rules.rule import Rule
from practice.rules.sources import GORDON, HILL
from practice.rules.theirs import THEIRS

_WHY = "Well meant, it tells the client that the feeling is not needed, and the talk is over."
_INSTEAD = "Stay with the worry for one sentence: name it before anything makes it smaller."

RULES = (
    Rule(
        id="reassuring.dont_worry",
        kind="support",
        roadblock="reassuring",
        message="“Don't worry”, “you'll be fine”, “it will work out”.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Don't worry, it will be fine.",
            "You'll get through this.",
            "I'm sure he will come round.",
            "It'll all work out in the end.",
            "Everything will be okay.",
        ),
        misses=(
            "You worry that it won't be fine.",
            "You hope it will work out.",
            "You told him not to worry.",
            "He says everything will be okay, and you don't believe it.",
        ),
        finds=Phrases(
            (
                (
                    "~ (please|) (do not worry|no worries|never fear|have no fear|do not be (sad|"
                    "afraid|scared|upset|hard on yourself|so hard|silly|nervous)|do not feel "
                    "(bad|guilty|ashamed|sad|alone)|do not cry)"
                ),
                (
                    "(you|he|she|they|it|this|things|everything|we|that) (will|would|are going "
                    "to|is going to) (be|turn out|work out|get through|come through|come around|"
                    "come round|do|get|make|find|look|feel|pass|survive|see|figure) (fine|okay|"
                    "alright|all right|great|well|good|this|it|better|out|a way|your|things|"
                    "easier|that|in time|soon|happier|stronger|someone|something|just fine)"
                ),
                (
                    "(it|this|things|that|everything) (will|would|is going to|does|do) (get|"
                    "gets) (better|easier)"
                ),
                "(it|things|that|this) (gets|get) (better|easier)",
                "(it|that|this|the feeling) will (wear off|fade|settle|sort itself out|die down)",
                "(nobody|no one) could have done more",
                "(that is|it is) the main thing",
                "(lots of|plenty of|many|most|a lot of) (people|dads|mums|parents|students) "
                "(relapse|fail|forget|slip|panic|lose)",
                (
                    "(i am|we are) (sure|certain|confident|positive) (that|) (you|he|she|they|it|"
                    "things|everything|your|this|there|the|with|in)"
                ),
                (
                    "(it|this|everything|things) (will|is going to) (all|) (work out|be over|"
                    "pass|blow over|be alright|be okay|be fine)"
                ),
                "~ (you have got this|you got this|hang in there|stay strong|hold on|keep it up)",
                (
                    "~ (keep your (chin|head) up|chin up|cheer up|keep going|stay positive|give it "
                    "time)"
                ),
                "(this too shall pass|time heals|better days|brighter days|light at the end)",
                (
                    "(you can do (it|this)|nothing to worry about|no need to worry|worth it in the "
                    "end)"
                ),
                "(there is (always|) hope|you are going to be (okay|fine|alright|great|happy))",
                (
                    "you will (soon|) (get used to|get over|feel better|be back|be happy|thank|"
                    "laugh|"
                    "look back|manage|cope|be glad|find somebody|find someone|make it|do great|"
                    "do well)"
                ),
                (
                    "you can (get through|do|overcome|handle|beat|make it|survive|achieve) (this|"
                    "it|anything|that|through)"
                ),
                (
                    "(everything happens for a reason|when one door closes|plenty (more|of) fish|"
                    "every cloud|things happen for a reason|it was meant to be|better place|god "
                    "has a plan|god never gives)"
                ),
            ),
            unless=(
                "you have got this (on|in|with|to|at|going|hanging)",
                (
                    "(you|he|she|they) (hope|hopes|hoped|say|says|said|told|tell|worry|fear|wish|"
                    "wonder|want|doubt|think|believe|know) ..."
                ),
                (
                    "you (are|were) (hoping|worried|afraid|scared|not sure|unsure|wondering|told|"
                    "longing|waiting) ..."
                ),
                "(if|how|when|whether|where|why|what) ... (will|would|gets|get)",
            ),
        ),
    ),
    Rule(
        id="reassuring.not_alone",
        kind="support",
        roadblock="reassuring",
        message=(
            "“You're not alone”, “it's not your fault”, “it's normal”: comfort before listening."
        ),
        why=(
            "It can help later; said first, it answers a question the client has not finished "
            "asking."
        ),
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "You're not alone in this.",
            "It's not your fault.",
            "It's completely normal to feel this way.",
            "Anyone would feel like that.",
            "Most of these scans turn out fine.",
        ),
        misses=(
            "You feel alone in this.",
            "You feel it's all your fault.",
            "Everyone is cheering, and you would rather be at home.",
            "It is not normal for you to be so quiet.",
            "You want to be normal again.",
            "It stings that everybody has already settled it.",
            "Has anyone told you so before?",
            "You get the blame when it isn't your fault.",
        ),
        finds=Phrases(
            (
                (
                    "you are (not|never) (alone|the only one|crazy|a burden|broken|a failure|a "
                    "bad|weak|worthless|stupid|weird|wrong for|to blame)"
                ),
                "(it|that|this|none of this|none of it) (is|was) not your (own|) fault",
                (
                    "(it|that|this|which) (is|are) (perfectly|completely|totally|quite|very|) "
                    "(normal|natural|understandable|okay|alright|all right|fine|common|valid|"
                    "reasonable) (to|that|for you|$|if|for anyone|and)"
                ),
                (
                    "(normal|natural|okay|understandable|alright|common|valid) (to|that you|for "
                    "you to) (feel|be|have|cry|not|grieve|want|need|take|say|struggle)"
                ),
                (
                    "(anyone|anybody|everyone|everybody|most people|many people|a lot of people|"
                    "lots of people|so many people|we all|all of us|many of us) (would|feel|"
                    "feels|go|goes|have|has|do|does|get|gets|struggle|make|makes|deal|"
                    "need|needs|worry|experience)"
                ),
                "(everyone|everybody|most people|we all|all of us) (is|are) (like|in the|afraid|"
                "scared|nervous|"
                "tired|worried|stressed|anxious|lonely)",
                (
                    "(statistically|usually|most|nearly all|almost all|mostly) ... ... (come back"
                    "|turn out|are|is|comes back|turns out|go|goes) (fine|clear|okay|harmless|all"
                    " right|alright|nothing|well|negative)"
                ),
                (
                    "(others|people|many) (feel|are|go through|have been|have gone through|"
                    "experience) (this|the same|it|in the same|like that|that)"
                ),
                "your feelings are (valid|okay|normal|understandable|important)",
                "nothing (to be ashamed|wrong with you|wrong with that|wrong with)",
            ),
            unless=(
                "you (feel|felt|think|worry|believe|wonder|wish|want|hope|wanted) ...",
                (
                    "~ (has|have|does|did|is|are|was|were|do) (anyone|anybody|everyone|everybody"
                    "|others|people)"
                ),
                "(not|never) (normal|okay|fine) (to|for|that|with|$)",
                "(when|though|although) (it|that) is not your (own|) fault",
                *EVERYBODY_THERE,
            ),
        ),
    ),
    Rule(
        id="support.you_can",
        kind="support",
        message="Trust in the client: “I believe in you”, “you deserve…”.",
        why="Warm, and best when it names something the client did.",
        source=GORDON,
        hits=("I believe in you.", "You deserve to be happy.", "I have faith in you."),
        misses=("You believe in him.", "You feel you deserve it.", "I believe he left."),
        finds=Phrases(
            (
                (
                    "i (believe in|have faith in|am rooting for|trust in|am proud of|admire|"
                    "respect|applaud|commend|salute) you"
                ),
                (
                    "you (deserve|are worthy|are worth|matter|are loved|are enough|are valid|are "
                    "capable|have it in you|have what it takes|are valued|are important|are "
                    "special|are amazing)"
                ),
                "i (know|think|believe) you (can|will|are|have|do|did)",
                "proud of (you|yourself)",
            ),
            unless=(
                "you (feel|think|believe|wonder|want|doubt) ...",
                "i (think|believe) you (are|can|will) (right|wrong|should)",
            ),
        ),
    ),
    Rule(
        id="support.here_for_you",
        kind="support",
        message="An offer of presence: “I'm here for you”.",
        why="It says that the client is not a burden; then let the next sentence listen.",
        source=HILL,
        hits=("I'm here for you.", "I am here to listen.", "I'm happy to help.", "Sending hugs."),
        misses=("You wish he was here for you.", "She is here.", "You are here because of her."),
        finds=Phrases(
            (
                (
                    "(i am|we are|i will be|i will always be) (always|) here (for|to|if|whenever|"
                    "with|when|and|any)"
                ),
                (
                    "i (am|would be) (happy|glad|willing|able) (to|i|that i|we) (help|listen|"
                    "talk|could|can|chat|be|was|hear|had|support|see)"
                ),
                "(hope|glad|happy) (this|that|it|i) (helps|helped|could help|was able|can help)",
                (
                    "(sending|send) (you|) (hugs|love|a hug|positive|good|prayers|strength|my|"
                    "lots|much|all|big|virtual)"
                ),
                (
                    "(hugs|big hug|virtual hug|my (heart|thoughts|prayers) (goes|go|are|is)|"
                    "praying for you|pray for you|thinking of you)"
                ),
                (
                    "you can (always|) (talk to|message|reach|call|text|count on|rely on|trust|"
                    "vent to|dm|pm) (me|us)"
                ),
                (
                    "(feel free|do not hesitate) to (talk|reach|message|contact|share|call|vent|"
                    "ask|come)"
                ),
                "i (want|would like|wish i could|would love|am here) to (help|support)",
                "(how|anything) (can|may|could) i (help|do|support)",
                (
                    "(i|we) (hope|wish) (that|) (you|things|everything|it|this|all|your|he|she|"
                    "they|the)"
                ),
                (
                    "(i|we|) (wish|wishing) (you|him|her|them) (the|all|good|well|luck|every|"
                    "much|a|lots|nothing)"
                ),
                (
                    "(good luck|best of luck|best wishes|take care|all the best|god bless|stay "
                    "safe|be well|get well|happy to help|glad to help|glad i could)"
                ),
            ),
        ),
    ),
    Rule(
        id="reassuring.it_passes",
        kind="support",
        roadblock="reassuring",
        message="“Time heals”, “you'll soon…”, “it's probably nothing”: it will pass.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Time is the best healer.",
            "You'll soon find new neighbours.",
            "It's probably nothing.",
            "He'll come round.",
            "Everyone makes mistakes.",
            "Things will look brighter in the morning.",
        ),
        misses=(
            "Years have gone by, and it does not heal for you.",
            "They keep telling you it's probably nothing.",
            "You think he'll come round.",
            "You feel stronger in the morning.",
        ),
        finds=Phrases(
            (
                "time (is|heals|will) (a|the|) (great|best|) (healer|heal|heals|tell)",
                "(time|it|this) (heals|will heal|will pass|passes|will fade|will blow over|fades)",
                "you will (soon|quickly) _",
                "soon you will",
                "you will ... in no time",
                "you will see $",
                "(before you know it|in no time|tomorrow is another day|there is always tomorrow)",
                (
                    "you will (find|make|meet|have) (new|another|other|better|more|plenty|someone|"
                    "somebody) _"
                ),
                (
                    "(he|she|they|it|things|that|everything) (will|would|is bound to|are bound to) "
                    "(soon|surely|) (come round|come around|come back|calm down|settle|settle "
                    "down|sort itself out|work itself out|grow out of it|forgive you|understand|"
                    "blow over|look (better|brighter|different)|get used to it|turn up) "
                ),
                (
                    "(it|that|he|she|they|you) (is|are|was|will be) probably (nothing|fine|okay|"
                    "alright|all right|normal)"
                ),
                (
                    "(everyone|everybody|we all|all of us|all people) (make|makes|have|has|get|"
                    "gets) "
                    "(mistakes|days like|bad days|off days|nervous|old)"
                ),
                "you are (stronger|braver|tougher|better|smarter|more capable) than (you|that)",
                (
                    "(you are|you have been|you were) (doing|done) (so|very|really|) (great|well|"
                    "fine|brilliantly|the best|your best|all you can|everything you can)"
                ),
                "(nobody|no one) (will|would) (mind|notice|blame|remember|judge|think)",
                "(he|she|they) (did not|does not|do not) (really|) mean (it|any|that|to)",
                (
                    "(no harm done|it is not too late|there is (still|plenty of) time|things "
                    "have a "
                    "way|it will all|in a better place|looking down on you|would be proud of you|"
                    "plenty of (other|people))"
                ),
                "i am (sure|certain) _",
                "i would not worry",
                "(do not be silly|there there|no doubt (it|he|she|they|things))",
            ),
            unless=(*THEIRS,),
        ),
    ),
)
