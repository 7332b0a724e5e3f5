"""The lexicon of feelings: how large, how it is ordered, what can be looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

import practice.rules.feelings as feelings
from practice.rules.feelings import families, lexicon, lookup, words_for_choice
from practice.rules.feelings.patterns import Node, inflect, spellings, walk

PHRASES = Path(feelings.__file__).parent.parent / "phrases"


def test_it_is_large_and_every_family_has_words_of_every_kind_of_strength() -> None:
    entries = lexicon()
    assert len(entries) >= 1200
    strengths = {family: set[int]() for family in families()}
    for entry in entries:
        strengths[entry.family].add(entry.strength)
    for family, found in strengths.items():
        assert found >= {1, 2}, family
    assert {entry.strength for entry in entries} == {1, 2, 3}


def test_single_words_alone_are_many() -> None:
    singles = {entry.word for entry in lexicon() if " " not in entry.word}
    assert len(singles) >= 900


def test_images_and_idioms_are_many() -> None:
    assert sum(entry.kind == "idiom" for entry in lexicon()) >= 500


def test_no_entry_stands_twice_in_a_family() -> None:
    seen = [(entry.family, entry.pattern, entry.kind) for entry in lexicon()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("name", ["feelings.tsv", "feeling_families.tsv", "situations.tsv"])
def test_every_file_names_its_source_and_its_columns(name: str) -> None:
    head = [
        line
        for line in (PHRASES / name).read_text(encoding="utf-8").splitlines()
        if line[:1] == "#"
    ]
    assert any("Source:" in line for line in head)
    assert any("Columns" in line for line in head)


def test_the_file_is_in_the_order_of_the_families() -> None:
    order = list(families())
    found = list(dict.fromkeys(entry.family for entry in lexicon()))
    assert found == order


def test_kin_holds_both_ways_and_nothing_is_its_own_kin() -> None:
    table = families()
    for family in table.values():
        assert family.id not in family.kin
        for other in family.kin:
            assert family.id in table[other].kin


@pytest.mark.parametrize(
    ("word", "family"),
    [
        ("angry", "anger"),
        ("furious", "anger"),
        ("worries", "fear"),
        ("at the end of my rope", "overwhelm"),
        ("at the end of her rope", "overwhelm"),
        ("walked on eggshells", "fear"),
        ("numb", "numbness"),
        ("numbed", "numbness"),
        ("demoralized", "sadness"),
        ("demoralised", "sadness"),
        ("self-conscious", "shame"),
        ("self conscious", "shame"),
        ("tranquility", "calm"),
        ("a knot in your stomach", "fear"),
        ("no one cares", "unseen"),
        ("nobody cares", "unseen"),
        ("Homesick", "grief"),
    ],
)
def test_words_are_found_in_any_form(word: str, family: str) -> None:
    assert family in {entry.family for entry in lookup(word)}


@pytest.mark.parametrize(
    "word", ["like", "mean", "well", "fine print", "hard", "patient", "feel free", ""]
)
def test_other_words_are_not_in_it(word: str) -> None:
    assert lookup(word) == ()


def test_an_author_can_choose_from_plain_words() -> None:
    choice = words_for_choice()
    assert ("furious", "anger", 3) in choice
    assert len(choice) >= 900
    assert all("{" not in word and "~" not in word and "/" not in word for word, _, _ in choice)
    assert all(lookup(word) for word, _, _ in choice)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("worry", {"worries", "worrying", "worried"}),
        ("stop", {"stops", "stopping", "stopped"}),
        ("panic", {"panics", "panicking", "panicked"}),
        ("die", {"dies", "dying", "died"}),
        ("lose", {"loses", "losing", "lost"}),
        ("tear", {"tears", "tearing", "tore", "torn"}),
        ("be", {"am", "is", "are", "was", "were", "been", "being"}),
    ],
)
def test_verbs_get_their_forms(verb: str, forms: set[str]) -> None:
    assert set(inflect(verb)) == forms | {verb}


def test_patterns_become_words() -> None:
    tree: Node[str] = Node()
    tree.add("a/the knot b?".split(), "knot")
    tree.add("the knot".split(), "the knot")
    assert {
        says: walk(tree, says.split(), whole=True)
        for says in ("a knot", "the knot", "a knot b", "the knot b", "knot b", "a", "a knot c")
    } == {
        "a knot": ("knot",),
        "the knot": ("knot", "the knot"),
        "a knot b": ("knot",),
        "the knot b": ("knot",),
        "knot b": (),
        "a": (),
        "a knot c": (),
    }
    assert spellings("fed-up") == ("fed-up", "fed up", "fed - up")
