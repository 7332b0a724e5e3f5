"""A config as people write it: tidied, checked field by field, and kept as JSON.

A config that has no problems can be used for any reply: it never raises and never takes long.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import prod
from typing import Any

from practice.rules.base import DEFAULT, Config
from practice.rules.lists import PhraseList, lists, weights
from practice.rules.matchers import listed_words
from practice.rules.phrase_tree import spelled_out
from practice.rules.reading.reply import read
from practice.rules.rubric.rubrics import RUBRICS

MOST_LETTERS, MOST_WORDS = 80, 10
MOST_IN_A_LIST, MOST_PHRASES, MOST_WEIGHTS = 100, 400, 200
MOST_READINGS = 100  # word sequences that one phrase with brackets may stand for
MOST_GAPS = 2
_SIGNS = re.compile(r"[()|<>_^~$]|\.\.\.")
_WORD = re.compile(r"[a-z0-9à-ÿ]+(?:[-'][a-z0-9à-ÿ]+)*", re.ASCII | re.IGNORECASE)
_PARTS = re.compile(r"[()|]|[^\s()|]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a config: the field ("added.advising.lets"), and a plain sentence."""

    field: str
    message: str


def tidy(phrase: str) -> str:
    """A phrase as rules read it: plain words as in a reply, a pattern in lower case."""
    phrase = " ".join(phrase.replace("\x00", " ").split())
    if _SIGNS.search(phrase):
        return phrase.lower()
    if len(phrase) > MOST_LETTERS:
        return phrase  # too long whatever it says
    return " ".join(word.text for word in read(phrase).words)


def problems(config: Config) -> tuple[Problem, ...]:
    """Everything that is wrong with a config, in order; nothing when it can be used."""
    return tuple(_problems(config))


def usable(config: Config) -> Config:
    """A config without the fields that have a problem.

    A config that was right once may name a list or a phrase that newer rules no longer have.
    """
    wrong = {one.field for one in problems(config)}
    if not wrong:
        return config
    if "" in wrong:
        return DEFAULT

    def kept(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: got
            for name, got in given.items()
            if not wrong & {f"{kind}.{name}", f"{kind}.{name.partition('.')[0]}"}
        }

    return Config(
        added=kept("added", config.added),
        removed=kept("removed", config.removed),
        weights=kept("weights", config.weights),
    )


def _problems(config: Config) -> Iterator[Problem]:
    total = sum(map(len, (*config.added.values(), *config.removed.values())))
    if total > MOST_PHRASES:
        yield Problem("", f"Too many phrases are changed: {total}, and {MOST_PHRASES} at most.")
        return
    if len(config.weights) > MOST_WEIGHTS:
        yield Problem("", f"Too many weights are changed: {MOST_WEIGHTS} at most.")
        return
    for name, phrases in config.added.items():
        yield from _added(config, name, phrases)
    for name, phrases in config.removed.items():
        field, found = f"removed.{name}", lists().get(name)
        if found is None:
            yield Problem(field, f"There is no list “{name}”.")
            continue
        for phrase in phrases:
            if phrase not in found.phrases:
                yield Problem(field, f"“{phrase[:MOST_LETTERS]}” is not on this list.")
    for name, number in config.weights.items():
        yield from _weight(name, number)
    for rubric in RUBRICS.values():
        whole = sum(
            config.weights.get(f"{rubric.strategy}.{one.id}", one.weight) for one in rubric.criteria
        )
        if whole < 1:
            yield Problem(f"weights.{rubric.strategy}", "At least one criterion must count.")


def _added(config: Config, name: str, phrases: tuple[str, ...]) -> Iterator[Problem]:
    field, found = f"added.{name}", lists().get(name)
    if found is None:
        yield Problem(field, f"There is no list “{name}”.")
        return
    if len(phrases) > MOST_IN_A_LIST:
        yield Problem(field, f"Too many phrases: {MOST_IN_A_LIST} at most for one list.")
        return
    if len(set(phrases)) < len(phrases):
        yield Problem(field, "A phrase stands there twice.")
    kept = set(config.changed(name, found.phrases)) - set(phrases)
    for phrase in phrases:
        if phrase in found.phrases and phrase not in config.removed.get(name, ()):
            yield Problem(field, f"“{phrase}” is on this list already.")
        elif phrase in kept or phrase in found.phrases:
            yield Problem(field, f"“{phrase}” is both added and taken away.")
        else:
            wrong = phrase_problem(found, phrase)
            if wrong:
                yield Problem(field, wrong)


def phrase_problem(of: PhraseList, phrase: str) -> str:
    """What is wrong with a phrase for a list, in one sentence; empty when nothing is."""
    if not phrase.strip():
        return "Write a phrase: at least one word."
    if len(phrase) > MOST_LETTERS:
        return f"Too long: {MOST_LETTERS} characters at most."
    shown = f"“{phrase}”"
    if phrase != tidy(phrase):
        return f"{shown} is read as “{tidy(phrase)}”. Write it so."
    if of.group in ("words", "feelings"):
        words = phrase.split()
        if not all(map(_WORD.fullmatch, words)):
            return f"{shown}: only words, without signs."
        if of.group == "words" and len(words) > 1:
            return f"{shown}: this list takes single words."
        return f"Too long: {MOST_WORDS} words at most." if len(words) > MOST_WORDS else ""
    return _pattern_problem(phrase, shown)


def _pattern_problem(phrase: str, shown: str) -> str:
    parts = _PARTS.findall(phrase)
    for part in parts:
        if part in ("(", ")", "|", "_", "...", "^", "~", "$"):
            continue
        if part.startswith("<"):
            if part not in _named_lists():
                return f"{shown}: there is no list of words {part}."
        elif not _WORD.fullmatch(part):
            return f"{shown}: “{part}” is neither a word nor a sign of the phrase language."
    if sum(part not in "()|" for part in parts) > MOST_WORDS and "|" not in parts:
        return f"Too long: {MOST_WORDS} words at most."
    if parts.count("...") > MOST_GAPS:
        return f"{shown}: “...” may stand {MOST_GAPS} times at most."
    if _readings(parts) > MOST_READINGS:
        return f"{shown} stands for too many phrases: {MOST_READINGS} at most."
    try:
        readings = list(spelled_out(phrase))
    except ValueError:
        return f"{shown}: a bracket is not closed."
    for words in readings:
        said = [one for one in words if one[0].isalnum() or one.startswith("<")]
        if not said:
            return f"{shown} could stand for no word at all."
        if any(one in ("^", "~") for one in words[1:]) or "$" in words[:-1]:
            return f"{shown}: ^ and ~ stand first, $ stands last."
        if words[0] in ("_", "...", "$"):
            return f"{shown}: a phrase begins with a word, a list, ^ or ~."
    return ""


def _readings(parts: list[str]) -> int:
    """At most so many word sequences: the product of the choices of every bracket."""
    sizes, open_ones = [1], [0]
    for part in parts:
        if part == "(":
            open_ones.append(1)
        elif part == "|":
            open_ones[-1] += 1
        elif part == ")" and len(open_ones) > 1:
            sizes.append(open_ones.pop())
    return prod(sizes) * max(1, open_ones[0] + 1)


def _named_lists() -> frozenset[str]:
    named = (f"<{name.partition('.')[2]}>" for name in listed_words())
    return frozenset((*named, "<feeling>", "<emotion>", "<ing>", "<ed>"))


def _weight(name: str, number: int) -> Iterator[Problem]:
    field, found = f"weights.{name}", weights().get(name)
    if found is None:
        yield Problem(field, f"There is no weight “{name}”.")
    elif type(number) is not int or number not in found.allowed:
        low, high = found.allowed[0], found.allowed[-1]
        yield Problem(field, f"{found.says}: a whole number from {low} to {high}.")


# As JSON ----------------------------------------------------------------------------------


def config_to_json(config: Config) -> dict[str, Any]:
    """The config as plain dicts, lists and numbers, in a fixed order."""
    return {
        "added": {name: list(phrases) for name, phrases in config.added.items()},
        "removed": {name: list(phrases) for name, phrases in config.removed.items()},
        "weights": dict(config.weights),
    }


def config_from_json(written: Mapping[str, Any]) -> Config:
    """The config that `config_to_json` wrote; what is missing is empty."""
    return Config(
        added={name: tuple(got) for name, got in written.get("added", {}).items()},
        removed={name: tuple(got) for name, got in written.get("removed", {}).items()},
        weights=dict(written.get("weights", {})),
    )


def fingerprint(config: Config) -> str:
    """Eight letters that tell one config from another; empty for the scorer as shipped."""
    if config == DEFAULT:
        return ""
    return sha256(json.dumps(config_to_json(config), sort_keys=True).encode()).hexdigest()[:8]
