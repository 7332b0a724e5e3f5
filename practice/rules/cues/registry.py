"""Small pieces of evidence about a sentence: who is spoken of, how it begins, what it takes up.

None decides alone. Each gives a few points to some kinds of moves (evidence.tsv).
"""

from __future__ import annotations

from practice.rules.cues import asking, beside, families, helper, slips, story, talk, whole
from practice.rules.matchers import (
    ASKED,
    BRIEF,
    BROKEN_OFF,
    EXCLAIMED,
    LONG,
    NUMBER,
    SAID,
    SEVERAL,
    SHARED,
    SILENT,
    Phrases,
    TalkTest,
    Test,
    View,
    whole_sentence,
)
from practice.rules.reading.reply import Reply
from practice.rules.rule import Cue

_WH = frozenset("what how why where who when which whose".split())
_AUX = frozenset(
    "do does did is are was were have has had can could would will should may might shall"
    " am".split()
)
_FIRST = frozenset("i my me mine myself".split())
_THIRD = frozenset("he she they him her them his their".split())
_YES = frozenset(
    "yes yeah yep right okay sure exactly absolutely true alright mhm definitely".split()
)
_NEXT = frozenset("also then next another finally lastly plus second first additionally".split())
_PERSONS = frozenset(
    "i you he she we they me my your him her his their them us our yourself myself"
    " mine yours".split()
)
_PERSONS_OR_AUX = _PERSONS | _AUX
_YOU = frozenset("you your yours yourself".split())
_PUSHING = frozenset("should must can could need will may might ought better just cannot".split())
_ANSWERS = frozenset("yes yeah no yep nope okay sure right well mhm".split())
_AGREEING = frozenset(
    "exactly absolutely definitely true yes no probably certainly indeed totally".split()
)
_BESIDE_AGREEING = frozenset("well oh so that is i agree know".split())
_SAID = frozenset([SAID])
_SHARED = frozenset([SHARED])
_SEVERAL = frozenset([SEVERAL])
_BACKWARD = frozenset("it that this there".split())


def _opens_with(words: frozenset[str]) -> Test:
    """Hits a sentence whose very first word is one of these."""
    return Test(lambda view: view.words[0] in words, words)


def _inside(words: frozenset[str]) -> Test:
    """Hits a sentence that has one of these words, and not only as its first."""
    return Test(lambda view: not words.isdisjoint(view.words[1:]), words)


def _first_word(words: frozenset[str]) -> Phrases:
    """Hits the word a sentence begins with, openers left out."""
    return Phrases((f"^ ({'|'.join(sorted(words))})",))


def _any(words: frozenset[str]) -> Phrases:
    """Hits the first of these words."""
    return Phrases((f"({'|'.join(sorted(words))})",))


def _share(low: float, high: float) -> Test:
    def test(view: View) -> bool:
        own, shared = view.taken_up
        return bool(own) and low < shared / own <= high

    return Test(test, _SHARED)


def _size(sign: str) -> Test:
    return Test(whole_sentence, frozenset([sign]))


def _client_asks(reply: Reply, statement: Reply) -> bool:
    return bool(statement.sentences) and statement.sentences[-1].question


def _begins_plainly(view: View) -> bool:
    """ "You…" that goes on neither with advice nor with praise."""
    words = view.words[view.opening :]
    if len(words) < 3 or words[0] not in ("you", "your"):
        return False
    if words[0] == "your":
        return True
    second, third = words[1], words[2]
    if second in _PUSHING or (second in ("have", "do", "will") and third in ("to", "need")):
        return False
    if second in ("are", "were") and (
        third in ("right", "welcome", "wrong", "not", "such", "so", "doing", "only", "a", "the")
        or "<praising>" in view.lists(third)
    ):
        return False
    return (second, third) != ("do", "not") and second != "know"


def _begins_wh(view: View) -> bool:
    at = view.opening
    return view.words[at] in _WH and not asking.embedded(view.words, at)


CUES: tuple[Cue, ...] = (
    *asking.CUES,
    *beside.CUES,
    *helper.CUES,
    *slips.CUES,
    *whole.CUES,
    *families.CUES,
    *story.CUES,
    *talk.CUES,
    Cue("register.spoken", "the talk reads like speech", TalkTest(whole.is_spoken)),
    Cue(
        "client.long",
        "the client had said twenty words or more",
        TalkTest(lambda reply, statement: len(statement.words) > 19),
    ),
    Cue("you.plain", "begins with “you” and goes on plainly", Test(_begins_plainly, _YOU)),
    Cue(
        "you.pushed",
        "begins with “you should”, “you can”…",
        Test(
            lambda v: (
                len(v.words) > v.opening + 1
                and v.words[v.opening] == "you"
                and v.words[v.opening + 1] in _PUSHING
            ),
            frozenset(["you"]),
        ),
    ),
    Cue(
        "you.denied",
        "begins with “you do not”, “you are not”",
        Phrases(("^ you (do|did|are|were|have|will|would) not",)),
    ),
    Cue("you.cannot", "begins with “you cannot”", Phrases(("^ you (can|could) not",))),
    Cue(
        "you.absent",
        "four words or more without “you”",
        Test(lambda v: len(v.words) > 3 and _YOU.isdisjoint(v.word_set)),
    ),
    Cue(
        "you.absent_long",
        "ten words or more without “you”",
        Test(lambda v: len(v.words) > 9 and _YOU.isdisjoint(v.word_set)),
    ),
    Cue(
        "you.late",
        "“you” only after the fourth word",
        Test(lambda v: not _YOU.isdisjoint(v.words[4:]) and _YOU.isdisjoint(v.words[:4]), _YOU),
    ),
    Cue("you.but", "“you…, but…”", Phrases(("you ... (but|yet)", "you ... ... (but|yet)"))),
    Cue("you.would", "“you would”, “you might”", Phrases(("you (would|might)",))),
    Cue(
        "answer.to_question",
        "a word of yes or no after the client had asked",
        Test(
            lambda v: (
                _client_asks(v.reply, v.statement) and len(v.words) < 5 and v.words[0] in _ANSWERS
            ),
            _ANSWERS,
        ),
    ),
    Cue(
        "answer.agreeing",
        "only words that agree",
        Test(
            lambda v: (
                len(v.words) < 4
                and not _AGREEING.isdisjoint(v.words)
                and v.word_set <= _AGREEING | _YES | _BESIDE_AGREEING
            ),
            _AGREEING,
        ),
    ),
    Cue("mark.question", "ends in a question mark", Test(whole_sentence, frozenset([ASKED]))),
    Cue(
        "mark.exclamation",
        "ends in an exclamation mark",
        Test(whole_sentence, frozenset([EXCLAIMED])),
    ),
    Cue(
        "mark.question_long",
        "eleven words or more that end in a question mark",
        Test(lambda v: len(v.words) > 10, frozenset([ASKED])),
    ),
    Cue("size.1", "one word", _size("#1")),
    Cue("size.2_3", "two or three words", _size("#2_3")),
    Cue("size.4_6", "four to six words", _size("#4_6")),
    Cue("size.7_11", "seven to eleven words", _size("#7_11")),
    Cue("size.18_27", "eighteen to twenty-seven words", _size("#18_27")),
    Cue("size.28", "more than twenty-seven words", _size(LONG)),
    Cue("begins.you", "begins with “you”", _first_word(frozenset(["you"]))),
    Cue("begins.your", "begins with “your”", _first_word(frozenset(["your", "yours"]))),
    Cue("begins.i", "begins with “I” or “my”", _first_word(_FIRST)),
    Cue("begins.we", "begins with “we” or “our”", _first_word(frozenset(["we", "our", "us"]))),
    Cue("begins.they", "begins with somebody else", _first_word(_THIRD)),
    Cue("begins.it", "begins with “it”, “that”, “there”", _first_word(_BACKWARD)),
    Cue("begins.wh", "begins with a question word", Test(_begins_wh, _WH)),
    Cue("begins.aux", "begins with a helping verb", _first_word(_AUX)),
    Cue(
        "begins.if",
        "begins with a condition",
        _first_word(frozenset(["if", "when", "once", "unless"])),
    ),
    Cue(
        "begins.the",
        "begins with an article",
        _first_word(frozenset(["the", "a", "an", "these", "those"])),
    ),
    Cue(
        "begins.kin",
        "begins with a person in the client's life",
        Phrases(("^ (your|the|a|) <kin>",)),
    ),
    Cue("begins.ing", "begins with a doing: “talking to her…”", Phrases(("^ <ing>",))),
    Cue(
        "begins.while",
        "begins with a contrast",
        _first_word(frozenset(["while", "although", "though", "because", "since"])),
    ),
    Cue(
        "opener.so",
        "opens with “so” or “and”",
        Test(lambda v: v.words[0] in ("so", "and") and len(v.words) > 1, frozenset(["so", "and"])),
    ),
    Cue(
        "opener.yes",
        "opens with yes, right or okay",
        Test(lambda v: v.words[0] in _YES and len(v.words) > 1, _YES),
    ),
    Cue("opener.no", "opens with no", _opens_with(frozenset(["no", "nope", "nah"]))),
    Cue(
        "opener.well",
        "opens with “well” or “oh”",
        _opens_with(frozenset(["well", "oh", "wow", "ah"])),
    ),
    Cue(
        "opener.but",
        "opens with “but”",
        _opens_with(frozenset(["but", "however", "still", "yet"])),
    ),
    Cue("opener.also", "opens with a next point", _opens_with(_NEXT)),
    Cue("person.you", "speaks of “you”", _any(frozenset(["you"]))),
    Cue("person.your", "speaks of “your”", _any(frozenset(["your", "yours", "yourself"]))),
    Cue(
        "person.you_twice",
        "speaks of “you” three times or more",
        Test(lambda v: sum(map(v.words.count, ("you", "your", "yourself"))) > 2, _YOU),
    ),
    Cue("person.i", "speaks of “I”", _any(frozenset(["i"]))),
    Cue("person.my", "speaks of “my” or “me”", _any(frozenset(["my", "me", "mine", "myself"]))),
    Cue("person.we", "speaks of “we”", _any(frozenset(["we", "us", "our", "ours"]))),
    Cue("person.they", "speaks of somebody else", _any(_THIRD)),
    Cue(
        "person.none",
        "speaks of nobody",
        Test(lambda v: len(v.words) > 3 and _PERSONS.isdisjoint(v.word_set)),
    ),
    Cue("person.kin", "names a person in the client's life", Phrases(("<kin>",))),
    Cue(
        "modal.should", "should, must, ought", _any(frozenset(["should", "must", "ought", "shall"]))
    ),
    Cue("modal.can", "can, could", _any(frozenset(["can", "could"]))),
    Cue("modal.may", "may, might", _any(frozenset(["may", "might"]))),
    Cue("modal.will", "will", _any(frozenset(["will"]))),
    Cue("modal.would", "would", _any(frozenset(["would"]))),
    Cue(
        "word.not",
        "a negation",
        _any(frozenset(["not", "never", "no", "nothing", "nobody", "none"])),
    ),
    Cue("word.need", "need, have to", _any(frozenset(["need", "needs"]))),
    Cue(
        "word.want",
        "want, wish, hope",
        _any(frozenset(["want", "wants", "wanted", "wish", "hope", "hoping"])),
    ),
    Cue(
        "word.feel",
        "feel, feeling",
        _any(frozenset(["feel", "feels", "feeling", "felt", "feelings"])),
    ),
    Cue(
        "word.think",
        "think, believe",
        _any(frozenset(["think", "believe", "guess", "suppose", "thinking"])),
    ),
    Cue("word.know", "know, understand", _any(frozenset(["know", "understand", "see"]))),
    Cue("word.maybe", "maybe, perhaps", _any(frozenset(["maybe", "perhaps", "possibly"]))),
    Cue(
        "word.but",
        "a contrast inside",
        _inside(frozenset(["but", "yet", "although", "though", "while"])),
    ),
    Cue("word.because", "gives a reason", _any(frozenset(["because", "since", "therefore"]))),
    Cue(
        "word.always",
        "always, never, every",
        _any(frozenset(["always", "never", "every", "everyone", "nobody"])),
    ),
    Cue("word.just", "just, simply, only", _any(frozenset(["just", "simply", "only"]))),
    Cue("word.try", "try", _any(frozenset(["try", "trying", "tried"]))),
    Cue("word.help", "help", _any(frozenset(["help", "helps", "helpful", "helped"]))),
    Cue("word.or", "offers an alternative", _any(frozenset(["or"]))),
    Cue(
        "word.if",
        "if, when inside",
        _inside(frozenset(["if", "when", "unless"])),
    ),
    Cue("word.really", "really, so, very", _any(frozenset(["really", "so", "very", "such"]))),
    Cue("word.past", "speaks of the past", Phrases(("(was|were|had|did|been|used to)",))),
    Cue(
        "word.people",
        "people, some, many",
        _any(
            frozenset(["people", "someone", "others", "everyone", "anyone", "many", "most", "some"])
        ),
    ),
    Cue(
        "word.now",
        "now, today, recently",
        _any(frozenset(["now", "today", "lately", "recently", "currently"])),
    ),
    Cue(
        "word.first",
        "first, next, also",
        _any(frozenset(["first", "second", "next", "also", "finally", "lastly", "then"])),
    ),
    Cue(
        "word.number",
        "a number",
        Test(lambda v: any(w[0].isdigit() for w in v.words), frozenset([NUMBER])),
    ),
    Cue("word.sorry", "sorry", _any(frozenset(["sorry"]))),
    Cue("list.praising", "a word of praise", Phrases(("<praising>",), unless=("kind of",))),
    Cue("list.hardship", "a word of hardship", Phrases(("<hardship>",))),
    Cue("list.helper", "a professional", Phrases(("<helper>",))),
    Cue("list.feeling", "a feeling word", Phrases(("<feeling>",))),
    Cue("list.minding", "what goes on inside", Phrases(("<minding>",))),
    Cue("list.ing", "an -ing word", Phrases(("<ing>",))),
    Cue("list.telling", "a verb of explaining", Phrases(("<telling>",))),
    Cue(
        "list.doing",
        "a verb of doing, first in a clause",
        Phrases(("~ <doing>",), unless=("~ do (you|i|we|they)",)),
    ),
    Cue("list.you_doing", "“you” before a plain verb", Phrases(("you <doing>",))),
    Cue("list.to_doing", "“to” before a verb of doing", Phrases(("to <doing>",))),
    Cue(
        "list.you_past",
        "“you” before a past verb",
        Phrases(
            (
                "you <ed>",
                (
                    "you (were|had|did|went|got|felt|said|told|took|made|came|thought|knew|found|"
                    "lost|put|saw|kept|gave|left|tried)"
                ),
            )
        ),
    ),
    Cue("list.you_are", "“you are”", Phrases(("you (are|were|have been)",))),
    Cue("list.you_have", "“you have”", Phrases(("you (have|had|have got)",))),
    Cue(
        "list.you_not",
        "“you do not”, “you cannot”",
        Phrases(("you (do|did|are|were|have|can|could|would|will|had) not",)),
    ),
    Cue("list.you_ing", "“you are …ing”", Phrases(("you (are|were|have been) (not|) <ing>",))),
    Cue(
        "taken_up.none",
        "takes up no word of the client",
        Test(lambda v: v.taken_up[0] > 0 and v.taken_up[1] == 0, _SAID),
    ),
    Cue("taken_up.some", "takes up up to a third of its words from the client", _share(0.0, 0.34)),
    Cue("taken_up.half", "takes up about half of its words from the client", _share(0.34, 0.6)),
    Cue("taken_up.most", "takes up most of its words from the client", _share(0.6, 1.0)),
    Cue(
        "taken_up.two",
        "takes up two words of the client or more",
        Test(lambda v: v.taken_up[1] > 1, _SHARED),
    ),
    Cue(
        "taken_up.four",
        "takes up four words of the client or more",
        Test(lambda v: v.taken_up[1] > 3, _SHARED),
    ),
    Cue("client.asks", "the client had asked something", TalkTest(_client_asks)),
    Cue("client.silent", "no statement is given", Test(whole_sentence, frozenset([SILENT]))),
    Cue(
        "client.brief",
        "the client had said five words or fewer",
        TalkTest(lambda reply, statement: 0 < len(statement.words) < 6),
    ),
    Cue(
        "place.first",
        "the first sentence of several",
        Test(lambda v: v.index == 0, _SEVERAL),
    ),
    Cue(
        "place.last",
        "the last sentence of several",
        Test(lambda v: v.index == len(v.reply.sentences) - 1, _SEVERAL),
    ),
    Cue(
        "place.middle",
        "a sentence between others",
        Test(lambda v: 0 < v.index < len(v.reply.sentences) - 1, _SEVERAL),
    ),
    Cue(
        "place.after_question",
        "after a question",
        Test(lambda v: v.index > 0 and v.reply.sentences[v.index - 1].question, _SEVERAL),
    ),
    Cue("place.unfinished", "breaks off", Test(whole_sentence, frozenset([BROKEN_OFF]))),
    Cue(
        "form.verbless",
        "has no helping verb and no person",
        Test(lambda v: len(v.words) < 6 and _PERSONS_OR_AUX.isdisjoint(v.words), frozenset(BRIEF)),
    ),
)
