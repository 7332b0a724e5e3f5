"""What templates need to draw pages: icons, portraits, times, marks. No queries here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join, linebreaks, urlize
from django.utils.safestring import SafeString

from practice.display import marks
from practice.display.changes import Changes
from practice.display.wording import (
    CRITERIA,
    DEPTHS,
    DIFFICULTIES,
    RUBRICS,
    VERDICTS,
    calendar_day,
    number_word,
    relative_day,
)
from practice.measuring.conversations import CodedTurn, Summary

register = template.Library()

# Which pages belong to an entry of the main navigation, beside its own.
SECTIONS: Mapping[str, frozenset[str]] = {
    "choose": frozenset({"practise", "attempt", "report_scenario"}),
    "history": frozenset({"reviews_back"}),
    "progress": frozenset(),
    "home": frozenset(),
    "cohorts": frozenset(
        {
            "cohort",
            "cohort_new",
            "cohort_edit",
            "cohort_roster",
            "cohort_import",
            "cohort_take_out",
            "assignment",
            "assignment_new",
            "agreement",
            "transcripts",
            "transcript",
        }
    ),
    "queue": frozenset(
        {"review", "rate_blind", "alike_groups", "look_alikes", "comments", "comment"}
    ),
}
TINTS = ("sand", "rose", "sage", "sea")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign from the sprite in base.html; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', name
    )


@register.simple_tag
def room() -> SafeString:
    """How much a form may hold, for the page to say so before anything is sent."""
    return format_html(
        'data-room="{}" data-room-files="{}"',
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        settings.LARGEST_REQUEST,
    )


@register.simple_tag(takes_context=True)
def nav_link(context: Context, name: str, label: str) -> SafeString:
    """One entry of the main navigation, marked when the page shown is it or belongs to it."""
    match = getattr(context.get("request"), "resolver_match", None)
    here = match.url_name if match else None
    current = ""
    if here == name:
        current = SafeString(' aria-current="page"')
    elif here in SECTIONS[name]:
        current = SafeString(' aria-current="true"')
    return format_html('<a href="{}"{}>{}</a>', reverse(name), current, label)


@register.simple_tag
def portrait(name: str, small: bool = False) -> SafeString:
    """The client's initial on a tint of their own: the same name, the same tint."""
    tint = TINTS[sum(map(ord, name)) % len(TINTS)]
    return format_html(
        '<svg class="portrait portrait-{}{}" viewBox="2 2 40 40" aria-hidden="true">'
        '<path class="blob" d="M22 2.5c10.5-.8 19.6 7 20 18.2.4 11.6-8 21-19.4 21.2C11 42.1 2.2 '
        '33.6 2 22.4 1.8 11.6 10.8 3.4 22 2.5Z"/><text x="22" y="29">{}</text></svg>',
        tint,
        " portrait-small" if small else "",
        name[:1].upper(),
    )


@register.simple_tag
def when(moment: datetime) -> SafeString:
    """A relative day with the exact time as its title, in the reader's own time zone."""
    local = timezone.localtime(moment)
    exact = f"{local.day} {local:%B %Y, %H:%M}"
    said = relative_day(local, timezone.localtime())
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', local.isoformat(timespec="minutes"), exact, said
    )


@register.filter(expects_localtime=True)
def day(moment: date) -> str:
    """A day as one writes it: "3 March", with the year where that is another one."""
    return calendar_day(moment, timezone.localdate())


@register.simple_tag
def reply_marked(text: str, found: marks.Findings) -> SafeString:
    """A trainee's reply with its findings marked."""
    return marks.marked(text, found.reply)


@register.simple_tag
def statement_marked(text: str, found: marks.Findings | None = None) -> SafeString:
    """What the client says, in quotation marks, a <p> for each paragraph, findings marked."""
    runs = marks.marked_paragraphs(text, found.statement if found else ())
    last = len(runs) - 1
    return format_html_join(
        "\n",
        "<p>{}{}{}</p>",
        (("“" if i == 0 else "", run, "”" if i == last else "") for i, run in enumerate(runs)),
    )


@register.simple_tag
def spans_marked(text: str, spans: Iterable[Sequence[int]]) -> SafeString:
    """Words of a reply marked as what to change, without a letter."""
    return marks.underlined(text, spans)


@register.simple_tag
def bar(percent: int) -> str:
    """How long the bar of a share is, of 120."""
    return f"{1.2 * percent:.1f}"


@register.simple_tag
def gone(text: str, changes: Changes) -> SafeString:
    """The earlier try, with what went from it."""
    return marks.with_changes(text, changes.removed, "del")


@register.simple_tag
def come(text: str, changes: Changes) -> SafeString:
    """The later try, with what came into it."""
    return marks.with_changes(text, changes.added, "ins")


@register.simple_tag
def quoted(text: str, spans: Iterable[Sequence[int]]) -> list[str]:
    """The words at these spans."""
    return marks.quoted(text, spans)


@register.filter
def strategy_label(strategy: str) -> str:
    """What a strategy is called on screen."""
    return RUBRICS[strategy].label


@register.filter
def main_label(strategy: str) -> str:
    """What the criterion is called that a strategy is for."""
    return RUBRICS[strategy].main.label


@register.filter
def verdict_label(verdict: str) -> str:
    """What a verdict is called on screen."""
    return VERDICTS[verdict].label


@register.filter
def verdict_sign(verdict: str) -> str:
    """The icon of a verdict."""
    return VERDICTS[verdict].sign


@register.filter
def verdict_css(verdict: str) -> str:
    """The class that colours a verdict."""
    return VERDICTS[verdict].css


@register.filter
def share(part: float) -> str:
    """A share as one reads it: 0.834 is "83 %"."""
    return f"{100 * part:.0f}\N{NO-BREAK SPACE}%"


@register.filter
def spaced(name: str) -> str:
    """An id as words: "open_question" is "open question"."""
    return name.replace("_", " ")


@register.filter
def criterion_label(criterion: str) -> str:
    """What a criterion is called on screen; its id where it is one no more."""
    return CRITERIA[criterion].label if criterion in CRITERIA else spaced(criterion)


@register.filter
def number_of(counts: Mapping[str, int], name: str) -> int:
    """How many there are of something; none is 0."""
    return counts.get(name, 0)


@register.filter
def kinds(summary: Summary) -> list[tuple[str, str]]:
    """The kinds of moves that a conversation has, the most frequent first: id and words."""
    names = {*summary.moves, *summary.techniques}
    ordered = sorted(names, key=lambda one: (-summary.moves.get(one, 0), one))
    return [(one, spaced(one).capitalize()) for one in ordered]


@register.simple_tag
def moves_marked(turn: CodedTurn) -> SafeString:
    """A helper's turn with its moves marked."""
    return marks.moves_marked(turn.text, turn.moves)


@register.filter
def in_words(number: int, none: str = "no") -> str:
    """A number as one writes it in a sentence: "two". Of something, 0 is `none`: "none of two"."""
    return number_word(number, none)


@register.filter
def difficulty_label(difficulty: int) -> str:
    """What a difficulty is called on screen."""
    return DIFFICULTIES[difficulty]


@register.filter
def depth_label(depth: int) -> str:
    """What a step of the depth ladder is called on screen."""
    return DEPTHS[depth].label


@register.filter
def points(number: float) -> str:
    """A number of points without a needless fraction: 12, 7.5."""
    return f"{number:.1f}".removesuffix(".0")


@register.filter
def linked(text: str) -> SafeString:
    """Paragraphs, with addresses as links; help lines are all reached by https."""
    secure = urlize(text, autoescape=True).replace('href="http://', 'href="https://')
    return SafeString(linebreaks(SafeString(secure)))


@register.filter
def count(sized: Sequence[Any], noun: str) -> str:
    """ "1 reply", "3 replies": the noun is given as "reply,replies"."""
    one, many = noun.split(",")
    number = sized if isinstance(sized, int) else len(sized)
    return f"{number} {one if number == 1 else many}"
