"""What a scenario lacks, or does that its author may not have meant. Said before publishing.

Errors block publishing, warnings ask for a reason. No Django here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from practice import scoring
from practice.authoring import files as scenario_files
from practice.authoring.content import FAULTS, label_of, task_of
from practice.authoring.located_json import Path
from practice.authoring.privacy import full_names, numbers_and_addresses
from practice.rules.content.compare import Prepared, compare, prepare
from practice.rules.content.words import tokens
from practice.rules.feelings import find_feelings, lookup
from practice.rules.reading.reply import read

Level = Literal["error", "warning"]

MODEL_AT_LEAST = 85
MODEL_PUBLISHED_FROM = 70  # below, no reason makes it a model
SLIP_AT_MOST = 50
SLIP_PUBLISHED_TO = 70
SHORTEST, LONGEST = 20, 160  # words of a statement
GIVEN_BACK = 0.6  # of a wording, and a reply counts as giving the point back
FEWEST_OTHERS = 5  # clients, before anything can be said of replies to them
MOST_OTHERS = 100  # are looked at, spread over all of them: it takes the same in a large bank
MATCHES_MANY, MATCHES_MOST = 0.2, 0.4  # of the replies to other clients
SHINGLE = 4  # words in a row that two statements share
TOO_CLOSE, THE_SAME = 0.25, 0.7  # of the shorter one's rows of words
HINT_SHARE = 0.6  # of a point's weight that a hint gives away

# What the pages say is looked at. The tests go through these one by one.
BLOCKS: tuple[str, ...] = (
    "Anything that a scenario cannot be without: name, age, context, what the client says, a key "
    "point with a main one among them, two models, two slips.",
    "Words “of the statement” that do not stand in it exactly.",
    "A feeling that the rules do not know, or that the statement neither states nor implies.",
    f"A model that scores below {MODEL_PUBLISHED_FROM}, or a slip above {SLIP_PUBLISHED_TO}.",
    f"A wording that more than {MATCHES_MOST:.0%} of the replies to other clients match.",
    "What another client says already, in nearly the same words.",
    "Telephone and other long numbers, e-mail, web and street addresses.",
)
ASKS: tuple[str, ...] = (
    f"A model that scores {MODEL_PUBLISHED_FROM} to {MODEL_AT_LEAST - 1}, or a slip "
    f"{SLIP_AT_MOST + 1} to {SLIP_PUBLISHED_TO}.",
    "A model in which the rules find what gets in the way, such as advice or pity.",
    "A slip in which the rules do not find what you say goes wrong.",
    "A feeling called stated that the statement has no word for, or one that stands there twice.",
    f"A wording that more than {MATCHES_MANY:.0%} of the replies to other clients match, or that "
    "nobody’s words could match.",
    "A statement that shares much of another client’s, and one that is very short or very long.",
    "A hint that names the feeling or gives a key point away.",
    "A first name and a surname together.",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, or to have a reason for. `path` is the field it is about."""

    level: Level
    path: Path
    text: str

    @property
    def label(self) -> str:
        """The field, as the form calls it."""
        return label_of(self.path)

    @property
    def anchor(self) -> str:
        """The field's id on the page that edits it."""
        return anchor_of(self.path)


def anchor_of(path: Path) -> str:
    """The id of a field, or of its row, on the page that edits it."""
    return "field-" + "-".join(str(step) for step in path[:2])


def lint(
    content: Mapping[str, Any],
    others: Iterable[Mapping[str, Any]] = (),
    config: scoring.Config = scoring.DEFAULT,
) -> tuple[Finding, ...]:
    """Everything there is to say about a scenario, errors first; `others` are published.

    Models and slips are scored with `config`, as a reply to the scenario would be.
    """
    beside = tuple(others)
    found = [
        *_shape(content),
        *_length(content),
        *_feelings(content),
        *_wordings(content, beside),
        *_hint(content),
        *_people(content),
        *_examples(content, config),
        *_likeness(content, beside),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.level))


def _error(path: Path, text: str) -> Finding:
    return Finding("error", path, text)


def _warning(path: Path, text: str) -> Finding:
    return Finding("warning", path, text)


# What a file must have --------------------------------------------------------------------

_SAID_BETTER: Mapping[tuple[str, str], str] = {
    ("key_points", "entries"): "There is no key point yet: what must a good reply give back?",
    ("key_points", "one of them"): "Tick one key point as a main one: the one or two that a reply "
    "cannot leave out.",
    ("models", "entries"): "Two model replies are needed, so that trainees see there is no single "
    "answer.",
    ("slips", "entries"): "Two typical slips are needed: they show what the scenario is there to "
    "unlearn.",
    ("feelings", "a client"): "No feeling is named yet, and reflecting feelings is what is "
    "practised here.",
    ("statement", "empty"): "The client has said nothing yet.",
}


_PARTS_SAID_BETTER: Mapping[str, str] = {
    "age": "An age in whole years, 1 to 120, is missing.",
    "name": "The client has no name yet.",
    "context": "One line of context is missing.",
    "fault": "Choose what goes wrong in it.",
}


def _shape(content: Mapping[str, Any]) -> Iterator[Finding]:
    found = [*scenario_files.check(content)]
    for path, says in found:
        if _said_with_what_is_found(content, path):
            continue
        if path[-1] in _PARTS_SAID_BETTER and "at most" not in says:
            yield _error(path, _PARTS_SAID_BETTER[str(path[-1])])
            continue
        better = next(
            (
                text
                for (name, part), text in _SAID_BETTER.items()
                if path == (name,) and part in says
            ),
            None,
        )
        yield _error(path, better or f"This {says}.")
    if found and found[0][0] != ("key_points",):
        # The check of what fits together waits until each field is right; these need not.
        yield from _quotes(content)
        if content["key_points"] and not any(point["main"] for point in content["key_points"]):
            yield _error(("key_points",), _SAID_BETTER["key_points", "one of them"])
        if content["strategy"] == "reflect_emotions" and not content["feelings"]:
            yield _error(("feelings",), _SAID_BETTER["feelings", "a client"])


def _said_with_what_is_found(content: Mapping[str, Any], path: Path) -> bool:
    """Whether a slip's fault is missing and the rules read the slip: then that says more."""
    match path:
        case ("slips", int() as row, "fault"):
            return bool(content["statement"] and content["slips"][row]["reply"])
        case _:
            return False


def _quotes(content: Mapping[str, Any]) -> Iterator[Finding]:
    for name, part in (("feelings", "cue"), ("key_points", "quote")):
        for i, row in enumerate(content[name]):
            if row[part] not in content["statement"]:
                yield _error((name, i, part), "This must be exact words of the statement.")


def _length(content: Mapping[str, Any]) -> Iterator[Finding]:
    words = len(content["statement"].split())
    if 0 < words < SHORTEST:
        yield _warning(
            ("statement",), f"{words} words give little to listen to; {SHORTEST} or more are usual."
        )
    elif words > LONGEST:
        yield _warning(("statement",), f"{words} words are long for one reply; cut, or split it.")


# Feelings ---------------------------------------------------------------------------------


def _feelings(content: Mapping[str, Any]) -> Iterator[Finding]:
    named = {one.entry.family for one in find_feelings(read(content["statement"]), "client")}
    words = [feeling["word"].lower() for feeling in content["feelings"]]
    for i, feeling in enumerate(content["feelings"]):
        word = feeling["word"]
        if not word:
            continue
        if word.lower() in words[:i]:
            yield _warning(("feelings", i), f"“{word}” stands here twice.")
        entries = lookup(word)
        if not entries:
            yield _error(
                ("feelings", i),
                f"“{word}” is none of the feeling words that the rules know, so nobody who names "
                "it would be heard. Choose one from the list.",
            )
            continue
        said = any(entry.family in named for entry in entries)
        if feeling["source"] == "stated" and not said:
            yield _warning(
                ("feelings", i),
                f"“{word}” is marked as stated, and the statement has no word for it. Is it "
                "implied?",
            )
        if not feeling["cue"] and not said:
            yield _error(
                ("feelings", i),
                f"Nothing says where “{word}” is heard: the statement has no word for it. Give "
                "the words that imply it, or take it out.",
            )


# Key points and the hint ------------------------------------------------------------------


def _wordings(content: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    """Wordings that say nothing, or that replies to quite other clients match as well."""
    rows = [
        (i, wording)
        for i, point in enumerate(content["key_points"])
        for wording in (point["text"], *point["wordings"])
        if wording
    ]
    deaf = [(i, wording) for i, wording in rows if _passed_over(wording)]
    heard = {i for i, wording in rows if (i, wording) not in deaf}
    for i, wording in deaf:
        if i not in heard or wording != content["key_points"][i]["text"]:
            yield _warning(
                ("key_points", i),
                f"“{wording}” has only words that stand in any reply, so the rules pass over it. "
                "A word of the client’s own makes it count.",
            )
    strangers = [one for one in others if one["slug"] != content["slug"]]
    some = strangers[:: 1 + len(strangers) // MOST_OTHERS]
    elsewhere = tuple(model["reply"] for one in some for model in one["models"][:1])
    shares = _matched_elsewhere(tuple(wording for _, wording in rows), elsewhere)
    for (i, wording), share in zip(rows, shares, strict=True):
        if share > MATCHES_MANY:
            yield Finding(
                "error" if share > MATCHES_MOST else "warning",
                ("key_points", i),
                f"“{wording}” is matched by {share:.0%} of the model replies to other clients: it "
                "would match almost anything. Say it with words that only this client gives.",
            )


@lru_cache(maxsize=512)
def _passed_over(wording: str) -> bool:
    """Whether not even the wording itself would be heard as giving the point back."""
    (covered,) = compare(read(wording), _listening_for(wording), 0).covered
    return not covered.share


def _listening_for(*wordings: str) -> Prepared:
    points = tuple(scoring.KeyPoint(text=wording) for wording in wordings)
    return prepare(scoring.Task(strategy="paraphrase", statement="", key_points=points))


@lru_cache(maxsize=64)
def _matched_elsewhere(wordings: tuple[str, ...], replies: tuple[str, ...]) -> tuple[float, ...]:
    """For each wording, the share of replies to other clients that the rules match it in."""
    if len(replies) < FEWEST_OTHERS:
        return (0.0,) * len(wordings)
    task = _listening_for(*wordings)
    found = [compare(read(reply), task, 0).covered for reply in replies]
    return tuple(
        sum(covered[at].share >= GIVEN_BACK for covered in found) / len(found)
        for at in range(len(wordings))
    )


def _weights(text: str) -> dict[str, float]:
    """The words of a text that say something about a client, each once, by weight."""
    return {one.stem: one.weight for one in tokens(read(text)) if one.weight and one.tells}


def _hint(content: Mapping[str, Any]) -> Iterator[Finding]:
    hint = content["hint"]
    if not hint:
        return
    families = {
        entry.family for feeling in content["feelings"] for entry in lookup(feeling["word"])
    }
    for mention in find_feelings(read(hint), "helper"):
        if mention.entry.family in families:
            yield _warning(("hint",), f"The hint names the feeling: “{mention.text}”.")
    given = _weights(hint)
    for point in content["key_points"]:
        for wording in (point["text"], *point["wordings"]):
            weights = _weights(wording)
            shared = [weight for stem, weight in weights.items() if stem in given]
            # One word alone, such as who else is in the story, says nothing about what happened.
            if len(shared) > 1 and sum(shared) >= HINT_SHARE * sum(weights.values()):
                yield _warning(("hint",), f"The hint gives a key point away: “{wording}”.")
                break


# People, numbers, addresses ---------------------------------------------------------------


def _people(content: Mapping[str, Any]) -> Iterator[Finding]:
    for path, text in _texts(content):
        for what, words in numbers_and_addresses(text):
            yield _error(path, f"“{words}” looks like {what}. Nothing in a scenario may be real.")
        for name in full_names(text):
            yield _warning(
                path, f"“{name}” looks like a whole name. A first name is enough, and invented."
            )


def _texts(content: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    yield ("client", "name"), content["client"]["name"]
    for name in ("context", "statement", "hint"):
        yield (name,), content[name]
    for i, point in enumerate(content["key_points"]):
        yield ("key_points", i), " / ".join((point["text"], *point["wordings"]))
    for name in ("models", "slips"):
        for i, example in enumerate(content[name]):
            yield (name, i), f"{example['reply']} / {example['shows']}"


# Models and slips, scored -----------------------------------------------------------------


def _examples(content: Mapping[str, Any], config: scoring.Config) -> Iterator[Finding]:
    if not content["statement"] or content["strategy"] not in scoring.RUBRICS:
        return
    task = judging_examples(content)
    for i, model in enumerate(content["models"]):
        if model["reply"]:
            yield from _model(scored(model["reply"], task, config), ("models", i))
    for i, slip in enumerate(content["slips"]):
        if slip["reply"]:
            yield from _slip(scored(slip["reply"], task, config), slip["fault"], ("slips", i))


def judging_examples(content: Mapping[str, Any]) -> scoring.Task:
    """The task for a scenario's own models and slips: without the models, which they would copy."""
    return replace(task_of(content), models=())


@lru_cache(maxsize=512)
def scored(
    reply: str, task: scoring.Task, config: scoring.Config = scoring.DEFAULT
) -> scoring.Scorecard:
    """A reply's scorecard. While somebody types, most replies are the same as a moment ago."""
    return scoring.score(reply, task, config=config)


def _model(card: scoring.Scorecard, path: Path) -> Iterator[Finding]:
    if card.score is None:
        yield _error(path, f"The rules cannot judge it: {card.abstained_reason}")
    elif card.score < MODEL_AT_LEAST:
        why = card.change_next.text if card.change_next else "Try it to see why."
        if card.score < MODEL_PUBLISHED_FROM:
            limit = f"below {MODEL_PUBLISHED_FROM} it cannot stand as a model"
            yield _error(path, f"It scores {card.score}; {limit}. {why}")
        else:
            limit = f"below {MODEL_AT_LEAST} a model needs a reason"
            yield _warning(path, f"It scores {card.score}; {limit}. {why}")
    for move in card.moves:
        if move.roadblock and (card.score or 0) >= MODEL_PUBLISHED_FROM:
            yield _warning(
                path, f"“{FAULTS[move.roadblock]}” is found in it, which trainees would learn from."
            )


def _slip(card: scoring.Scorecard, fault: str, path: Path) -> Iterator[Finding]:
    if card.score is not None and card.score > SLIP_AT_MOST:
        if card.score > SLIP_PUBLISHED_TO:
            limit = f"above {SLIP_PUBLISHED_TO} it is too good for a slip"
            yield _error(path, f"It scores {card.score}; {limit}.")
        else:
            limit = f"above {SLIP_AT_MOST} a slip needs a reason"
            yield _warning(path, f"It scores {card.score}; {limit}.")
    found = faults_of(card)
    instead = ", ".join(f"“{FAULTS[one]}”" for one in found if one in FAULTS)
    if fault not in FAULTS:
        choose = _PARTS_SAID_BETTER["fault"]
        yield _error(path, f"{choose} The rules find {instead}." if instead else choose)
    elif fault not in found:
        yield _warning(
            path,
            f"“{FAULTS[fault]}” is not found in it. "
            + (f"The rules find {instead}." if instead else "The rules find nothing else either."),
        )


def faults_of(card: scoring.Scorecard) -> tuple[str, ...]:
    """Every fault and roadblock that a scorecard names."""
    roadblocks = (move.roadblock for move in card.moves if move.roadblock)
    return tuple(dict.fromkeys((*card.faults, *roadblocks)))


# Beside the others ------------------------------------------------------------------------


def _likeness(content: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    mine = _shingles(content["statement"])
    for other in others:
        if other["slug"] == content["slug"] or not mine:
            continue
        theirs = _shingles(other["statement"])
        share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
        name = f"{other['client']['name']} ({other['slug']})"
        if share >= THE_SAME:
            yield _error(("statement",), f"This is what {name} says already.")
        elif share >= TOO_CLOSE:
            yield _warning(("statement",), f"Much of this is what {name} says, in the same words.")


@lru_cache(maxsize=1024)
def _shingles(text: str) -> frozenset[Sequence[str]]:
    words = [one.text for one in read(text).words]
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
