"""What a trainee asks of supervisors, and what comes back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from practice import services
from practice.models import Attempt, Cohort, Dispute, Review, ReviewRequest, Scenario, User
from practice.queries import back
from practice.services import Remark, Said
from tests.answers import text
from tests.views.cards import ABSTAINED, card, make_attempt, span
from tests.views.group import in_group, released
from tests.views.people import REPLY, make_scenario

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(maya: User, tomasz: Scenario, group: tuple[Cohort, User]) -> Attempt:
    return in_group(maya, tomasz, group[0], self_rating=2)


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


# Asking -----------------------------------------------------------------------------------


def test_a_reply_is_sent_with_a_question_and_taken_back(as_maya: Client, attempt: Attempt) -> None:
    url = f"/attempts/{attempt.pk}/ask/"
    answer = as_maya.post(url, {"question": "Was that a guess?", "shares_rating": "on"})
    assert answer["Location"] == f"/attempts/{attempt.pk}/#asking"
    asked = ReviewRequest.objects.get()
    assert (asked.question, asked.shares_rating) == ("Was that a guess?", True)
    page = text(as_maya.get(f"/attempts/{attempt.pk}/"))
    assert "Was that a guess?" in page
    assert "Change the question" in page
    as_maya.post(url, {"do": "take-back"})
    assert not ReviewRequest.objects.exists()


def test_a_question_that_was_answered_meanwhile_stays(
    as_maya: Client, sam: User, attempt: Attempt
) -> None:
    services.ask_for_review(attempt=attempt, question="Was that a guess?")
    released(attempt, sam)
    url = f"/attempts/{attempt.pk}/ask/"
    answer = as_maya.post(url, {"do": "take-back"}, follow=True)
    assert "so your question stays above its answer" in text(answer)
    assert ReviewRequest.objects.get().question == "Was that a guess?"


def test_a_question_that_is_too_long_is_given_back(as_maya: Client, attempt: Attempt) -> None:
    long = "Why? " * 300
    page = text(as_maya.post(f"/attempts/{attempt.pk}/ask/", {"question": long}))
    assert "shorten it" in page
    assert long.strip() in page
    assert re.search(r'id="asking" open', page)
    assert not ReviewRequest.objects.exists()


def test_outside_a_group_there_is_nobody_to_ask(
    as_maya: Client, maya: User, tomasz: Scenario
) -> None:
    attempt = make_attempt(maya, tomasz)
    assert "nobody to send it to" in text(as_maya.get(f"/attempts/{attempt.pk}/"))
    page = text(as_maya.post(f"/attempts/{attempt.pk}/ask/", {"question": "Is it?"}))
    assert "written outside any group" in page
    assert not ReviewRequest.objects.exists()


def test_the_rating_can_be_shared_only_where_there_is_one(
    as_maya: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    unrated = in_group(maya, tomasz, group[0])
    assert "Show how close" not in text(as_maya.get(f"/attempts/{unrated.pk}/"))
    as_maya.post(f"/attempts/{unrated.pk}/ask/", {"shares_rating": "on"})
    assert not ReviewRequest.objects.get().shares_rating


def test_a_finding_is_disputed_and_that_is_taken_back(as_maya: Client, attempt: Attempt) -> None:
    url = f"/attempts/{attempt.pk}/dispute/"
    as_maya.post(url, {"criterion": "right_feeling", "text": "He is ashamed."})
    found = Dispute.objects.get()
    assert (found.criterion, found.text) == ("right_feeling", "He is ashamed.")
    assert "He is ashamed." in text(as_maya.get(f"/attempts/{attempt.pk}/"))
    as_maya.post(url, {"take-back": "right_feeling"})
    assert not Dispute.objects.exists()


def test_what_somebody_has_looked_at_is_taken_back_no_more(
    as_maya: Client, sam: User, attempt: Attempt
) -> None:
    url = f"/attempts/{attempt.pk}/dispute/"
    as_maya.post(url, {"criterion": "right_feeling"})
    assert 'name="take-back"' in text(as_maya.get(f"/attempts/{attempt.pk}/"))
    services.release_review(review=services.save_draft(attempt=attempt, supervisor=sam))
    assert 'name="take-back"' not in text(as_maya.get(f"/attempts/{attempt.pk}/"))
    answer = as_maya.post(url, {"take-back": "right_feeling"}, follow=True)
    assert "so what you said about it stays beside it" in text(answer)
    assert Dispute.objects.exists()


def test_nothing_is_disputed_by_one_press_alone(as_maya: Client, attempt: Attempt) -> None:
    page = text(as_maya.get(f"/attempts/{attempt.pk}/"))
    assert '<option value="" selected>Choose one</option>' in page
    page = text(as_maya.post(f"/attempts/{attempt.pk}/dispute/", {"criterion": "", "text": "No."}))
    assert "Please choose the point you mean." in page and "No.</textarea>" in page
    assert re.search(r'<details class="fold no-print" open>\s*<summary>I see it differently', page)
    assert not Dispute.objects.exists()


def test_only_what_was_looked_at_can_be_disputed(as_maya: Client, attempt: Attempt) -> None:
    url = f"/attempts/{attempt.pk}/dispute/"
    page = text(as_maya.post(url, {"criterion": "is_open", "text": "It was open."}))
    assert "It was open." in page and "Please choose the point you mean." in page
    assert not Dispute.objects.exists()


def test_where_nothing_was_judged_nothing_can_be_disputed(
    as_maya: Client, maya: User, tomasz: Scenario
) -> None:
    attempt = make_attempt(maya, tomasz, card(**ABSTAINED))
    assert "I see it differently" not in text(as_maya.get(f"/attempts/{attempt.pk}/"))


# What comes back --------------------------------------------------------------------------


def test_the_supervisors_words_come_first_and_both_verdicts_are_shown(
    as_maya: Client, attempt: Attempt, sam: User
) -> None:
    before = attempt.scorecard
    released(
        attempt,
        sam,
        overall="Not a guess, a hearing.",
        said=[
            Said("about_as_strong", "partly", "You heard the heat."),
            Said("right_feeling", "partly"),
        ],
        remarks=[
            Remark("Keep this.", start=span(REPLY, "worried")[0], end=span(REPLY, "worried")[1])
        ],
    )
    page = words_of(text(as_maya.get(f"/attempts/{attempt.pk}/")))
    order = ["Sam says", "Not a guess, a hearing.", "On worried", "Keep this.", "About as strong",
             "Sam: partly", "The rules: not yet", "You heard the heat.", "What worked"]  # fmt: skip
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    attempt.refresh_from_db()
    assert attempt.scorecard == before
    assert "Practice score 50" in page


def test_a_review_without_words_says_what_it_agrees_with(
    as_maya: Client, attempt: Attempt, sam: User
) -> None:
    released(attempt, sam, overall="")
    page = text(as_maya.get(f"/attempts/{attempt.pk}/"))
    assert "Sam has read it and lets what the rules found stand." in page
    Review.objects.all().delete()
    found = services.rules_verdicts(attempt)
    released(attempt, sam, overall="", said=[Said(one, found[one]) for one in list(found)[:2]])
    page = text(as_maya.get(f"/attempts/{attempt.pk}/"))
    assert "Sam has read it and agrees with the rules on 2 points." in page


def test_home_says_how_many_are_back_until_they_are_read(
    as_maya: Client, attempt: Attempt, sam: User
) -> None:
    released(attempt, sam)
    assert "One review is back" in text(as_maya.get("/"))
    as_maya.get(f"/attempts/{attempt.pk}/")
    assert "back</h2>" not in text(as_maya.get("/"))


def test_what_can_still_be_undone_is_not_there_yet(
    as_maya: Client, attempt: Attempt, sam: User
) -> None:
    review = released(attempt, sam, at=timezone.now())
    assert "Sam says" not in text(as_maya.get(f"/attempts/{attempt.pk}/"))
    assert "No review has come back yet." in text(as_maya.get("/reviews/back/"))
    assert as_maya.post(f"/reviews/back/{review.pk}/answer/", {"text": "x"}).status_code == 404


def test_an_amended_review_is_new_again_and_keeps_what_it_said(
    as_maya: Client, attempt: Attempt, sam: User
) -> None:
    remarks = [Remark("Keep this.", start=0, end=9), Remark("Yes.", criterion="names_feeling")]
    review = released(attempt, sam, overall="First thought.", remarks=remarks)
    as_maya.get(f"/attempts/{attempt.pk}/")
    services.amend_review(review=review, overall="Second thought.")
    assert "One review is back" in text(as_maya.get("/"))
    page = words_of(text(as_maya.get(f"/attempts/{attempt.pk}/")))
    assert "changed since you read it" in page
    assert page.index("Second thought.") < page.index("First thought.")
    assert f"On “{attempt.reply[:9]}”: Keep this." in page
    assert "Names a feeling: Yes." in page


def test_the_trainee_answers_and_says_whether_it_helped(
    as_maya: Client, attempt: Attempt, sam: User
) -> None:
    review = released(attempt, sam)
    answer = f"/reviews/back/{review.pk}/answer/"
    helpful = f"/reviews/back/{review.pk}/helpful/"
    assert "There is nothing to send yet." in text(as_maya.post(answer, {"text": " "}))
    as_maya.post(answer, {"text": "That helps, thank you."})
    assert "That helps, thank you." in text(as_maya.get(f"/attempts/{attempt.pk}/"))
    for said, kept in [("yes", True), ("no", False), ("no", None), ("?", None)]:
        as_maya.post(helpful, {"helpful": said})
        assert Review.objects.get().helpful is kept


def test_a_strangers_review_does_not_exist(
    as_maya: Client, ben: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    review = released(in_group(ben, tomasz, group[0]), group[1])
    for part in ("answer", "helpful"):
        assert as_maya.post(f"/reviews/back/{review.pk}/{part}/", {"text": "x"}).status_code == 404
    assert "No review has come back yet." in text(as_maya.get("/reviews/back/"))


def test_what_is_private_is_never_shown(as_maya: Client, attempt: Attempt, sam: User) -> None:
    review = services.save_draft(
        attempt=attempt, supervisor=sam, overall="Good.", private_note="Watch this one."
    )
    services.release_review(review=review, now=timezone.now() - timedelta(minutes=1))
    assert "Watch this one." not in text(as_maya.get(f"/attempts/{attempt.pk}/"))


@pytest.mark.parametrize("number", [1, 3])
def test_lists_cost_a_fixed_number_of_queries(
    as_maya: Client,
    maya: User,
    group: tuple[Cohort, User],
    number: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for i in range(number):
        attempt = in_group(maya, make_scenario(f"client-{i}"), group[0])
        released(attempt, group[1])
        services.log_access(who=group[1], attempt=attempt, action="read")  # type: ignore[arg-type]
    with django_assert_num_queries(3):
        as_maya.get("/reviews/back/")
    with django_assert_num_queries(3):
        as_maya.get("/account/access/")


def test_reviews_are_listed_a_page_at_a_time(
    as_maya: Client,
    maya: User,
    tomasz: Scenario,
    group: tuple[Cohort, User],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(back, "PAGE", 2)
    now = timezone.now() - timedelta(hours=1)
    reviews = [
        released(in_group(maya, tomasz, group[0]), group[1], at=now + timedelta(minutes=i // 2))
        for i in range(5)
    ]
    found: list[str] = []
    url: str | None = "/reviews/back/"
    while url:
        page = text(as_maya.get(url))
        found += re.findall(r"#review-([\w-]+)", page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        url = more[1] if more else None
    assert sorted(found) == sorted(str(review.pk) for review in reviews)
    assert len(set(found)) == 5


def test_the_trainee_reads_who_looked(as_maya: Client, attempt: Attempt, sam: User) -> None:
    assert "Nobody has looked yet." in text(as_maya.get("/account/access/"))
    released(attempt, sam)
    page = words_of(text(as_maya.get("/account/access/")))
    assert "Sam Stone Reviewed to Tomasz" in page
