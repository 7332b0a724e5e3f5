"""Saying the client's content, meaning or feeling back."""

from __future__ import annotations

from practice.rules.matchers import Phrases
from practice.rules.rule import Rule
from practice.rules.sources import HILL, MI, MISC, MITI, POST, ROGERS

_WHY_STEM = "A tentative opening leaves the client free to correct you."
_YOU = (
    "(you are|you were|you have been|you seem|you sound|you look|you feel|you felt|you have felt)"
)

RULES = (
    Rule(
        id="reflection.sounds_like",
        kind="reflection",
        message="“It sounds like…”, “it seems…”: a tentative opening for what you heard.",
        why=_WHY_STEM,
        source=POST,
        hits=(
            "It sounds like you're worn out by the nights.",
            "Sounds like he never asked you.",
            "It seems that you miss the old house.",
            "You sound torn about it.",
            "It sounds like today was hard.",
        ),
        misses=(
            "That sounds great!",
            "The music sounds like rain.",
            "It seems to rain every day here.",
            "I like the sound of it.",
        ),
        finds=Phrases(
            (
                (
                    "(it|that|this|) (sounds|sounded|seems|seemed|feels|felt|looks|appears) (to "
                    "me|) (like|as if|as though|that) (you|your|there|it|that|he|she|they|this|"
                    "part|things|the|a|everything|nothing|what|his|her|their|one|some|not)"
                ),
                "(it|that) (sounds|seems|feels|looks|appears) (you|your)",
                "~ (it|that|this) (sounds|sounded|seems|seemed) (to me|) like _",
                "~ (sounds|seems|looks|feels) (like|as if|as though)",
                (
                    "you (sound|seem|look|appear|sounded|seemed) (<inside>|<feeling>|like|to|as|"
                    "so|pretty|a|very|not)"
                ),
                "(sounds|seems) (<feeling>|<hardship>) (for|to) you",
            )
        ),
    ),
    Rule(
        id="reflection.i_hear",
        kind="reflection",
        message="“I hear…”, “what I'm hearing is…”, “you're saying…”: naming that you listened.",
        why="It hands over what was heard as yours, to be corrected.",
        source=HILL,
        hits=(
            "I hear how much you miss him.",
            "What I'm hearing is that nobody asked you.",
            "So you're saying the job came first.",
            "If I understand you right, the flat was never yours.",
            "I get the sense you are done waiting.",
        ),
        misses=(
            "I hear you.",
            "I hear the rain outside.",
            "He is saying you should wait.",
            "I understand.",
        ),
        finds=Phrases(
            (
                (
                    "i (hear|am hearing|can hear|sense|am sensing|can sense|gather|am gathering|"
                    "notice|am noticing) (that|how|you|your|some|a|in|from|it|there) _"
                ),
                (
                    "what i (am|) (hear|hearing|sense|sensing|understand|picking up|getting|"
                    "gather) (is|you|from|so)"
                ),
                (
                    "~ (so|) you are (saying|telling me|describing|feeling like|feeling that|"
                    "talking about)"
                ),
                "(what|as) you (are|) (saying|said|say|describe|describing|telling me)",
                (
                    "if i (am|have|) (understand|understood|understanding|hear|heard|hearing|got|"
                    "get|getting) (you|this|that|it)"
                ),
                (
                    "(i get|i am getting|i have|got|get|getting) (a|the) (sense|feeling|"
                    "impression) (that|you|it|of)"
                ),
                "(i am picking up|picking up) (that|on|this|a|some|how)",
                "in other words",
                "am i (hearing|understanding|getting|right) (that|you|this|in)",
                (
                    "(let me see if|did i get|did i hear|have i got|do i have|make sure i) (i|"
                    "that|you|this|understand|understood|have|got)"
                ),
                (
                    "(so|) (you|you have) (mentioned|said|told me|described|shared) (that|you|"
                    "your|how|it|the)"
                ),
                "my sense is",
            ),
            unless=(
                "i hear you $",
                "what i (hear|understand) is (you|that you) (need|should|must) to stop",
            ),
        ),
    ),
    Rule(
        id="reflection.you_feel",
        kind="reflection",
        message="A feeling, given to the client.",
        why="A feeling that is named can be looked at; the client hears that it is allowed.",
        source=ROGERS,
        hits=(
            "You're worried that she won't come back.",
            "You feel trapped between the two of them.",
            "You were furious when he said that.",
            "You are really torn.",
        ),
        misses=(
            "I am worried about you.",
            "You should feel proud.",
            "He is furious with you.",
            "You are so strong!",
        ),
        finds=Phrases(
            (
                f"{_YOU} (<inside>|<feeling>)",
                (
                    f"{_YOU} (so|a bit|a little|kind of|sort of|pretty|not|both|under|up|between|"
                    "at|in two|like|as if|as though|that) ..."
                ),
                (
                    "(you have|you had|you got) (mixed|strong|some|a lot of) (feelings|fears|"
                    "doubts|concerns|anger|sadness)"
                ),
                (
                    "(makes|made|making|leaves|left|leaving|has|keeps|keeping) you (feel|feeling|"
                    "<feeling>|<inside>|wonder|wondering|want)"
                ),
                (
                    "(scares|worries|frightens|hurts|angers|upsets|frustrates|bothers|annoys|"
                    "saddens|troubles|exhausts|overwhelms|confuses|surprises|drains|terrifies) "
                    "you"
                ),
                (
                    "your (anger|fear|sadness|grief|worry|worries|guilt|shame|frustration|"
                    "anxiety|hurt|pain|loneliness|concern|concerns|disappointment|hope|confusion)"
                ),
            ),
            unless=(
                "you (should|must not|need to|have to|ought to|could) (feel|be)",
                "(i|we) (hope|am glad|am happy|am sorry|think|wish) (that|) you (are|feel|were)",
                "(if|when) you (are|feel) ... (try|call|talk|go|you should|you can|take)",
                "i (know|understand|get|see) how you (are|feel)",
                "you are so (<praising>)",
            ),
        ),
    ),
    Rule(
        id="reflection.aside",
        kind="reflection",
        message="“…, it sounds like, …”, “…, I gather”: the tentative opening, put in the middle.",
        why=_WHY_STEM,
        source=ROGERS,
        hits=(
            "Cheated, it sounds like, by the one you trusted.",
            "Weary of it all, I gather, and still the first one in.",
            "Part of you hopes she calls, I'd guess.",
            "Ashamed of it, by the sound of it.",
        ),
        misses=(
            "I gather shells on Sundays.",
            "The sound of it reached us here.",
            "I guess we could meet later.",
            "I imagine there is a bus.",
        ),
        finds=Phrases(
            (
                (
                    "<feeling> ... (it sounds like|it sounds|it seems|i gather|i imagine|by the "
                    "sound of it)"
                ),
                (
                    "(you|your) ... ... ... (i imagine|i gather|i would guess|i sense|i guess|it "
                    "seems) $"
                ),
                (
                    "(you|your) ... ... (i gather|i would guess|i sense|it sounds like) (and|"
                    "while|but|so)"
                ),
                "(<feeling>|<inside>) ... ... i gather",
            ),
            unless=("i (imagine|gather|guess) (that|there|it|we|the)",),
        ),
    ),
    Rule(
        id="reflection.bare_feeling",
        kind="reflection",
        message="A feeling put in front, without “you are”: “Hurt, and too proud to say it.”",
        why="Said so briefly, it leaves the client most of the room.",
        source=ROGERS,
        hits=(
            "Hurt, and too proud to say so.",
            "Lonely still, in a house full of people.",
            "Afraid of the letter, and reading it every night.",
        ),
        misses=(
            "Happy birthday!",
            "Sorry to hear that.",
            "Upset stomachs need rest.",
        ),
        finds=Phrases(
            (
                "^ <feeling> (and|but|still|in|of|about|with|at|because|that|when|to) _",
                "^ <feeling> (a bit|a little|too|yet|though|all) _",
            ),
            unless=("^ (sorry|happy|glad|sad|good|thankful|lucky)", "(i am|to hear)"),
        ),
    ),
    Rule(
        id="reflection.you_want",
        kind="reflection",
        message="What goes on in the client: wanting, needing, knowing, hoping, deciding.",
        why="It goes past the events to what they mean for the client.",
        source=MI,
        hits=(
            "You want him to ask for once.",
            "You know the cigarettes cost a lot.",
            "You don't see how it could change.",
            "You've decided to wait until spring.",
            "You'd rather not be asked at all.",
        ),
        misses=(
            "Do you want him to ask?",
            "I want you to call him.",
            "You need to call him.",
            "You know what, forget him.",
        ),
        finds=Phrases(
            (
                (
                    "~ (so|and|but|) (you|part of you|a part of you) (have|had|would|do|did|are|"
                    "can|could|) (not|never|all|both|also|still|) (<minding>)"
                ),
                (
                    "~ you (can|could|do|would) not (see|imagine|stand|understand|believe|"
                    "picture|bear|figure|find|get|think|quite)"
                ),
                "you (would|had) (rather|prefer|like|love|hate|want)",
                (
                    "you (are|were|have been) (not|) (trying|hoping|looking|thinking|planning|"
                    "considering|willing|ready|starting|wondering|struggling|finding|noticing) "
                    "(to|about|for|that|of|it|whether|if|yourself)"
                ),
            ),
            unless=(
                "~ you (need|want|will want|know what|have got) to",
                "you (might|may) want to",
                "~ you see",
                "^ you know what",
                "you know (what|that is|i|you) $",
                "^ you know $",
                "do you _",
            ),
        ),
    ),
    Rule(
        id="reflection.so_you",
        kind="reflection",
        message="“So you…”: drawing together what was said.",
        why="A short summing up shows what you kept.",
        source=MISC,
        hits=(
            "So you drove home alone.",
            "So your sister took the house.",
            "So for you it was over by then.",
            "And so you stayed.",
        ),
        misses=(
            "So did you drive home?",
            "So what happened?",
            "Thank you so much.",
            "So you should call him.",
        ),
        finds=Phrases(
            (
                (
                    "so (you|your|for you|it is|it was|that is|that was|there is|there are|the|"
                    "he|she|they|even|on|when|not|part|at|basically|in|although|while) _"
                ),
                "^ (and|but) (you|your) _ _",
                "^ because you _ _",
            ),
            unless=(
                "so you (should|could|can|need|must|might|have to|are right)",
                "so (much|many|what|how|why)",
                "so (can|could|did|do|are|is) you",
            ),
        ),
    ),
    Rule(
        id="reflection.two_sides",
        kind="reflection",
        message="Both sides held together: part of you… and part of you….",
        why="Mixed feelings can be looked at without choosing a side for the client.",
        source=MI,
        hits=(
            "Part of you wants to go and part of you is afraid.",
            "On the one hand you love it, on the other it wears you out.",
            "You are torn between staying and leaving.",
            "You love her, and at the same time you can't live like this.",
        ),
        misses=(
            "On the other hand, you could try harder.",
            "That is part of your job.",
            "He held her hand.",
        ),
        finds=Phrases(
            (
                (
                    "(a|one|another|) part of you (<minding>|is|was|would|does|really|that|has|"
                    "also|just)"
                ),
                "on (the|) one hand",
                "(torn|caught|stuck|trapped) between",
                "you ... (but|and|yet|while) at the same time",
                "~ (while|although|even though|though) you _ ...",
                "you ... (but|yet) you (also|are|do|would|still|have|feel|want|can|know)",
                "(mixed feelings|two minds|push and pull|of two minds|both sides|tug of war)",
            ),
            unless=("you (should|could|might|need to|must)",),
        ),
    ),
    Rule(
        id="reflection.image",
        kind="reflection",
        message="“It's like…”, “as if…”: an image for what it is like for the client.",
        why=(
            "A picture can hold more than a word for a feeling, and the client can walk around in "
            "it and put it right."
        ),
        source=MISC,
        hits=(
            "It's like carrying him up the stairs every day.",
            "Like a guest in your own kitchen.",
            "As if the floor had gone from under you.",
            "Maybe a bit like living in two houses at once.",
            "Almost like somebody turned the sound off.",
        ),
        misses=(
            "It sounds like you are tired.",
            "You would like a rest.",
            "I felt like a fool.",
            "He looks like his father.",
            "It's like you said.",
            "It's like that for me too.",
        ),
        finds=Phrases(
            (
                (
                    "(it is|it was|that is|this is|almost|more|a bit|a little|kind of|rather|as|"
                    "half) like (a|an|someone|somebody|<ing>)"
                ),
                "^ (and|maybe|perhaps|more|almost|) like (a|an|the|someone|somebody|<ing>)",
                (
                    "as (if|though) (the|your|a|an|somebody|someone|everything|nobody|time|"
                    "nothing) _"
                ),
            ),
            unless=(
                "(i|we|my|me|mine|us|our)",
                "(would|do|did|does|not) like",
                "like (a|the) (good|great|nice|bad) (idea|plan|thing|time|way)",
                "like (having|going|doing|getting|being able)",
            ),
        ),
    ),
    Rule(
        id="reflection.must_be",
        kind="reflection",
        message="Naming what it must be like for the client.",
        why="It puts the weight of the experience into words and shows that it landed.",
        source=HILL,
        hits=(
            "That must have been frightening.",
            "It must be hard to come home to that.",
            "How lonely that must feel.",
            "I imagine those nights are long.",
            "You must be absolutely exhausted!",
        ),
        misses=(
            "You must be on time.",
            "It must be Tuesday.",
            "You must call him.",
        ),
        finds=Phrases(
            (
                (
                    "(that|it|this|which|there|those|things) (must|might|may|can|could) (be|have "
                    "been|feel|have felt) (so|such|a|like|) (<hardship>|<feeling>)"
                ),
                (
                    "(you must|you might|you may) (be|feel|have been|have felt) (so|very|) "
                    "(<hardship>|<feeling>|<inside>)"
                ),
                (
                    "(i can|i could|i|we can) (imagine|only imagine) (that|how|you|it|this|the|"
                    "those|what|your)"
                ),
                (
                    "you must (be|feel|have been|have felt) (so|) (<ed>|furious|livid|heartbroken|"
                    "proud|relieved|beside yourself|over the moon|numb|sick of|at your wits|<ing>)"
                ),
                "how (<hardship>|<feeling>) (that|it|this|you) (must|is|was|feels|are)",
                (
                    "(it|that|this) is (so|really|) (<hardship>) (for you|when|to|not|being|"
                    "having|because)"
                ),
            ),
            unless=("you must be on",),
        ),
    ),
    Rule(
        id="reflection.for_you",
        kind="reflection",
        message="What something means to the client.",
        why="It turns from the event to the person in it.",
        source=MITI,
        hits=(
            "Being on time matters a lot to you.",
            "That house was your whole childhood; it is important to you.",
            "The silence is the worst of it for you.",
            "It doesn't feel like home to you.",
            "And that worries you.",
        ),
        misses=(
            "I made this for you.",
            "I am here for you.",
            "It is good for you to walk.",
            "Let me explain it to you.",
        ),
        finds=Phrases(
            (
                (
                    "(important|matters|mattered|matter|difficult|hard|frustrating|painful|scary|"
                    "confusing|meaningful|worrying|tough|stressful|new|priority|concern|problem|"
                    "option|easier|easy|means a lot|mean a lot|big deal|worth it|huge|a lot) (to|"
                    "for) you $"
                ),
                (
                    "(is|was|has been|are|were|feels|felt|does not feel|seems) ... (important|"
                    "hard|difficult|painful|frustrating|tough|scary|stressful|confusing|"
                    "exhausting|overwhelming) (for|to) you"
                ),
                "(matters|matter|mattered) (a lot|so much|most|more|deeply|) (to|for) you",
                "(the|your) (hardest|worst|best|biggest) (part|thing|of it)",
                "what (matters|worries|hurts|scares|bothers|frustrates) you (is|was|most)",
                "(does|do|did) not (feel|seem|sound) (like|right|fair|good|enough|that)",
                (
                    "(that|this|it|which) (really|still|) (scares|worries|frightens|hurts|angers|"
                    "upsets|frustrates|bothers|annoys) you $"
                ),
            ),
            unless=("(i|we) (am|are|will be) (here|there)",),
        ),
    ),
    Rule(
        id="reflection.would_if",
        kind="reflection",
        message="What the client would do or want, if things were different.",
        why="It holds up the client's own wish or condition without pushing it.",
        source=MI,
        hits=(
            "If the bus ran later, you might go back to the choir.",
            "You might feel different if he had asked first.",
            "You'd be open to it if it didn't cost so much.",
        ),
        misses=(
            "You might want to call him.",
            "If you call him, he will come.",
            "You might lose your job.",
        ),
        finds=Phrases(
            (
                (
                    "if (you|there|it|he|she|they|things|someone|the|your|this|that) ... (could|"
                    "were|was|had|did|knew|would|felt|found) ... you (might|would|may|could)"
                ),
                (
                    "if ... ... you (might|would) (be|feel|consider|have|like|find|think|even|do|"
                    "go|try|give|want|love)"
                ),
                (
                    "you (might|would|may) (be|feel|consider|have|like|find|think) ... ... (if|"
                    "when|once|unless)"
                ),
                (
                    "(you would|you might) be (open|willing|more|interested|able|happy|likely|"
                    "successful|ready|better|on board)"
                ),
            ),
            unless=("you might want", "you would be (better off|wise|surprised)"),
        ),
    ),
    Rule(
        id="reflection.check",
        kind="reflection",
        message="“Is that right?”, “have I got that?”: a check after saying something back.",
        why="It tells the client that they know best; what was said back stays a reflection.",
        source=HILL,
        hits=(
            "You miss the harbour. Is that right?",
            "So it was the waiting that hurt. Have I got that?",
            "You are done with it, am I right?",
            "You wanted to be asked. Is that close?",
            "You wanted to be asked. Something like that?",
            "You wanted to be asked. Is that how it felt?",
        ),
        misses=(
            "Is that your harbour?",
            "You did what is right.",
            "Have I got to wait?",
            "It is close to the sea.",
        ),
        finds=Phrases(
            (
                (
                    "(is that|is this|is it|was that|was it) (about|anywhere near|) (right|it|"
                    "close|fair|how it is|so|what you mean|what you meant|near it|how it feels|"
                    "accurate|correct|how it was) $"
                ),
                (
                    "(have i|did i|do i) (got|get|heard|hear|understand|understood|caught|have) "
                    "(that|this|it|you|you right|that right|this right|it right) (right|"
                    "correctly|properly|so far|) $"
                ),
                (
                    "am i (right|close|hearing you right|hearing that right|understanding you|"
                    "understanding you right|understanding that right|on the right track|near it|"
                    "getting it|getting that|getting that right|following|following you|with "
                    "you) $"
                ),
                (
                    "(does|would|did) that (sound|seem|feel|be|fit|ring) (right|true|fair|close|"
                    "like it|about right|to you|)"
                ),
                "(how close|how near) (am i|is that)",
                "^ (or|) (something|anything) like that $",
                "^ (near|close|right) enough $",
                (
                    "is that (how|what) (it|that|you) (is|was|feels|felt|mean|meant|feel|seems|"
                    "goes) (like|for you|) $"
                ),
                "(tell|correct|stop) me if (i|that|this) (am|is|have|got)",
            )
        ),
    ),
)
