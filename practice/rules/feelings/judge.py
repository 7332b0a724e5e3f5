"""Is a feeling that a reply names the client's, and is it about as strong?

The author's notes decide where there are any. Beside them, and alone where there are none, counts
what the statement itself says: feelings the client names, and situations that make some likely.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from practice.rules.base import DEFAULT, ClientFeeling, Config, Source, Span, Task
from practice.rules.feelings.finder import FeelingMention, find_feelings
from practice.rules.feelings.lexicon import Tone, families, lookup
from practice.rules.feelings.situations import SituationFound, find_situations
from practice.rules.feelings.weather import (
    has_light,
    has_shade,
    is_bleak,
    is_glad,
    is_short,
    is_wronged,
)
from practice.rules.reading.reply import read

Fit = Literal["stated", "implied", "plausible", "wrong", "unknown"]
StrengthFit = Literal["too_weak", "about", "too_strong", "unknown"]

_GRAVE = 3  # the strength of what happened: a death, a humiliation
_FAR_OFF = 2  # degrees of strength between "about" and "too strong"
_ALONGSIDE = frozenset(("hope", "love", "interest"))  # can be there beside any other feeling
# Fear, shame or loneliness can lie behind any hard story. These point at somebody or something, and
# are a guess until the client gives a sign of it.
_NEEDS_A_SIGN = frozenset("anger frustration jealousy disgust disappointment".split())
_VAGUE = frozenset(
    ("distress", "unease")
)  # "upset", "uncomfortable": near every unpleasant feeling


@dataclass(frozen=True, slots=True)
class ExpectedFeeling:
    """A feeling there was to hear: what it is, how strong, where the statement shows it.

    `families` has one family where it is sure, several where a situation makes each likely;
    `strength` is 0 where nothing tells how strong it is.
    """

    word: str
    families: tuple[str, ...]
    strength: int
    source: Source
    spans: tuple[Span, ...]
    by_author: bool

    @property
    def family(self) -> str:
        return self.families[0] if self.families else ""


def expected_feelings(task: Task, config: Config = DEFAULT) -> tuple[ExpectedFeeling, ...]:
    """What the client feels: by the author's notes, or else by the statement."""
    return _known(task.feelings, task.statement, config).expected


def judge_feeling(mention: FeelingMention, task: Task, config: Config = DEFAULT) -> Fit:
    """Whether the feeling a reply names is this client's."""
    known = _known(task.feelings, task.statement, config)
    if mention.negated:
        return _judge_denied(mention, known)
    family = mention.entry.family
    for source in ("stated", "implied"):
        if any(one.source == source and _same(mention, one) for one in known.noted):
            return source
    for one in known.stated:
        if family in one.families:
            return one.source
    if any(one.families for one in known.noted):
        if _near(family, known.told) or family in known.possible:
            return "plausible"
        return "unknown" if family in _ALONGSIDE else "wrong"
    if family in known.likeliest:
        return "implied"
    if family in known.possible or _near(family, known.told | known.likeliest):
        return "plausible"
    if family in _ALONGSIDE:
        return "unknown"
    return _by_tone(family, {_tone(one) for one in known.told | known.likeliest}, task.statement)


def _by_tone(family: str, tones: set[Tone | None], statement: str) -> Fit:
    """Where nothing names a feeling or a kin of it: what the tone of the whole leaves room for."""
    other = bool(tones) and _tone(family) not in tones
    unlikely: Fit = "wrong" if is_short(statement) else "unknown"  # a long story has many sides
    if _tone(family) == "pleasant":
        if (other and not has_light(statement)) or (not tones and is_bleak(statement)):
            return unlikely
        return "plausible" if has_light(statement) and not other else "unknown"
    if family == "anger" and is_wronged(statement):
        return "plausible"
    if other and not has_shade(statement):
        return unlikely
    return "unknown" if family in _NEEDS_A_SIGN or is_glad(statement) else "plausible"


def _judge_denied(mention: FeelingMention, known: _Known) -> Fit:
    """ "You are not happy" fits who is unhappy; "you are not angry" is wrong for who is angry."""
    family = mention.entry.family
    if any(one.family == family for one in known.expected):
        return "wrong"
    unpleasant = any(_tone(one.family) == "unpleasant" for one in known.expected)
    if _tone(family) == "pleasant" and unpleasant:
        return "plausible"
    return "unknown"


def judge_strength(mention: FeelingMention, task: Task, config: Config = DEFAULT) -> StrengthFit:
    """Whether the words are about as strong as the client's feeling."""
    known = _known(task.feelings, task.statement, config)
    family = mention.entry.family
    expected = known.noted or known.stated
    strengths = [one.strength for one in expected if _same(mention, one) and one.strength]
    if not strengths:
        near = [one for one in expected if one.strength and _near(family, set(one.families))]
        strengths = [one.strength for one in near]
    if not strengths:
        strengths = [
            one.strength for one in known.stated if family in one.families and one.strength
        ]
    if not strengths:
        return _against_situation(mention, task.statement)
    if mention.level - max(strengths) >= _FAR_OFF:
        return "too_strong"
    if min(strengths) - mention.level >= _FAR_OFF:
        return "too_weak"
    return "about"


def _against_situation(mention: FeelingMention, statement: str) -> StrengthFit:
    """By what happened alone only the far ends can be told: very small for something grave, or
    as loud as words go for something that is not."""
    slight = mention.level == 0 and _tone(mention.entry.family) == "unpleasant"
    if slight and not is_glad(statement):
        return "too_weak"  # "a bit bothered"
    if mention.level > _GRAVE:
        return "too_strong"  # "absolutely devastated"
    near = [
        one.situation.strength
        for one in _situations(statement)
        if _near(mention.entry.family, set(one.situation.families))
    ]
    if near and max(near) == _GRAVE and mention.level <= 1:
        return "too_weak"
    if near and max(near) < _GRAVE < mention.level:
        return "too_strong"
    return "unknown"


# What there is to hear --------------------------------------------------------------------


class _Known:
    """What is known of a client's feelings, and the families of it; found out when asked for."""

    def __init__(self, feelings: tuple[ClientFeeling, ...], statement: str, config: Config) -> None:
        self._statement = statement
        self._config = config
        self.noted = _noted(feelings, statement, config)  # by the author

    @cached_property
    def stated(self) -> tuple[ExpectedFeeling, ...]:
        return _stated(self._statement, self._config)

    @cached_property
    def implied(self) -> tuple[ExpectedFeeling, ...]:
        """By situations."""
        return _implied(self._statement)

    @cached_property
    def told(self) -> frozenset[str]:
        """The families of what is noted and stated."""
        return _families(self.noted + self.stated)

    @cached_property
    def likeliest(self) -> frozenset[str]:
        return frozenset(one.family for one in self.implied)

    @cached_property
    def possible(self) -> frozenset[str]:
        return _families(self.implied)

    @property
    def expected(self) -> tuple[ExpectedFeeling, ...]:
        return self.noted or self.stated + self.implied


@lru_cache(maxsize=256)
def _known(feelings: tuple[ClientFeeling, ...], statement: str, config: Config) -> _Known:
    return _Known(feelings, statement, config)


def _noted(
    feelings: tuple[ClientFeeling, ...], statement: str, config: Config
) -> tuple[ExpectedFeeling, ...]:
    found = []
    for one in feelings:
        entries = lookup(one.word, config)
        ids = tuple(dict.fromkeys(entry.family for entry in entries))
        at = statement.find(one.cue) if one.cue else -1
        spans = (Span(at, at + len(one.cue)),) if at >= 0 else ()
        found.append(ExpectedFeeling(one.word, ids, one.strength, one.source, spans, True))
    return tuple(found)


def _stated(statement: str, config: Config) -> tuple[ExpectedFeeling, ...]:
    """The feelings that the client names as their own, each family once."""
    found: dict[str, ExpectedFeeling] = {}
    for one in find_feelings(read(statement), "client", config):
        if one.owner != "client" or not one.felt or one.quoted:
            continue
        family = one.entry.family
        before = found.get(family)
        found[family] = ExpectedFeeling(
            word=before.word if before else one.text.lower(),
            families=(family,),
            strength=max(one.strength, before.strength if before else 0),
            source="implied" if one.entry.kind == "idiom" and not before else "stated",
            spans=(*(before.spans if before else ()), one.span),
            by_author=False,
        )
    return tuple(found.values())


@lru_cache(maxsize=256)
def _situations(statement: str) -> tuple[SituationFound, ...]:
    return find_situations(read(statement))


def _implied(statement: str) -> tuple[ExpectedFeeling, ...]:
    """The feelings that situations in the statement make likely, the likeliest families first."""
    found: dict[tuple[str, ...], ExpectedFeeling] = {}
    for one in _situations(statement):
        ids = one.situation.families
        before = found.get(ids)
        found[ids] = ExpectedFeeling(
            word=families()[ids[0]].name,
            families=ids,
            strength=0,
            source="implied",
            spans=(*(before.spans if before else ()), one.span),
            by_author=False,
        )
    return tuple(found.values())


def needs_a_sign(family: str) -> bool:
    """Whether a feeling of this family is a guess until the client gives a sign of it."""
    return family in _NEEDS_A_SIGN or _tone(family) == "pleasant"


def _same(mention: FeelingMention, expected: ExpectedFeeling) -> bool:
    if expected.families:
        return mention.entry.family in expected.families
    return mention.text.lower() == expected.word.lower()


def _near(family: str, others: Set[str]) -> bool:
    if family in _VAGUE and any(_tone(one) == "unpleasant" for one in others):
        return True
    return not families()[family].kin.isdisjoint(others) or family in others


def _families(expected: Iterable[ExpectedFeeling]) -> frozenset[str]:
    return frozenset(family for one in expected for family in one.families)


def _tone(family: str) -> Tone | None:
    return families()[family].tone if family else None
