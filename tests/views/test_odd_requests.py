"""Whatever is sent, the answer is a page with a plain message, and never a breakdown."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.test import Client

from practice.models import Attempt, Scenario, ScenarioReport
from tests.answers import text
from tests.cast import Cast

PRACTISE = "/practise/tomas-heating/"
ODD = {
    "empty": "",
    "blank": " \n\t\r\n ",
    "null byte": "It sounds\x00 cold.",
    "nothing but null": "\x00",
    "five thousand words": "word " * 5000,
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "emoji": "🙂" * 300,
    "other alphabets": "Це звучить самотньо. 这听起来很孤独。 يبدو ذلك موحشا.",
    "combining marks": "e\u0301" * 500 + "\u202e backwards",
    "no letters": "?!… — “”",
    "one sign": "a",
    "template": "{{ user.password }} {% debug %}",
    "sql": "'; DROP TABLE practice_attempt; --",
    "percent": "%s %(x)s %",
    "spaces": "a" + " " * 3000 + "b",
    "one long word": "a" * 4000,
}


@pytest.fixture
def alices(client: Client, cast: Cast) -> Client:
    """A browser where Alice has signed in; a breakdown is answered as on the site."""
    client.force_login(cast.alice)
    client.raise_request_exception = False
    return client


def form(**changes: Any) -> dict[str, Any]:
    return {"token": str(uuid4()), "began": "0", "version": "1", "again": "", **changes}


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
@pytest.mark.parametrize("reply", ODD.values(), ids=ODD)
def test_an_odd_reply_is_kept_or_its_fault_is_said(
    alices: Client, reply: str, headers: dict[str, str]
) -> None:
    before = Attempt.objects.count()
    answer = alices.post(PRACTISE, form(reply=reply), headers=headers, follow=True)
    assert answer.status_code == 200
    saved = Attempt.objects.count() - before
    assert saved == 1 or 'id="reply-error"' in text(answer)
    if saved:
        kept = Attempt.objects.latest("created_at")
        assert kept.reply == reply.replace("\r\n", "\n")
    assert "<script>alert(1)" not in text(answer)
    assert "<img src=x" not in text(answer)


def test_what_is_too_long_is_given_back_whole(alices: Client) -> None:
    book = "word " * 5000
    answer = alices.post(PRACTISE, form(reply=book))
    assert book in text(answer)
    assert "4,000 characters" in text(answer)


@pytest.mark.parametrize(
    "changes",
    [
        {"token": ""},
        {"token": "not-a-uuid"},
        {"token": "\x00"},
        {"began": "yesterday"},
        {"began": "9" * 400},
        {"began": "-5"},
        {"version": "9" * 400},
        {"version": "\x00"},
        {"version": "99"},
        {"again": "not-a-uuid"},
        {"again": "\x00"},
        {"self_rating": "11"},
        {"aided": "\x00"},
        {"ask": "telepathy"},
        {"ask": "\x00"},
    ],
    ids=str,
)
def test_a_form_that_was_tampered_with_is_no_accident(
    alices: Client, changes: dict[str, str]
) -> None:
    answer = alices.post(PRACTISE, form(reply="It sounds cold.", **changes), follow=True)
    assert answer.status_code == 200
    saved = Attempt.objects.filter(reply="It sounds cold.").exists()
    assert saved or "It sounds cold.</textarea>" in text(answer)


@pytest.mark.parametrize(
    ("length", "status"), [("20000001", 413), ("9" * 400, 413), ("-1", 400), ("many", 400)]
)
def test_a_huge_body_is_refused_unread_whoever_sends_it(
    client: Client, length: str, status: int
) -> None:
    client.raise_request_exception = False
    for path in ("/accounts/login/", "/admin/practice/scenario/upload/", "/kept-reply/"):
        assert client.post(path, CONTENT_LENGTH=length).status_code == status


def test_another_persons_reply_is_not_tried_again(alices: Client, cast: Cast) -> None:
    alices.post(PRACTISE, form(reply="It sounds cold.", again=str(cast.bobs.pk)))
    assert Attempt.objects.latest("created_at").first_try is None
    assert cast.bobs.reply not in text(alices.get(f"{PRACTISE}?again={cast.bobs.pk}"))


@pytest.mark.parametrize(
    "path",
    [
        "/practise/nobody-here/",
        "/practise/" + "a" * 3000 + "/",
        "/attempts/0b54cbb1-6a75-4cd8-9d1e-5c2f1f2a7b11/",
        "/attempts/not-a-uuid/",
        "/rules/no.such.rule/",
        "/criteria/nothing/",
        "/scenarios/nobody-here/report/",
        "/account/groups/99999999999999999999/leave/",
    ],
)
def test_what_is_not_there_is_a_plain_page(alices: Client, path: str) -> None:
    answer = alices.post(path) if path.endswith("leave/") else alices.get(path)
    assert answer.status_code == 404
    assert "<h1>" in text(answer)


@pytest.mark.parametrize("value", ["x" * 5000, "🙂", "-1", "2024-13-45", "' OR 1=1"])
@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/attempts/", "strategy"),
        ("/attempts/", "difficulty"),
        ("/attempts/", "verdict"),
        ("/attempts/", "since"),
        ("/attempts/", "until"),
        ("/attempts/", "before"),
        ("/practise/next/", "strategy"),
        ("/practise/next/", "difficulty"),
        (PRACTISE, "again"),
        ("/accounts/login/", "next"),
        ("/progress/", "x"),
    ],
)
def test_an_odd_query_is_left_aside(alices: Client, path: str, name: str, value: str) -> None:
    assert alices.get(f"{path}?{name}={quote(value)}").status_code in {200, 302}


@pytest.mark.parametrize(
    "path",
    [
        "/attempts/?strategy=%00",
        "/attempts/?before=x&since=%00",
        "/accounts/login/?next=%00",
        "/practise/tomas-heating%00/",
        "/rules/%00/",
        "/admin/practice/user/?is_staff__exact=%00",
    ],
)
def test_a_null_byte_in_an_address_is_refused(alices: Client, path: str) -> None:
    answer = alices.get(path)
    assert answer.status_code == 400
    assert "<h1>" in text(answer)


@pytest.mark.parametrize("path", [PRACTISE, "/accounts/login/"])
def test_what_is_too_much_at_once_is_refused_with_a_way_on(alices: Client, path: str) -> None:
    book = "x" * 1_100_000
    many = "&".join(f"x{number}=1" for number in range(600))
    coded = "application/x-www-form-urlencoded"
    answers = [
        alices.post(path, form(reply=book)),
        alices.generic("POST", path, f"reply={book}", coded),
        alices.generic("POST", path, many, coded),
        alices.post(path, {f"x{number}": "1" for number in range(600)}),
        alices.post(path, CONTENT_LENGTH="20000001"),
        alices.post(path, {f"f{number}": BytesIO(b"x") for number in range(101)}),
    ]
    for answer in answers:
        assert answer.status_code == 413
        assert "<h1>That is too much at once</h1>" in text(answer)
        assert "Your words are not lost" in text(answer)
    assert ["fields in that form" in text(answer) for answer in answers] == [
        False,
        False,
        True,
        True,
        False,
        True,
    ]


def test_broken_encoding_is_no_accident(alices: Client) -> None:
    body = b"token=%ff%fe&reply=%c3%28%00"
    answer = alices.generic("POST", PRACTISE, body, "application/x-www-form-urlencoded")
    assert answer.status_code == 200
    answer = alices.generic("POST", PRACTISE, b"{", "application/json")
    assert answer.status_code == 200
    answer = alices.generic("POST", PRACTISE, b"--x", "multipart/form-data; boundary=x")
    assert answer.status_code in {200, 400}


def test_a_stranger_host_is_refused(alices: Client) -> None:
    assert alices.get("/in-crisis/", headers={"Host": "evil.example"}).status_code == 400


def test_words_to_a_client_retired_meanwhile_are_not_lost(alices: Client, cast: Cast) -> None:
    """Who was writing when the scenario was taken out may still finish; nobody else begins."""
    Scenario.objects.update(state="retired")
    assert alices.get(PRACTISE).status_code == 404
    alices.post(PRACTISE, form(reply="It sounds as if you sat up alone."))
    assert Attempt.objects.latest("created_at").reply == "It sounds as if you sat up alone."
    report = "/scenarios/tomas-heating/report/"
    page = text(alices.post(report, {"reason": ""}))
    assert "Please say in a few words" in page and "Back to" not in page
    alices.post(report, {"reason": "He would not say that."})
    assert ScenarioReport.objects.get().reason == "He would not say that."
    Scenario.objects.update(state="draft")
    assert alices.post(PRACTISE, form(reply="It sounds cold.")).status_code == 404
    assert alices.post(report, {"reason": "He would not say that."}).status_code == 404
