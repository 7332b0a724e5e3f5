"""Names a feeling: a word or an image for one, and neither a pile of them nor a mere opening."""

from __future__ import annotations

from practice.rules.criteria.case import Case, Finding, joined, quoted
from practice.rules.criteria.main_points import is_keyword_list, is_stem_alone, whole

PILE = 4  # different feelings: nobody feels so many in one breath
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
    if named:
        words = joined(list(dict.fromkeys(quoted(one.mention.text) for one in named)))
        return Finding(
            "met",
            1.0,
            f"You named it: {words}.",
            reply_spans=tuple(one.span for one in named),
        )
    if is_keyword_list(case):
        return Finding(
            "not_yet",
            0.0,
            f"These are words from {case.name}’s story; a sentence would carry them.",
            "Put one feeling into it: “It sounds like you feel…”.",
            fault="keyword_list",
            reply_spans=(whole(case),),
        )
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
    cues = tuple(one for one in case.task.cues)
    return Finding(
        "not_yet",
        0.0,
        f"There is no word yet for what {case.name} feels.",
        "Put yourself in that chair for a moment: what would be the word?",
        fault="no_feeling",
        statement_spans=cues[:2],
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
