"""Writing a reply: every answer but a saved one gives the words back."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.test.html import parse_html
from django.urls import reverse

from practice.models import Attempt, Scenario, User
from tests.views.people import REPLY, STATEMENT, make_person, publish

HTMX = {"HX-Request": "true"}
REGION = re.compile(r'<div id="practice".*?(?=\n*</main>)', re.DOTALL)
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
CSRF = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]+')

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]


@pytest.fixture
def url(tomasz: Scenario) -> str:
    return reverse("practise", args=[tomasz.slug])


@pytest.fixture
def send(as_maya: Client, url: str) -> Send:
    def post(headers: dict[str, str] | None = None, **fields: Any) -> Any:
        typed = {"token": str(uuid4()), "reply": REPLY, **fields}
        return as_maya.post(url, typed, headers=headers)

    return post


def text_of(response: Any) -> str:
    text: str = response.content.decode()
    return text


def field_of(response: Any) -> str:
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", text_of(response), re.DOTALL)
    assert found
    return unescape(found[1])


def token_of(response: Any) -> str:
    found = re.search(r'name="token" value="([^"]+)"', text_of(response))
    assert found
    return found[1]


# Sending --------------------------------------------------------------------------------


def test_a_reply_is_saved_and_leads_to_its_feedback(send: Send, maya: User) -> None:
    response = send(self_rating="2", aided="on", began="1000")
    attempt = Attempt.objects.get()
    assert response.status_code == 302
    assert response["Location"] == f"/attempts/{attempt.pk}/#feedback"
    assert (attempt.trainee, attempt.reply) == (maya, REPLY)
    assert (attempt.self_rating, attempt.aided) == (2, True)


def test_a_reply_is_saved_as_typed_with_line_ends_alike(send: Send) -> None:
    send(reply="  You sound worn out.\r\n\r\nIs that it?  ")
    assert Attempt.objects.get().reply == "  You sound worn out.\n\nIs that it?  "


def test_the_same_form_sent_twice_saves_one_attempt(send: Send) -> None:
    token = str(uuid4())
    first, second = send(token=token), send(token=token)
    assert first["Location"] == second["Location"]
    assert Attempt.objects.count() == 1


def test_other_words_in_a_form_sent_before_are_kept_and_can_be_sent(send: Send) -> None:
    token = str(uuid4())
    send(token=token)
    response = send(token=token, reply="You sound worn out by it all.")
    assert response.status_code == 200
    assert field_of(response) == "You sound worn out by it all."
    assert token_of(response) != token
    send(token=token_of(response), reply="You sound worn out by it all.")
    assert Attempt.objects.count() == 2


def test_a_fragment_comes_with_the_address_of_the_attempt(send: Send) -> None:
    response = send(headers=HTMX)
    attempt = Attempt.objects.get()
    assert response.status_code == 200
    assert response["HX-Push-Url"] == f"/attempts/{attempt.pk}/"
    assert "<html" not in text_of(response)


def test_after_a_swap_the_page_equals_a_fresh_load(as_maya: Client, send: Send, url: str) -> None:
    before = text_of(as_maya.get(url))
    fragment = text_of(send(headers=HTMX))
    region, title = REGION.search(f"{fragment}</main>"), TITLE.search(fragment)
    assert region and title
    swapped = REGION.sub(lambda _: region[0], TITLE.sub(lambda _: title[0], before))
    fresh = text_of(as_maya.get(reverse("attempt", args=[Attempt.objects.get().pk])))
    assert parse_html(CSRF.sub(r"\1x", swapped)) == parse_html(CSRF.sub(r"\1x", fresh))


def test_the_reply_answers_the_version_that_was_shown(send: Send, tomasz: Scenario) -> None:
    publish(tomasz, statement="I sold it. That was that.")
    send(version="1")
    send(version="2")
    assert sorted(Attempt.objects.values_list("scenario_version__number", flat=True)) == [1, 2]


def test_trying_again_keeps_the_words_and_counts_the_tries(
    as_maya: Client, send: Send, url: str
) -> None:
    send()
    first = Attempt.objects.get()
    again = as_maya.get(url, {"again": str(first.pk)})
    assert field_of(again) == REPLY
    assert f'name="again" value="{first.pk}"' in text_of(again)
    send(again=str(first.pk), reply="You sound afraid of being found out.")
    second = Attempt.objects.get(try_number=2)
    send(again=str(second.pk), reply="You sound afraid that somebody will notice.")
    third = Attempt.objects.get(try_number=3)
    assert (second.first_try, third.first_try) == (first, first)


@pytest.mark.parametrize("again", ["x", str(UUID(int=7)), "strangers"])
def test_another_persons_reply_is_never_tried_again(
    as_maya: Client, send: Send, url: str, again: str
) -> None:
    if again == "strangers":
        send()
        attempt = Attempt.objects.get()
        Attempt.objects.filter(pk=attempt.pk).update(trainee=make_person("x@example.org", "X"))
        again = str(attempt.pk)
    assert field_of(as_maya.get(url, {"again": again})) == ""
    send(again=again)
    assert list(Attempt.objects.filter(trainee__email="maya@example.org").values_list(
        "try_number", flat=True
    )) == [1]  # fmt: skip


# What does not fit ------------------------------------------------------------------------


@pytest.mark.parametrize("reply", ["", "   ", "\r\n\t "])
def test_nothing_is_not_a_reply(send: Send, reply: str) -> None:
    response = send(reply=reply, self_rating="3")
    assert response.status_code == 200
    assert "There is nothing to send yet." in text_of(response)
    assert 'value="3"' in text_of(response) and "checked" in text_of(response)
    assert not Attempt.objects.exists()


def test_five_thousand_words_are_too_many_and_all_come_back(send: Send) -> None:
    reply = "tired " * 5000
    response = send(reply=reply)
    assert response.status_code == 200
    assert "These are 5,000 words" in text_of(response)
    assert field_of(response) == reply
    assert not Attempt.objects.exists()


def test_a_null_byte_is_taken_out_and_said(send: Send) -> None:
    response = send(reply="You sound\x00 tired.")
    assert response.status_code == 200
    assert "Something in it cannot be saved" in text_of(response)
    assert field_of(response) == "You sound tired."


@pytest.mark.parametrize("token", ["", "x", "00000000"])
def test_a_torn_form_gives_the_words_back(send: Send, token: str) -> None:
    response = send(token=token)
    assert response.status_code == 200
    assert "This form did not arrive whole." in text_of(response)
    assert field_of(response) == REPLY
    send(token=token_of(response))
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize(
    "reply",
    [
        "Звучить так, ніби ти дуже втомився.",
        "あなたはとても疲れているようですね。",
        "😔😔😔",
        "<script>alert(1)</script> You sound <b>tired</b>.",
        "asdf ghjk qwer zxcv",
        "…",
        "𝒴ou sound tired\u202e",
    ],
)
def test_whatever_is_typed_is_saved_and_shown_as_it_is(
    as_maya: Client, send: Send, reply: str
) -> None:
    response = send(reply=reply)
    assert response.status_code == 302
    assert Attempt.objects.get().reply == reply
    page = text_of(as_maya.get(response["Location"]))
    assert "<script>alert" not in page
    assert "<b>tired" not in page


@pytest.mark.parametrize(
    "fields",
    [
        {"self_rating": "9"},
        {"self_rating": "near"},
        {"version": "99"},
        {"version": "-1"},
        {"began": "never"},
        {"again": "\x00"},
        {"ask": "\x00"},
    ],
)
def test_fields_nobody_filled_in_like_this_do_no_harm(send: Send, fields: dict[str, str]) -> None:
    response = send(**fields)
    assert response.status_code in (200, 302)


def test_an_unknown_client_is_not_found(as_maya: Client) -> None:
    assert as_maya.get("/practise/nobody/").status_code == 404
    assert as_maya.post("/practise/nobody/", {"reply": REPLY}).status_code == 404


def test_a_retired_client_is_not_practised_with(
    as_maya: Client, tomasz: Scenario, url: str
) -> None:
    tomasz.state = Scenario.State.RETIRED
    tomasz.save()
    assert as_maya.get(url).status_code == 404


# A hint, and how hard clients are ----------------------------------------------------------


def test_a_hint_is_shown_when_asked_for_and_told(as_maya: Client, send: Send, url: str) -> None:
    hint = "Pick the one you hear most."
    assert hint not in text_of(as_maya.get(url))
    response = send(ask="hint")
    assert hint in text_of(response)
    assert 'name="aided" value="on"' in text_of(response)
    assert field_of(response) == REPLY
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    ("level", "ask", "after"),
    [(2, "harder", 3), (3, "harder", 3), (2, "easier", 1), (1, "easier", 1), (2, "same", 2)],
)
def test_clients_become_harder_or_easier_and_the_words_stay(
    send: Send, maya: User, level: int, ask: str, after: int
) -> None:
    User.objects.filter(pk=maya.pk).update(level=level)
    response = send(ask=ask)
    maya.refresh_from_db()
    assert maya.level == after
    assert field_of(response) == REPLY
    assert not Attempt.objects.exists()


# The page ---------------------------------------------------------------------------------


def test_the_page_shows_the_client_and_the_task(as_maya: Client, url: str) -> None:
    page = text_of(as_maya.get(url))
    assert "Tomasz, 47" in page
    assert "Took over his late father’s bakery" in page
    assert all(part in page for part in STATEMENT.split("\n\n"))
    assert "The task: name what Tomasz seems to feel" in page
    assert "how close is this to what Tomasz feels?" in page


@pytest.mark.usefixtures("tomasz")
def test_practising_costs_a_fixed_number_of_queries(
    as_maya: Client,
    url: str,
    replied: Callable[..., Attempt],
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for _ in range(3):
        with django_assert_num_queries(3):
            as_maya.get(url)
        replied()
