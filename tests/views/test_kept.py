"""Nothing typed is lost when a session or a form runs out, and nothing is sent unasked."""

from __future__ import annotations

import re
import time
from html import unescape
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from practice import kept
from practice.models import Attempt, Review, ScenarioReport, User
from tests.answers import Answer
from tests.cast import Cast
from tests.factories import PASSWORD

WORDS = "It sounds like you sat up <alone> so that “they” could sleep.\nIs that right?"
HERE = {"Sec-Fetch-Site": "same-origin"}
ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
HTMX = {"HX-Request": "true"}
PRACTISE = "/practise/tomas-heating/"


def form(person: User, **changes: Any) -> dict[str, Any]:
    """What the practice page sends."""
    return {
        "token": str(uuid4()),
        "began": str(int(time.time() * 1000) - 60_000),
        "version": "1",
        "again": "",
        "self_rating": "2",
        "person": str(person.pk),
        "reply": WORDS,
        **changes,
    }


def sign_in(client: Client, person: User, after: str) -> Answer:
    fields = {"login": person.email, "password": PASSWORD, "next": after}
    return client.post(reverse("account_login"), fields, follow=True)


def sent_again(client: Client, page: Answer) -> Answer:
    """Press “Send” on the page that shows the kept words."""
    html = page.content.decode()
    [shown] = [part for part in html.split("<form") if "<textarea" in part]
    action = re.search(r'action="([^"]+)"', shown)
    assert action
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown)
    fields = dict(hidden)
    return client.post(action[1], fields | {"reply": WORDS, "reason": WORDS}, headers=HERE)


@pytest.fixture
def strict() -> Client:
    """A browser that is asked for the token of each form."""
    return Client(enforce_csrf_checks=True)


# A session that ran out -------------------------------------------------------------------


def test_words_sent_after_the_session_ended_are_sent_after_signing_in(
    client: Client, cast: Cast
) -> None:
    fields = form(cast.alice)
    away = client.post(PRACTISE, fields)
    assert (away.status_code, away["Location"]) == (302, "/kept-reply/")
    page = client.get("/kept-reply/")
    assert "It sounds like you sat up &lt;alone&gt;" in page.content.decode()
    assert "/accounts/login/?next=/kept-reply/" in page.content.decode()
    back = sign_in(client, cast.alice, "/kept-reply/")
    assert back.redirect_chain[-1] == ("/kept-reply/", 302)
    assert Attempt.objects.filter(token=fields["token"]).count() == 0
    done = sent_again(client, back)
    attempt = Attempt.objects.get(token=fields["token"])
    assert done["Location"] == f"/attempts/{attempt.pk}/#feedback"
    assert (attempt.trainee, attempt.reply, attempt.self_rating) == (cast.alice, WORDS, 2)


def test_sending_them_twice_saves_them_once(client: Client, cast: Cast) -> None:
    fields = form(cast.alice)
    client.post(PRACTISE, fields)
    back = sign_in(client, cast.alice, "/kept-reply/")
    sent_again(client, back)
    sent_again(client, back)
    assert Attempt.objects.filter(token=fields["token"]).count() == 1


def test_htmx_is_led_there_with_the_whole_page(client: Client, cast: Cast) -> None:
    away = client.post(PRACTISE, form(cast.alice), headers=HTMX)
    assert (away.status_code, away["HX-Redirect"]) == (200, "/kept-reply/")
    assert client.session[kept.SESSION_KEY]["fields"]


def test_a_report_is_kept_as_well(client: Client, cast: Cast) -> None:
    client.post("/scenarios/tomas-heating/report/", {"reason": WORDS, "version": "1"})
    back = sign_in(client, cast.alice, "/kept-reply/")
    sent_again(client, back)
    assert ScenarioReport.objects.get().reason == WORDS


def test_nothing_typed_nothing_kept(client: Client, cast: Cast) -> None:
    away = client.post(PRACTISE, form(cast.alice, reply=" \n"))
    where = urlencode({"next": PRACTISE})
    assert away["Location"] == f"/accounts/login/?{where}"
    assert kept.SESSION_KEY not in client.session


def test_more_than_can_be_kept_is_shown_to_be_copied(client: Client, cast: Cast) -> None:
    book = "word " * 15_000
    page = client.post(PRACTISE, form(cast.alice, reply=book))
    assert page.status_code == 403
    assert book in page.content.decode()
    assert kept.SESSION_KEY not in client.session


def test_letting_go_forgets_the_words(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    client.post(PRACTISE, {})
    client.logout()
    client.post(PRACTISE, form(cast.alice))
    sign_in(client, cast.alice, "/kept-reply/")
    assert client.post("/kept-reply/")["Location"] == PRACTISE
    assert "Nothing waits here" in client.get("/kept-reply/").content.decode()
    assert client.post("/kept-reply/")["Location"] == "/"


def test_words_wait_a_day(client: Client, cast: Cast) -> None:
    client.post(PRACTISE, form(cast.alice))
    session = client.session
    session[kept.SESSION_KEY]["at"] -= 24 * 3600 + 1
    session.save()
    assert "Nothing waits here" in client.get("/kept-reply/").content.decode()
    assert kept.SESSION_KEY not in client.session


def test_another_person_neither_sees_nor_sends_them(client: Client, cast: Cast) -> None:
    client.post(PRACTISE, form(cast.alice))
    page = sign_in(client, cast.bob, "/kept-reply/").content.decode()
    assert "someone else’s" in page
    assert "so that “they” could sleep" not in page
    assert client.post("/kept-reply/")["Location"] == "/"


def test_where_words_go_is_never_an_address_that_was_handed_in(client: Client, cast: Cast) -> None:
    client.post(PRACTISE, form(cast.alice, next="https://evil.example/", action="//evil.example"))
    page = sign_in(client, cast.alice, "/kept-reply/").content.decode()
    assert re.findall(r'<form method="post" action="([^"]+)" class', page) == [PRACTISE]


# A form that ran out ----------------------------------------------------------------------


def test_a_form_that_ran_out_is_kept_for_whoever_is_signed_in(strict: Client, cast: Cast) -> None:
    strict.force_login(cast.alice)
    fields = form(cast.alice, csrfmiddlewaretoken="x" * 64)
    away = strict.post(PRACTISE, fields, headers=HERE)
    assert (away.status_code, away["Location"]) == (302, "/kept-reply/")
    page = strict.get("/kept-reply/")
    assert f'value="{"x" * 64}"' not in page.content.decode()
    sent_again(strict, page)
    assert Attempt.objects.get(token=fields["token"]).reply == WORDS


def test_the_same_for_htmx(strict: Client, cast: Cast) -> None:
    strict.force_login(cast.alice)
    away = strict.post(PRACTISE, form(cast.alice), headers=HTMX)
    assert (away.status_code, away["HX-Redirect"]) == (200, "/kept-reply/")


def test_all_of_a_review_is_kept(strict: Client, cast: Cast) -> None:
    """Words on points, on phrases, to the trainee and to oneself, and what goes with them."""
    strict.force_login(cast.sam)
    sent = {
        "person": [str(cast.sam.pk)],
        "do": ["draft"],
        "say-leaves_room": ["overrule"],
        "to-leaves_room": ["partly"],
        "why-leaves_room": ["There is a little room & more.\nNot much."],
        "note-own_words": ["These are yours."],
        "phrase": ["It sounds like", "the cold", ""],
        "phrase-start": ["", "", ""],
        "phrase-end": ["", "", ""],
        "phrase-text": ["", "She said <that>.", ""],
        "overall": [""],
        "private_note": ["Ask about nights."],
    }
    away = strict.post(f"/reviews/{cast.alices.pk}/", sent, headers=HERE)
    assert (away.status_code, away["Location"]) == (302, "/kept-reply/")
    html = strict.get("/kept-reply/").content.decode()
    [shown] = [part for part in html.split("<form") if "<textarea" in part]
    assert shown.count("<textarea") == 4
    found = re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)">'
        r'|<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>',
        shown,
        re.DOTALL,
    )
    again: dict[str, list[str]] = {}
    for hidden, value, typed, words in found:
        again.setdefault(hidden or typed, []).append(unescape(value or words))
    token = again.pop("csrfmiddlewaretoken")
    assert again == sent
    strict.post(f"/reviews/{cast.alices.pk}/", {**again, "csrfmiddlewaretoken": token})
    review = Review.objects.get()
    assert review.private_note == "Ask about nights."
    [judgement] = review.judgements.all()
    assert (judgement.criterion, judgement.verdict) == ("leaves_room", "partly")
    assert judgement.reason == sent["why-leaves_room"][0]
    comments = review.comments.values_list("criterion", "start", "text")
    assert set(comments) == {
        ("own_words", None, "These are yours."),
        ("", cast.alices.reply.index("the cold"), "She said <that>."),
    }


def test_an_old_browser_gets_the_words_back_in_a_fresh_form(strict: Client, cast: Cast) -> None:
    """It does not say where a request came from, so nothing is put by; a person decides."""
    strict.force_login(cast.alice)
    fields = form(cast.alice)
    page = strict.post(PRACTISE, fields)
    assert page.status_code == 403
    assert kept.SESSION_KEY not in strict.session
    sent_again(strict, page)
    assert Attempt.objects.get(token=fields["token"]).reply == WORDS


def test_a_form_typed_by_somebody_else_is_not_sent_under_this_name(
    strict: Client, cast: Cast
) -> None:
    """Alice’s tab is still open where Bob has signed in since."""
    strict.force_login(cast.bob)
    page = strict.post(PRACTISE, form(cast.alice))
    assert (page.status_code, "someone else’s" in page.content.decode()) == (403, True)
    assert "could sleep" not in page.content.decode()


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_page_elsewhere_can_put_nothing_by(strict: Client, cast: Cast, signed_in: bool) -> None:
    if signed_in:
        strict.force_login(cast.alice)
    before = {**strict.cookies}
    page = strict.post(PRACTISE, form(cast.alice), headers=ELSEWHERE)
    assert page.status_code == 403
    assert "sessionid" not in page.cookies  # or a page elsewhere could sign somebody out
    assert {**strict.cookies}.get("sessionid") == before.get("sessionid")
    assert kept.SESSION_KEY not in strict.session
    assert Attempt.objects.filter(reply=WORDS).count() == 0


def test_a_form_without_words_says_that_it_ran_out(strict: Client, cast: Cast) -> None:
    strict.force_login(cast.alice)
    page = strict.post("/account/", {"display_name": "Alicia"}, headers=HERE)
    assert (page.status_code, "This form ran out" in page.content.decode()) == (403, True)


# Limits -----------------------------------------------------------------------------------


def test_words_are_kept_a_reasonable_number_of_times(client: Client, cast: Cast) -> None:
    statuses = [client.post(PRACTISE, form(cast.alice)).status_code for _ in range(31)]
    assert statuses == [302] * 30 + [403]
