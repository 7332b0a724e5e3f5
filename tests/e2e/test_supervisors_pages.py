"""What supervisors read, light and dark, on a desk and on a phone: nothing for axe to find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from practice import services
from practice.models import Assignment, Attempt, Cohort, Transcript, User
from practice.services import Remark, Said
from tests.e2e.conftest import WIDEST
from tests.factories import MembershipFactory
from tests.views.cards import card, found, make_attempt
from tests.views.group import in_group, make_group, released
from tests.views.people import make_person, make_scenario

SignIn = Callable[[Page, User], None]
Visit = Callable[[Page, Iterable[str]], None]
PAGES = [
    "/",
    "/reviews/",
    "/reviews/?strategy=reflect_emotions",
    "/reviews/alike/",
    "/reviews/{asked}/",
    "/reviews/{asked}/#judgement",
    "/reviews/{asked}/#queue",
    "/reviews/{done}/",
    "/reviews/{done}/#judgement",
    "/reviews/{asked}/blind/",
    "/reviews/{asked}/blind/#judgement",
    "/reviews/{asked}/look-alikes/",
    "/comments/",
    "/cohorts/",
    "/cohorts/new/",
    "/cohorts/{cohort}/",
    "/cohorts/{cohort}/edit/",
    "/cohorts/{cohort}/roster/",
    "/cohorts/{cohort}/import/",
    "/cohorts/{cohort}/assignments/new/",
    "/assignments/{assignment}/",
    "/agreement/",
    "/agreement/?list=on",
    "/transcripts/",
    "/transcripts/{transcript}/",
]


@dataclass(frozen=True, slots=True)
class World:
    """Whatever the pages are about."""

    sam: User
    maya: User
    ids: dict[str, object]


@pytest.fixture
def world(transactional_db: None) -> World:
    maya, ben = (make_person(f"{name}@example.org", WIDEST) for name in ("maya", "ben"))
    cohort, sam = make_group(maya, ben)
    other: Cohort = services.create_cohort(by=sam, name="Another group")
    Cohort.objects.update(name=WIDEST)
    MembershipFactory.create(person=ben, cohort=other)
    tomasz = make_scenario("tomasz-bakery")
    scored = card(criteria=[found("names_feeling", "met", 20, 20, reason="It names one."),
                            found("about_as_strong", "not_yet", 12, 0)])  # fmt: skip
    for _ in range(20):  # the first in_group below counts them too
        make_attempt(
            maya, tomasz, scorecard=scored, move_signature="same", cohort=cohort, visible=True
        )
    first: Attempt = in_group(ben, tomasz, cohort, self_rating=2)
    asked = in_group(
        ben, tomasz, cohort, reply="You are furious with her, and with him.", first_try=first,
        try_number=2, self_rating=2, move_signature="same",
    )  # fmt: skip
    services.ask_for_review(attempt=asked, question=WIDEST, shares_rating=True)
    services.dispute_finding(attempt=asked, criterion="about_as_strong", text="It is what he says.")
    done = in_group(maya, tomasz, cohort)
    review = released(
        done, sam, said=[Said("about_as_strong", "partly", "A step less.")],
        remarks=[Remark("Keep this.", start=0, end=9), Remark("Yes.", criterion="names_feeling")],
    )  # fmt: skip
    services.amend_review(review=review, overall=WIDEST * 3)
    services.answer_review(review=review, author=maya, text="Thank you.")
    services.bank_comment(supervisor=sam, text=WIDEST)
    services.save_view(supervisor=sam, name="Mine", query="strategy=reflect_emotions")
    assignment: Assignment = services.create_assignment(
        cohort=cohort, by=sam, title=WIDEST, due_on=timezone.localdate() + timedelta(days=3),
        attempts_wanted=3,
    )  # fmt: skip
    talk = "Client: It broke.\nHelper: What was that like? You should rest."
    transcript: Transcript = services.keep_transcript(
        owner=sam, title=WIDEST, text=talk, helper="Helper"
    )
    ids: dict[str, object] = {"asked": asked.pk, "done": done.pk, "cohort": cohort.pk,
           "assignment": assignment.pk, "transcript": transcript.pk}  # fmt: skip
    return World(sam, maya, ids)


@pytest.mark.parametrize(
    "urls", [PAGES[:8], PAGES[8:16], PAGES[16:]], ids=["queue", "desk", "group"]
)
def test_what_a_supervisor_reads(
    page: Page, world: World, sign_in: SignIn, assert_all_fit: Visit, urls: list[str]
) -> None:
    sign_in(page, world.sam)
    assert_all_fit(page, [url.format(**world.ids) for url in urls])


def test_what_the_trainee_reads_of_it(
    page: Page, world: World, sign_in: SignIn, assert_all_fit: Visit
) -> None:
    review = Attempt.objects.get(pk=str(world.ids["done"])).reviews.get()
    type(review).objects.update(released_at=timezone.now() - timedelta(minutes=1))
    sign_in(page, world.maya)
    done = "/attempts/{done}/".format(**world.ids)
    assert_all_fit(page, ["/", done, "/reviews/back/", "/account/access/"])


def test_the_keys_are_readable(
    page: Page,
    world: World,
    sign_in: SignIn,
    assert_accessible: Callable[[Page], None],
) -> None:
    sign_in(page, world.sam)
    page.goto("/reviews/{asked}/".format(**world.ids))
    page.keyboard.press("?")
    assert_accessible(page)
