"""Families of meaning: wishes, offers, generalities, effects on the client, talk about the talk.

What a sentence is for often shows in such a family and not in one set phrase. Each is evidence
for several kinds; none decides alone.
"""

from __future__ import annotations

from practice.rules.matchers import Phrases, Test, View
from practice.rules.rule import Cue

_SOMEBODY = frozenset(
    "someone somebody people person anyone anybody everyone everybody others man woman child"
    " children couples partner therapist counselor counsellor clients client".split()
)
_YOU_OR_I = frozenset("you your i my me".split())
_CONDITIONS = frozenset(["if", "when", "whenever", "once", "next"])
_URGING = frozenset("please try consider maybe perhaps just start".split())


def _then_do(view: View) -> bool:
    """ "If it gets worse, call her": a condition first, then a clause that urges."""
    words = view.words
    if words[view.opening] not in _CONDITIONS:
        return False
    for clause in view.sentence.clauses[1:]:
        at = clause.first - view.sentence.first
        word = words[at]
        if word in _URGING or "<doing>" in view.lists(word):
            return True
    return False


def _of_anybody(view: View) -> bool:
    """Speaks of people in general, and neither to the client nor of the helper."""
    words = view.word_set
    return not words.isdisjoint(_SOMEBODY) and words.isdisjoint(_YOU_OR_I)


def _to_one_end(view: View) -> bool:
    """Ends with the client: "…is hard on you"."""
    return len(view.words) > 3 and view.words[-1] == "you" and view.words[-2] in _ONTO


_ONTO = frozenset("on for to with about from of".split())

CUES = (
    Cue(
        "family.wish",
        "a wish for the client",
        Phrases(
            (
                "(good luck|best of luck|best wishes|warm wishes|all the best|take care|stay safe)",
                "(hang in there|stay strong|stay safe|keep going|hugs|hug|god bless|be well)",
                "(sending|send) (you|lots|much|love|good|hugs|all|positive|prayers)",
                "i (hope|wish|pray|am hoping|really hope) (that|) (you|this|it|things|your|all)",
                "(wish|wishing) you",
                "(you have got this|you got this|rooting for you|praying for you)",
                "may (you|your|the|all|god)",
            )
        ),
        kind="support",
    ),
    Cue(
        "family.offer",
        "an offer to listen or to help",
        Phrases(
            (
                "(message|dm|pm|text|contact|email|call|talk to|write to) (me|us)",
                "i (would|will|can|could) (love|be happy|be glad|be willing|gladly|) to"
                " (listen|talk|help|chat|hear)",
                "(happy|glad|willing|here|free|able) to (listen|talk|help|chat|support)",
                "(here|there|available) (for you|if you|to talk|whenever you)",
                "(if|when|whenever|anytime) you (ever|) (want|need|would like|feel like) to"
                " (talk|chat|vent|share|someone)",
                "feel free to",
                "(you can|you may) (always|) (talk to|message|contact|count on|lean on) (me|us)",
            )
        ),
        kind="support",
    ),
    Cue(
        "family.help_offered",
        "asks how it may help",
        Phrases(
            (
                "(how|what) (can|may|could|would|should) (i|we) (help|support|assist|do for)",
                "(what|how) i can help",
                "what (would you like|do you want|brings you|would you wish) (to talk|here|today)",
            )
        ),
        kind="open_question",
    ),
    Cue(
        "family.allowed",
        "what the client may feel or deserves",
        Phrases(
            (
                "(it is|it was|that is|is) (ok|okay|alright|fine|all right|perfectly|totally)"
                " (to|not|that|if|for|okay|fine|normal|understandable)",
                "(nothing wrong|no shame|not wrong) (with|in|to)",
                "you (have|had) (every|the|a|all the|any) right",
                "(you|they) (do|) (not|) deserve",
                "you are (not|never|far from|definitely not) (a|an|alone|crazy|the only|wrong|bad"
                "|to blame|weak|broken|selfish|weird|stupid|failing|lazy)",
                "not your (fault|responsibility|job|problem)",
                "you are (enough|loved|worthy|valid|important|allowed|human|only human)",
                "(understandable|valid|justified|reasonable) (that|to|for|why|how|feeling)",
                "you should be (proud|glad|happy)",
            )
        ),
        kind="support",
    ),
    Cue(
        "family.hope",
        "that things turn out well",
        Phrases(
            (
                "(there is|there are|there will be) (always|still|a lot of|) (hope|light|help)",
                "(it|things|life|you|this) (will|does|do|can|is going to) (get|be|feel|turn out)"
                " (better|easier|fine|okay|alright|all right|ok|good|worth|over|through)",
                "(will|is going to) (pass|work out|come together|heal|all work out|be over)",
                "you (can|will) (do (it|this|that)|get through|make it|beat|overcome|handle|succeed"
                "|be (okay|ok|fine|alright|great|all right|happy|successful|proud|glad))",
                "(i am|i know|i have no doubt|sure|i believe) (that|) you (can|will|are going)",
                "(i have faith|i believe) in you",
            )
        ),
        kind="support",
    ),
    Cue(
        "family.good_sign",
        "that something is good, a good step, a good sign",
        Phrases(
            (
                "(good|great|big|huge|first|positive|right|important|wonderful|excellent) (sign"
                "|step|start|direction|progress|attitude|goal)",
                "you (did|have done|are doing) (a|the|your|so|really|very) (good|great|right|best"
                "|brave|wonderful|well|amazing|fine) ",
                "(lucky|fortunate|blessed) (to have|that you|he has|she has|they have)",
                "(glad|happy|pleased|relieved|delighted|good|great) (that|to hear|to see|you)",
                "(congratulations|congrats|well done|awesome|great job|good job|kudos)",
                "(that|it|this) is (really|so|very|) (great|awesome|wonderful|amazing|good|nice"
                "|fantastic|understandable)",
            )
        ),
        kind="support",
    ),
    Cue(
        "family.sorry_for",
        "sympathy for what happened",
        Phrases(
            (
                "sorry (that|you|to hear|for|about|this|all|it|things)",
                "(that|this|it) (is|was|must be|sounds) (so|such|really|very|just|) (a|an|)"
                " (<hardship>|lot|shame|pity|bummer)",
                "my (heart|condolences|sympathies|thoughts)",
                "(that|it|this) (sucks|stinks|hurts|blows)",
            )
        ),
        kind="support",
    ),
    Cue(
        "family.generally",
        "how things are in general",
        Phrases(
            (
                "^ (sometimes|often|usually|generally|typically|normally|most of the time)",
                "^ (many|most|some|all|every|each|few|several|any|no|both|these|those) _",
                "^ (a|an) _ _",
                "(one of the|part of the|a form of|a kind of|a type of|a sign of|the key to"
                "|the result of|a result of|a part of|a matter of|an example of|the best way)",
                "(very|quite|so|really|pretty|extremely|totally|perfectly|completely|) (common"
                "|normal|natural|typical|usual|possible)",
                "(in|of) (general|many cases|most cases|our society|this world|the world)",
            )
        ),
        kind="information",
    ),
    Cue(
        "family.anybody",
        "of people in general, not to the client",
        Test(_of_anybody, _SOMEBODY),
        kind="information",
    ),
    Cue(
        "family.when_somebody",
        "when somebody, anybody, a person…",
        Phrases(
            (
                "(when|if|whenever|once|as) (a|an|someone|somebody|people|we|one|anyone|any) _",
                "(someone|somebody|people|anyone|those|everyone|a person|person) (who|that|with)",
            )
        ),
        kind="information",
    ),
    Cue(
        "family.link",
        "an address, a book, a place to read more",
        Phrases(
            (
                "(http|https|www|com|org|net|subreddit|wiki|website|link|article|video|podcast)",
                "(book|books|author|app|google|youtube|workbook|worksheet)",
            )
        ),
        kind="information",
    ),
    Cue(
        "family.reasons",
        "says what brings something about",
        Phrases(
            (
                "(comes|come|came|results|stems|arises|caused) (from|by|in)",
                "(is|are|was) (due|because|related|linked|connected|associated) (to|of|with)",
                "(leads|lead|led|leading) (to|you|us|them|people)",
                "(this|that|which) (is|may be|might be|could be|can be) (why|because|how|what)",
                "(may|might|could|can) (explain|mean|indicate|suggest|come from|become|cause)",
            )
        ),
        kind="information",
    ),
    Cue(
        "family.worth_doing",
        "that something would be good to do",
        Phrases(
            (
                "(would|might|may|could|will|can) (also|probably|definitely|) (be|help|do) (good"
                "|best|helpful|better|worth|useful|beneficial|wise|nice|great|comforting|a good"
                "|you good|you|easier|to|if)",
                "(it is|it would be|it might be|it may be|is) (really|very|also|always|so|)"
                " (important|helpful|best|wise|good|better|essential|crucial|vital|key|useful"
                "|healthy|appropriate|worth|necessary) (to|for|that|if|you|when)",
                "(the|your) (best|first|next|last|other|only) (thing|step|option|bet|way|move)",
                "worth (it|a try|a shot|trying|looking|talking|asking|considering)",
                "(time|best|better|good idea|great idea|nice idea) (to|for you)",
            )
        ),
        kind="advice",
    ),
    Cue(
        "family.may_want",
        "what the client may want, need or find",
        Phrases(
            (
                "you (may|might|could|can) (also|even|always|just|both|) (want|need|try|wish"
                "|consider|benefit|start|look|ask|talk|have to|use)",
                "you (both|all) (need|have|ought) to",
                "(one thing|what|all|things|something|anything) (that|) you (can|could|might)",
                "(for|if) you (want|need|are able|choose|decide) to",
                "what (needs|has) to happen is",
                "^ <ing> ... ... (will|can|could|would|may|might) (probably|also|really|) (help|be"
                "|give|make|do)",
                "then (go|call|tell|ask|try|take|get|find|give|let|make|talk|speak|leave) (to|the|a"
                "|an|your|him|her|them|it|some|for|up|back|about)",
            )
        ),
        kind="advice",
    ),
    Cue(
        "family.then_do",
        "a condition, then what to do",
        Test(_then_do, _CONDITIONS),
        kind="advice",
    ),
    Cue(
        "family.do_not",
        "what not to do",
        Phrases(
            (
                "^ (please|just|) (do not|never) (<doing>|feel|be|give|stop|beat|blame|worry)",
                "~ (do not|never) (<doing>|feel|be|give|beat|blame|worry)",
            ),
            unless=("(i|you|we|they|he|she) (do not|never)",),
        ),
        kind="advice",
    ),
    Cue(
        "family.yourself",
        "give, allow, ask yourself",
        Phrases(
            (
                "(give|allow|let|remind|ask|treat|forgive|love|be kind to|take care of|focus on"
                "|tell|push|challenge|distract|reward|put|keep|make|surround) yourself",
            )
        ),
        kind="advice",
    ),
    Cue(
        "family.help_found",
        "asks whether there is somebody or something to turn to",
        Phrases(
            (
                "(do|did) you (have|know) (any|a|some|someone|anyone|somebody|anybody|other|close"
                "|friends|family)",
                "(is|are) there (any|anyone|anything|someone|some|a|other|anybody|somebody)",
                "have you (talked|spoken|told|asked|reached|looked|discussed|sought|shared|been"
                "|seen|thought|considered|tried|gone|ever|explained|contacted)",
                "(would|could|can) you (be able|be willing|be open|consider|talk|ask|maybe)",
            )
        ),
        kind="closed_question",
    ),
    Cue(
        "family.i_would",
        "what the helper would do",
        Phrases(
            ("i (would|will|might|could) (not|never|) <doing>", "i would (be|have)"),
            unless=("i would (say|guess|imagine|think)",),
        ),
        kind="advice",
    ),
    Cue(
        "family.alike",
        "the same in the helper's life",
        Phrases(
            (
                "(can|could|) (really|totally|definitely|so|) (relate|sympathize|empathize)",
                "(just|exactly|very much|a lot|sounds|sound|much) like (me|my|mine|myself|i)",
                "(than|as) (me|my|mine|i)",
                "i (feel|felt|get|got|have|had|think|do|did|went|thought|know) (it|this|that|)"
                " (the|exactly the|a|very) (same|similar|feeling)",
                "(same|too) (here|as me|as you|for me|with me|boat)",
            )
        ),
        kind="disclosure",
    ),
    Cue(
        "family.us_both",
        "“we all”, “all of us”, “you and I”",
        Phrases(("(we all|all of us|we are all|many of us|most of us|both of us|you and i)",)),
        kind="support",
    ),
    Cue(
        "family.mine",
        "one's own people, years and place in the story",
        Phrases(
            (
                "^ (mine|ours|my|our) _",
                "as (a|an|the|somebody|someone|one) ... (myself|too|who|of)",
                "(been|been down) (there|that road|through (it|that|this|the same))",
                "(i|we) (am|was|were|have|had) ... (years|months|weeks) (in|ago|now|clean|sober)",
                "(my|our|mine) (_|) (was|did|had|has|is|does|used) _",
                "(you are|you are talking) (talking|) to (someone|somebody|one) who",
            )
        ),
        kind="disclosure",
    ),
    Cue(
        "family.for_me",
        "“for me”, “to me”, “in my life”",
        Phrases(
            (
                "(for|to|with|in|on|of|from) (me|my|mine|myself)",
                "(helped|made|taught|gave|kept|let|got|told|makes|helps|gives|keeps) (me|my|us)",
            )
        ),
        kind="disclosure",
    ),
    Cue(
        "family.onto_you",
        "ends with what it does to the client",
        Test(_to_one_end, frozenset(["you"])),
        kind="reflection",
    ),
    Cue(
        "family.moves_you",
        "something does something to the client",
        Phrases(
            (
                "(helps|helped|makes|made|gives|gave|keeps|kept|causes|caused|lets|allows|allowed"
                "|forces|forced|brings|brought|leaves|left|takes|took|pushes|pulls|reminds"
                "|holds|drives|tells|gets|got) you (_)",
                "(impact|effect|toll|hard|pressure|strain|weighs|weighing|rough|tough) (on|for)"
                " (you|your)",
                "(interfere|interferes|interfering|mess|messing) with your",
                "(an option|work|works|working|worked|enough|doable|possible) for you",
                "(negative|big|huge|significant|real|major) (impact|effect|part|deal)",
                "(you used to|you look forward|you keep|you end up|you find yourself)",
                "(getting|gets|becoming|got|gotten) (harder|worse|heavier|old|too much|more)",
            )
        ),
        kind="reflection",
    ),
    Cue(
        "family.your_own",
        "what is the client's: their goal, past, side",
        Phrases(
            (
                "your (own|goal|goals|past|previous|current|health|body|future|situation|life"
                "|values|priority|priorities|decision|choice|choices|relationship|feelings)",
            )
        ),
        kind="reflection",
    ),
    Cue(
        "family.faulted",
        "what the client does wrong",
        Phrases(
            (
                "you are (just|only|clearly|really|still|also|definitely|) (hurting|allowing"
                "|risking|putting|endangering|killing|damaging|wasting|ruining|making|harming"
                "|ignoring|choosing|failing|lying|hiding|letting|avoiding|enabling|not doing"
                "|not using|contradicting|in denial|overreacting)",
                "you (do not|never|cannot) (care|listen|even|need|have to|realize|get)",
                "(excuse|excuses|your fault|irresponsible|selfish|ridiculous|dangerous)",
                "you (already|clearly|obviously|just|only|simply) _",
            )
        ),
        kind="confrontation",
    ),
    Cue(
        "family.risk",
        "risks, laws, illness",
        Phrases(
            (
                "(risk|risks|risky|dangerous|danger|addictive|disease|diseases|infection|cancer"
                "|symptoms|legally|legal|law|laws|illegal|obligated|chances|likely|unlikely"
                "|proven|effective|safe|safer|harmful|dose|calories|chemicals)",
            )
        ),
        kind="information",
    ),
    Cue(
        "family.talk",
        "talk about the talk itself",
        Phrases(
            (
                "(having said|that said|to answer|to be honest|by the way|in short|to sum up"
                "|as i said|as you said|either way|anyway|having said that)",
                "i (mean|meant|am saying|was saying|am talking|will say|wrote|said)",
                "(my|your|this|the|original) (response|point|question|answer|post|comment|message"
                "|thread|chat|conversation|story|suggestion|suggestions|session|survey|reply)",
                "(lol|haha|hahaha|edit|xd|op|tbh|ps)",
                "(removed|moderators|submission|rules|thread|automatically)",
            )
        ),
        kind="other",
    ),
    Cue(
        "family.leave_taking",
        "taking leave, and answers to thanks",
        Phrases(
            (
                "(have a|enjoy your|enjoy the) (great|good|nice|wonderful|lovely|blessed|rest|day"
                "|night|evening|weekend)",
                "(anything else|something else) (i|you|we|that)",
                "(glad|happy) (i|to) (could|can|help|was|have helped|be of)",
                "(you too|same to you|you as well|take care|talk soon|bye|goodbye|good night)",
                "(nice|great|good|pleasure) (talking|chatting|speaking|to talk|to chat)",
                "(have to go|got to go|need to go|must go|log off|sign off)",
                "(you are|your|most|very) welcome",
            )
        ),
        kind="other",
    ),
    Cue(
        "family.small_talk",
        "weather, place, how are you",
        Phrases(
            (
                "how are you",
                "how (is|are) (your|the|things|everything|it) (day|going|weather|family|there|)",
                "i am (fine|good|well|great|okay|ok|doing|here|back|still)",
                "(what is|may i know|and) your name",
                "(where are you|what time is it|are you there|still there|hello there|hi there)",
                "(the|nice|cold|warm|bad) weather",
            )
        ),
        kind="other",
    ),
)
