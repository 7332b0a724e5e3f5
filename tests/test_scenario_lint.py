"""What the lint says before a scenario is published, finding by finding."""

from __future__ import annotations

from typing import Any

import pytest

from practice.scenario_lint import Finding, lint
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


def test_a_year_a_sum_and_a_time_are_no_telephone_numbers() -> None:
    content = scenario_content(context="In 2019, at 10.30, he owed 1,200,000 and 45 more")
    assert said(content) == []


def test_a_model_that_scores_low_says_why() -> None:
    found = lint(scenario_content(models=model("You should go to bed earlier.")))
    low = [one for one in found if one.path == ("models", 0)]
    assert [one.level for one in low] == ["error"]
    assert "a model should reach 85" in low[0].text


def test_a_slip_that_scores_high_is_none() -> None:
    good = (
        "It sounds like you were worried, and sat up alone in the cold so the others could sleep?"
    )
    found = [one.text for one in lint(scenario_content(slips=slip(good, "advising")))]
    assert any("a slip should stay at 50" in text for text in found)
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
    others = [
        scenario_content(
            slug=f"other-{number}",
            statement=f"Number {number}. I count the boats.",
            models=[{"reply": "It sounds like work weighs on your family.", "shows": "It."}] * 2,
        )
        for number in range(5)
    ]
    content = scenario_content(key_points=point(wordings=["work and family"]))
    assert "“work and family” is matched by 100% of the model replies" in texts(content, *others)


def test_the_place_of_a_finding_is_its_row_on_the_page() -> None:
    assert Finding("error", ("slips", 1, "fault"), "").anchor == "field-slips-1"
    assert Finding("error", ("client", "age"), "").anchor == "field-client-age"
