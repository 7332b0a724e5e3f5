"""The vocabulary of the scorer: what is given to it, what it finds and what it hands back.

Every class is a frozen dataclass and every id is stable: an id that was published once is
never given another meaning, because saved scorecards name it for years.
No Django here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Strategy = Literal[
    "paraphrase", "open_question", "reflect_emotions", "show_understanding", "full_attention"
]
Technique = Literal[
    "open_question",
    "closed_question",
    "reflection",
    "encourager",
    "advice",
    "information",
    "support",
    "disclosure",
    "confrontation",
    "other",
]
Roadblock = Literal[  # after Gordon's twelve (Parent Effectiveness Training, 1970), see roadblocks
    "ordering",
    "warning",
    "moralising",
    "advising",
    "arguing",
    "judging",
    "praising",
    "labelling",
    "analysing",
    "reassuring",
    "sympathising",
    "probing",
    "distracting",
    "minimising",
    "claiming",
    "taking_over",
]
Fault = Literal[  # what a slip shows; roadblocks are faults too
    "echo",
    "copied_statement",
    "copied_model",
    "stem_without_content",
    "keyword_list",
    "feeling_salad",
    "same_formula",
    "main_point_missing",
    "off_topic",
    "invented_detail",
    "too_long",
    "about_someone_else",
    "too_certain",
    "no_question",
    "closed_question",
    "fact_question",
    "several_questions",
    "leading_question",
    "blaming_why",
    "advice_in_question",
    "question_instead",
    "no_feeling",
    "wrong_feeling",
    "too_strong",
    "too_weak",
    "helpers_own_feeling",
    "thought_as_feeling",
    "feeling_untied",
    "yes_but",
]
Verdict = Literal["met", "partly", "not_yet", "not_judged"]
Source = Literal["stated", "implied"]

SCHEMA = 1  # of a scorecard written as JSON; older scorecards stay readable as they are


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a text as typed: code points from `start` up to, not including, `end`."""

    start: int
    end: int


# What the author of a scenario gives ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClientFeeling:
    """One feeling of the client, by the scenario's author.

    `word` is a feeling of the lexicon, `strength` 1 (mild) to 3 (strong), `cue` the words of
    the statement that state or imply it (may be empty).
    """

    word: str
    strength: int
    source: Source
    cue: str = ""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing the client wants heard: the point, other wordings, where the statement says it."""

    text: str
    wordings: tuple[str, ...] = ()
    quote: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What the trainee was asked to do. Only the first two are needed; all text is as typed."""

    strategy: Strategy
    statement: str
    context: str = ""
    client_name: str = ""
    feelings: tuple[ClientFeeling, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    models: tuple[str, ...] = ()


# What is found ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Move:
    """One listening move: its kind, the words of the reply that show it, the rule that found it.

    `answers` are the words of the statement that it takes up, where there are any;
    `roadblock` is the id of the roadblock it is, where it is one.
    """

    kind: Technique
    span: Span
    rule: str
    answers: Span | None = None
    roadblock: Roadblock | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """Which moves a reply makes. `technique` is the move that the reply as a whole makes."""

    technique: Technique
    moves: tuple[Move, ...]
    english: bool
    scorer_version: str


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion of a strategy, judged.

    `weight` and `earned` are points of the sum (earned 0 to weight); a criterion `not_judged`
    leaves the sum. `reason` says why, in one plain sentence; `suggestion` what to try, empty
    when met. The spans mark the words that show it, in the reply and in the statement.
    """

    criterion: str
    verdict: Verdict
    weight: int
    earned: float
    reason: str
    suggestion: str = ""
    fault: Fault | Roadblock | None = None
    rules: tuple[str, ...] = ()
    reply_spans: tuple[Span, ...] = ()
    statement_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Cap:
    """Why a score cannot be higher than `limit` (0 to 100)."""

    id: str
    limit: int
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """One of the two sentences that a learner reads first: what worked, or what to change next."""

    text: str
    why: str = ""
    criterion: str = ""
    roadblock: bool = False
    reply_spans: tuple[Span, ...] = ()
    statement_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class BetterVersion:
    """One small edit of the trainee's own reply, scored again by the same rules.

    `removed` are spans of the reply as typed, `added` spans of `after`.
    """

    edit: str
    says: str
    after: str
    score: int
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How well a reply did what was asked, with all its evidence.

    `score` is 0 to 100 and `depth` 1 to 5; both are None when the scorecard abstains, and then
    `abstained` is the id of the reason. Open questions have no depth.
    """

    schema: int
    scorer_version: str
    strategy: Strategy
    technique: Technique
    score: int | None
    depth: int | None
    depth_reason: str
    abstained: str | None
    abstained_reason: str
    criteria: tuple[CriterionResult, ...]
    caps: tuple[Cap, ...]
    faults: tuple[str, ...]
    worked: Note | None
    change_next: Note | None
    better: BetterVersion | None
    moves: tuple[Move, ...]


# What may be configured -------------------------------------------------------------------

WORDS, FEELINGS = (
    "words.",
    "feelings.",
)  # how the ids of lists of single words, and of feelings, begin
PhrasesKey = tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]


@dataclass(frozen=True)
class Config:
    """What a site changes in the scorer: phrases of lists, by the list's id, and weights.

    `added` and `removed` name lists of `lists.LISTS`, `weights` name criteria
    ("paraphrase.main_points") and points of rules and cues ("advising.lets:advice"). Patterns stay
    code. It can be hashed and is never changed; an empty one is the scorer as shipped.
    """

    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    removed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)
    phrases_key: PhrasesKey = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keep = object.__setattr__
        for name in ("added", "removed"):
            given = {key: tuple(got) for key, got in sorted(getattr(self, name).items()) if got}
            keep(self, name, MappingProxyType(given))
        keep(self, "weights", MappingProxyType(dict(sorted(self.weights.items()))))
        keep(self, "phrases_key", (tuple(self.added.items()), tuple(self.removed.items())))
        keep(self, "_hash", hash((self.phrases_key, tuple(self.weights.items()))))

    def __hash__(self) -> int:
        return self._hash

    def changed(self, name: str, shipped: Iterable[str]) -> list[str]:
        """The phrases of a list, with what was taken from it and added to it."""
        gone = self.removed.get(name, ())
        return [*(one for one in shipped if one not in gone), *self.added.get(name, ())]

    def touches(self, prefix: str) -> bool:
        """Whether any list whose id begins so was changed."""
        return any(name.startswith(prefix) for name in (*self.added, *self.removed))


DEFAULT = Config()
