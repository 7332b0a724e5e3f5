"""The rule laboratory: cases are settled, changes proposed, and what breaks no case accepted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from practice import scoring
from practice.laboratory import cases as laboratory
from practice.laboratory import changes as config_changes
from practice.laboratory.cases import Case, Checked
from practice.laboratory.readings import reading
from practice.models import ConfigProposal, LabelledCase, ScorerConfig, User
from practice.services.scorer_configs import config_in_force

TRIES = 3  # at accepting, while others accept something too
NOTHING_NEW = "This changes nothing: the rules read like this already."
NEEDS_REASON = "Please say in a sentence why: it stays with the version."
CHANGED_SINCE = "Somebody changed this proposal while you were looking at it. Look again."
BUSY = "Others are accepting changes at this moment. Nothing was changed; please try again."


class NotAcceptedError(ValueError):
    """A proposal is not accepted as it is. `broken` are the agreed cases that it would break."""

    def __init__(self, says: str, broken: Sequence[Checked] = ()) -> None:
        super().__init__(says)
        self.broken = tuple(broken)


def settle_case(
    *,
    case: Case,
    by: User,
    verdict: str,
    state: str,
    reason: str = "",
    missed_rule: str = "",
) -> LabelledCase:
    """Say what a reader should have found; settled again, it is replaced."""
    what: dict[str, Any] = {
        "rules_verdict": case.rules_verdict,
        "scorer_version": case.scorer_version,
        "verdict": verdict,
        "state": state,
        "reason": reason.strip(),
        "missed_rule": missed_rule,
        "settled_by": by,
        "settled_at": timezone.now(),
    }
    LabelledCase(attempt_id=case.attempt, criterion=case.criterion, **what).clean_fields()
    settled, _ = LabelledCase.objects.update_or_create(
        attempt_id=case.attempt, criterion=case.criterion, defaults=what
    )
    return settled


def reopen_case(*, case: Case) -> None:
    """Take back what was settled: the case is again what reviews and disputes make of it."""
    LabelledCase.objects.filter(attempt=case.attempt, criterion=case.criterion).delete()


# Proposals --------------------------------------------------------------------------------


def change_of(proposal: ConfigProposal) -> scoring.Config:
    """What a proposal changes."""
    return scoring.config_from_json(proposal.changes)


def proposed_config(proposal: ConfigProposal) -> scoring.Config:
    """The config in force with a proposal's changes."""
    return config_changes.applied(config_in_force(), change_of(proposal))


def stamp(proposal: ConfigProposal) -> str:
    """What a page was made from: another stamp means that the proposal was changed since."""
    return scoring.fingerprint(change_of(proposal))


def propose(
    *, by: User, change: scoring.Config, proposal: ConfigProposal | None = None, why: str = ""
) -> ConfigProposal:
    """Keep a change as a proposal, a new one or in place of what one said before."""
    proposal = proposal or ConfigProposal(author=by, why=why.strip())
    proposal.changes = scoring.config_to_json(change)
    proposal.updated_at = timezone.now()
    proposal.clean_fields()
    proposal.save()
    return proposal


def propose_return(*, version: ScorerConfig | None, by: User) -> ConfigProposal:
    """Propose to go back to an earlier version; to the rules as they come where it is None."""
    then = scoring.config_from_json(version.config) if version else scoring.DEFAULT
    change = config_changes.between(config_in_force(), scoring.usable(then))
    where = f"version {version.number}" if version else "the rules as they come"
    return propose(by=by, change=change, why=f"Back to {where}.")


def drop(*, proposal: ConfigProposal) -> None:
    """Let a proposal go."""
    proposal.delete()


def accept(*, proposal: ConfigProposal, by: User, reason: str, made_from: str) -> ScorerConfig:
    """Make a proposal the next version, in force from now on. Raises NotAcceptedError.

    It is held against every agreed case and against the version in force at this moment. Two
    people accepting at once take turns by the number of the version, which stands once: the
    second is checked anew on top of the first. Cases settled meanwhile are checked last.
    """
    if not reason.strip():
        raise NotAcceptedError(NEEDS_REASON)
    for _ in range(TRIES):
        number = _latest_number() + 1
        today = config_in_force()
        then = config_changes.applied(today, change_of(proposal))
        if then == today:
            raise NotAcceptedError(NOTHING_NEW)
        if wrong := scoring.problems(then):
            raise NotAcceptedError(wrong[0].message)
        checked = _refuse_broken(today, then, ())
        try:
            with transaction.atomic():
                locked = ConfigProposal.objects.select_for_update().filter(pk=proposal.pk).first()
                if locked is None or stamp(locked) != made_from:
                    raise NotAcceptedError(CHANGED_SINCE)
                made = ScorerConfig.objects.create(
                    number=number,
                    config=scoring.config_to_json(then),
                    fingerprint=scoring.fingerprint(then),
                    author=by,
                    reason=reason.strip(),
                )
                _refuse_broken(today, then, checked)
                locked.delete()
        except IntegrityError:
            continue
        return made
    raise NotAcceptedError(BUSY)


def _latest_number() -> int:
    return ScorerConfig.objects.order_by("-number").values_list("number", flat=True).first() or 0


def _refuse_broken(
    today: scoring.Config, then: scoring.Config, checked: Sequence[Checked]
) -> Sequence[Checked]:
    """Check the agreed cases that are not among `checked` yet. Raises NotAcceptedError."""
    known = {(*one.case.key, one.case.verdict) for one in checked}
    fresh = [one for one in laboratory.cases() if (*one.key, one.verdict) not in known]
    with reading(today, then) as (now, later):
        found = laboratory.check(fresh, today=now, then=later)
    if broken := found.broken:
        number = "An agreed case" if len(broken) == 1 else f"{len(broken)} agreed cases"
        raise NotAcceptedError(f"Not accepted: {number.lower()} would break.", broken)
    return found.checked
