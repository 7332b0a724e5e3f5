"""Findings drawn into text: spans of a reply or a statement become <mark> elements.

Pure rendering. Text comes in as typed and is escaped here, once and late; offsets are code
points of the text as typed, so nothing may change the text before this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Kind = Literal["worked", "try", "block"]

SIGNS: Mapping[Kind, str] = {"worked": "tick", "try": "caret", "block": "bar"}
SPOKEN: Mapping[Kind, str] = {"worked": "worked", "try": "change next", "block": "roadblock"}

PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
LAST_WORD = re.compile(r"\S+\Z")
CLOSING = frozenset(".,;:!?…)’”'\"")
SENTENCE_END = frozenset(".!?…\n")
GIVES_BACK = frozenset(("reflection", "open_question", "encourager", "support"))
GAP = 16  # code points that may stand between two words of one mark
EXCERPT_MARGIN = 48  # code points kept on either side of a change


@dataclass(frozen=True, slots=True)
class Mark:
    """The words from `start` up to `end` show the finding called `letter`."""

    start: int
    end: int
    kind: Kind
    letter: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One of the two sentences read first, with the letter that pairs it to its words."""

    kind: Kind
    letter: str
    text: str
    why: str
    criterion: str
    marked: bool

    @property
    def sign(self) -> str:
        """The icon that stands beside the letter."""
        return SIGNS[self.kind]


@dataclass(frozen=True, slots=True)
class Findings:
    """What worked and what to change, with their marks in the reply and in the statement."""

    worked: Finding | None
    change_next: Finding | None
    reply: tuple[Mark, ...]
    statement: tuple[Mark, ...]


def findings_of(scorecard: Mapping[str, Any]) -> Findings:
    """Letter the two notes of a stored scorecard and collect the words that show them."""
    letters = iter("ab")
    found: dict[str, Finding] = {}
    reply: list[Mark] = []
    statement: list[Mark] = []
    for name in ("worked", "change_next"):
        note = scorecard.get(name)
        if not note:
            continue
        kind: Kind = "worked" if name == "worked" else "block" if note["roadblock"] else "try"
        letter = next(letters)
        reply += [Mark(start, end, kind, letter) for start, end in note["reply_spans"]]
        statement += [Mark(start, end, kind, letter) for start, end in note["statement_spans"]]
        found[name] = Finding(
            kind=kind,
            letter=letter,
            text=note["text"],
            why=note["why"],
            criterion=note["criterion"],
            marked=bool(note["reply_spans"] or note["statement_spans"]),
        )
    return Findings(found.get("worked"), found.get("change_next"), tuple(reply), tuple(statement))


def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """The text with its marks, as one run. Overlapping marks nest; a span has one letter."""
    return _between(text, 0, len(text), _tidy(text, marks))


def marked_paragraphs(text: str, marks: Iterable[Mark]) -> list[SafeString]:
    """The same, one run for each paragraph; a mark across a break is drawn in both."""
    tidy = _tidy(text, marks)
    return [_between(text, start, end, tidy) for start, end in _paragraphs(text)]


def changed(
    before: str, removed: Iterable[Sequence[int]], after: str, added: Iterable[Sequence[int]]
) -> tuple[SafeString, SafeString]:
    """The two sides of an edit, cut to the words around it: removed as <del>, added as <ins>."""
    return _edit(before, removed, "del"), _edit(after, added, "ins")


def with_changes(
    text: str, spans: Iterable[Sequence[int]], tag: Literal["del", "ins"]
) -> SafeString:
    """The whole text, with what went or came drawn in."""
    runs: list[SafeString] = []
    at = 0
    for start, end in sorted((int(span[0]), int(span[1])) for span in spans):
        runs.append(format_html("{}", text[at:start]))
        runs.append(format_html(f"<{tag}>{{}}</{tag}>", text[max(at, start) : end]))
        at = max(at, end)
    runs.append(format_html("{}", text[at:]))
    return _join(runs)


def moves_marked(text: str, moves: Iterable[Mapping[str, Any]]) -> SafeString:
    """A text with each of its moves marked and named behind it; of moves in moves, the outer."""
    runs: list[SafeString] = []
    at = 0
    spans: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    for move in moves:
        spans.setdefault((move["start"], move["end"]), []).append(move)
    for (start, end), here in sorted(spans.items(), key=lambda one: (one[0][0], -one[0][1])):
        if start < at:
            continue
        while end < len(text) and text[end] in CLOSING:
            end += 1
        gives_back = any(move["kind"] in GIVES_BACK for move in here)
        kind = "block" if any(m["roadblock"] for m in here) else "worked" if gives_back else "try"
        names = ", ".join((m["roadblock"] or m["kind"]).replace("_", " ") for m in here)
        runs.append(format_html("{}", text[at:start]))
        marked_words = '<mark class="{}">{}</mark> <span class="move-name">{}</span>'
        runs.append(format_html(marked_words, kind, text[start:end], names))
        at = end
    runs.append(format_html("{}", text[at:]))
    return _join(runs)


def underlined(text: str, spans: Iterable[Sequence[int]]) -> SafeString:
    """The text with these words marked as what to change; no letter, since nothing is paired."""
    marks = (Mark(int(span[0]), int(span[1]), "try", "") for span in spans)
    edges = _tidy(text, marks)
    runs: list[SafeString] = []
    at = 0
    for mark in edges:
        runs.append(format_html("{}", text[at : mark.start]))
        runs.append(
            format_html('<mark class="try">{}</mark>', text[max(at, mark.start) : mark.end])
        )
        at = max(at, mark.end)
    runs.append(format_html("{}", text[at:]))
    return _join(runs)


def quoted(text: str, spans: Iterable[Sequence[int]]) -> list[str]:
    """The words at these spans, as plain text (templates escape it)."""
    words = (text[max(0, start) : end].strip() for start, end in spans)
    return [word for word in words if word]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds = []
    start = 0
    for gap in PARAGRAPH_BREAK.finditer(text):
        bounds.append((start, gap.start()))
        start = gap.end()
    bounds.append((start, len(text)))
    return [(s, e) for s, e in bounds if text[s:e].strip()]


def _tidy(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Drop what is not there, trim spaces, and let a mark take the stop or comma behind it."""
    tidy = []
    for mark in marks:
        start, end = max(0, mark.start), min(len(text), mark.end)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start >= end:
            continue
        while end < len(text) and text[end] in CLOSING:
            end += 1
        tidy.append(Mark(start, end, mark.kind, mark.letter))
    return _joined(text, sorted(set(tidy), key=lambda m: (m.start, -m.end, m.letter)))


def _joined(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Words that show one finding and stand close together are one mark, with one letter."""
    joined: list[Mark] = []
    for mark in marks:
        last = next((one for one in reversed(joined) if one.letter == mark.letter), None)
        if last is None or not _close(text, last, mark, marks):
            joined.append(mark)
            continue
        at = joined.index(last)
        joined[at] = replace(last, end=max(last.end, mark.end))
    return joined


def _close(text: str, one: Mark, next_one: Mark, marks: Sequence[Mark]) -> bool:
    """Whether only a few words stand between two marks, and nothing that ends or marks them off."""
    between = text[one.end : next_one.start]
    if len(between) > GAP or any(sign in SENTENCE_END for sign in between):
        return False
    if one.end and text[one.end - 1] in SENTENCE_END and one.end < next_one.start:
        return False
    return not any(
        other.letter != one.letter
        and other.start < next_one.start
        and other.end > one.end
        and not (other.start <= one.start and other.end >= next_one.end)
        for other in marks
    )


def _between(text: str, start: int, end: int, marks: Sequence[Mark]) -> SafeString:
    """The part of the text from start to end, cut wherever a mark begins or ends."""
    cuts = {start, end}
    for mark in marks:
        cuts |= {cut for cut in (mark.start, mark.end) if start < cut < end}
    edges = sorted(cuts)
    runs = []
    for left, right in pairwise(edges):
        active = [m for m in marks if m.start <= left and right <= m.end]
        ending = [m for m in active if m.end == right]
        runs.append(_run(text[left:right], active, ending))
    return _join(runs)


def _run(piece: str, active: Sequence[Mark], ending: Sequence[Mark]) -> SafeString:
    html = _with_pins(piece, ending) if ending else format_html("{}", piece)
    for mark in reversed(active):
        html = format_html('<mark class="{}">{}</mark>', mark.kind, html)
    return html


def _with_pins(piece: str, ending: Sequence[Mark]) -> SafeString:
    """Keep the letters on one line with the last word, never alone at the start of the next."""
    last = LAST_WORD.search(piece)
    cut = last.start() if last else len(piece)
    pins = _join([_pin(mark) for mark in ending])
    return format_html('{}<span class="nb">{}{}</span>', piece[:cut], piece[cut:], pins)


def _pin(mark: Mark) -> SafeString:
    return format_html(
        '<span class="pin pin-{kind}">'
        '<svg class="icon" aria-hidden="true"><use href="#i-{sign}"/></svg>'
        '<span class="visually-hidden">{spoken}, note </span>{letter}</span>',
        kind=mark.kind,
        sign=SIGNS[mark.kind],
        spoken=SPOKEN[mark.kind],
        letter=mark.letter,
    )


def _edit(text: str, spans: Iterable[Sequence[int]], tag: Literal["del", "ins"]) -> SafeString:
    clean = sorted((max(0, s), min(len(text), e)) for s, e in spans)
    clean = [(s, e) for s, e in clean if s < e]
    if not clean:
        return format_html("{}", text)
    start = _word_edge(text, clean[0][0] - EXCERPT_MARGIN, forward=False)
    end = _word_edge(text, clean[-1][1] + EXCERPT_MARGIN, forward=True)
    runs = [format_html("{}", "…" if start else "")]
    at = start
    for s, e in clean:
        runs.append(format_html("{}", text[at : max(at, s)]))
        runs.append(format_html(f"<{tag}>{{}}</{tag}>", text[max(at, s) : e]))
        at = max(at, e)
    runs.append(format_html("{}{}", text[at:end], "…" if end < len(text) else ""))
    return _join(runs)


def _word_edge(text: str, at: int, *, forward: bool) -> int:
    """The nearest place not inside a word; the whole text where little would be left out."""
    margin = EXCERPT_MARGIN // 2
    if at <= margin and not forward:
        return 0
    if at >= len(text) - margin and forward:
        return len(text)
    while 0 < at < len(text) and not text[at - 1 if not forward else at].isspace():
        at += 1 if forward else -1
    return at


def _join(runs: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((run,) for run in runs))
