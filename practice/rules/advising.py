"""Solutions offered: suggestions, recommendations, advice dressed as a question."""

from __future__ import annotations

from practice.rules.matchers import Hit, Phrases, Test, View
from practice.rules.rule import Rule
from practice.rules.sources import GORDON, MISC, OURS
from practice.rules.theirs import SAYS

_WHY = "It takes the problem over before the client has been heard, and may not fit."
_INSTEAD = "Say back what the client wants or fears, and let the next step be theirs."
# "You think you should", "he told you to": somebody's words, not advice.
REPORTED = (
    SAYS,
    (
        "you (feel|felt|think|thought|know|knew|believe|said|say|are thinking|are feeling|guess|"
        "wonder|keep telling yourself|tell yourself) (that|like|as if|as though|whether|if|) you"
    ),
    (
        "(he|she|they|mother|father|mom|dad|mum|everyone|everybody|people|someone|doctor|boss|"
        "husband|wife|friends|family|parents|part of you) ... (told|tells|tell|telling|said|says|"
        "say|saying|thinks|think|expects|expect|wants|insists|wishes) ... you"
    ),
    (
        "(feel|feels|feeling|sounds|sound|seems|felt) (like|as if|as though|that) you (should|"
        "have to|need to|must|ought to|are supposed to|had to)"
    ),
    (
        "(whether|what|how|why|wondering if|wonder if|not sure if|unsure if|where|who) you "
        "(should|could|can|have to|need to|must|ought to)"
    ),
    (
        "(feeling|feel|felt|wish|wished|afraid|worried|scared|fear) (that|like|) you (should|"
        "have to|need to|must|could|can)"
    ),
)

# "You have to" that is no order: what the client's days ask of them.
THEIR_LOT = (
    "(now|then) you have to",
    "you have to _ ... (whenever|every|each|again|or (they|he|she|else)|while|just to) _",
    "you have to _ ... ... (whenever|every|each|again|or (they|he|she)|while|just to) _",
    "you have to (be there|be somebody|be someone|be everything) ...",
    (
        "you have to (beg|prove|hide|pretend|swallow|smile|fight|earn|justify|"
        "guess|watch|sit through|start again|queue|tiptoe|walk on|sneak|lie|"
        "apologise|apologize|keep proving|keep explaining|hear|listen to)"
    ),
)


def _instruction(view: View) -> Hit | None:
    """The sentence or one of its clauses begins with a plain verb: "Call her." """
    if view.sentence.question:
        return None
    words = view.words
    for at in sorted(view.clause_starts):
        here = at
        while here < len(words) - 1 and words[here] in _BEFORE_VERB:
            here += 1
        if here >= len(words) or "<doing>" not in view.lists(words[here]):
            continue
        after = words[here + 1] if here + 1 < len(words) else ""
        if (words[here], after) in (("tell", "me"), ("let", "me"), ("do", "not")):
            continue
        if words[here] == "do" and after in ("you", "i", "we", "they"):
            continue  # a question without its mark
        if (words[here], after) == ("put", "down") and words[here + 2 : here + 3] in _PARTICIPLE:
            continue  # "Put down like a bag"
        if after in _NOT_OBJECT or (at and not _commanding(words[here], after)):
            continue
        if words[here] in _MOSTLY_NOUNS and after not in _OBJECTS:
            continue
        first = view.sentence.first + here
        return Hit(first, min(first + 3, view.sentence.last))
    return None


def _commanding(verb: str, after: str) -> bool:
    """Inside a sentence only what can hardly be anything but a command counts."""
    return verb in _PLAIN_COMMANDS and after in _OBJECTS


_BEFORE_VERB = frozenset(
    "please just maybe perhaps always never first then also simply honestly instead lastly"
    " finally next second ultimately".split()
)
_PARTICIPLE: tuple[list[str], ...] = ([], ["like"], ["by"], ["again"])
_NOT_OBJECT = frozenset("is are was were has have had can will would do does did may might".split())
_MOSTLY_NOUNS = frozenset(
    "work help love care stress change start show hope respect trust treatment support research"
    " book study practice exercise play walk move deal offer research sleep rest face reach stop"
    " visit drink plan fear look stay stand like mind time question reason mention thank"
    " open".split()
)
_PLAIN_COMMANDS = frozenset(
    "try take get give make find talk tell call ask go keep let stop start speak write use remember"
    " focus look consider set reach sit see do think be practice learn avoid leave contact"
    " remember find check explore join turn read listen follow allow accept trust create".split()
)
_OBJECTS = frozenset(
    """a an the to your yourself it him her them this that these those some one on for up out in
    with at about not into back away no more each every all off down over time what how and or
    something someone things small little slow slowly of from through by as my me us around there
    deep positive honest patient kind careful good together whatever anything any
    """.split()
)

RULES = (
    Rule(
        id="advising.you_should",
        kind="advice",
        roadblock="advising",
        message="“You should…”, “you'd better…”: tells the client what to do.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "You should talk to your manager.",
            "You really ought to rest more.",
            "I think you shouldn't wait.",
            "You'd better tell her soon.",
        ),
        misses=(
            "You feel you should talk to him.",
            "Your mother says you should marry.",
            "You're not sure whether you should stay.",
            "She gave you all the courage you need to stay.",
            "You shouldn't have to carry this alone.",
        ),
        finds=Phrases(
            (
                "you (should|ought to) (not|)",
                "you (need|will need|are going to need) to",
                "you had better",
                "(should|ought to) you not",
                "(you|your _|he|she|they|we|i think it|that|this|it) should (<doing>|not|be|try)",
                "you (are|were) (supposed|meant) to",
            ),
            unless=(
                *REPORTED,
                "you should not (have to|have had to|need to|be treated)",
                "you need to (know|feel|hear|be (heard|asked|told|seen|able|sure|certain))",
                "(should|shall) i _",
                "you should (be|feel) (proud|glad|happy)",
                "(the|all|any|enough|more) _ (that|) you need to",
                "^ (what|how|why|where|when|who)",
            ),
        ),
    ),
    Rule(
        id="advising.have_you_tried",
        kind="advice",
        roadblock="advising",
        message="“Have you tried…?”: advice in the form of a question.",
        why="The question mark does not hide the answer that it carries.",
        source=MISC,
        instead="Ask what the client has already done, or what they would like to be different.",
        hits=(
            "Have you tried yoga?",
            "Have you tried reading to her?",
            "Have you thought about telling her?",
            "Did you consider seeing a doctor?",
            "Could you maybe ask your brother?",
        ),
        misses=(
            "What have you tried so far?",
            "You have tried everything.",
            "Have you told anyone else?",
            "Have you ever tried to give up before?",
        ),
        finds=Phrases(
            (
                (
                    "(have|had|did) you (ever|) (try|tried|thought (about|of)|think of|think "
                    "about|consider|considered|looked into|look into|attempted) (<ing>|to|a|the|"
                    "any|it|that|talking|your|some|about|using|other|getting|just) "
                ),
                "have you tried (_) $",
                "what would you think (of|about) <ing>",
                "would (take|react|respond|feel|say|do) ... if you (told|sat|asked|said|showed)",
                (
                    "(could|can) you (not|) (maybe|try|ask|talk|find|go|get|take|call|speak|look|"
                    "use|change|set|write|make|move|join|start|tell|cut|switch|put|live|see) _"
                ),
                (
                    "(would|is) it (help|be possible|be helpful|possible|be worth|worth|be good|"
                    "an option|be an option|be better|be a good idea) (to|if|for|that|<ing>)"
                ),
                (
                    "(could|can|would) not you (maybe|perhaps|) (try|ask|talk|tell|find|get|take|"
                    "call|speak|use|change|set|write|make|move|join|start|say|let)"
                ),
                "have you asked _ ... (if|whether) you (can|could|might)",
                "is there (any|a|some) reason (why|that|) you (can|could|do|would) not",
                "do not you think (you|it|that) (should|could|would|might|is|can)",
                "is there (any|a|some) (way|chance|possibility) (you|that you|to|of)",
                (
                    "(are|would) you (be|) (willing|open|able|interested|ready) (to|in) (<doing>|"
                    "<ing>|try)"
                ),
                (
                    "would you (like|consider|want|be) to (try|meet|see|talk to|work|join|learn|"
                    "set|make|give|do|have|schedule)"
                ),
                "would you consider",
            ),
            unless=(
                (
                    "(can|could|would) you (tell me|share|say more|talk about|talk more|see "
                    "yourself|give me|help me|make sense|take me|find yourself)"
                ),
                "(can|could|would) you (talk|speak) (to|with) me",
                "(can|could|would) you (talk|speak) (a bit|a little|some more) ",
                "(can|could|would) you (talk|take) (me|us) through",
                "what have you tried",
                "what would you like to",
                (
                    "(have|had|did) you (ever|) (try|tried|thought about|thought of|think about)"
                    " (to|<ing>) (quit|quitting|stop|stopping|cut|cutting|give up|giving up) $"
                ),
                "(have|had|did) you ever (try|tried) to ... ... (before|in the past) $",
            ),
        ),
    ),
    Rule(
        id="advising.why_dont_you",
        kind="advice",
        roadblock="advising",
        message="“Why don't you…?”, “how about…?”: a suggestion dressed as a question.",
        why="It puts the solution into the client's hands and the choice into yours.",
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Why don't you bake a cake yourself?",
            "Why don't you just ask her?",
            "How about taking a week off?",
            "Why not call him tonight?",
            "What if you wrote it down?",
        ),
        misses=(
            "Why didn't you know?",
            "How about you?",
            "What about your brother?",
            "You wonder what if he had lived.",
        ),
        finds=Phrases(
            (
                "why (do|would|can|could|don't) not you",
                "why not (<doing>|just|a)",
                "how about (<ing>|you <doing>|we|a|if|you try|trying|some|just)",
                "what about (<ing>|trying|a|just|if)",
                (
                    "(what|how about) if (you|we) (<ed>|try|tried|were to|wrote|made|took|gave|"
                    "went|could|asked|spoke|told|did|set|put|started|got|just)"
                ),
            ),
            unless=("what about feeling", "how about (you|yourself) $"),
        ),
    ),
    Rule(
        id="advising.if_i_were_you",
        kind="advice",
        roadblock="advising",
        message="“If I were you…”: your solution, from your life.",
        why="The client is not you; what would work for you may cost them something else.",
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "If I were you, I'd leave.",
            "In your shoes I would wait.",
            "If it were me I'd call the school.",
            "I would just ignore him.",
        ),
        misses=(
            "You wonder what I would do in your place.",
            "If I understand you, it is over.",
            "I would like to hear more.",
        ),
        finds=Phrases(
            (
                "if i (were|was) (you|in your)",
                "(in your (shoes|place|position|situation)) i would",
                "if it (were|was) (me|up to me)",
                (
                    "~ i would (try|talk|go|ask|tell|take|suggest|recommend|start|look|call|just|"
                    "get|find|do|also|ignore|make|leave|keep|encourage|advise|say to|begin|avoid|"
                    "focus|use|give|speak|consider|definitely|not worry|hold|be careful)"
                ),
            ),
            unless=("what i would", "i would (like|love|want) to"),
        ),
    ),
    Rule(
        id="advising.i_suggest",
        kind="advice",
        roadblock="advising",
        message="A suggestion or recommendation, named as such.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "I suggest you write him a letter.",
            "My advice is to wait.",
            "I'd recommend seeing a doctor.",
            "I would encourage you to join a group.",
        ),
        misses=(
            "Your doctor suggested a walk, and you were offended.",
            "You asked for advice and got a lecture.",
            "Her advice hurt you.",
        ),
        finds=Phrases(
            (
                (
                    "(i|we|i would|i can|i will|would|may i|could i|i am going to|i want to|i "
                    "do) (highly|strongly|) (suggest|recommend|advise|encourage|urge|propose|"
                    "invite)"
                ),
                (
                    "(my|best|some|one|a) (advice|suggestion|recommendation|tip|tips|suggestions|"
                    "recommendations) (is|would|for|i|to|are|that|from)"
                ),
                "(i think|i believe) (you|it) (should|could|would|might|need|can|ought)",
                "i think <ing>",
                "^ (maybe|perhaps) <ing>",
                "so (maybe|perhaps) you (could|should) (<doing>|try)",
                (
                    "(i have|here are|here is) (a|some|an|one|) (idea|ideas|tips|suggestion|"
                    "suggestions|advice|thing|things)"
                ),
                "~ (recommend|suggest) (<ing>|you|that)",
                "(take|follow) my advice",
                "i want you to",
            ),
            unless=("i (was|am) (advised|encouraged)", "maybe feeling", "i think being"),
        ),
    ),
    Rule(
        id="advising.you_could",
        kind="advice",
        roadblock="advising",
        message="“You could…”, “you might want to…”: a softer suggestion, still yours.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "You could ask your sister.",
            "Maybe you can take the later bus.",
            "You might want to see a doctor.",
            "Perhaps you could write it down.",
        ),
        misses=(
            "You could not believe it.",
            "You wish you could ask her.",
            "You might feel different if he asked.",
            "You'd like to rest, and Sundays are when you can sit down.",
            "You can hardly sleep.",
            "You could have helped, and were told to stand aside.",
        ),
        finds=Phrases(
            (
                "you (could|can) (always|try|<doing>|start|maybe|perhaps) _",
                "(maybe|perhaps|then|and|so|or) you (could|can|should|might) (<doing>|try|be)",
                (
                    "you (might|may|could|will) (want|like|need|wish|find it|benefit|"
                    "consider|try) (to|it|helpful|from|<ing>|a|that)"
                ),
                ("you would (need|find it|benefit|consider|try) (to|it|helpful|from|<ing>|a|that)"),
                (
                    "(it|that|this|which|there) (might|may|could|would|can) (be|) (help|helpful|"
                    "useful|worth|good|better|best|beneficial|wise|a good idea|great|an idea|a "
                    "good time|nice|important|healthy|do you good)"
                ),
                "you (would|will|might|could) be better off",
                "we (could|can|should|might|need to) (<doing>|also|maybe|set)",
                (
                    "(one|another|the best|the first|the next|some) (thing|things|way|option|"
                    "idea|step)"
                    " (is to|to (try|do|consider|remember)|you (can|could|might)|would be|might be)"
                ),
                "you have the option (to|of)",
            ),
            unless=(
                *REPORTED,
                "you could not",
                (
                    "you could (put up with|live with|bear|stand|cope with|be sick|cry|scream|"
                    "burst|die|throw up|hear|feel|sense)"
                ),
                (
                    "(thing|things|something|what|all|anything|everything|nothing|way|ways|one) "
                    "(that|) you (can|could|might|would)"
                ),
                "(as if|as though|like|that|how) you can",
                "you can (live|put up|do|cope|manage) (with|without)",
                "you can not",
                "you could have (<ed>|been|done|gone|had|said|told|known|kept|given)",
                "(wish|wished|if|hoping|hope|so) (that|) you could",
                (
                    "(you|that you) can (hardly|barely|see|feel|hear|imagine|remember|say|tell|"
                    "understand|count|talk to me|share|trust|always talk|take your time)"
                ),
                "(could|can) you",
                "as (much|well|hard|best|far) as you can",
                "(when|whenever|while|until|till|unless|because|who|where) (that|) you can",
                "you might (feel|be|have)",
                "^ if you could",
                *THEIR_LOT,
            ),
        ),
    ),
    Rule(
        id="advising.try",
        kind="advice",
        roadblock="advising",
        message="“Try…”, “make sure…”, “remember to…”: an instruction, kindly meant.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Try to get some sleep.",
            "Just take a deep breath.",
            "Make sure you eat something.",
            "Maybe talk to your teacher about it.",
            "Please call someone tonight.",
        ),
        misses=(
            "Trying to sleep makes it worse.",
            "You try to sleep and cannot.",
            "Talk is cheap, you feel.",
            "Work has been wearing you out.",
            "Do you work there every day",
        ),
        finds=Test(_instruction),
    ),
    Rule(
        id="advising.lets",
        kind="advice",
        roadblock="advising",
        message="“Let's…”: takes the lead for both of you.",
        why="It sounds joint, but the direction is yours alone.",
        source=OURS,
        instead=_INSTEAD,
        hits=(
            "Let's make a list of your options.",
            "Let's think of something you can do.",
            "So let's find you a group.",
        ),
        misses=(
            "He never lets you finish.",
            "Let's hear more about that night.",
            "You let it go.",
        ),
        finds=Phrases(
            ("~ let us _", "let me (help|give|show|suggest|explain|teach)"),
            unless=("let us (hear|stay with|go back|pause|see if i)",),
        ),
    ),
    Rule(
        id="advising.it_is_important",
        kind="advice",
        roadblock="advising",
        message="“It's important to…”, “it helps to…”: advice in the shape of a fact.",
        why="It tells the client what counts instead of asking what counts for them.",
        source=OURS,
        instead=_INSTEAD,
        hits=(
            "It's important to set boundaries.",
            "The best thing is to stay calm.",
            "It helps to write things down.",
            "All you need is a plan.",
        ),
        misses=(
            "It is important to you that he asks.",
            "The worst thing is the silence.",
            "By the river was the only way you could go.",
            "It hurts to write to her.",
        ),
        finds=Phrases(
            (
                (
                    "(it|this) (is|would be|might be|may be|could be|can be) (very|so|) "
                    "(important|essential|crucial|vital|necessary|best|better|helpful|useful|"
                    "good|great|worth|time|a good idea|wise|beneficial|imperative|key) (to|that "
                    "you|for you to|if you|you|<ing>)"
                ),
                (
                    "(it|that|this) (helps|will help|would help|might help|may help|can help|"
                    "could help) (you|to|if|when|<ing>)"
                ),
                (
                    "the (best|first|main|key|important|most important|only|next) (thing|step|"
                    "way|option|part) (is|to|you (need|can|should|have)|would|in|for)"
                ),
                "all you (need|have to|can)",
                "(important|best|better|good|key|trick) (thing|) is to",
                "the (key|trick|secret|goal|answer) is",
                (
                    "(there is|there are) (no harm|nothing wrong|help|ways|options|many ways|"
                    "many things|some things|other ways|lots of|plenty of|so many) (in|to|you|"
                    "that|out)"
                ),
                "~ (start|begin|consider|try|keep) (by|) <ing>",
                "worth <ing>",
            ),
            unless=(
                "important to you",
                "(it|that) is (important|good) (to|for) (you|him|her) (that|$)",
                "you (try|keep|start|are|have|keep on) (<ing>)",
                "(he|she|they|it|that|and|to) (keep|keeps|start|starts) (<ing>)",
                "^ (it sounds like|) you ... ... ... but keep <ing>",
            ),
        ),
    ),
    Rule(
        id="advising.see_somebody",
        kind="advice",
        roadblock="advising",
        message="Sends the client to somebody else.",
        why="Said early, it can feel like being passed on.",
        source=OURS,
        instead="Hear the client out first; then ask what help they would want.",
        hits=(
            "Talk to a counsellor about it.",
            "Maybe you need to see a doctor.",
            "A therapist could help you with this.",
            "Find a support group near you.",
        ),
        misses=(
            "Your doctor did not listen to you.",
            "You saw a counsellor and it did not help.",
            "The group was a relief.",
            "You did the work and the praise goes to a doctor.",
        ),
        finds=Phrases(
            (
                (
                    "(talk|talking|speak|speaking|reach out|reaching out|go|going|turn|turning|"
                    "seeing|see|find|finding|contact|consult|call|visit|seek|seeking|get|getting|"
                    "look for|try) (to|with|out|into|for|) (a|an|your|some|the|another|any) "
                    "(good|licensed|local|qualified|mental health|support|different|family|) "
                    "(<helper>)"
                ),
                (
                    "(seek|seeking|get|getting|need|find|finding|consider|ask for|asking for) "
                    "(some|) (professional|outside|medical|mental) (help|support|health|advice)"
                ),
                (
                    "(therapist|counselor|counsellor|doctor|therapy|counseling|counselling|"
                    "psychologist|professional) (can|could|will|would|might|may) (help|also|be|"
                    "give|work|provide|teach|guide)"
                ),
                "(seek|get) (help|therapy|counseling|counselling|support|treatment)",
            ),
            unless=(
                "you (saw|have seen|went|have been|were|are|tried|had|talked|spoke|did)",
                "(did|have) you",
                "(the|your|her|his|their|it|she|he|they) (_|) (go|goes|going|turn|turns) to",
            ),
        ),
    ),
    Rule(
        id="advising.best_to",
        kind="advice",
        roadblock="advising",
        message="“Best to…”, “what you need is…”, “it's time you…”: a solution in other clothes.",
        why=_WHY,
        source=GORDON,
        instead=_INSTEAD,
        hits=(
            "Best to leave it alone.",
            "What you need is a good night's sleep.",
            "It's time you told them.",
            "Have you both thought of mediation?",
            "A little exercise works wonders.",
            "There are apps for that.",
            "Take it one day at a time.",
        ),
        misses=(
            "You did your best to leave.",
            "What you need is nobody's business, he says.",
            "You want it to be time.",
            "What you need is always in the other house.",
            "Have you thought about what you would miss?",
        ),
        finds=Phrases(
            (
                "^ (it is|) (best|better|wise|wiser|safer|easiest|simplest) (to|if|not|just)",
                (
                    "(the|your) (best|only|first|next|easiest|simplest) (thing|way|option|step|"
                    "solution|answer|thing to do) (is|would|might)"
                ),
                "what you (need|should|could|must|want to|have to) (is|do|to) ...",
                "it is (high|about|) time (you|to|that|for you)",
                (
                    "(one (day|step|thing) at a time|works wonders|give it a (go|try|rest|chance|"
                    "miss)|sleep on it|write it down|make a list|make an appointment|there are "
                    "(apps|groups|people|books|ways|courses|helplines)|a good night|get some "
                    "(sleep|rest|fresh air|help|exercise)|a change of scenery|open up to|be "
                    "honest with|stand up for yourself|be kind to yourself|look after yourself|"
                    "take care of yourself|treat yourself)"
                ),
                (
                    "(might|would|could|may) be (worth|an idea|good|best|better|time|wise|helpful|"
                    "kind|easier) (to|if|a|<ing>|of you)"
                ),
                (
                    "have you (two|both|all|ever|) (thought (of|about)|considered|tried|looked "
                    "into) "
                    "(_|<ing>)"
                ),
                "(you|they|he|she) (just|simply|only) (need|have|needs|has) (to|a|some|more)",
                (
                    "i would (wait|phone|ring|write|see|stay|change|book|cut|sell|go|move|let|"
                    "sleep|"
                    "get|buy|drop|report|block|speak|start|stop|bring|pack)"
                ),
                "(perhaps|maybe) (a|an|some|it is time|try|your) _",
                (
                    "<ing> ... ... (would|will|should|might|could) (fix|solve|sort|sort out|cure|"
                    "help with) (it|this|that|half|most|you|a lot|things|your)"
                ),
                "(how|what) about (a|an|some|<ing>)",
                "(why|what) not (just|try|ask|a|<ing>)",
                (
                    "(could|can|might) you (not|) (ring|phone|swap|share|skip|ask|have a word|take|"
                    "sell|leave|wait|hire|book|pay|switch|bring|speak|sit)"
                ),
            ),
            unless=(
                *REPORTED,
                (
                    "(thought|thinking) (of|about) (what|how|why|who|where|when|whether|it|that|"
                    "this|"
                    "him|her|them)"
                ),
                "^ (what|how) (have|did|would|do|are|were|was|is) you",
                "what have you",
                "what you need is (always|never|at|in|on|not|being|there|elsewhere|somewhere)",
                (
                    "you (feel|felt|think|thought|believe|know|say|said|tell yourself|fear|worry|"
                    "wish|hope|want|wonder|were told|are told|keep hearing|did your)"
                ),
                (
                    "(he|she|they|people|everyone|everybody|mother|father|boss|others|who) (say|"
                    "says|"
                    "said|think|thinks|tell|tells|told|want|wants)"
                ),
                "(telling|tell|tells|told|saying|asking|asks) you",
                "(can|could) you (tell|say|share|help|describe)",
                "(maybe|perhaps) (a|some) (bit|little|kind|sort|part|touch|sense|mix|<emotion>)",
            ),
        ),
    ),
)
