"""The text as typed, read once: words, sentences and clauses, each with its place in the text.

Rules look at `norm`, where a thing is written in one way only: lower case, straight quotes,
contractions expanded, slips repaired. `span` leads from there back to what was typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import Stemmer

from practice.rules.base import Span
from practice.rules.reading.speech import NOTE, fluent
from practice.rules.reading.spelling import (
    FILLERS,
    HAD_OR_WOULD,
    IS_OR_HAS,
    forms,
    is_word,
    repaired,
)


class Word(NamedTuple):
    """One word: as rules read it, where it stands in the text as typed, and where in `norm`."""

    text: str
    start: int
    end: int
    at: int


class Clause(NamedTuple):
    """Part of a sentence: words `first` to `last` (left out), `start` to `end` in `norm`."""

    first: int
    last: int
    start: int
    end: int


class Sentence(NamedTuple):
    """Words `first` up to, not including, `last`; `start` to `end` in `norm`, its mark included."""

    first: int
    last: int
    start: int
    end: int
    question: bool  # it ends in a question mark
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, eq=False)
class Reply:
    """A text that has been read. `words` are without punctuation; `tokens` and `norm` have it."""

    text: str
    norm: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Word, ...]

    @cached_property
    def word_set(self) -> frozenset[str]:
        """Every word, for a quick look whether a rule can apply at all."""
        return frozenset([one.text for one in self.words])

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each word, in order."""
        return tuple(_STEMMER.stemWords([one.text for one in self.words]))

    @cached_property
    def stem_set(self) -> frozenset[str]:
        """Every stem, once."""
        return frozenset(self.stems)

    @cached_property
    def spoken(self) -> bool:
        """It reads like a transcript of speech: hums, notes, broken-off words."""
        return _SPOKEN.search(self.text) is not None

    @cached_property
    def has_digits(self) -> bool:
        """It has a digit, of whatever kind."""
        norm = self.norm
        return _DIGIT.search(norm) is not None if norm.isascii() else any(map(str.isdigit, norm))

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins in the text as typed."""
        return [self.words[one.first].start for one in self.sentences]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence in which a place of the text as typed stands; None before the first."""
        at = bisect_right(self.sentence_starts, place) - 1
        return self.sentences[at] if at >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [one.at for one in self.tokens]

    def span(self, a: int, b: int) -> Span:
        """Where the text as typed has what stands in `norm` from `a` up to, not including, `b`."""
        if not self.tokens:
            return Span(0, 0)
        first = max(0, bisect_right(self._starts, a) - 1)
        here = self.tokens[first]
        if a >= here.at + len(here.text) and first + 1 < len(self.tokens):
            first += 1  # `a` is the blank before the next word
            here = self.tokens[first]
        last = max(first, bisect_right(self._starts, max(a, b - 1)) - 1)
        return Span(here.start, self.tokens[last].end)


@lru_cache(maxsize=512)
def read(text: str) -> Reply:
    """Read a text as typed."""
    at = 0
    tokens: list[Word] = []
    for says, start, end in _settled(fluent(_scanned(text))):
        tokens.append(Word(says, start, end, at))
        at += len(says) + 1
    return Reply(
        text=text,
        norm=" ".join([one.text for one in tokens]),
        words=tuple([one for one in tokens if one.text not in _MARKS]),
        sentences=_sentences(tokens),
        tokens=tuple(tokens),
    )


_STEMMER = Stemmer.Stemmer("english")
_MARKS = frozenset('.,?!;:—"')
_ENDS = frozenset(".?!")
_ASKING = frozenset("?؟？")
_Token = tuple[str, int, int]

_SCAN = re.compile(
    r"(?=\S)(?:"
    rf"(?P<note>{NOTE})"  # "[laughs]" in a transcript
    r"|(?P<hum>\b(?:m+[ -]?h+u*m+|u+h+[ -]h+u+h+)\b)"
    r"|(?P<cut>\b(?P<start>[a-z]{1,8}+)-(?=(?P=start)[a-z]))"  # "wh-what", "rela-related"
    r"|(?P<number>\d+(?:[.,:]\d+)+)"
    r"|(?P<word>(?:['’](?=(?:cause|em|til|kay)\b))?[^\W_]+(?:['’‘ʼ´`][^\W_]+)*)"
    r"|(?P<dots>\.\.+|…)"
    r"|(?P<end>[.?!؟？。！]+)"
    r"|(?P<dash>—|–|--+|(?<=\s)-(?=\s)|(?<=\w)-(?=\s|$))"
    r"|(?P<mark>[,;:\"“”„()\[\]&])"
    r")|(?P<line>\n\s*)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"[—–\[<]|-(?:-|(?<=^-)|(?<=\w-)(?:\s|$))"
    r"|\b(?:(?<!^)u[mh]+|m{1,9}[ -]?h{0,9}u?m{1,9}|uh[ -]huh|yeah|okay)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_MARK = {"“": '"', "”": '"', "„": '"', "(": ",", ")": ",", "[": ",", "]": ",", "&": "and"}
_SHORTENED = frozenset("mr mrs ms dr prof st vs etc e.g i.e eg ie a.m p.m no".split())
# Said twice with a meaning: "had had", "that that", "very very", "bye bye", "yeah yeah".
_DOUBLED = frozenset(
    "had that very really so no yes yeah right okay well bye now there oh ha mhm hmm please".split()
)
_REPAIRS = 12  # so many non-words are looked up per text: more of them are no typing mistakes


def _scanned(text: str) -> list[_Token]:
    """Words and marks in order, each word by itself."""
    out: list[_Token] = []
    add = out.append
    repairs = 0
    hesitated = -1  # where a hesitation that was left out ended: its comma goes with it
    for found in _SCAN.finditer(text):
        kind = found.lastgroup
        start, end = found.span()
        if kind == "word":
            typed = found.group()
            plain = _plain(typed)
            if plain and (not out or out[-1][0] != plain):
                add((plain, start, end))
                continue
            parts = forms(typed)
            for part in parts:
                if part in FILLERS:
                    hesitated = end if not out or out[-1][0] in _ENDS else -1
                    continue
                if out and out[-1][0] == part and len(parts) == 1:
                    thrice = len(out) > 1 and out[-2][0] == part
                    if thrice or part not in _DOUBLED:
                        out[-1] = (part, out[-1][1], end)  # "the-- the" and "so-so": said twice
                        continue
                if len(part) > 3 and repairs < _REPAIRS and not is_word(part):
                    opens = not out or out[-1][0] in _ENDS
                    if opens or typed[0].islower() or typed.isupper():  # otherwise it is a name
                        repairs += 1
                        named = opens and typed.istitle()
                        for piece in forms(repaired(part, may_be_a_name=named)):
                            add((piece, start, end))
                        continue
                add((part, start, end))
        elif kind == "number":
            add((found.group(), start, end))
        elif kind == "note":
            continue  # said by nobody
        elif kind == "hum":
            add(("mhm", start, end))
        elif start == hesitated and found.group() == ",":
            continue
        elif kind == "dots":
            follows = text[end : end + 2].strip()
            add(("," if follows and follows[0].islower() else ".", start, end))
        elif kind == "end":
            marks = found.group()
            if marks == "." and out and out[-1][0] in _SHORTENED and out[-1][2] == start:
                follows = text[end : end + 2].strip()
                if out[-1][0] != "no" and follows:
                    continue
            mark = "?" if not _ASKING.isdisjoint(marks) else "!" if "!" in marks else "."
            if out and out[-1][0] in _ENDS:
                if mark == "?":  # "really!? ?" is one question
                    out[-1] = (mark, out[-1][1], end)
                continue
            add((mark, start, end))
        elif kind == "dash":
            add(("—", start, end))
        elif kind == "cut":
            continue  # "wh-what": the word that follows is whole
        elif kind == "line":
            if out and out[-1][0] not in _MARKS:
                add((".", start, start + 1))
        else:
            mark = _MARK.get(found.group(), found.group())
            if mark != "," or (out and out[-1][0] not in _MARKS):  # ", um," leaves one comma
                add((mark, start, end))
    return out


@lru_cache(maxsize=1 << 14)
def _plain(typed: str) -> str:
    """The one word that was typed, if there is nothing to repair or leave out; else nothing."""
    parts = forms(typed)
    if len(parts) > 1 or parts[0] in FILLERS or (len(parts[0]) > 3 and not is_word(parts[0])):
        return ""
    return parts[0]


_ADVERBS = frozenset(
    "already always never just ever also still all both not only really finally probably"
    " recently almost nearly once long since".split()
)
_PARTICIPLES = frozenset(
    "been had gone done got gotten made said told known seen thought felt left lost kept held"
    " found given taken come become begun grown built spent heard meant met put let set paid"
    " sent slept stood understood won worn written spoken broken chosen fallen forgotten hidden"
    " driven eaten led hurt cut shut hit quit read run sat".split()
)
_AFTER_ITS = frozenset(
    "a an the not been so very really just all too pretty quite like hard tough okay difficult"
    " good great bad normal natural easy going getting possible important understandable kind"
    " sort still only because always never also never your you my probably perfectly completely"
    " totally making weighing hurting about more been what how almost terrible horrible awful"
    " scary painful unfair frustrating exhausting overwhelming stressful sad nice fine clear"
    " worth time dangerous inspiring amazing wonderful brave wrong right true late early over"
    " done gone me him us them nobody everybody everyone cold dark quiet awkward embarrassing"
    " upsetting".split()
)
_AFTER_YOURE = frozenset(
    "not so really very going trying saying just still too also being always never"
    " worried afraid scared angry sad tired upset frustrated overwhelmed lonely anxious hurt"
    " exhausted struggling hoping wondering telling finding getting having looking thinking"
    " a an right welcome under".split()
)
_AFTER_ID = frozenset("like love say be guess rather suggest imagine think want".split())


def _settled(tokens: list[_Token]) -> list[_Token]:
    """What only the neighbours can tell: "you'd been", "its hard", "your not alone"."""
    last = len(tokens) - 1
    for i, (says, start, end) in enumerate(tokens):
        if says == HAD_OR_WOULD:
            n = i + 1
            while n < last and tokens[n][0] in _ADVERBS:
                n += 1
            after = tokens[n][0] if n <= last else ""
            had = after == "better" or after in _PARTICIPLES
            if not had and len(after) > 3 and after.endswith("ed"):
                had = after not in ("need", "feed", "succeed", "proceed")
            tokens[i] = ("had" if had else "would", start, end)
        elif says == IS_OR_HAS:
            after = tokens[i + 1][0] if i < last else ""
            tokens[i] = ("has" if after in _HAS_BEFORE else "is", start, end)
        elif says.endswith("'s") and len(says) > 3 and i < last and _goes_on(tokens[i + 1][0]):
            tokens[i] = (f"{says[:-2]} {_IS_BEFORE.get(tokens[i + 1][0], 'is')}", start, end)
        elif says in _NEIGHBOURLY and i < last:
            after = tokens[i + 1][0]
            if says == "its" and after in _AFTER_ITS:
                tokens[i] = ("it is", start, end)
            elif says == "your" and after in _AFTER_YOURE:
                tokens[i] = ("you are", start, end)
            elif says == "id" and after in _AFTER_ID:
                tokens[i] = ("i would", start, end)
            elif says == "ill" and after in ("be", "tell", "try", "help", "just", "let"):
                tokens[i] = ("i will", start, end)
            elif says in ("shell", "hell") and after in _AFTER_WILL:
                tokens[i] = (f"{says[:-2]} will", start, end)
            elif says == "y" and after in ("do", "did", "is", "are", "not", "would"):
                tokens[i] = ("why", start, end)
            elif says == "lets" and (i == 0 or tokens[i - 1][0] in _MARKS):
                tokens[i] = ("let us", start, end)
    if any(" " in one[0] for one in tokens):
        return [(part, s, e) for says, s, e in tokens for part in says.split()]
    return tokens


def _goes_on(after: str) -> bool:
    """Whether a noun with "'s" before this word is said to be or do something: "mum's leaving"."""
    return after in _IS_BEFORE or (
        after.endswith("ing") and len(after) > 4 and after not in _THINGS_IN_ING
    )


_HAS_BEFORE = frozenset("been got had gone".split())
# Behind "'s" these go on with the sentence; before a noun the "'s" would be a genitive.
_IS_BEFORE = {
    **dict.fromkeys((*_HAS_BEFORE, "done"), "has"),
    **dict.fromkeys("not so just always still never really too in".split(), "is"),
}
_THINGS_IN_ING = frozenset(
    "morning evening wedding meeting building being thing nothing something anything everything"
    " king ring string spring wing sibling ceiling clothing training reading writing hearing"
    " drawing painting funding housing earring darling dumpling shilling offspring parking"
    " swing sling upbringing belonging blessing setting ending opening engineering cooking"
    " drinking gambling".split()
)
_NEIGHBOURLY = frozenset("its your id ill y lets shell hell".split())
_AFTER_WILL = frozenset("be end have go get do never always say think come leave need want".split())
_JOINS = frozenset("and or so because but though although while".split())
_TELLING = _MARKS | _JOINS  # of where a clause ends
_SUBJECTS = frozenset(
    "i you he she it we they that there this what how why do did is are have has had can could"
    " would will maybe perhaps please try just let if".split()
)


def _sentences(tokens: list[Word]) -> tuple[Sentence, ...]:
    """Sentences and their clauses, counted in words."""
    out: list[Sentence] = []
    begun: Word | None = None
    word = first = 0
    clauses: list[Clause] = []
    opened: Word | None = None  # the first word of the running clause
    opened_at = 0
    previous: Word | None = None
    last = len(tokens) - 1
    for i, token in enumerate(tokens):
        says = token.text
        if opened is not None and i < last and says not in _TELLING:
            word += 1  # in the midst of a clause
            previous = token
            continue
        marks = says in _MARKS
        breaks = marks and says != '"'
        if not marks and opened is not None and says in _JOINS and previous is not None:
            after = tokens[i + 1].text if i < last else ""
            if says == "but" or after in _SUBJECTS:
                clauses.append(Clause(opened_at, word, opened.at, previous.at + len(previous.text)))
                opened = None
        if breaks and opened is not None and previous is not None:
            clauses.append(Clause(opened_at, word, opened.at, previous.at + len(previous.text)))
            opened = None
        if not marks:
            if opened is None:
                opened, opened_at = token, word
            if begun is None:
                begun, first = token, word
            word += 1
            previous = token
        if begun is not None and (says in _ENDS or i == last):
            if opened is not None and previous is not None:
                clauses.append(Clause(opened_at, word, opened.at, previous.at + len(previous.text)))
                opened = None
            out.append(
                Sentence(first, word, begun.at, token.at + len(says), says == "?", tuple(clauses))
            )
            begun, clauses = None, []
    return tuple(out)
