"""What a supervisor has before them: one point for each criterion, and words on phrases.

Filled from a stored review, or from what was just sent, so that nothing typed is lost when
something does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from practice.display.wording import VERDICTS, VerdictWords
from practice.models import Dispute
from practice.queries import Desk, Looked
from practice.services import Remark, Said
from practice.services.reviews import stamp

ORDER = ("not_yet", "partly", "not_judged", "met")
NEAREST = {"not_yet": "partly", "partly": "met", "met": "partly", "not_judged": "met"}
GIVEN = ("met", "partly", "not_yet")  # what a supervisor can say
NOT_THERE = "These words are not in the reply: “{}”. Copy them as they stand there."


@dataclass(slots=True)
class Point:
    """One criterion: what the rules found, and what the supervisor says."""

    criterion: str
    label: str
    found: str
    why_found: str
    dispute: Dispute | None
    say: str = ""  # "", "agree" or "overrule"
    to: str = ""
    why: str = ""
    comment: str = ""
    problem: str = ""

    @property
    def rules(self) -> VerdictWords:
        """The rules' verdict in words."""
        return VERDICTS[self.found]

    @property
    def judged(self) -> bool:
        """Whether the rules said anything."""
        return self.found != "not_judged"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What it can be overruled to, as value and word."""
        return [(one, VERDICTS[one].label) for one in GIVEN if one != self.found]

    @property
    def apart(self) -> bool:
        """Whether it waits folded: met, and nothing was said about it."""
        said = self.say or self.comment or self.problem or self.dispute
        return self.found == "met" and not said


@dataclass(slots=True)
class Phrase:
    """Words on some words of the reply. Start and end are there when they were marked there."""

    words: str = ""
    text: str = ""
    start: str = ""
    end: str = ""


@dataclass(slots=True)
class Sheet:
    """All of it."""

    points: list[Point]
    phrases: list[Phrase] = field(default_factory=list)
    overall: str = ""
    private_note: str = ""
    problem: str = ""
    stamp: str = ""  # of the review that the page was made from
    is_sent: bool = False  # so there may be words on it that are kept nowhere

    @property
    def first(self) -> list[Point]:
        """What needs a look."""
        return [point for point in self.points if not point.apart]

    @property
    def rest(self) -> list[Point]:
        """What is met, and folded."""
        return [point for point in self.points if point.apart]

    def said(self) -> list[Said]:
        """What the supervisor says, as services want it."""
        return [
            Said(
                one.criterion,
                one.to if one.say == "overrule" else one.found,
                one.why if one.say == "overrule" else "",
            )
            for one in self.points
            if one.say
        ]

    def remarks(self, reply: str) -> list[Remark]:
        """The comments. What is on words that are not in the reply is a problem, and left out."""
        remarks = [
            Remark(one.comment, criterion=one.criterion)
            for one in self.points
            if one.comment.strip()
        ]
        for phrase in self.phrases:
            if not phrase.text.strip():
                continue
            place = _place(phrase, reply)
            if phrase.words.strip() and place is None:
                self.problem = NOT_THERE.format(phrase.words)
                continue
            start, end = place or (None, None)
            remarks.append(Remark(phrase.text, start=start, end=end))
        return remarks

    def tell(self, problems: Mapping[str, str]) -> None:
        """Put each problem where it belongs."""
        by_criterion = {point.criterion: point for point in self.points}
        for criterion, says in problems.items():
            if criterion in by_criterion:
                by_criterion[criterion].problem = says
            else:
                self.problem = says


def sheet_of(desk: Desk) -> Sheet:
    """As it was kept; empty where nothing was."""
    sheet = Sheet(_points(desk), stamp=stamp(desk.review))
    for point, looked in zip(sheet.points, _in_order(desk), strict=True):
        if (one := looked.judgement) and one.said:
            point.say = "overrule" if one.overrules else "agree"
            point.why = one.reason
            point.to = one.verdict if one.overrules else point.to
        point.comment = "\n\n".join(one.text for one in looked.comments)
    for remark in desk.remarks:
        marked = remark.start is not None and remark.end is not None
        words = desk.attempt.reply[remark.start : remark.end] if marked else ""
        places = (str(remark.start), str(remark.end)) if marked else ("", "")
        sheet.phrases.append(Phrase(words, remark.text, *places))
    sheet.phrases.append(Phrase())
    if desk.review:
        sheet.overall, sheet.private_note = desk.review.overall, desk.review.private_note
    return sheet


def sheet_from(desk: Desk, sent: QueryDict) -> Sheet:
    """As it was sent."""
    points = _points(desk)
    for one in points:
        say, to = sent.get(f"say-{one.criterion}", ""), sent.get(f"to-{one.criterion}", "")
        one.why = _lines(sent.get(f"why-{one.criterion}", ""))
        one.comment = _lines(sent.get(f"note-{one.criterion}", ""))
        if say == "overrule" and to in GIVEN and to != one.found:
            one.say, one.to = say, to
        elif say in ("agree", "overrule") and one.judged:
            one.say = "agree"
    phrases = [
        Phrase(words, _lines(text), start, end)
        for words, text, start, end in zip(
            sent.getlist("phrase"),
            sent.getlist("phrase-text"),
            sent.getlist("phrase-start"),
            sent.getlist("phrase-end"),
            strict=False,
        )
        if words or text
    ]
    return Sheet(
        points,
        [*phrases, Phrase()],
        _lines(sent.get("overall", "")),
        _lines(sent.get("private_note", "")),
        stamp=sent.get("stamp", ""),
        is_sent=True,
    )


def _in_order(desk: Desk) -> list[Looked]:
    """Disputed ones first, then by what needs attention."""
    return sorted(
        desk.criteria, key=lambda one: (one.dispute is None, ORDER.index(one.rules_verdict))
    )


def _points(desk: Desk) -> list[Point]:
    return [
        Point(
            criterion=one.criterion,
            label=one.label,
            found=one.rules_verdict,
            why_found=one.found["reason"] if one.found else "",
            dispute=one.dispute,
            to=NEAREST[one.rules_verdict],
        )
        for one in _in_order(desk)
    ]


def _place(phrase: Phrase, reply: str) -> tuple[int, int] | None:
    """Where the words stand: where they were marked, or else where they are found first."""
    words = phrase.words.split()
    if not words:
        return None
    if phrase.start.isdecimal() and phrase.end.isdecimal():
        start, end = int(phrase.start[:9]), int(phrase.end[:9])
        if reply[start:end].split() == words:
            return start, end
    found = re.search(r"\s+".join(re.escape(word) for word in words), reply)
    return found.span() if found else None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
