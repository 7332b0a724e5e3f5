"""How one word as typed is read: contractions, chat abbreviations, stretched letters, slips.

Everything here looks at a single word. What needs its neighbours ("you'd" before "been") is
left as a mark for `reply` to settle.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

PHRASES = Path(__file__).parents[1] / "phrases"
HAD_OR_WOULD = "'d"
IS_OR_HAS = "'s"

# Hesitations carry nothing; "hmm" and "mm-hmm" do, and stay.
FILLERS = frozenset("um umm ummm uhm uh uhh er err erm eh em".split())

_WHOLE: dict[str, str] = {
    # irregular contractions, with and without their apostrophe
    "can't": "can not", "cannot": "can not", "cant": "can not",
    "won't": "will not", "wont": "will not", "shan't": "shall not",
    "ain't": "is not", "aint": "is not", "let's": "let us", "y'all": "you", "yall": "you",
    "ma'am": "ma'am", "o'clock": "o'clock", "'cause": "because", "'em": "them", "'til": "until",
    "c'mon": "come on", "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have",
    "youll": "you will", "youd": "you 'd", "theyre": "they are", "theyve": "they have",
    "theyll": "they will", "theyd": "they 'd", "weve": "we have", "hes": "he 's",
    "shes": "she 's", "itll": "it will", "itd": "it 'd", "thats": "that 's",
    "thatll": "that will", "whats": "what 's", "wheres": "where 's", "hows": "how 's",
    "theres": "there 's", "heres": "here 's", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "arent": "are not", "wasnt": "was not",
    "werent": "were not", "havent": "have not", "hasnt": "has not", "hadnt": "had not",
    "couldnt": "could not", "wouldnt": "would not", "shouldnt": "should not",
    "mustnt": "must not", "neednt": "need not", "shouldve": "should have",
    "couldve": "could have", "wouldve": "would have", "mustve": "must have",
    "mightve": "might have", "shoulda": "should have", "coulda": "could have",
    "woulda": "would have", "musta": "must have",
    # run together in speech
    "gonna": "going to", "gunna": "going to", "wanna": "want to", "gotta": "have got to",
    "hafta": "have to", "kinda": "kind of", "sorta": "sort of", "lotta": "lot of",
    "lotsa": "lots of", "outta": "out of", "lemme": "let me", "gimme": "give me",
    "dunno": "do not know", "whatcha": "what are you", "whaddya": "what do you",
    "alot": "a lot", "aswell": "as well", "infact": "in fact", "incase": "in case",
    "eachother": "each other", "noone": "no one", "atleast": "at least", "abit": "a bit",
    # chat
    "u": "you", "ya": "you", "yu": "you", "yuo": "you", "ur": "your", "r": "are",
    "idk": "i do not know", "pls": "please", "plz": "please", "cuz": "because",
    "coz": "because", "cos": "because", "bc": "because", "bcuz": "because", "bcos": "because",
    "becuz": "because", "thx": "thanks", "thnx": "thanks", "ty": "thank you", "tho": "though",
    "altho": "although", "thru": "through", "tbh": "to be honest", "imo": "in my opinion",
    "imho": "in my opinion", "btw": "by the way", "ppl": "people", "abt": "about",
    "smth": "something", "sth": "something", "b4": "before", "wat": "what", "wht": "what",
    "wut": "what", "whta": "what", "hwo": "how", "hw": "how", "teh": "the", "hte": "the",
    "adn": "and", "nd": "and", "n": "and", "&": "and", "taht": "that", "tht": "that",
    "thier": "their",
    "wanna've": "want to have", "wdym": "what do you mean", "hbu": "how about you",
    "ik": "i know", "iirc": "if i remember correctly", "wud": "would", "cud": "could",
    "shud": "should", "didn": "did not", "doesn": "does not", "ok": "okay", "k": "okay",
    "kk": "okay", "okey": "okay", "oki": "okay", "'kay": "okay", "mkay": "okay",
    "yea": "yeah", "yeh": "yeah", "ye": "yeah", "yah": "yeah", "yup": "yep", "mm": "mhm",
    "mmm": "mhm", "mhmm": "mhm", "mmhm": "mhm", "mmhmm": "mhm", "uhhuh": "mhm", "hm": "hmm",
    "hmmm": "hmm", "congrats": "congratulations", "mom": "mum", "moms": "mums", "mommy": "mummy",
    "hed": "he 'd", "whens": "when 's", "whos": "who 's", "whys": "why 's",
    "everyones": "everyone 's", "everybodys": "everybody 's", "nobodys": "nobody 's",
    "someones": "someone 's", "somebodys": "somebody 's",
}  # fmt: skip
_TAILS = (
    ("n't", "not"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'m", "am"),
    ("'d", HAD_OR_WOULD),
)
_MARKS = 3  # of contraction in one word: "y'all'd've"
# What takes "'s" for "is" or "has"; on other words it is the genitive and stays.
_TAKES_IS = frozenset(
    "it he she that this what who there here how where when why everything something nothing"
    " everyone everybody someone somebody nobody anything one name".split()
)


@lru_cache(maxsize=1 << 14)
def forms(typed: str) -> tuple[str, ...]:
    """The word or words that one typed word stands for."""
    word = typed.lower()
    if not word.isascii():
        for mark in "’‘ʼ´`":
            word = word.replace(mark, "'")
    whole = _WHOLE.get(word)
    if whole is not None:
        return tuple(whole.split())
    if word.count("'") > _MARKS:
        return (word,)  # "'d'd'd'd": no contraction of anything
    if "'" in word:
        for tail, says in _TAILS:
            if word.endswith(tail) and len(word) > len(tail):
                return (*forms(word[: -len(tail)]), says)
        if word.endswith("'s") and word[:-2] in _TAKES_IS:
            return (word[:-2], IS_OR_HAS)
        if word.endswith("in'"):
            return (word[:-1] + "g",)
        return (word,)
    return (_unstretched(word),)


def _unstretched(word: str) -> str:
    """ "soooo" as "so", "feeeling" as "feeling": the commoner of one letter and two."""
    if len(word) < 4 or not word.isalpha():
        return word
    out: list[str] = []
    runs: list[int] = []
    stretched = False
    for letter in word:
        if out and out[-1] == letter:
            runs[-1] += 1
            stretched = stretched or runs[-1] > 2
        else:
            out.append(letter)
            runs.append(1)
    if not stretched:
        return word
    one = "".join(c if n > 2 else c * n for c, n in zip(out, runs, strict=True))
    two = "".join(c * min(n, 2) for c, n in zip(out, runs, strict=True))
    if not (frequency(one) or frequency(two)):
        return word  # "runnnig" is a slip of the keys
    best = two if frequency(two) > frequency(one) else one
    settled = forms(best)
    return settled[0] if len(settled) == 1 else best


@lru_cache(maxsize=1)
def _dictionary() -> list[bytes]:
    """English words with how often they occur, in order, a line each: b'"word": 50,'.

    These are the lines between the braces of pyspellchecker's file. They are searched as they
    stand: a dictionary of them takes ten times as long to load, and three times the memory.
    """
    file = files("spellchecker") / "resources" / "en.json.gz"
    return gzip.decompress(file.read_bytes()).splitlines()[1:-1]


@lru_cache(maxsize=1 << 14)
def frequency(word: str) -> int:
    """How often a word occurs in English; 0 where it is none."""
    lines = _dictionary()
    begins = f'"{word}": '.encode()
    at = bisect_left(lines, begins)
    if at == len(lines) or not lines[at].startswith(begins):
        return 0
    return int(lines[at][len(begins) :].rstrip(b","))


@lru_cache(maxsize=1 << 14)
def is_word(word: str) -> bool:
    """Is this an English word, American or British, or one that the rules know?"""
    if word in _vocabulary()[0] or frequency(word):
        return True
    if "'" in word:
        return is_word(word.split("'")[0])
    american = word.replace("our", "or").replace("is", "iz").replace("ys", "yz")
    return american != word and frequency(american) > 0


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], dict[tuple[str, int], tuple[str, ...]]]:
    """The words that rules look for: all of them, and shelved by first letter and length."""
    words: set[str] = set(_COMMON)
    for file in sorted(PHRASES.iterdir()):
        if file.suffix in (".txt", ".tsv"):
            words.update(_listed(file.read_text(encoding="utf-8").splitlines()))
    shelves: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= 4:
            shelves[word[0], len(word)].append(word)
    return frozenset(words), {key: tuple(value) for key, value in shelves.items()}


def _listed(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        if line and line[0] != "#":
            for word in line.lower().replace("\t", " ").replace(",", " ").split():
                if word.isalpha() and word.isascii():
                    yield word


# Words on which the meaning of a reply turns, and which have no phrase list of their own.
_COMMON = frozenset(
    """
    about after again always another anything because been before being believe better between
    both bring could deal didn't does doing done each else even every everything exactly feel
    feeling feelings feels felt first from getting give going happen happened happening happens
    happy hard have having hear hearing heard help helped here hope imagine just keep kind know
    knowing last leave like little look looks made make makes making many matter maybe mean means
    might more most much must need needs never nothing often only other over part perhaps person
    please point probably quite really reason remember right same scared seem seems should since
    some someone something sometimes sorry sort sound sounds start started still such suggest
    support sure take tell than thank that their them then there these they thing things think
    thinking this those though thought through time tired together told toward tried trust trying
    under understand understood until upset used very wanted wanting wants what when where which
    while will wish with without wonder wondering words worried worry would wrong years your
    you're yourself happening overwhelmed frustrated anxious angry lonely afraid hurt exhausted
    anymore already around away because decide decided difficult easy end ended enough experience
    explain friend friends family mother father work working lot led leads describe share
    """.split()
)


_USUAL = 100  # times in the list of English words: rarer ones are hardly meant


def _swapped(word: str) -> str | None:
    """The commonest word that has two neighbouring letters of this one the other way round."""
    near = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    unmarked = sorted(one for one in near if one in _WHOLE and len(one) > 4)
    if unmarked:
        return unmarked[0]  # "sholudnt"
    best = max(near, key=lambda one: (frequency(one), one))
    return best if frequency(best) >= _USUAL else None


@lru_cache(maxsize=1 << 13)
def repaired(word: str, *, may_be_a_name: bool = False) -> str:
    """The word that a non-word was meant to be, or the word itself.

    Any English word with two letters swapped, unless it `may_be_a_name`; else a word of the rules
    with one slip in a short word, two in a long one. There the first letter is taken to be right,
    or swapped with the second.
    """
    size = len(word)
    if size < 4 or size > 16 or not (word.isascii() and word.isalpha()) or is_word(word):
        return word
    meant = None if may_be_a_name else _swapped(word)
    if meant is not None:
        return meant
    shelves = _vocabulary()[1]
    slips = 1 if size < 8 else 2
    near = [
        one
        for first in (word[0], word[1])
        for length in range(size - slips, size + slips + 1)
        for one in shelves.get((first, length), ())
        if first == word[0] or one[1] == word[0]
    ]
    # Of words equally near, the one that ends alike: "frightend" is "frightened".
    near.sort(key=lambda one: one[-1] != word[-1])
    found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
    return str(found[0]) if found else word
