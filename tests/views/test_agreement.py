"""How often rules and supervisors agree, and the list behind each figure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from practice.models import AccessLog, Cohort, Scenario, User
from practice.services import Said
from tests.answers import Answer, text
from tests.factories import MembershipFactory
from tests.views.group import in_group, make_group, released
from tests.views.people import make_person

pytestmark = pytest.mark.django_db


def rows_of(answer: Answer) -> list[list[str]]:
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(text(answer).removeprefix("\ufeff"), newline="")))


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_too_few_to_say_and_the_list_behind(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    assert "No review was released yet." in text(as_sam.get("/agreement/"))
    attempt = in_group(maya, tomasz, group[0])
    released(attempt, group[1], said=[Said("about_as_strong", "met", "It fits.")])
    page = words_of(text(as_sam.get("/agreement/")))
    assert "About as strong 1 too few to say 1" in page
    page = text(as_sam.get("/agreement/?list=on&criterion=about_as_strong"))
    assert f'href="/reviews/{attempt.pk}/"' in page
    assert "The rules: not yet" in page and "Sam: met" in page and "It fits." in page
    assert "They never differ here." in text(as_sam.get("/agreement/?criterion=names_feeling"))


def test_enough_pairs_give_a_figure_with_its_interval(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    for i in range(20):
        verdict, why = ("met", "It fits.") if i % 2 else ("not_yet", "")
        said = [Said("about_as_strong", verdict, why), Said("names_feeling", "met")]
        released(in_group(maya, tomasz, group[0]), group[1], said=said)
    page = words_of(text(as_sam.get("/agreement/")))
    assert re.search(r"About as strong 20 50 % -?\d\.\d\d -?\d\.\d\d to \d\.\d\d 10", page)
    assert "Names a feeling 20 100 % always one and the same verdict 0" in page
    assert "pools the points of one reply as if each stood alone, so its interval" in page


def test_filters_are_kept_in_the_links(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    other = make_person("olga@example.org", "Olga Nyland")
    MembershipFactory.create(person=other, cohort=group[0], role="supervisor")
    attempt = in_group(maya, tomasz, group[0])
    released(attempt, group[1], said=[Said("right_feeling", "met", "Yes.")])
    released(attempt, other, said=[Said("right_feeling", "not_yet", "No.")])
    page = text(as_sam.get(f"/agreement/?kind=supervisors&cohort={group[0].pk}"))
    link = re.search(r'href="(/agreement/\?[^"]+list=on[^"]*)"', page)
    assert link
    page = text(as_sam.get(link[1].replace("&amp;", "&")))
    assert "Sam: met" in page and "Olga: not yet" in page
    assert "No reply was reviewed by two" in text(
        as_sam.get("/agreement/?kind=supervisors&blind_only=on")
    )
    assert as_sam.get("/agreement/?cohort=x&scorer_version=y&kind=z").status_code == 200


def test_everything_shown_can_be_downloaded(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    attempt = in_group(maya, tomasz, group[0], reply='=HYPERLINK("x") It sounds hard.')
    said = [Said("about_as_strong", "met", "+It fits."), Said("right_feeling", "not_yet", "No.")]
    released(attempt, group[1], said=said)
    figures = rows_of(as_sam.get("/agreement/figures.csv"))
    assert figures[0][:6] == ["criterion", "pairs", "the very same", "kappa", "from", "to"]
    assert figures[-1] == ["All together", "3", "0.3333", "", "", "", "too few to say", "2"]
    assert not AccessLog.objects.filter(action="exported").exists()
    differ = rows_of(as_sam.get("/agreement/differ.csv?criterion=about_as_strong"))
    assert [row[1:] for row in differ[1:]] == [
        [
            "Maya Lind",
            "Tomasz",
            '\'=HYPERLINK("x") It sounds hard.',
            "About as strong",
            attempt.scorer_version,
            "no",
            "The rules",
            "Not yet",
            "",
            "Sam Stone",
            "Met",
            "'+It fits.",
        ]
    ]
    assert len(rows_of(as_sam.get("/agreement/differ.csv"))) == 3
    assert len(rows_of(as_sam.get("/agreement/differ.csv?blind_only=on"))) == 1
    [noted] = AccessLog.objects.filter(action="exported")
    assert (noted.who, noted.subject, noted.attempt) == (group[1], maya, attempt)
    page = text(as_sam.get("/agreement/?list=on&criterion=about_as_strong&blind_only="))
    assert 'href="/agreement/figures.csv?kind=rules"' in page
    assert 'href="/agreement/differ.csv?kind=rules&amp;criterion=about_as_strong"' in page


def test_nobody_elses_disagreements_are_in_a_download(
    as_sam: Client, maya: User, tomasz: Scenario, group: tuple[Cohort, User]
) -> None:
    released(in_group(maya, tomasz, group[0]), group[1], said=[Said("right_feeling", "met", "No.")])
    other = Client()
    other.force_login(make_group(supervisor=make_person("olga@example.org", "Olga"))[1])
    assert len(rows_of(other.get("/agreement/differ.csv"))) == 1
    assert len(rows_of(other.get("/agreement/figures.csv"))) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_a_fixed_number_of_queries(
    as_sam: Client,
    maya: User,
    tomasz: Scenario,
    group: tuple[Cohort, User],
    number: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    for _ in range(number):
        attempt = in_group(maya, tomasz, group[0])
        released(attempt, group[1], said=[Said("about_as_strong", "met", "It fits.")])
    with django_assert_num_queries(15):
        as_sam.get("/agreement/?list=on")
    with django_assert_num_queries(13):
        as_sam.get("/agreement/differ.csv?blind_only=")
