"""Names a feeling: a word or an image for one, and neither a pile of them nor a mere opening."""

from __future__ import annotations

from practice.rules.base import Span
from practice.rules.criteria.case import GIVES, Case, Finding, joined, quoted
from practice.rules.criteria.images import image_in
from practice.rules.criteria.main_points import is_keyword_list, is_stem_alone, whole
from practice.rules.criteria.own_words import runs_of

PILE = 4  # different feelings: nobody feels so many in one breath
_BESIDE = 3  # words of content beside a feeling: a list of the story, and no outcry
_COPY = 0.8  # of the words behind the opening
_SENTENCES = 12  # words: fewer are a phrase of theirs, kept on purpose
_SHARE = 0.45  # of the words: the rest is hardly a sentence


def judge(case: Case) -> Finding:
    named = [one for one in case.feelings if one.clients]
    if is_pile(case):
        return Finding(
            "not_yet",
            0.2,
            f"{joined([quoted(one.mention.text) for one in named[:3]])} and more: too many for "
            f"{case.name} to find the right one.",
            "Choose the one that weighs most, and say what it is about.",
            fault="feeling_salad",
            reply_spans=tuple(one.span for one in named),
        )
    if is_keyword_list(case) and _words_beside(case) >= _BESIDE:
        return _keywords(case)
    copied = _turned(case)
    if named and copied is not None:
        return copied
    if named:
        words = joined(list(dict.fromkeys(quoted(one.mention.text) for one in named)))
        return Finding(
            "met",
            1.0,
            f"You named it: {words}.",
            reply_spans=tuple(one.span for one in named),
        )
    if is_keyword_list(case):
        return _keywords(case)
    if copied is not None:
        return copied
    others = [one for one in case.feelings if one.helpers]
    if others:
        return Finding(
            "not_yet",
            0.2,
            f"{quoted(others[0].mention.text)} is your own feeling; {case.name}’s has no name yet.",
            f"Which feeling do you hear in {case.name}?",
            fault="helpers_own_feeling",
            reply_spans=tuple(one.span for one in others),
        )
    if is_stem_alone(case):
        return Finding(
            "not_yet",
            0.0,
            f"{case.said(whole(case))} opens the door, and no feeling comes through.",
            "After “you feel”, put one word for it.",
            fault="stem_without_content",
            reply_spans=(whole(case),),
        )
    image = image_held(case)
    if image is not None:
        return Finding(
            "partly",
            0.7,
            f"{case.said(image)} holds it in an image; the feeling itself has no word yet.",
            "One word for the feeling would make it surer.",
            reply_spans=(image,),
        )
    cues = tuple(one for one in case.task.cues)
    return Finding(
        "not_yet",
        0.0,
        f"There is no word yet for what {case.name} feels.",
        "Put yourself in that chair for a moment: what would be the word?",
        fault="no_feeling",
        statement_spans=cues[:2],
    )


def image_held(case: Case) -> Span | None:
    """The image that stands for the feeling."""
    if case.reflecting < GIVES:
        return None
    return image_in(case.reply)


def _keywords(case: Case) -> Finding:
    return Finding(
        "not_yet",
        0.0,
        f"These are words from {case.name}’s story; a sentence would carry them.",
        "Put one feeling into it: “It sounds like you feel…”.",
        fault="keyword_list",
        reply_spans=(whole(case),),
    )


def _words_beside(case: Case) -> int:
    """How many words of content there are beside the feelings."""
    felt = {at for one in case.feelings for at in range(one.span.start, one.span.end)}
    return sum(one.tells and one.start not in felt for one in case.content.words.tokens)


def _turned(case: Case) -> Finding | None:
    """The client's own sentences with "I" turned into "you": they named the feeling themselves."""
    words = len(case.content.words.tokens) - case.content.stem
    if case.content.echo < _COPY or words < _SENTENCES:
        return None
    here, there = runs_of(case)
    return Finding(
        "not_yet",
        0.3,
        f"These are {case.name}’s own sentences, turned from “I” to “you”; any feeling in them was "
        "named before you spoke.",
        "Say it in a few words of your own: which feeling do you hear, and about what?",
        fault="echo",
        reply_spans=here,
        statement_spans=there,
    )


def is_pile(case: Case) -> bool:
    """Many feelings of different kinds, with hardly anything between them."""
    named = [one for one in case.feelings if one.clients]
    kinds = {one.mention.entry.family for one in named}
    words = {one.mention.text.lower() for one in named}
    if len(words) >= PILE + 1 and len(kinds) >= 3:
        return True
    return len(words) >= PILE and len(words) >= _SHARE * len(
        [one for one in case.content.words.tokens if one.weight]
    )
