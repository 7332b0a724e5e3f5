"""What the lint says before a scenario is published, finding by finding."""

from __future__ import annotations

from typing import Any

import pytest

from practice.authoring.lint import ASKS, BLOCKS, Finding, lint
from tests.factories import scenario_content


def said(content: dict[str, Any], *others: dict[str, Any]) -> list[tuple[str, str]]:
    """Level and field of every finding, without what is said of models and slips."""
    quiet = ("models", "slips")
    return [(one.level, one.label) for one in lint(content, others) if one.path[0] not in quiet]


def texts(content: dict[str, Any], *others: dict[str, Any]) -> str:
    return "\n".join(one.text for one in lint(content, others))


def feeling(**changes: Any) -> list[dict[str, Any]]:
    given = {"word": "worried", "strength": 2, "source": "stated", "cue": "I was worried"}
    return [given | changes]


def point(**changes: Any) -> list[dict[str, Any]]:
    return [scenario_content()["key_points"][0] | changes]


def model(reply: str) -> list[dict[str, str]]:
    return [{"reply": reply, "shows": "Both."}, scenario_content()["models"][0]]


def slip(reply: str, fault: str) -> list[dict[str, str]]:
    return [{"reply": reply, "fault": fault, "shows": "It."}, scenario_content()["slips"][0]]


def test_a_whole_scenario_has_nothing_to_mend() -> None:
    assert said(scenario_content()) == []


@pytest.mark.parametrize(
    ("changes", "level", "field", "words"),
    [
        ({"key_points": []}, "error", "Key points", "no key point yet"),
        ({"key_points": point(main=False)}, "error", "Key points", "Tick one key point"),
        ({"models": []}, "error", "Model replies", "Two model replies are needed"),
        ({"slips": []}, "error", "Typical slips", "Two typical slips are needed"),
        ({"client": {"name": "Tomas", "age": "forty"}}, "error", "Age", "whole years"),
        ({"client": {"name": "", "age": 40}}, "error", "Name", "no name yet"),
        ({"context": ""}, "error", "Line of context", "missing"),
        ({"statement": "I was worried."}, "warning", "What the client says", "3 words give little"),
        (
            {"strategy": "reflect_emotions", "feelings": []},
            "error",
            "Feelings",
            "No feeling is named yet",
        ),
        ({"feelings": feeling(word="grumbly")}, "error", "Feeling 1", "none of the feeling words"),
        ({"feelings": feeling(word="proud")}, "warning", "Feeling 1", "Is it implied?"),
        (
            {"feelings": feeling(word="proud", source="implied", cue="")},
            "error",
            "Feeling 1",
            "Nothing says where “proud” is heard",
        ),
        ({"feelings": feeling() * 2}, "warning", "Feeling 2", "stands here twice"),
        (
            {"feelings": feeling(cue="I was anxious")},
            "error",
            "Feeling 1, the client’s words",
            "exact words of the statement",
        ),
        (
            {"key_points": point(quote="in the cellar")},
            "error",
            "Key point 1, the client’s words",
            "exact words of the statement",
        ),
        ({"key_points": point(wordings=["what it is"])}, "warning", "Key point 1", "pass over it"),
        ({"hint": "He was worried, was he not?"}, "warning", "Hint", "names the feeling"),
        ({"hint": "He sat in a cold kitchen."}, "warning", "Hint", "gives a key point away"),
        ({"context": "Ring 020 7946 0018 to reach him"}, "error", "Line of context", "telephone"),
        ({"context": "Writes from tomas@example.org"}, "error", "Line of context", "e-mail"),
        ({"context": "Lives at 14 Elm Tree Road"}, "error", "Line of context", "street address"),
        ({"context": "A friend of Maria Lindqvist"}, "warning", "Line of context", "whole name"),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_said_where_it_is(
    changes: dict[str, Any], level: str, field: str, words: str
) -> None:
    found = [one for one in lint(scenario_content(**changes)) if words in one.text]
    assert [(one.level, one.label) for one in found] == [(level, field)]


def test_a_hint_may_share_a_word_with_a_key_point() -> None:
    seen = point(text="The owner did not see him", wordings=["the owner did not see you"])
    changes = {"key_points": seen, "hint": "Where was he when the owner spoke?"}
    assert "gives a key point away" not in texts(scenario_content(**changes))


@pytest.mark.parametrize(
    "context",
    [
        "In 2019, at 10.30, he owed 1,200,000 and 45 more",
        "Worked there 2019-2021, and 1998 - 2004",
        "Since 12.03.2024, or 2024-03-12",
    ],
)
def test_a_year_a_sum_and_a_time_are_no_telephone_numbers(context: str) -> None:
    assert said(scenario_content(context=context)) == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("4111 1111 1111 1111", "a telephone or other real number"),
        ("GB29 NWBK 6016 1331 9268 19", "a telephone or other real number"),
        ("QQ 12 34 56 C", "an insurance number"),
        ("@maria_l", "a name on social media"),
        ("221B Baker Street", "a street address"),
        ("Lindenstraße 14", "a street address"),
        ("12 rue de la Paix", "a street address"),
        ("PO Box 1234", "a street address"),
        ("Springfield, IL 62704", "a postcode"),
        ("www.example.org/maria", "a web address"),
    ],
)
def test_what_looks_real_is_refused(words: str, what: str) -> None:
    found = lint(scenario_content(context=f"Writes from {words} now"))
    looks = f"looks like {what}. Nothing in a scenario may be real."
    assert [one.level for one in found if looks in one.text] == ["error"]


def test_a_point_is_heard_through_any_of_its_wordings() -> None:
    assert said(scenario_content(key_points=point(text="How it came out"))) == []
    deaf = point(text="How it came out", wordings=["what it is"])
    assert said(scenario_content(key_points=deaf)) == [("warning", "Key point 1")] * 2


OTHERS = tuple(
    scenario_content(
        slug=f"other-{number}",
        statement=f"Number {number}. I count the boats.",
        models=[{"reply": "It sounds like work weighs on your family.", "shows": "It."}] * 2,
    )
    for number in range(5)
)

# One scenario for each thing that the page says is looked at, in its order.
BLOCKED = [
    [scenario_content(client={"name": "", "age": 40})],
    [scenario_content(feelings=feeling(cue="I was anxious"))],
    [scenario_content(feelings=feeling(word="proud", source="implied", cue=""))],
    [scenario_content(models=model("You should go to bed earlier."))],
    [scenario_content(key_points=point(wordings=["work and family"])), *OTHERS],
    [scenario_content(), scenario_content(slug="other")],
    [scenario_content(context="Ring 020 7946 0018 to reach him")],
]
ASKED = [
    [scenario_content(models=model("So you sat there with your coat on."))],
    [scenario_content(models=model("Poor you, so you sat up alone with the cold."))],
    [scenario_content(slips=slip("You should call a plumber.", "praising"))],
    [scenario_content(feelings=feeling(word="proud"))],
    [scenario_content(key_points=point(wordings=["what it is"]))],
    [scenario_content(statement="I was worried. " + "I sat in the kitchen with my coat on.")],
    [scenario_content(hint="He was worried, was he not?")],
    [scenario_content(context="A friend of Maria Lindqvist")],
]


@pytest.mark.parametrize("level", ["error", "warning"])
def test_everything_that_the_page_says_is_looked_at_is(level: str) -> None:
    lines, examples = (BLOCKS, BLOCKED) if level == "error" else (ASKS, ASKED)
    for line, (content, *others) in zip(lines, examples, strict=True):
        before = set(lint(scenario_content(), others))
        found = set(lint(content, others)) - before
        if content == scenario_content():
            found = before
        assert level in {one.level for one in found}, line


@pytest.mark.parametrize(
    ("strategy", "changes", "levels"),
    [
        ("paraphrase", {"models": model("So you sat up alone with the cold.")}, []),
        ("paraphrase", {"models": model("So you sat there with your coat on.")}, ["warning"]),
        ("paraphrase", {"models": model("You were worried about the pipes.")}, ["error"]),
        ("paraphrase", {"slips": slip("You were worried.", "main_point_missing")}, []),
        (
            "reflect_emotions",
            {"slips": slip("It sounds like you were worried.", "feeling_untied")},
            ["warning"],
        ),
        (
            "paraphrase",
            {"slips": slip("So you sat up alone with the cold.", "")},
            ["error"],
        ),
    ],
)
def test_what_a_model_and_a_slip_may_score(
    strategy: str, changes: dict[str, Any], levels: list[str]
) -> None:
    found = lint(scenario_content(strategy=strategy, **changes))
    first = [("models", 0), ("slips", 0)]
    scores = [one for one in found if one.path in first and "It scores" in one.text]
    scores = [one for one in scores if one.path[0] in changes]
    assert [one.level for one in scores] == levels


def test_a_model_that_scores_low_says_why() -> None:
    found = lint(scenario_content(models=model("You should go to bed earlier.")))
    low = [one for one in found if one.path == ("models", 0)]
    assert [one.level for one in low] == ["error"]
    assert "below 70 it cannot stand as a model" in low[0].text


def test_a_slip_whose_fault_is_not_chosen_yet_says_what_the_rules_find() -> None:
    found = texts(scenario_content(slips=slip("You should call a plumber first thing.", "")))
    assert "Choose what goes wrong in it. The rules find" in found and "“Gives advice”" in found
    assert found.count("Choose what goes wrong in it.") == 1
    silent = scenario_content(statement="", slips=slip("You should call a plumber.", ""))
    assert texts(silent).count("Choose what goes wrong in it.") == 1


def test_a_slip_that_scores_high_is_none() -> None:
    good = (
        "It sounds like you were worried, and sat up alone in the cold so the others could sleep?"
    )
    found = [one.text for one in lint(scenario_content(slips=slip(good, "advising")))]
    assert any("above 70 it is too good for a slip" in text for text in found)
    assert any("“Gives advice” is not found in it" in text for text in found)


def test_a_statement_that_another_client_makes_already_is_refused() -> None:
    other = scenario_content(slug="other")
    assert ("error", "What the client says") in said(scenario_content(), other)
    half = (
        "The boiler broke, so I sat in the kitchen with my coat on. I thought of my mother, "
        "who kept a fire through all those winters on the farm and never said a word about it."
    )
    near = scenario_content(statement=half, feelings=[], key_points=point(quote=""))
    assert said(near, other) == [("warning", "What the client says")]
    assert said(scenario_content()) == said(scenario_content(), scenario_content())


def test_a_wording_that_matches_almost_anything_is_refused() -> None:
    content = scenario_content(key_points=point(wordings=["work and family"]))
    assert "“work and family” is matched by 100% of the model replies" in texts(content, *OTHERS)


def test_the_place_of_a_finding_is_its_row_on_the_page() -> None:
    assert Finding("error", ("slips", 1, "fault"), "").anchor == "field-slips-1"
    assert Finding("error", ("client", "age"), "").anchor == "field-client-age"
