"""About as strong: a word as loud as the client, and no louder."""

from __future__ import annotations

from practice.rules.criteria.case import Case, Finding, quoted
from practice.rules.criteria.feelings_named import Named
from practice.rules.feelings.lexicon import families

_FAR = 2  # degrees of strength


def judge(case: Case) -> Finding:
    named = _compared(case)
    far = None if named else far_off(case)
    if far is not None:
        return _out_of_scale(case, *far)
    if not named:
        return Finding(
            "not_judged", 0.0, "Without a fitting feeling there is no strength to compare."
        )
    loudest = max(one.mention.level for one in case.feelings if one.clients)
    off = [
        one
        for one in named
        if one.strength == "too_strong"
        # "Ashamed, and a bit stuck": the louder word beside it carries the strength
        or (one.strength == "too_weak" and one.mention.level == loudest)
    ]
    if not off:
        first = named[0]
        return Finding(
            "met",
            1.0,
            f"{quoted(first.mention.text)} is about as strong as {case.name} says it.",
            reply_spans=(first.span,),
            statement_spans=(first.cue,) if first.cue else (),
        )
    worst = off[0]
    return _off(case, worst, strong=worst.strength == "too_strong", some=len(off) < len(named))


def _off(case: Case, worst: Named, *, strong: bool, some: bool) -> Finding:
    against = f" than {case.client_said(worst.cue)}" if worst.cue else f" than {case.name} says it"
    return Finding(
        "partly" if some else "not_yet",
        0.5 if some else 0.0,
        f"{quoted(worst.mention.text)} is {'louder' if strong else 'smaller'}{against}.",
        f"A quieter word would sound more like {case.name}."
        if strong
        else f"A bigger word would sound more like {case.name}.",
        fault="too_strong" if strong else "too_weak",
        reply_spans=(worst.span,),
        statement_spans=(worst.cue,) if worst.cue else (),
    )


def _out_of_scale(case: Case, one: Named, strong: bool) -> Finding:
    return Finding(
        "not_yet",
        0.0,
        f"{quoted(one.mention.text)} is far {'louder' if strong else 'smaller'} than anything "
        f"{case.name} says.",
        f"A {'quieter' if strong else 'bigger'} word would sound more like {case.name}.",
        fault="too_strong" if strong else "too_weak",
        reply_spans=(one.span,),
    )


def _compared(case: Case) -> list[Named]:
    """The feelings whose strength can be told: those that fit, or else those that might."""
    given = [one for one in case.feelings if one.clients and one.strength != "unknown"]
    compared = [one for one in given if one.right]
    return compared or [one for one in given if one.fit == "plausible"]


def far_off(case: Case) -> tuple[Named, bool] | None:
    """A feeling of no kin to the client's can still be far too loud, or far too small, for them.

    (the feeling, whether it is too loud)
    """
    given = [one for one in case.feelings if one.clients]
    if not given:
        return None
    loudest = max(given, key=lambda one: one.mention.level)
    tone = families()[loudest.mention.entry.family].tone
    said = [
        one.strength
        for one in case.task.expected
        if one.strength
        and (one.by_author or (one.source == "stated" and families()[one.family].tone == tone))
    ]
    if not said:
        return None
    if loudest.mention.level - max(said) >= _FAR:
        return loudest, True
    if min(said) - loudest.mention.level >= _FAR:
        return loudest, False
    return None
