"""How a sentence asks: by its word order, by its mark alone, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from practice.rules.matchers import ASKED, MARK_ALONE, Hit, Phrases, Test, View, order
from practice.rules.rule import Cue

WH = frozenset("what how why where who when which whose".split())
AUX = frozenset(
    "do does did is are was were have has had can could would will should may might shall"
    " am".split()
)
_SUBJECTS = frozenset(
    "i you he she it we they that this there your his her their my our the any anyone anything"
    " someone something everything anybody people these those not a".split()
)
_HUMS = frozenset("yeah okay right mhm hmm huh oh alright sorry really yes no all wow".split())


_ASKING = WH | AUX
_JOINING = frozenset("so and but or then like wondering curious".split())
_BEFORE_WH = frozenset("about for in since to with from over at by until".split())
# What asks without turning the words round: "how many", "which of them".
_COUNTED = frozenset("many much long often far old big soon late early".split())
# "What happened is that…": what stands behind it is no person who is asked about.
_STATES = frozenset("is was are were".split())
_SHORT_CLAUSE = 5  # words
_ASKED_ABOUT = frozenset("you he she it we they i that this there your".split())


def _places(view: View) -> list[int]:
    """Where a question may begin: at clauses, and after a word that joins or breaks off."""
    words = view.words
    places = set(view.clause_starts)
    if not _JOINING.isdisjoint(view.word_set):
        places |= {at for at, word in enumerate(words[:-1], 1) if word in _JOINING}
    if not _BEFORE_WH.isdisjoint(view.word_set):
        places |= {at + 1 for at in places if at + 1 < len(words) and words[at] in _BEFORE_WH}
    return sorted(places - view.quoted if view.quoted else places)


def inverted(view: View) -> tuple[str, int] | None:
    """ "wh" or "aux", and where, if the word order of the sentence asks."""
    if view.word_set.isdisjoint(_ASKING):
        return None
    words = view.words
    size = len(words)
    for at in _places(view):
        if at >= size:
            continue
        word = words[at]
        if word in AUX and at + 1 < size and words[at + 1] in _SUBJECTS:
            return "aux", at
        asks = view.sentence.question or any(one in AUX for one in words[at + 1 : at + 4])
        if word in WH and asks and not _given_back(view, at):
            return "wh", at
    return _later(view)


def _given_back(view: View, at: int) -> bool:
    """ "What you say is that he left?" asks only by its mark; "what you are thinking?" does ask."""
    return (
        view.sentence.question and embedded(view.words, at) and len(view.words) - at > _SHORT_CLAUSE
    )


def embedded(words: list[str], at: int) -> bool:
    """ "What you need", "where your brother went": the subject follows at once."""
    return at + 1 < len(words) and words[at] != "how" and words[at + 1] in _SUBJECTS


def _later(view: View) -> tuple[str, int] | None:
    """A question that begins where no clause does: "you know how do you get there"."""
    if WH.isdisjoint(view.word_set):
        return None
    words = view.words
    for at in range(len(words) - 2):
        if words[at] not in WH or at in view.quoted:
            continue
        for turn in range(at + 1, min(at + 4, len(words) - 1)):
            if words[turn] in AUX:
                far = turn > at + 1 and words[turn] in _STATES and words[at + 1] not in _COUNTED
                if words[turn + 1] in _ASKED_ABOUT and not far:
                    return "wh", at
                break
    return None


def _order(kind: str, *, marked: bool, late: bool | None = None) -> Test:
    """The word order asks so, with or without a question mark, at the beginning or later."""

    def find(view: View) -> Hit | None:
        asked = view.asked
        if asked is None or (late is not None and (asked[1] > view.opening) != late):
            return None
        first = view.sentence.first + asked[1]
        return Hit(first, min(first + 3, view.sentence.last))

    return Test(find, frozenset([order(kind, marked=marked)]))


def _mark_alone(low: int, high: int) -> Test:
    """Only the question mark asks."""

    return Test(
        lambda view: low <= len(view.words) <= high and not view.word_set <= _HUMS,
        frozenset([MARK_ALONE]),
    )


def _asks_for(test: Callable[[list[str], int], bool]) -> Test:
    """Asks with a question word of which this holds: the words, and where it stands."""

    def find(view: View) -> Hit | None:
        asked = view.asked
        if asked is None or not test(view.words, asked[1]):
            return None
        first = view.sentence.first + asked[1]
        return Hit(first, min(first + 3, view.sentence.last))

    return Test(find, frozenset([order("wh", marked=True), order("wh", marked=False)]))


def _what_noun(words: list[str], at: int) -> bool:
    """ "What position was he in?": one fact of a kind that is named."""
    return (
        words[at] == "what"
        and at + 2 < len(words)
        and words[at + 1] not in AUX
        and words[at + 1] not in _OPEN_KINDS
        and words[at + 2] in AUX
    )


_OPEN_KINDS = frozenset("else kind kinds sort sorts part parts other way ways things".split())


def _hummed(view: View) -> bool:
    return view.sentence.question and view.word_set <= _HUMS


CUES = (
    Cue("asks.wh", "asks with what, how, why…", _order("wh", marked=True)),
    Cue("asks.wh_late", "asks so after other words", _order("wh", marked=True, late=True)),
    Cue("asks.aux", "asks with do, is, can…", _order("aux", marked=True)),
    Cue("asks.aux_late", "asks so after other words", _order("aux", marked=True, late=True)),
    Cue("asks.wh_unmarked", "asks so without a mark", _order("wh", marked=False, late=False)),
    Cue("asks.aux_unmarked", "asks so without a mark", _order("aux", marked=False, late=False)),
    Cue("asks.late_unmarked", "a what or how inside", _order("wh", marked=False, late=True)),
    Cue("asks.mark_1_3", "up to three words, only the mark asks", _mark_alone(1, 3)),
    Cue("asks.mark_4_7", "four to seven words, only the mark asks", _mark_alone(4, 7)),
    Cue("asks.mark_8_12", "eight to twelve words, only the mark asks", _mark_alone(8, 12)),
    Cue("asks.mark_13_20", "thirteen to twenty words, only the mark asks", _mark_alone(13, 20)),
    Cue(
        "asks.indirect",
        "asks without asking: “I wonder if…”, “interested in what…”",
        Phrases(
            (
                (
                    "(wonder|wondering|wondered|curious|interested) (if|whether|what|how|why|where"
                    "|which|who|about|in|to)"
                ),
                (
                    "i (want|wanted|would like|would love) to (ask|check|know|hear|find out"
                    "|understand|get|see) ... (you|how|what|if|whether|about|your)"
                ),
                "(tell|show) me ... (what|how|why|where|about|more|that|part|if)",
                "(give|share with) me (an idea|a sense|an example|some idea|a bit)",
                "(catch me up|fill me in|walk me through|talk me through|talk to me about)",
                (
                    "how (ready|confident|important|willing|interested|sure|close|likely) you"
                    " (are|feel|would be|were)"
                ),
                (
                    "(your|any) (sense|idea|thoughts|take|thinking|view|guess) (on|about|of|is"
                    "|are|would be)"
                ),
            )
        ),
    ),
    Cue(
        "asks.who_when",
        "asks with when, where, which, who",
        _asks_for(lambda words, at: words[at] in ("when", "where", "which", "who", "whose")),
        kind="closed_question",
    ),
    Cue(
        "asks.how_many",
        "asks how many, how long, how far",
        _asks_for(
            lambda words, at: (
                words[at] == "how" and at + 1 < len(words) and words[at + 1] in _COUNTED
            )
        ),
        kind="closed_question",
    ),
    Cue(
        "asks.what_noun",
        "“what time is…”, “what position was…”",
        _asks_for(_what_noun),
        kind="closed_question",
    ),
    Cue(
        "asks.suggesting",
        "a suggestion put as a question",
        Phrases(
            (
                "have you (ever|) (thought (about|of)|considered|tried|looked (at|into|up))",
                "(could|can|would|will|should) not you",
                "would it (help|be worth|hurt|be better|make sense|kill you) ... (to|if)",
                "would you (think about|consider|want to think|be up for|fancy|give) _",
                "(can|could|may) i (persuade|suggest|tempt|encourage|recommend)",
                "~ will you (do|try|keep|call|promise|let|ring|go|take|give)",
                "~ could you (<doing>|perhaps|maybe)",
                "(what|how) (about|if) (you|we|<ing>)",
                "why not <doing>",
            ),
            unless=("(what|how|who|where|when|why) (have|would|could|can|will) you",),
        ),
        kind="advice",
    ),
    Cue("asks.hum", "“yeah?”, “okay?”: no question at all", Test(_hummed, frozenset([ASKED]))),
)
