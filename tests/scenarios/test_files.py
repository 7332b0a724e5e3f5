"""Every scenario file by itself and the bank as a whole, without Django and without the scorer.

Whether the scorer reads the models and slips as their author meant them is proved elsewhere.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from practice.rules import base

FOLDER = Path(base.__file__).resolve().parent.parent / "scenarios"
FILES = sorted(FOLDER.glob("*.json"))

STRATEGIES = ("paraphrase", "open_question", "reflect_emotions")
FAULTS = {*get_args(base.Fault), *get_args(base.Roadblock)}

KEYS = [
    "schema",
    "slug",
    "strategy",
    "difficulty",
    "client",
    "context",
    "statement",
    "tags",
    "feelings",
    "key_points",
    "hint",
    "models",
    "slips",
]
QUESTION_STARTS = ("what", "how", "in what way", "can you tell me more about")
CHECKS = ("is that", "have i", "am i", "is it")  # a question that asks only: did I hear you right?

Content = dict[str, Any]


def read(path: Path) -> Content:
    content: Content = json.loads(path.read_text(encoding="utf-8"))
    return content


BANK = {path.stem: read(path) for path in FILES}
each = pytest.mark.parametrize("slug", sorted(BANK))


def words(text: str) -> list[str]:
    return re.findall(r"[\w’]+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def prose(content: Content) -> list[str]:
    """Every sentence a person reads, without ids."""
    texts = [content["client"]["name"], content["context"], content["statement"], content["hint"]]
    texts += [feeling[key] for feeling in content["feelings"] for key in ("word", "cue")]
    for point in content["key_points"]:
        texts += [point["text"], point["quote"], *point["wordings"]]
    for example in (*content["models"], *content["slips"]):
        texts += [example["reply"], example["shows"]]
    return texts + [tag for kind in content["tags"].values() for tag in kind]


def of_strategy(strategy: str) -> list[Content]:
    return [content for content in BANK.values() if content["strategy"] == strategy]


# One file ---------------------------------------------------------------------------------


@each
def test_is_written_in_the_one_way(slug: str) -> None:
    text = (FOLDER / f"{slug}.json").read_text(encoding="utf-8")
    assert text == json.dumps(BANK[slug], indent=2, ensure_ascii=False) + "\n"


@each
def test_has_every_key_in_order(slug: str) -> None:
    content = BANK[slug]
    assert list(content) == KEYS
    assert list(content["client"]) == ["name", "age"]
    assert list(content["tags"]) == ["setting", "theme", "identity"]
    for feeling in content["feelings"]:
        assert list(feeling) == ["word", "strength", "source", "cue"]
    for point in content["key_points"]:
        assert list(point) == ["text", "wordings", "quote", "main"]
    for model in content["models"]:
        assert list(model) == ["reply", "shows"]
    for slip in content["slips"]:
        assert list(slip) == ["reply", "fault", "shows"]


@each
def test_values_are_of_their_kind(slug: str) -> None:
    content = BANK[slug]
    assert content["schema"] == 1
    assert content["slug"] == slug
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", slug)
    assert content["strategy"] in STRATEGIES
    assert content["difficulty"] in (1, 2, 3)
    assert re.fullmatch(r"\w+", content["client"]["name"]), "a first name alone"
    assert 9 <= content["client"]["age"] <= 90
    assert 3 <= len(words(content["context"])) <= 12
    for kind in content["tags"].values():
        assert kind and len(set(kind)) == len(kind)
    for feeling in content["feelings"]:
        assert feeling["strength"] in (1, 2, 3)
        assert feeling["source"] in get_args(base.Source)
    for point in content["key_points"]:
        assert isinstance(point["main"], bool)


@each
def test_text_is_typeset(slug: str) -> None:
    for text in prose(BANK[slug]):
        assert text and text == text.strip()
        assert not re.search(r"['\"`]|--|…\.|  | [,.?!]", text), text


@each
def test_statement_has_its_length_and_gives_away_nobody(slug: str) -> None:
    content = BANK[slug]
    assert 25 <= len(words(content["statement"])) <= (130 if content["difficulty"] == 3 else 110)
    for text in prose(content):
        assert not re.search(r"\d{5}|\d{3}[ -]\d{3}|@|https?:|www\.", text), text


@each
def test_cues_and_quotes_are_words_of_the_statement(slug: str) -> None:
    content = BANK[slug]
    for feeling in content["feelings"]:
        assert feeling["cue"] in content["statement"]
    for point in content["key_points"]:
        assert point["quote"] in content["statement"]


@each
def test_feelings_suit_the_difficulty(slug: str) -> None:
    content = BANK[slug]
    feelings = content["feelings"]
    assert 2 <= len(feelings) <= 4
    assert len({feeling["word"] for feeling in feelings}) == len(feelings)
    if content["difficulty"] > 1:
        assert any(feeling["source"] == "implied" for feeling in feelings)


@each
def test_a_stated_feeling_is_in_its_cue(slug: str) -> None:
    kin = {"exhausted": "knackered"}
    for feeling in BANK[slug]["feelings"]:
        if feeling["source"] == "stated":
            word = feeling["word"]
            assert kin.get(word, word) in feeling["cue"]


@each
def test_key_points_have_other_wordings(slug: str) -> None:
    points = BANK[slug]["key_points"]
    assert 2 <= len(points) <= 5
    assert 1 <= sum(point["main"] for point in points) <= 2
    for point in points:
        assert (3 if point["main"] else 2) <= len(point["wordings"]) <= 6
        assert len(set(point["wordings"])) == len(point["wordings"])
        for wording in point["wordings"]:
            assert len(words(wording)) <= 13


@each
def test_hint_does_not_give_the_reply_away(slug: str) -> None:
    content = BANK[slug]
    assert 6 <= len(words(content["hint"])) <= 40
    for model in content["models"]:
        assert not runs(model["reply"], 5) & runs(content["hint"], 5)
    if content["strategy"] == "reflect_emotions":
        implied = {f["word"] for f in content["feelings"] if f["source"] == "implied"}
        assert not implied & set(words(content["hint"]))


@each
def test_models_and_slips_are_two_and_differ(slug: str) -> None:
    content = BANK[slug]
    models, slips = content["models"], content["slips"]
    assert len(models) == len(slips) == 2
    first, second = (words(model["reply"]) for model in models)
    assert first[:2] != second[:2], "two models of the same shape"
    assert slips[0]["fault"] != slips[1]["fault"]
    assert {slip["fault"] for slip in slips} <= FAULTS


@each
def test_models_do_what_the_strategy_asks(slug: str) -> None:
    content = BANK[slug]
    for model in content["models"]:
        reply = model["reply"]
        last = re.split(r"(?<=[.?!]) ", reply)[-1].lower()
        assert any(word.startswith("you") for word in words(reply)), "speaks to the client"
        if content["strategy"] == "open_question":
            assert reply.count("?") == 1 and last.startswith(QUESTION_STARTS), reply
            assert "why" not in words(reply)
            continue
        assert reply.count("?") <= 1
        if reply.count("?"):
            assert last.startswith(CHECKS), reply
        if content["strategy"] == "paraphrase":
            assert len(words(reply)) <= len(words(content["statement"]))
            assert not runs(reply, 5) & runs(content["statement"], 5), reply


# The bank ---------------------------------------------------------------------------------


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_each_strategy_has_enough_of_every_difficulty(strategy: str) -> None:
    levels = Counter(content["difficulty"] for content in of_strategy(strategy))
    assert levels.total() >= 15
    assert all(levels[level] >= 5 for level in (1, 2, 3)), levels


def test_no_client_is_there_twice() -> None:
    names = Counter(content["client"]["name"] for content in BANK.values())
    assert [name for name, times in names.items() if times > 1] == []
    contexts = Counter(content["context"] for content in BANK.values())
    assert contexts.most_common(1)[0][1] == 1


def test_no_two_statements_are_alike() -> None:
    for (slug, one), (other_slug, other) in combinations(BANK.items(), 2):
        shared = runs(one["statement"], 5) & runs(other["statement"], 5)
        assert not shared, f"{slug} and {other_slug} both say {shared}"


def test_no_reply_is_there_twice() -> None:
    replies = Counter(
        tuple(words(model["reply"])) for content in BANK.values() for model in content["models"]
    )
    assert replies.most_common(1)[0][1] == 1
    by_reply: dict[str, set[str]] = {}
    for content in BANK.values():
        for slip in content["slips"]:
            by_reply.setdefault(slip["reply"], set()).add(slip["fault"])
    assert all(len(faults) == 1 for faults in by_reply.values())


def test_all_ages_and_many_settings_are_there() -> None:
    ages = [content["client"]["age"] for content in BANK.values()]
    for low, high in pairwise((9, 13, 20, 30, 40, 50, 65, 80, 91)):
        assert sum(low <= age < high for age in ages) >= 2, f"{low} to {high - 1}"
    settings = {tag for content in BANK.values() for tag in content["tags"]["setting"]}
    assert settings >= {"crisis line", "school", "hospital", "workplace", "couples", "faith"}
    themes = {tag for content in BANK.values() for tag in content["tags"]["theme"]}
    assert themes >= {"grief", "migration", "chronic illness", "parenting", "study", "money"}


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_slips_of_a_strategy_show_many_faults(strategy: str) -> None:
    slips = [slip for content in of_strategy(strategy) for slip in content["slips"]]
    faults = Counter(slip["fault"] for slip in slips)
    assert len(faults) >= 14
    assert faults.most_common(1)[0][1] <= 4
