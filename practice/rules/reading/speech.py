"""Speech that was written down: notes of the transcriber, restarts, words that only fill.

People who speak begin anew ("did you, did you call?") and fill ("it was, you know, late"). None of
it changes what is said, so rules do not read it; every other word keeps its place in the text.
"""

from __future__ import annotations

_Token = tuple[str, int, int]
# What a transcriber adds: "[laughs]", "<pause>", "(inaudible)", "*sighs*", "Therapist:" in front.
_NOTED = (
    r"laugh\w*|chuckl\w*|sigh\w*|cough\w*|cries|crying|sob\w*|sniff\w*|nod\w*|smil\w*|pause\w*"
    r"|long pause|short pause|silence|inaudible|unintelligible|unclear|indistinct|crosstalk"
    r"|cross-talk|overlapp\w*|over-?talk\w*|clears throat|throat clear\w*|whisper\w*|tearful\w*|xx+"
)
NOTE = (
    r"\[[^\[\]\n]{0,60}\]|<[a-z_ /]{0,40}>"
    rf"|\((?:{_NOTED})(?: [\d:.]{{1,12}})?\)|\*(?:{_NOTED})\*"
    r"|(?<![^\n])\s*(?:therapist|counsell?or|clinician|interviewer|helper|coach|th?|c|int)\s?\d?:(?=\s)"
    r"|\bxxx+\b"
)
_PAUSES = frozenset((",", "—"))
_MARKS = frozenset('.,?!;:—"')
_LONGEST = 4  # words of a beginning that is said again
# Small words that are only said twice by somebody who begins anew; "tired, tired" is meant.
_SMALL = frozenset(
    "i you he she it we they that this there a an the my your his her our their is are was were"
    " am do does did have has had can could would will should may might what how when where why"
    " who which if to of in on at for with from by and so or because not like just".split()
)
_OPENS = frozenset("so and but well okay or because then yeah right oh mhm now".split())
# "…, you know, …": a filler where pauses stand on both sides of it.
_FILLING = frozenset((("you", "know"), ("i", "mean"), ("like",)))
_FILLS = frozenset(words[-1] for words in _FILLING)


def fluent(tokens: list[_Token]) -> list[_Token]:
    """The tokens without beginnings that are said again and without words that only fill."""
    out: list[_Token] = []
    last = second = third = ""  # what was said last, before that, and before that
    for at, token in enumerate(tokens):
        says = token[0]
        if says in _PAUSES:
            filled = _filled(out) if last in _FILLS and at + 1 < len(tokens) else 0
            if filled and tokens[at + 1][0] not in _MARKS:
                del out[-filled:]
                if len(out) > 1 and out[-1][0] in _PAUSES and out[-2][0] in _SMALL:
                    out.pop()  # "it was, like, late": no pause is left
                if not out or out[-1][0] in _MARKS or out[-1][0] in _SMALL:
                    last, second, third = _ends(out)
                    continue
            again = _again(out, tokens, at + 1)
            if again:
                del out[-again:]
                last, second, third = _ends(out)
                continue
        elif says in (second, third) and says in _SMALL and last not in _MARKS:
            again = _at_once(out, tokens, at)
            if again:
                del out[-again:]
                last, second, third = _ends(out)
        out.append(token)
        last, second, third = says, last, second
    return out


def _ends(out: list[_Token]) -> tuple[str, str, str]:
    """The last three words, the last one first."""
    ends = [*[one[0] for one in reversed(out[-3:])], "", "", ""]
    return ends[0], ends[1], ends[2]


def _filled(out: list[_Token]) -> int:
    """How many words of a filler end here, with a pause or nothing but an opener before them."""
    for size in (2, 1):
        if len(out) < size or tuple([one[0] for one in out[-size:]]) not in _FILLING:
            continue
        if len(out) == size or out[-size - 1][0] in _MARKS:
            return size
    return 0


def _again(out: list[_Token], tokens: list[_Token], at: int) -> int:
    """How many words before a pause are said again after it."""
    if at >= len(tokens):
        return 0
    first = tokens[at][0]
    for size in range(1, min(_LONGEST, len(out), len(tokens) - at) + 1):
        if out[-size][0] != first:
            continue
        words = [one[0] for one in tokens[at : at + size]]
        if words == [one[0] for one in out[-size:]] and _MARKS.isdisjoint(words):
            return size if size > 1 or first in _SMALL else 0
    return 0


def _at_once(out: list[_Token], tokens: list[_Token], at: int) -> int:
    """The same without a pause, where the reply or a clause begins: "do you do you drink"."""
    says = tokens[at][0]
    for size in (2, 3):
        if len(out) < size or out[-size][0] != says:
            continue
        words = [one[0] for one in out[-size:]]
        before = out[-size - 1][0] if len(out) > size else "."
        if words == [one[0] for one in tokens[at : at + size]] and (
            _MARKS.isdisjoint(words) and (before in _MARKS or before in _OPENS)
        ):
            return size
    return 0
