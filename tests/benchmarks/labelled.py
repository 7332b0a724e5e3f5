"""Labelled replies, read once, with what every rule and cue finds in them."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from practice.measuring.agreement import Coded, folded
from practice.measuring.transcripts import read_rows
from practice.rules.evidence import KINDS, SCALE, Evidence
from practice.rules.finder import ALL, finder
from practice.rules.language import is_english
from practice.rules.matchers import View
from practice.rules.observe import is_check, judged, told
from practice.rules.phrase_tree import Found
from practice.rules.reading.reply import Reply, read
from practice.rules.registry import RULES
from practice.scoring import Config, Task, observe, score
from tests.scoring.golden_rows import clients, golden_rows


@dataclass(frozen=True)
class Labelled:
    """One reply, what people said of it, and what was found in its sentences."""

    set: str
    id: str
    group: str
    gold: str
    classes: tuple[str, ...]
    has: Mapping[str, bool] | None
    slot: str
    fault: str  # what people said is wrong with it, if they said
    said: Reply
    reply: Reply
    found: tuple[tuple[View, Found], ...]  # empty where `observe` looks no further

    def fits(self, kind: str) -> bool:
        """Whether a kind is what people said, in the words that the set has."""
        return folded(kind, self.classes) in self.gold.split("|")

    @cached_property
    def counted(self) -> list[tuple[View, Found]]:
        """The sentences that count for the whole: all but checks."""
        return [one for one in self.found if not is_check(*one)] or list(self.found)

    def coded(self, table: Evidence) -> Coded:
        """What the rules say of it with these points."""
        if not self.found:
            plain = observe(self.reply.text, self.said.text)
            technique, moves = plain.technique, plain.moves
        else:
            technique, moves = told(judged(self.found, table), self.said, table)
        return Coded(
            group=self.group,
            gold=self.gold,
            said=technique,
            moves=frozenset(move.kind for move in moves),
            rules=frozenset(move.rule for move in moves),
            has=self.has,
            slot=self.slot,
            score=self._score(table) if self.slot else None,
        )

    def _score(self, table: Evidence) -> int | None:
        task = Task("paraphrase", self.said.text)
        return score(self.reply.text, task, config=config_of(table)).score


@lru_cache(maxsize=32)
def config_of(table: Evidence) -> Config:
    """The scorer with these points in place of the shipped ones."""
    weights = {f"{one.id}:{kind}": 0 for one in ALL for kind in KINDS}
    for one, points in zip(ALL, table.points, strict=True):
        weights |= {f"{one.id}:{KINDS[kind]}": round(value * SCALE) for kind, value in points}
    for name, row in (
        ("start", table.start),
        ("weight", table.weight),
        ("length", (table.length,)),
    ):
        named = zip(KINDS, row, strict=False)
        weights |= {f"({name}):{kind}": round(value * SCALE) for kind, value in named}
    return Config(weights=weights)


def read_folder(folder: Path) -> dict[str, list[Labelled]]:
    """Every *.jsonl of a folder, by its name: each is one set."""
    return {file.stem: list(_of_file(file)) for file in sorted(folder.glob("*.jsonl"))}


def _of_file(file: Path) -> Iterable[Labelled]:
    lines = [line for line in file.read_bytes().splitlines() if line.strip()]
    labels = [json.loads(line) for line in lines]
    classes = tuple(sorted({label["technique"] for label in labels}))
    for row, label in zip(read_rows(lines), labels, strict=True):
        reply, said = read(row.response), read(row.context)
        looks = bool(reply.words) and is_english(reply)
        yield Labelled(
            set=file.stem,
            id=str(row.id),
            group=str(label["group"]),
            gold=label["technique"],
            classes=classes,
            has=label.get("has"),
            slot=label.get("slot", ""),
            fault=label.get("fault", ""),
            said=said,
            reply=reply,
            found=tuple(finder().find_all(reply, said)) if looks else (),
        )


OWN = "own"
REPLIES = Path(__file__).parent / "replies"
OWN_SETS = frozenset(file.stem for file in REPLIES.glob("*.jsonl"))
STATEMENT = (
    "It has been like this since the spring and I cannot see how it ends. I get up, I do what has"
    " to be done, and nobody at home asks how it is going."
)


@lru_cache(maxsize=1)
def own_examples() -> tuple[Labelled, ...]:
    """The hits of every rule, as replies to a client: what the rules are meant to hear."""
    return tuple(
        _own(f"{rule.id} {number}", STATEMENT, hit, rule.kind)
        for rule in RULES
        for number, hit in enumerate(rule.hits)
    )


@lru_cache(maxsize=1)
def own_replies() -> tuple[Labelled, ...]:
    """The odd ones of the golden replies, and the models of the bank's clients.

    The even ones are for checking what an estimate has made of them.
    """
    return tuple(_own(*one) for one in (*_golden(), *_models()))


def _golden() -> Iterator[tuple[str, str, str, str]]:
    for row in golden_rows():
        if row.get("technique") and int(row["id"].partition("-")[2]) % 2:
            said = row.get("statement") or clients()[row["scenario"]]["statement"]
            yield row["id"], said, row["reply"], row["technique"]


def _models() -> Iterator[tuple[str, str, str, str]]:
    for slug, client in clients().items():
        kind = "open_question" if client["strategy"] == "open_question" else "reflection"
        for number, model in enumerate(client["models"], start=1):
            yield f"{slug} {number}", client["statement"], model["reply"], kind


def _own(name: str, said: str, reply: str, kind: str) -> Labelled:
    return Labelled(
        set=OWN,
        id=name,
        group=name,
        gold=kind,
        classes=KINDS,
        has=None,
        slot="",
        fault="",
        said=read(said),
        reply=read(reply),
        found=tuple(finder().find_all(read(reply), read(said))),
    )


def folds(groups_of: Sequence[tuple[str, str]], number: int, seed: int = 0) -> list[int]:
    """Which of so many parts each row is in, by its set and group.

    Groups stay together; the parts of each set are of about the same size.
    """
    sizes = Counter(groups_of)
    groups = sorted(sizes)
    random.Random(seed).shuffle(groups)
    groups.sort(key=lambda one: -sizes[one])
    full = Counter[tuple[str, int]]()
    place = {}
    for one in groups:
        fold = min(range(number), key=lambda n: (full[one[0], n], n))
        place[one] = fold
        full[one[0], fold] += sizes[one]
    return [place[one] for one in groups_of]
