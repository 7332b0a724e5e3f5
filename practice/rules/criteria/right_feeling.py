"""The right feeling: stated or implied by this client, plausible, or wrong."""

from __future__ import annotations

from practice.rules.base import Span
from practice.rules.criteria.case import Case, Finding, quoted
from practice.rules.criteria.feelings_named import Named
from practice.rules.criteria.names_feeling import image_held, is_pile
from practice.rules.feelings.judge import needs_a_sign
from practice.rules.feelings.lexicon import families

# With an author's notes: akin to a noted feeling, and another thing to say of somebody.
_AT_SOMEBODY = frozenset({"anger", "guilt", "jealousy", "disgust"})


def judge(case: Case) -> Finding:
    named = [one for one in case.feelings if one.clients]
    if not named and image_held(case) is not None:
        return Finding("not_judged", 0.0, "An image leaves open which feeling it is.")
    if not named:
        return Finding("not_yet", 0.0, "There is no feeling yet that could fit.", _hint(case))
    right = [one for one in named if one.right]
    wrong = [one for one in named if one.fit == "wrong"]
    near = [one for one in named if one.fit in ("plausible", "unknown")]
    if near and not right and not wrong and not case.feelings_noted:
        return _plausible(case, near)
    if is_pile(case):
        return Finding(
            "partly",
            0.3,
            "One of so many is bound to fit.",
            "Choose one.",
            reply_spans=tuple(one.span for one in named),
        )
    if right and not wrong:
        return Finding(
            "met",
            1.0 if not near else 0.95,
            _fits(case, right[0]),
            reply_spans=tuple(one.span for one in right),
            statement_spans=tuple(dict.fromkeys(one.cue for one in right if one.cue)),
        )
    if right:
        return Finding(
            "partly",
            0.5,
            f"{_fits(case, right[0])} {quoted(wrong[0].mention.text)} is a guess without a sign.",
            f"Keep {quoted(right[0].mention.text)}, and let the other go.",
            reply_spans=tuple(one.span for one in (*right, *wrong)),
            statement_spans=tuple(dict.fromkeys(one.cue for one in right if one.cue)),
        )
    accuses = all(one.mention.entry.family in _AT_SOMEBODY for one in near)
    if near and not wrong and not accuses:
        kin = _akin(case, near[0])
        return Finding(
            "partly",
            0.7,
            f"{quoted(near[0].mention.text)} is near {kin}, and not quite it."
            if kin
            else f"{quoted(near[0].mention.text)} is possible, though {case.name} gives no clear "
            "sign of it.",
            f"What would be {case.name}’s own word?" if kin else _hint(case),
            reply_spans=tuple(one.span for one in near),
            statement_spans=case.task.cues[:1],
        )
    if (
        near
        and wrong
        and not any(needs_a_sign(one.mention.entry.family) for one in (*near, *wrong))
    ):
        return Finding(
            "partly",
            0.5,
            f"{quoted(near[0].mention.text)} is possible; {quoted(wrong[0].mention.text)} is a "
            "guess without a sign.",
            f"Keep {quoted(near[0].mention.text)}, and let the other go.",
            reply_spans=tuple(one.span for one in (*near, *wrong)),
        )
    return Finding(
        "not_yet",
        0.0 if not near else 0.2,
        f"{quoted((wrong or near)[0].mention.text)} does not fit what {case.name} says.",
        _hint(case),
        fault="wrong_feeling",
        reply_spans=tuple(one.span for one in wrong or near),
        statement_spans=case.task.cues[:2],
    )


def _plausible(case: Case, near: list[Named]) -> Finding:
    """Without an author's notes a feeling that is near what was said is taken for a right one."""
    likely = [one for one in near if one.fit == "plausible"]
    spans = tuple(one.span for one in near)
    if not likely:
        return Finding(
            "partly",
            0.4,
            f"{quoted(near[0].mention.text)} may be there, though nothing said points to it.",
            _hint(case),
            reply_spans=spans,
            statement_spans=_cue(near[0]),
        )
    first = likely[0]
    guessed = [
        one for one in near if one.fit == "unknown" and needs_a_sign(one.mention.entry.family)
    ]
    if guessed:
        return Finding(
            "partly",
            0.5,
            f"{quoted(first.mention.text)} fits what was said; {quoted(guessed[0].mention.text)} "
            "is a guess.",
            f"Keep {quoted(first.mention.text)}, and let the other go.",
            reply_spans=spans,
        )
    says = "fits what was said" if first.cue else "may well be there"
    return Finding(
        "met",
        0.9,
        f"{quoted(first.mention.text)} {says}.",
        reply_spans=spans,
        statement_spans=_cue(first),
    )


def _cue(one: Named) -> tuple[Span, ...]:
    return (one.cue,) if one.cue else ()


def _fits(case: Case, one: Named) -> str:
    word = quoted(one.mention.text)
    if one.cue is None:
        return f"{word} fits {case.name}."
    cue = case.client_said(one.cue)
    if one.fit == "stated" and case.used(one.span):
        return f"{word} is what {case.name} says: {cue}."
    if one.fit == "stated":
        return f"{word} is close to what {case.name} says: {cue}."
    return f"{case.name} never says {word}; {cue} does."


def _akin(case: Case, one: Named) -> str:
    """What the client says in so many words that this feeling is kin to, quoted."""
    kin = families()[one.mention.entry.family].kin
    for said in case.task.expected:
        if said.source == "stated" and said.spans and not kin.isdisjoint(said.families):
            return case.client_said(said.spans[0])
    return ""


def _hint(case: Case) -> str:
    if case.task.cues:
        return f"Listen once more to {case.client_said(case.task.cues[0])}: what is in it?"
    return "Read it once more with the voice in mind: what is in it?"
