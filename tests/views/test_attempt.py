"""One attempt's page: what was saved, in the order in which it helps."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from practice.models import Attempt, Scenario, Stirred, User
from tests.views.cards import ABSTAINED, card, make_attempt, note
from tests.views.people import publish

pytestmark = pytest.mark.django_db
Show = Callable[[Attempt], str]


@pytest.fixture
def show(as_maya: Client) -> Show:
    def get(attempt: Attempt) -> str:
        response = as_maya.get(reverse("attempt", args=[attempt.pk]))
        assert response.status_code == 200
        return response.content.decode()

    return get


def words_of(page: str) -> str:
    """What a reader sees, signs and letters included."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_what_helps_comes_first(show: Show, maya: User, tomasz: Scenario) -> None:
    page = words_of(show(make_attempt(maya, tomasz)))
    order = [
        "Your reply",
        "What worked",
        "You heard the worry.",
        "Change next",
        "The end repeats him.",
        "Before",
        "After",
        "Try again",
        "Next",
        "Depth 4 of 5",
        "Practice score 50",
        "Point by point",
        "A reply that would do well",
        "How the number was added up",
        "What came up in you?",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_the_words_that_show_it_are_marked_on_both_sides(
    show: Show, maya: User, tomasz: Scenario
) -> None:
    page = show(make_attempt(maya, tomasz))
    marks = [re.sub(r"<[^>]+>", "", mark) for mark in re.findall(r"<mark.*?</mark>", page)]
    assert marks == [
        "waiting for someone to noticeworked, note a",
        "worriedworked, note a",
        "the way your dad did.change next, note b",
    ]


def test_criteria_are_listed_by_what_needs_attention(
    show: Show, maya: User, tomasz: Scenario
) -> None:
    page = show(make_attempt(maya, tomasz))
    assert re.findall(r'href="/criteria/(\w+)/"', page) == [
        "about_as_strong", "right_feeling", "names_feeling", "leaves_room",
    ]  # fmt: skip
    assert "1 met · 1 partly · 1 not yet · 1 not judged" in page


def test_the_sum_leaves_out_what_was_not_judged_and_names_the_cap(
    show: Show, maya: User, tomasz: Scenario
) -> None:
    page = words_of(show(make_attempt(maya, tomasz)))
    assert "Together 56 32" in page
    assert "left out of the sum" in page
    assert "No higher than 50 : One feeling lies far off." in page
    assert "This holds the number down" in page
    assert "With the change above, the same rules give 91." in page


def test_caps_above_the_sum_are_told_apart(show: Show, maya: User, tomasz: Scenario) -> None:
    scored = card(score=57, caps=[{"id": "c", "limit": 60, "reason": "It asks twice."}])
    page = words_of(show(make_attempt(maya, tomasz, scored)))
    assert "Together, no cap applied 56 32" in page
    assert "the sum is not above them: No higher than 60 : It asks twice." in page


def test_the_change_is_shown_before_and_after(show: Show, maya: User, tomasz: Scenario) -> None:
    page = show(make_attempt(maya, tomasz))
    assert "<del> you can’t do it the way your dad did</del>" in page
    assert "It sounds like you’re worried that people will notice.</dd>" in page


@pytest.mark.parametrize(("main", "primary"), [("met", "Next"), ("not_yet", "Try again")])
def test_one_filled_button_and_it_is_the_next_thing_to_do(
    show: Show, maya: User, tomasz: Scenario, main: str, primary: str
) -> None:
    scored = card()
    scored["criteria"][0]["verdict"] = main
    page = show(make_attempt(maya, tomasz, scored))
    assert re.findall(r'class="button button-primary"[^>]*>([^<]+)<', page) == [primary]


def test_a_roadblock_is_worth_another_try(show: Show, maya: User, tomasz: Scenario) -> None:
    scored = card(change_next=note("This is advice.", roadblock=True))
    page = show(make_attempt(maya, tomasz, scored))
    assert re.findall(r'class="button button-primary"[^>]*>([^<]+)<', page) == ["Try again"]


def test_a_client_who_was_retired_is_not_tried_again(
    show: Show, maya: User, tomasz: Scenario
) -> None:
    attempt = make_attempt(maya, tomasz, card(change_next=note("This is advice.", roadblock=True)))
    Scenario.objects.update(state="retired")
    page = show(attempt)
    assert "This client is not practised any more." in page
    assert "/practise/tomasz-bakery/" not in page
    assert re.findall(r'class="button button-primary"[^>]*>([^<]+)<', page) == ["Next"]


def test_a_roadblock_has_a_sign_of_its_own(show: Show, maya: User, tomasz: Scenario) -> None:
    scored = card(change_next=note("This is advice.", roadblock=True, reply_spans=[[0, 8]]))
    page = show(make_attempt(maya, tomasz, scored))
    assert '<mark class="block">' in page
    assert "roadblock, note b" in words_of(page)


def test_abstaining_is_kind_and_has_no_number(show: Show, maya: User, tomasz: Scenario) -> None:
    page = words_of(show(make_attempt(maya, tomasz, card(**ABSTAINED))))
    assert "I cannot judge this one" in page
    assert "This looks like a language the rules do not read." in page
    assert "a supervisor" in page
    assert "Practice score" not in page
    assert "Point by point" not in page
    assert "A reply that would do well" in page


def test_it_is_shown_as_it_was_scored_whatever_came_since(
    show: Show, maya: User, tomasz: Scenario
) -> None:
    attempt = make_attempt(maya, tomasz)
    before = show(attempt)
    publish(tomasz, statement="Something else.", models=[{"reply": "x", "shows": "y"}] * 2)
    assert re.sub(r'value="[^"]{64}"', "", show(attempt)) == re.sub(r'value="[^"]{64}"', "", before)
    assert "Read by rules version 0.9.0" in before


def test_rules_that_are_no_more_are_left_out(show: Show, maya: User, tomasz: Scenario) -> None:
    scored = card()
    scored["criteria"][0]["rules"] = ["gone.for_good"]
    assert "gone" not in show(make_attempt(maya, tomasz, scored))


def test_the_tries_are_linked(show: Show, maya: User, tomasz: Scenario) -> None:
    first = make_attempt(maya, tomasz)
    second = make_attempt(maya, tomasz, first_try=first, try_number=2)
    for attempt in (first, second):
        page = show(attempt)
        assert f'href="/attempts/{first.pk}/"' in page
        assert f'href="/attempts/{second.pk}/"' in page
        assert f'href="/attempts/{attempt.pk}/" aria-current="true"' in page


def test_a_strangers_attempt_does_not_exist(as_maya: Client, ben: User, tomasz: Scenario) -> None:
    attempt = make_attempt(ben, tomasz)
    assert as_maya.get(f"/attempts/{attempt.pk}/").status_code == 404
    assert as_maya.post(f"/attempts/{attempt.pk}/stirred/", {"word": "sadness"}).status_code == 404
    assert not Stirred.objects.exists()


def test_what_came_up_is_noted_changed_and_taken_back(
    as_maya: Client, maya: User, tomasz: Scenario
) -> None:
    attempt = make_attempt(maya, tomasz)
    url = reverse("stirred", args=[attempt.pk])
    for word, noted in [
        ("sadness", ["sadness"]), ("anger", ["anger"]), ("anger", []), ("x", []),
    ]:  # fmt: skip
        response = as_maya.post(url, {"word": word})
        assert response["Location"] == f"/attempts/{attempt.pk}/#stirred"
        assert list(Stirred.objects.values_list("word", flat=True)) == noted


def test_the_note_alone_is_swapped(as_maya: Client, maya: User, tomasz: Scenario) -> None:
    attempt = make_attempt(maya, tomasz)
    fragment = as_maya.post(
        reverse("stirred", args=[attempt.pk]), {"word": "anger"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert fragment.strip().startswith("<form")
    assert re.findall(r'value="(\w+)" id="[^"]+" aria-pressed="true"', fragment) == ["anger"]


@pytest.mark.parametrize("tries", [1, 3])
def test_an_attempt_costs_a_fixed_number_of_queries(
    as_maya: Client,
    maya: User,
    tomasz: Scenario,
    tries: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    first = make_attempt(maya, tomasz)
    for number in range(2, tries + 1):
        make_attempt(maya, tomasz, first_try=first, try_number=number)
    with django_assert_num_queries(8):
        as_maya.get(f"/attempts/{first.pk}/")
