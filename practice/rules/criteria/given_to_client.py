"""Gives it to the client: "you feel", and not "I feel sad for you"."""

from __future__ import annotations

from practice.rules.criteria.case import Case, Finding, quoted


def judge(case: Case) -> Finding:
    given = [one for one in case.feelings if one.clients]
    own = [one for one in case.feelings if one.helpers]
    others = [one for one in case.feelings if one.mention.owner == "other" and one.mention.felt]
    if given and not own:
        return Finding(
            "met",
            1.0,
            f"{quoted(given[0].mention.text)} stays {case.name}’s.",
            reply_spans=(given[0].span,),
        )
    if own:
        return Finding(
            "partly" if given else "not_yet",
            0.4 if given else 0.0,
            f"{quoted(own[0].mention.text)} is how you feel, and {case.name} may begin to look "
            "after you.",
            "“You” in place of “I” gives the feeling back.",
            fault="helpers_own_feeling",
            reply_spans=tuple(one.span for one in own),
        )
    if others:
        return Finding(
            "not_yet",
            0.0,
            f"{quoted(others[0].mention.text)} is somebody else’s feeling.",
            f"What does it stir in {case.name}?",
            fault="about_someone_else",
            reply_spans=tuple(one.span for one in others),
        )
    return Finding("not_judged", 0.0, "There is no feeling to give yet.")
