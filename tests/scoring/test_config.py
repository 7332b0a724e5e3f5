"""What a site may change in the scorer: it takes effect, it is checked, and nothing else moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.rules.finder import finder
from practice.rules.matchers import word_lists
from practice.scoring import (
    DEFAULT,
    RUBRICS,
    SCORER_VERSION,
    Config,
    CriterionResult,
    config_from_json,
    config_to_json,
    lists,
    observe,
    problems,
    score,
    tidy,
    version,
    weights,
)
from tests.scoring.cases import NOOR, found, task

NUMPTY = "I would say you are an absolute numpty, and that is all there is to it."
GUTTED = "It sounds like you're feeling mizzled about June."


def roadblocks(reply: str, config: Config) -> set[str]:
    return {str(move.roadblock) for move in observe(reply, config=config).moves if move.roadblock}


def names_feeling(reply: str, config: Config) -> CriterionResult:
    return found(score(reply, task("reflect_emotions"), config=config), "names_feeling")


# It takes effect --------------------------------------------------------------------------


def test_a_phrase_added_to_a_rule_and_taken_away_again() -> None:
    more = Config(added={"labelling.type": ("an absolute numpty",)})
    assert "labelling" not in roadblocks(NUMPTY, DEFAULT)
    assert "labelling" in roadblocks(NUMPTY, more)
    reply = "At least you have your health."
    less = Config(removed={"minimising.at_least": lists()["minimising.at_least"].phrases})
    assert "minimising" in roadblocks(reply, DEFAULT)
    assert "minimising" not in roadblocks(reply, less)


def test_an_exception_spares_a_sentence() -> None:
    reply = "At least you have your health."
    spared = Config(added={"minimising.at_least:unless": ("have your health",)})
    assert "minimising" not in roadblocks(reply, spared)


def test_a_phrase_for_a_rule_whose_pattern_is_code() -> None:
    reply = "Then off to the shops with you, right away."
    more = Config(added={"advising.try": ("off to the shops",)})
    rules = {move.rule for move in observe(reply, config=more).moves}
    assert "advising.try" in rules
    assert "advising.try" not in {move.rule for move in observe(reply).moves}


def test_a_word_added_to_a_list_that_phrases_name() -> None:
    assert word_lists("spondulick") == ()
    more = Config(added={"words.praising": ("spondulick",)})
    assert finder(more).lists("spondulick") == ("<praising>",)
    assert finder(DEFAULT).lists("spondulick") == ()


def test_a_cue_that_hears_more() -> None:
    more = Config(added={"word.sorry": ("gutted to hear",)}, weights={"word.sorry:support": 60})
    assert observe("Gutted to hear that about June.", config=more).technique == "support"
    assert observe("Gutted to hear that about June.").technique != "support"


def test_a_feeling_word_and_a_feeling_phrase() -> None:
    more = Config(added={"feelings.fear.2": ("mizzled", "up the swanny")})
    assert names_feeling(GUTTED, DEFAULT).verdict != "met"
    assert names_feeling(GUTTED, more).verdict == "met"
    idiom = "It sounds like you're up the swanny about June."
    assert names_feeling(idiom, more).verdict == "met"
    assert names_feeling(idiom, DEFAULT).verdict != "met"


def test_a_feeling_taken_away() -> None:
    reply = "It sounds like you're scared about June."
    assert names_feeling(reply, DEFAULT).verdict == "met"
    less = Config(removed={"feelings.fear.2": ("scared",)})
    assert names_feeling(reply, less).verdict != "met"
    assert "<feeling>" not in finder(less).lists("scared")


def test_points_of_a_rule() -> None:
    reply = "Let's make a list of your options."
    assert observe(reply).technique == "advice"
    none = Config(weights={"advising.lets:advice": -60, "advising.lets:reflection": 60})
    assert observe(reply, config=none).technique == "reflection"


def test_the_weight_of_a_criterion() -> None:
    reply = "You’re losing your home in June and hiding it from the kids."
    plain, strict = (
        score(reply, NOOR, config=one)
        for one in (DEFAULT, Config(weights={"paraphrase.leaves_room": 60}))
    )
    assert found(strict, "leaves_room").weight == 60
    assert (strict.score or 0) < (plain.score or 0)


# It is one config, and it is named --------------------------------------------------------


def test_a_config_is_the_same_however_it_was_written() -> None:
    one = Config(added={"b": ("x",), "a": ("y",)}, removed={"c": ()}, weights={"q": 1, "p": 2})
    two = Config(added={"a": ("y",), "b": ("x",)}, weights={"p": 2, "q": 1})
    assert one == two
    assert hash(one) == hash(two)
    assert config_from_json(config_to_json(one)) == one
    assert version(one) == version(two)


def test_nothing_in_it_can_be_changed() -> None:
    config = Config(weights={"paraphrase.leaves_room": 60})
    with pytest.raises(TypeError):
        config.weights["paraphrase.leaves_room"] = 1  # type: ignore[index]


def test_the_version_names_the_config() -> None:
    config = Config(weights={"paraphrase.leaves_room": 60})
    mark = version(config)
    assert version(DEFAULT) == SCORER_VERSION
    assert mark.startswith(f"{SCORER_VERSION}+")
    assert len(mark) == len(SCORER_VERSION) + 9
    assert observe("I see.", config=config).scorer_version == mark
    assert score("I see.", NOOR, config=config).scorer_version == mark
    assert version(Config(weights={"paraphrase.leaves_room": 61})) != mark


def test_every_list_and_weight_as_shipped_changes_nothing() -> None:
    shipped = Config(weights={name: one.shipped for name, one in weights().items()})
    for reply in (NUMPTY, GUTTED, "At least you have your health.", "What happened then?"):
        ours, plain = score(reply, NOOR, config=shipped), score(reply, NOOR)
        assert ours.criteria == plain.criteria
        assert (ours.score, ours.moves) == (plain.score, plain.moves)


# It is checked ----------------------------------------------------------------------------

LONG = "a" * 81
HOSTILE = "(a|b) " * 13


@pytest.mark.parametrize(
    ("config", "field", "message"),
    [
        (Config(added={"no.such": ("x",)}), "added.no.such", "There is no list “no.such”."),
        (Config(removed={"no.such": ("x",)}), "removed.no.such", "There is no list “no.such”."),
        (Config(added={"advising.lets": ("",)}), "added.advising.lets", "Write a phrase"),
        (Config(added={"advising.lets": (LONG,)}), "added.advising.lets", "Too long: 80"),
        (Config(added={"advising.lets": ("a " * 11,)}), "added.advising.lets", "is read as"),
        (
            Config(added={"advising.lets": (" ".join("abcdefgijmp"),)}),
            "added.advising.lets",
            "10 words",
        ),
        (Config(added={"advising.lets": (HOSTILE.strip(),)}), "added.advising.lets", "too many"),
        (Config(added={"advising.lets": ("(a",)}), "added.advising.lets", "bracket"),
        (Config(added={"advising.lets": ("a)",)}), "added.advising.lets", "bracket"),
        (Config(added={"advising.lets": ("(a|)",)}), "added.advising.lets", "no word at all"),
        (Config(added={"advising.lets": ("_ now",)}), "added.advising.lets", "begins with"),
        (Config(added={"advising.lets": ("go ^ now",)}), "added.advising.lets", "stand first"),
        (Config(added={"advising.lets": ("<nobody> a",)}), "added.advising.lets", "<nobody>"),
        (
            Config(added={"advising.lets": ("a ... ... ... b",)}),
            "added.advising.lets",
            "2 times at most",
        ),
        (Config(added={"advising.lets": ("a*b _",)}), "added.advising.lets", "neither a word"),
        (Config(added={"advising.lets": ("Don't go",)}), "added.advising.lets", "do not go"),
        (Config(added={"advising.lets": ("x", "x")}), "added.advising.lets", "twice"),
        (
            Config(added={"advising.lets": ("~ let us _",)}),
            "added.advising.lets",
            "already",
        ),
        (
            Config(
                added={"advising.lets": ("~ let us _",)},
                removed={"advising.lets": ("~ let us _",)},
            ),
            "added.advising.lets",
            "both",
        ),
        (Config(removed={"advising.lets": ("x",)}), "removed.advising.lets", "not on this list"),
        (Config(added={"words.praising": ("a b",)}), "added.words.praising", "single words"),
        (Config(added={"feelings.fear.2": ("a _",)}), "added.feelings.fear.2", "only words"),
        (Config(weights={"no.such": 1}), "weights.no.such", "There is no weight"),
        (
            Config(weights={"paraphrase.main_points": 0}),
            "weights.paraphrase.main_points",
            "from 1 to 100",
        ),
        (
            Config(weights={"advising.lets:advice": 61}),
            "weights.advising.lets:advice",
            "from -60 to 60",
        ),
        (
            Config(weights={"advising.lets:poetry": 1}),
            "weights.advising.lets:poetry",
            "no weight",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(config: Config, field: str, message: str) -> None:
    wrong = problems(config)
    assert field in {one.field for one in wrong}
    assert any(message in one.message for one in wrong), wrong


def test_too_much_at_once() -> None:
    many = tuple(f"word{number} here" for number in range(101))
    assert "Too many" in problems(Config(added={"advising.lets": many}))[0].message
    everywhere = Config(added=dict.fromkeys(list(lists())[:6], many[:80]))
    assert "Too many" in problems(everywhere)[0].message


def test_phrases_are_tidied_as_replies_are_read() -> None:
    assert tidy("  You’re   going to be FINE ") == "you are going to be fine"
    assert tidy("^ You (Will|Shall)") == "^ you (will|shall)"


NAMES = st.one_of(st.sampled_from([*lists(), *weights()]), st.text(max_size=12))
PHRASES = st.lists(st.text("ab ()|_.^~$<>ing'’-\x00é", max_size=90), max_size=4).map(tuple)
ANY = st.builds(
    Config,
    added=st.dictionaries(NAMES, PHRASES, max_size=4),
    removed=st.dictionaries(NAMES, PHRASES, max_size=2),
    weights=st.dictionaries(NAMES, st.integers(-200, 200), max_size=4),
)


@settings(max_examples=300, deadline=None)
@given(config=ANY)
def test_anything_can_be_checked(config: Config) -> None:
    assert all(one.message.endswith((".", ")")) for one in problems(config))
    assert version(config) == version(config_from_json(config_to_json(config)))


WORDS = st.sampled_from("you your feel let us try sorry gutted not never what a scared".split())
SIGNS = st.sampled_from(["_", "...", "(a|b)", "<ing>", "<feeling>", "$"])
PLAIN = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PATTERN = st.builds(
    lambda first, rest: " ".join((first, *rest)),
    st.one_of(WORDS, WORDS.map("^ {}".format), WORDS.map("~ {}".format)),
    st.lists(st.one_of(WORDS, SIGNS), max_size=4),
)


@st.composite
def valid(draw: st.DrawFn) -> Config:
    """A config without problems: whatever was drawn, less the fields that have one."""
    names = st.sampled_from(list(lists()))
    added = draw(st.dictionaries(names, st.tuples(st.one_of(PLAIN, PATTERN)), max_size=6))
    removed = {
        name: tuple(draw(st.sets(st.sampled_from(lists()[name].phrases), max_size=3)))
        for name in draw(st.sets(names, max_size=6))
        if lists()[name].phrases
    }
    numbers = {
        name: draw(st.integers(weights()[name].allowed[0], weights()[name].allowed[-1]))
        for name in draw(st.sets(st.sampled_from(list(weights())), max_size=6))
    }
    config = Config(added=added, removed=removed, weights=numbers)
    wrong = {one.field for one in problems(config)}
    kept = Config(
        added={name: got for name, got in added.items() if f"added.{name}" not in wrong},
        removed=removed,
        weights=numbers,
    )
    assert problems(kept) == ()
    return kept


@settings(max_examples=8, deadline=None)  # each one compiles every phrase anew
@given(config=valid(), replies=st.lists(st.lists(PLAIN, max_size=8).map(" ".join), max_size=6))
def test_a_valid_config_never_raises(config: Config, replies: list[str]) -> None:
    for reply in (*replies, NUMPTY, GUTTED):
        for rubric in RUBRICS.values():
            card = score(reply, task(rubric.strategy), config=config)
            assert card == score(reply, task(rubric.strategy), config=config)
            assert card.score is None or 0 <= card.score <= 100


@given(reply=st.lists(PLAIN, max_size=8).map(" ".join))
def test_the_default_is_no_config(reply: str) -> None:
    assert score(reply, NOOR, config=Config()) == score(reply, NOOR)
    assert observe(reply, config=Config()) == observe(reply)
