"""From a reply and a task to a scorecard, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from practice.rules.base import (
    SCHEMA,
    BetterVersion,
    Config,
    Note,
    Observation,
    Scorecard,
    Span,
    Task,
)
from practice.rules.content.compare import Prepared, compare, prepare
from practice.rules.content.stem import stem_words
from practice.rules.criteria.case import Case
from practice.rules.criteria.feelings_fit import fits_of
from practice.rules.criteria.grounding import weights
from practice.rules.criteria.takes_back import yes_but
from practice.rules.feelings.thoughts import thoughts_as_feelings
from practice.rules.observe import reflecting
from practice.rules.reading.question_marks import with_question_marks
from practice.rules.reading.reply import read
from practice.rules.rubric.abstain import Abstained, abstains
from practice.rules.rubric.better import edits, stands
from practice.rules.rubric.coaching import change_next, worked
from practice.rules.rubric.depth import depth
from practice.rules.rubric.judging import Judged, gives_back, judge
from practice.rules.rubric.rubrics import Rubric, rubric_for

Observe = Callable[[str, str], Observation]

_GAIN = 3  # points: less is not worth a learner's look


def scorecard(
    text: str, task: Task, earlier: Sequence[str], config: Config, observe: Observe
) -> Scorecard:
    """Judge one reply to one task."""
    rubric = rubric_for(task.strategy)
    typed, text = text, with_question_marks(text)
    observation, prepared = observe(text, task.statement), prepare(task, config)
    silent = abstains(read(text), observation, prepared)
    if silent is not None:
        return _within(_abstained(observation, task, silent), len(typed))
    case = case_of(text, prepared, earlier, observation)
    judged = judge(case, rubric, config)
    card = _judged(case, rubric, judged, _better(case, rubric, judged, observe))
    return card if text == typed else _within(card, len(typed))


def _judged(case: Case, rubric: Rubric, judged: Judged, better: BetterVersion | None) -> Scorecard:
    observation = case.observation
    step, reason = (
        depth(
            case,
            judged.findings,
            gives_back=gives_back(case, judged.findings, rubric),
            takes_back=yes_but(case),
        )
        if rubric.has_depth
        else (None, "")
    )
    return Scorecard(
        schema=SCHEMA,
        scorer_version=observation.scorer_version,
        strategy=rubric.strategy,
        technique=observation.technique,
        score=judged.score,
        depth=step,
        depth_reason=reason,
        abstained=None,
        abstained_reason="",
        criteria=judged.criteria,
        caps=judged.caps,
        faults=judged.faults,
        worked=worked(case, rubric, judged),
        change_next=change_next(case, rubric, judged),
        better=better,
        moves=observation.moves,
    )


def _within(card: Scorecard, length: int) -> Scorecard:
    """The scorecard with its spans inside the text as typed, without the mark put behind it."""

    def cut(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(min(one.start, length), min(one.end, length)) for one in spans)

    def note(one: Note | None) -> Note | None:
        return one and replace(one, reply_spans=cut(one.reply_spans))

    return replace(
        card,
        criteria=tuple(replace(one, reply_spans=cut(one.reply_spans)) for one in card.criteria),
        worked=note(card.worked),
        change_next=note(card.change_next),
        better=card.better and replace(card.better, removed=cut(card.better.removed)),
        moves=tuple(replace(one, span=cut((one.span,))[0]) for one in card.moves),
    )


def case_of(text: str, task: Prepared, earlier: Sequence[str], observation: Observation) -> Case:
    """Everything the judges look at."""
    reply = read(text)
    feelings = fits_of(reply, task)
    content = compare(reply, task, stem_words(reply))
    taken, new = weights(content, feelings, noted=task.noted)
    return Case(
        reply=reply,
        observation=observation,
        task=task,
        content=content,
        feelings=feelings,
        thoughts=thoughts_as_feelings(reply, [one.mention for one in feelings]),
        earlier=tuple(read(one) for one in earlier),
        taken=taken,
        new=new,
        reflecting=reflecting(text, task.task.statement, task.config),
    )


def _better(case: Case, rubric: Rubric, judged: Judged, observe: Observe) -> BetterVersion | None:
    """The edit that raises the score most, scored by the same rules; None where none does."""
    best: BetterVersion | None = None
    if judged.score > 100 - _GAIN:
        return None
    for edit in edits(case, rubric, judged):
        observation = observe(edit.after, case.task.task.statement)
        if any(one.roadblock for one in observation.moves):
            continue  # what still gets in the way is no example
        changed = case_of(edit.after, case.task, (), observation)
        if abstains(changed.reply, observation, changed.task) is not None:
            continue
        new = judge(changed, rubric, case.task.config)
        if new.score < judged.score + _GAIN or not stands(changed, rubric, new):
            continue
        if best is None or new.score > best.score:
            best = BetterVersion(
                edit.id, edit.says, edit.after, new.score, edit.removed, edit.added
            )
    return best


def _abstained(observation: Observation, task: Task, silent: Abstained) -> Scorecard:
    return Scorecard(
        schema=SCHEMA,
        scorer_version=observation.scorer_version,
        strategy=task.strategy,
        technique=observation.technique,
        score=None,
        depth=None,
        depth_reason="",
        abstained=silent.id,
        abstained_reason=silent.reason,
        criteria=(),
        caps=(),
        faults=(),
        worked=None,
        change_next=None,
        better=None,
        moves=observation.moves,
    )
