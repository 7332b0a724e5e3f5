"""One attempt on one screen: read, judged, released, undone, amended."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from practice import services
from practice.models import (
    AccessLog,
    Attempt,
    BankedComment,
    Claim,
    Cohort,
    Judgement,
    Review,
    Scenario,
    User,
)
from practice.services import Said
from tests.answers import text
from tests.factories import MembershipFactory
from tests.views.cards import ABSTAINED, card, make_attempt
from tests.views.group import in_group, released
from tests.views.people import REPLY, make_person, make_scenario

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(maya: User, tomasz: Scenario, group: tuple[Cohort, User]) -> Attempt:
    return in_group(maya, tomasz, group[0], self_rating=2)


def stamp_on(client: Client, attempt: Attempt) -> str:
    """What the review page carries to tell what it was made from."""
    found = re.search(r'name="stamp" value="(.*?)"', text(client.get(f"/reviews/{attempt.pk}/")))
    assert found
    return found[1]


def put_in_elsewhere(attempt: Attempt, supervisor: User, words: str) -> None:
    """A comment that reaches the draft by "Replies like this one"."""
    attempt.refresh_from_db()
    services.comment_on_look_alikes(attempt=attempt, others=[], supervisor=supervisor, text=words)


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_opening_claims_it_and_is_written_down(as_sam: Client, sam: User, attempt: Attempt) -> None:
    page = words_of(text(as_sam.get(f"/reviews/{attempt.pk}/")))
    assert Claim.objects.get().supervisor == sam
    entry = AccessLog.objects.get()
    assert (entry.who, entry.subject, entry.action) == (sam, attempt.trainee, "read")
    assert "Maya, to Tomasz" in page
    assert "Release to Maya" in page


def test_earlier_tries_that_are_shown_are_written_down_too(
    as_sam: Client, as_maya: Client, maya: User, tomasz: Scenario, attempt: Attempt
) -> None:
    assert attempt.cohort
    second, third = (
        in_group(maya, tomasz, attempt.cohort, first_try=attempt, try_number=number)
        for number in (2, 3)
    )
    as_sam.get(f"/reviews/{second.pk}/")
    assert set(AccessLog.objects.values_list("attempt", flat=True)) == {attempt.pk, second.pk}
    page = text(as_maya.get("/account/access/"))
    assert f'href="/attempts/{attempt.pk}/"' in page and str(third.pk) not in page
    assert "In lists your supervisors see the first words of a reply" in page


def test_the_self_rating_is_shown_only_where_it_was_shared(
    as_sam: Client, attempt: Attempt
) -> None:
    assert "thought it was" not in text(as_sam.get(f"/reviews/{attempt.pk}/"))
    services.ask_for_review(attempt=attempt, question="Too strong?", shares_rating=False)
    page = text(as_sam.get(f"/reviews/{attempt.pk}/"))
    assert "Too strong?" in page and "thought it was" not in page
    services.ask_for_review(attempt=attempt, question="Too strong?", shares_rating=True)
    assert "Maya thought it was: near." in text(as_sam.get(f"/reviews/{attempt.pk}/"))


def test_what_came_up_is_never_shown(as_sam: Client, attempt: Attempt) -> None:
    services.note_stirring(attempt=attempt, word="close_to_home")
    assert "Close to home" not in text(as_sam.get(f"/reviews/{attempt.pk}/"))


def test_a_draft_is_kept_and_nobody_else_sees_it(
    as_sam: Client, as_maya: Client, attempt: Attempt
) -> None:
    sent = {
        "do": "draft",
        "overall": "Read it again.",
        "private_note": "Ask her on Thursday.",
        "say-about_as_strong": "overrule",
        "to-about_as_strong": "partly",
        "say-names_feeling": "agree",
        "note-right_feeling": "Nearly.",
        "phrase": ["worried", ""],
        "phrase-text": ["Keep this.", ""],
        "phrase-start": ["", ""],
        "phrase-end": ["", ""],
    }
    as_sam.post(f"/reviews/{attempt.pk}/", sent)
    review = Review.objects.get()
    assert (review.state, review.overall, review.private_note) == (
        "draft", "Read it again.", "Ask her on Thursday.",
    )  # fmt: skip
    said = dict(review.judgements.values_list("criterion", "verdict"))
    assert said == {"about_as_strong": "partly", "names_feeling": "met"}
    comments = list(review.comments.values_list("criterion", "start", "end", "text"))
    at = REPLY.index("worried")
    assert comments == [
        ("right_feeling", None, None, "Nearly."), ("", at, at + 7, "Keep this."),
    ]  # fmt: skip
    page = text(as_sam.get(f"/reviews/{attempt.pk}/"))
    for words in ("Read it again.", "Ask her on Thursday.", "Nearly.", "Keep this."):
        assert words in page
    assert "Read it again." not in text(as_maya.get(f"/attempts/{attempt.pk}/"))


def test_overruling_wants_a_reason_before_release_and_nothing_is_lost(
    as_sam: Client, attempt: Attempt
) -> None:
    sent = {
        "do": "release",
        "overall": "Good.",
        "say-about_as_strong": "overrule",
        "to-about_as_strong": "met",
    }
    page = text(as_sam.post(f"/reviews/{attempt.pk}/", sent))
    assert "Please say in a sentence why" in page
    assert "Good." in page
    assert Review.objects.get().state == "draft"


def test_words_that_are_not_in_the_reply_are_given_back(as_sam: Client, attempt: Attempt) -> None:
    sent = {
        "do": "release",
        "phrase": "furious",
        "phrase-text": "Too far.",
        "phrase-start": "",
        "phrase-end": "",
    }
    page = text(as_sam.post(f"/reviews/{attempt.pk}/", sent))
    assert "These words are not in the reply: “furious”." in page
    assert "Too far." in page
    assert not Review.objects.exists()


def test_release_goes_on_to_the_next_and_can_be_undone(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    second, first = (in_group(maya, tomasz, group[0]) for _ in range(2))
    answer = as_sam.post(
        f"/reviews/{first.pk}/?strategy=reflect_emotions", {"do": "release", "overall": "Good."}
    )
    review = Review.objects.get()
    assert review.state == "released"
    assert answer["Location"] == (
        f"/reviews/{second.pk}/?strategy=reflect_emotions&released={review.pk}#attempt"
    )
    page = text(as_sam.get(answer["Location"]))
    assert "Released to Maya" in page
    as_sam.post(f"/reviews/{first.pk}/undo/?strategy=reflect_emotions")
    assert Review.objects.get().state == "draft"


def test_a_release_that_is_sent_twice_is_one(as_sam: Client, attempt: Attempt) -> None:
    sent = {"do": "release", "overall": "Good."}
    answers = [as_sam.post(f"/reviews/{attempt.pk}/", sent)["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    review = Review.objects.get()
    assert (review.state, review.amended_at) == ("released", None)


def test_the_last_one_leads_to_the_queue(as_sam: Client, attempt: Attempt) -> None:
    answer = as_sam.post(f"/reviews/{attempt.pk}/", {"do": "release"})
    assert answer["Location"].startswith("/reviews/?released=")
    assert "Released to Maya" in text(as_sam.get(answer["Location"]))


def test_after_its_moment_a_release_stays(as_sam: Client, sam: User, attempt: Attempt) -> None:
    released(attempt, sam)
    page = text(as_sam.post(f"/reviews/{attempt.pk}/undo/", follow=True))
    assert "It has arrived already." in page
    assert Review.objects.get().state == "released"


def test_a_released_review_is_amended_with_history(
    as_sam: Client, sam: User, attempt: Attempt
) -> None:
    review = released(attempt, sam, overall="First thought.")
    assert "Change it for Maya" in text(as_sam.get(f"/reviews/{attempt.pk}/"))
    sent = {"do": "amend", "overall": "Second thought.", "stamp": stamp_on(as_sam, attempt)}
    as_sam.post(f"/reviews/{attempt.pk}/", sent)
    review.refresh_from_db()
    assert review.overall == "Second thought."
    assert "First thought." in text(as_sam.get(f"/reviews/{attempt.pk}/"))


def test_nobody_answers_below_a_draft(as_sam: Client, sam: User, attempt: Attempt) -> None:
    services.save_draft(attempt=attempt, supervisor=sam, overall="Not yet.")
    as_sam.post(f"/reviews/{attempt.pk}/answer/", {"text": "Too early."})
    assert not Review.objects.get().answers.exists()


def test_a_comment_let_go_in_another_window_costs_no_words(
    as_sam: Client, sam: User, attempt: Attempt
) -> None:
    gone = services.bank_comment(supervisor=sam, text="Stay with it.")
    there = services.bank_comment(supervisor=sam, text="Slower.")
    pks = [str(gone.pk), str(there.pk)]
    services.forget_comment(comment=gone)
    url = f"/reviews/{attempt.pk}/"
    as_sam.post(url, {"do": "draft", "overall": "Mine.", "used": [*pks, pks[1], "x"]})
    assert Review.objects.get().overall == "Mine."
    there.refresh_from_db()
    assert there.uses == 1
    page = text(as_sam.post(url, {"use": pks[0], "overall": "Other words."}))
    assert "no longer at hand" in page
    assert "Other words.</textarea>" in page


def test_the_scorecard_is_never_rewritten(as_sam: Client, attempt: Attempt) -> None:
    before = Attempt.objects.values("scorecard", "score").get()
    as_sam.post(
        f"/reviews/{attempt.pk}/",
        {
            "do": "release",
            "say-about_as_strong": "overrule",
            "to-about_as_strong": "met",
            "why-about_as_strong": "It fits.",
        },
    )
    assert Judgement.objects.get(criterion="about_as_strong").verdict == "met"
    assert Attempt.objects.values("scorecard", "score").get() == before


def test_somebody_elses_claim_is_shown_and_taken_over(
    as_sam: Client, sam: User, group: tuple[Cohort, User], attempt: Attempt
) -> None:
    other = make_person("olga@example.org", "Olga Nyland")
    MembershipFactory.create(person=other, cohort=group[0], role="supervisor")
    services.claim_attempt(attempt=attempt, supervisor=other)
    assert "Olga has this open until" in text(as_sam.get(f"/reviews/{attempt.pk}/"))
    assert Claim.objects.get().supervisor == other
    as_sam.post(f"/reviews/{attempt.pk}/take-over/")
    assert Claim.objects.get().supervisor == sam
    Claim.objects.update(supervisor=other, expires_at=timezone.now() - timedelta(seconds=1))
    assert "has this open" not in text(as_sam.get(f"/reviews/{attempt.pk}/"))


def test_earlier_tries_stand_beside_it_with_what_changed(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    first = in_group(maya, tomasz, group[0], reply="You are furious with her.")
    second = in_group(
        maya, tomasz, group[0], reply="You are worried about her.", first_try=first, try_number=2
    )
    page = text(as_sam.get(f"/reviews/{second.pk}/"))
    assert "<del>furious with</del>" in page
    assert "<ins>worried about</ins>" in page
    assert "There is a later try" in text(as_sam.get(f"/reviews/{first.pk}/"))


def test_a_try_that_supervisors_may_not_see_is_not_shown(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    hidden = make_attempt(maya, tomasz, reply="Quite private words.")
    second = in_group(maya, tomasz, group[0], first_try=hidden, try_number=2)
    assert "Quite private words." not in text(as_sam.get(f"/reviews/{second.pk}/"))


def test_a_kept_comment_is_put_in_and_words_are_kept(
    as_sam: Client, sam: User, attempt: Attempt
) -> None:
    kept = services.bank_comment(supervisor=sam, text="Stay with the feeling.")
    page = text(as_sam.post(f"/reviews/{attempt.pk}/", {"overall": "Good.", "use": kept.pk}))
    assert re.search(r'name="overall"[^>]*>\s*Good\.\n\nStay with the feeling\.', page)
    as_sam.post(f"/reviews/{attempt.pk}/", {"overall": "Slower.", "do": "bank"})
    assert set(BankedComment.objects.values_list("text", "uses")) == {
        ("Stay with the feeling.", 1), ("Slower.", 0),
    }  # fmt: skip
    assert "Slower." in text(as_sam.get("/comments/"))
    as_sam.post(f"/comments/{kept.pk}/", {"text": "Stay with what he feels."})
    as_sam.post(f"/comments/{BankedComment.objects.get(text='Slower.').pk}/", {"do": "forget"})
    assert [one.text for one in BankedComment.objects.all()] == ["Stay with what he feels."]


def test_moving_on_keeps_what_was_written(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    second, first = (in_group(maya, tomasz, group[0]) for _ in range(2))
    answer = as_sam.post(f"/reviews/{first.pk}/", {"overall": "Half a", "then": "next"})
    assert answer["Location"] == f"/reviews/{second.pk}/#attempt"
    answer = as_sam.post(f"/reviews/{second.pk}/", {"overall": "x", "then": "previous"})
    assert answer["Location"] == f"/reviews/{first.pk}/#attempt"
    assert Review.objects.filter(state="draft").count() == 2


def test_a_draft_is_thrown_away(as_sam: Client, attempt: Attempt) -> None:
    as_sam.post(f"/reviews/{attempt.pk}/", {"overall": "Half a"})
    as_sam.post(f"/reviews/{attempt.pk}/discard/", {"stamp": stamp_on(as_sam, attempt)})
    assert not Review.objects.exists()


def test_words_from_another_tab_are_not_written_over(
    as_sam: Client, sam: User, attempt: Attempt
) -> None:
    url = f"/reviews/{attempt.pk}/"
    mine = {"overall": "From the first tab.", "stamp": stamp_on(as_sam, attempt)}
    put_in_elsewhere(attempt, sam, "For all.")
    page = text(as_sam.post(url, mine))
    assert "This review was changed in another place" in page
    assert "From the first tab.</textarea>" in page
    assert Review.objects.get().overall == "For all."
    found = re.search(r'name="stamp" value="(.*?)"', page)
    assert found  # once told, one decides
    as_sam.post(url, {**mine, "stamp": found[1]})
    assert Review.objects.get().overall == "From the first tab."


def test_a_page_told_why_it_is_not_released_yet_can_be_sent_again(
    as_sam: Client, attempt: Attempt
) -> None:
    url = f"/reviews/{attempt.pk}/"
    sent = {"do": "release", "say-about_as_strong": "overrule", "to-about_as_strong": "met"}
    found = re.search(r'name="stamp" value="(.*?)"', text(as_sam.post(url, sent)))
    assert found
    as_sam.post(url, {**sent, "why-about_as_strong": "It fits.", "stamp": found[1]})
    assert Review.objects.get().state == "released"


def test_a_tab_from_before_the_release_changes_nothing_unseen(
    as_sam: Client, sam: User, attempt: Attempt
) -> None:
    mine = {"overall": "Half a", "do": "draft", "stamp": stamp_on(as_sam, attempt)}
    released(attempt, sam, overall="Good.")
    page = text(as_sam.post(f"/reviews/{attempt.pk}/", mine))
    assert "This review was changed in another place" in page and "Change it for Maya" in page
    assert Review.objects.get().overall == "Good."


def test_a_draft_that_has_grown_is_not_thrown_away_unseen(
    as_sam: Client, sam: User, attempt: Attempt
) -> None:
    services.save_draft(attempt=attempt, supervisor=sam, overall="Half a")
    stamp = stamp_on(as_sam, attempt)
    put_in_elsewhere(attempt, sam, "For all.")
    answer = as_sam.post(f"/reviews/{attempt.pk}/discard/", {"stamp": stamp}, follow=True)
    assert "so it is still here" in text(answer)
    assert Review.objects.get().overall == "Half a\n\nFor all."


def test_the_conversation_goes_on_below(as_sam: Client, sam: User, attempt: Attempt) -> None:
    review = released(attempt, sam)
    services.answer_review(review=review, author=attempt.trainee, text="What would you say?")
    assert "What would you say?" in text(as_sam.get("/reviews/"))
    assert "What would you say?" in text(as_sam.get(f"/reviews/{attempt.pk}/"))
    assert "What would you say?" not in text(as_sam.get("/reviews/"))
    as_sam.post(f"/reviews/{attempt.pk}/answer/", {"text": "Less."})
    assert "Less." in text(as_sam.get(f"/reviews/{attempt.pk}/"))


def test_rating_blind_hides_what_the_rules_found(as_sam: Client, attempt: Attempt) -> None:
    url = f"/reviews/{attempt.pk}/blind/"
    page = text(as_sam.get(url))
    for words in ("Why about_as_strong", "You heard the worry.", "Practice score", "<mark"):
        assert words not in page
    assert text(as_sam.post(url, {"verdict-right_feeling": "met"})).count("rate this one too") == 3
    given = {f"verdict-{one}": "met" for one in
             ("names_feeling", "right_feeling", "about_as_strong", "leaves_room")}  # fmt: skip
    answer = as_sam.post(url, given)
    assert answer["Location"] == f"/reviews/{attempt.pk}/#judgement"
    assert Review.objects.get().blind
    assert set(Judgement.objects.values_list("blind_verdict", flat=True)) == {"met"}
    assert as_sam.get(url)["Location"] == f"/reviews/{attempt.pk}/#attempt"
    sent = {"do": "release", "say-right_feeling": "agree", "stamp": stamp_on(as_sam, attempt)}
    as_sam.post(f"/reviews/{attempt.pk}/", sent)
    assert Review.objects.get().state == "released"
    assert set(Judgement.objects.values_list("blind_verdict", flat=True)) == {"met"}


def test_whoever_has_seen_the_verdict_is_past_rating_blind(
    as_sam: Client, attempt: Attempt
) -> None:
    url = f"/reviews/{attempt.pk}/"
    for part in ("look-alikes/", "blind/", "blind/"):  # these tell nothing of what was found
        assert as_sam.get(f"{url}{part}").status_code == 200
    as_sam.get(url)
    answer = as_sam.get(f"{url}blind/", follow=True)
    assert answer.redirect_chain == [(f"{url}#attempt", 302)]
    assert "You have seen what the rules found here" in text(answer)
    given = {f"verdict-{one}": "met" for one in services.rules_verdicts(attempt)}
    as_sam.post(f"{url}blind/", given)
    assert not Review.objects.exists()


def test_one_comment_for_look_alikes(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    alike = [in_group(maya, tomasz, group[0], move_signature="same") for _ in range(3)]
    other = in_group(maya, tomasz, group[0], move_signature="other")
    url = f"/reviews/{alike[0].pk}/look-alikes/"
    page = text(as_sam.get(url))
    assert str(alike[1].pk) in page and str(other.pk) not in page
    assert "There is nothing in the comment yet." in text(as_sam.post(url, {"text": ""}))
    answer = as_sam.post(url, {"text": "Stay.", "alike": [str(alike[1].pk)]})
    assert answer["Location"] == "/reviews/?shown=drafts"
    drafted = Review.objects.filter(state="draft", overall="Stay.")
    assert set(drafted.values_list("attempt", flat=True)) == {alike[0].pk, alike[1].pk}


def test_groups_of_look_alikes_are_found_from_the_queue(
    as_sam: Client, maya: User, ben: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    address = "/reviews/alike/"
    assert f'href="{address}"' in text(as_sam.get("/reviews/"))
    assert "No two replies that wait are alike." in text(as_sam.get(address))
    MembershipFactory.create(person=ben, cohort=group[0])
    ours = [in_group(one, tomasz, group[0], move_signature="same") for one in (maya, ben)]
    in_group(maya, tomasz, group[0], move_signature="other")
    page = text(as_sam.get(address))
    assert "Two to Tomasz" in page
    assert '<a href="/reviews/" aria-current="true">Queue</a>' in page
    assert '<a href="/cohorts/">Groups</a>' in page
    [leads_to] = re.findall(r"/reviews/([0-9a-f-]{36})/look-alikes/", page)
    assert leads_to in {str(one.pk) for one in ours}
    narrow = f"{address}?trainee={maya.pk}"
    assert narrow in text(as_sam.get(f"/reviews/?trainee={maya.pk}"))
    assert "No two replies that fit these filters" in text(as_sam.get(narrow))
    assert "Two to Tomasz" not in text(as_sam.get(f"{address}?shown=reviewed&strategy=paraphrase"))


def test_what_the_rules_left_open_is_judged_without_a_reason(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    attempt = in_group(
        maya, tomasz, group[0], scorecard=card(**ABSTAINED), score=None, depth=None,
        abstained="not_english",
    )  # fmt: skip
    as_sam.post(
        f"/reviews/{attempt.pk}/",
        {"do": "release", "say-names_feeling": "overrule", "to-names_feeling": "met"},
    )
    assert Review.objects.get().state == "released"
    assert Judgement.objects.get(criterion="names_feeling").verdict == "met"


def test_other_supervisors_words_wait_until_ones_own_are_released(
    as_sam: Client, sam: User, group: tuple[Cohort, User], attempt: Attempt
) -> None:
    other = make_person("olga@example.org", "Olga Nyland")
    MembershipFactory.create(person=other, cohort=group[0], role="supervisor")
    released(attempt, other, overall="Olga’s words.", said=[Said("right_feeling", "met", "It is.")])
    page = words_of(text(as_sam.get(f"/reviews/{attempt.pk}/")))
    assert "Olga reviewed this reply" in page and "once yours is released" in page
    assert "Olga’s words." not in page
    released(attempt, sam)
    page = words_of(text(as_sam.get(f"/reviews/{attempt.pk}/")))
    assert "Olga’s words." in page and "once yours is released" not in page


def test_nothing_is_released_beside_somebody_elses_review_without_a_word(
    as_sam: Client, group: tuple[Cohort, User], attempt: Attempt
) -> None:
    other = make_person("olga@example.org", "Olga Nyland")
    MembershipFactory.create(person=other, cohort=group[0], role="supervisor")
    released(attempt, other)
    sent = {"do": "release", "private_note": "Ask Olga."}
    page = text(as_sam.post(f"/reviews/{attempt.pk}/", sent))
    assert "Olga has reviewed this reply already, and nothing of your own stands here yet." in page
    assert "Ask Olga.</textarea>" in page
    sent = {"do": "release", "say-names_feeling": "agree"}
    as_sam.post(f"/reviews/{attempt.pk}/", {**sent, "stamp": stamp_on(as_sam, attempt)})
    assert Review.objects.released().count() == 2


@pytest.mark.parametrize("who", ["ben", "maya"])
def test_for_everybody_else_there_is_no_such_page(
    who: str, maya: User, ben: User, attempt: Attempt
) -> None:
    client = Client()
    client.force_login({"ben": ben, "maya": maya}[who])
    for part in ("", "blind/", "look-alikes/"):
        assert client.get(f"/reviews/{attempt.pk}/{part}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_a_review_costs_a_fixed_number_of_queries(
    as_sam: Client,
    maya: User,
    group: tuple[Cohort, User],
    number: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    attempts = [in_group(maya, make_scenario(f"client-{i}"), group[0]) for i in range(number)]
    as_sam.get(f"/reviews/{attempts[0].pk}/")
    with django_assert_num_queries(27):
        as_sam.get(f"/reviews/{attempts[0].pk}/")
