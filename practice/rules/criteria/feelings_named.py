"""The feelings that a reply names, each held against this client."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from practice.rules.base import Span
from practice.rules.feelings.finder import FeelingMention
from practice.rules.feelings.judge import Fit, StrengthFit, needs_a_sign

RIGHT = frozenset({"stated", "implied"})


@dataclass(frozen=True, slots=True)
class Named:
    """A feeling that the reply names: whether this client has it, how strongly, and from what."""

    mention: FeelingMention
    fit: Fit
    strength: StrengthFit
    cue: Span | None

    @property
    def span(self) -> Span:
        return self.mention.span

    @property
    def clients(self) -> bool:
        """Given to the client, as something felt now."""
        return self.mention.owner == "client" and self.mention.felt and not self.mention.quoted

    @property
    def helpers(self) -> bool:
        """The helper's own, felt or only supposed ("I'd be furious")."""
        return (
            self.mention.owner == "helper" and not self.mention.negated and not self.mention.quoted
        )

    @property
    def right(self) -> bool:
        return self.fit in RIGHT


def fitting(named: Iterable[Named]) -> bool:
    """Whether a feeling that fits this client was given to the client."""
    return any(one.clients and one.right for one in named)


def likely(named: Iterable[Named]) -> bool:
    """Whether a feeling that this client may well have was given to the client."""
    return any(one.clients and one.fit in RIGHT | {"plausible"} for one in named)


def is_guess(named: Iterable[Named]) -> bool:
    """Whether of the feelings given to the client each would need a sign, and none has one."""
    given = [one for one in named if one.clients]
    return bool(given) and all(
        one.fit == "unknown" and needs_a_sign(one.mention.entry.family) for one in given
    )


def has_image(named: Iterable[Named]) -> bool:
    """Whether a feeling is held in an image ("walking on eggshells") that is not a wrong one."""
    return any(
        one.clients and one.mention.entry.kind == "idiom" and one.fit != "wrong" for one in named
    )
