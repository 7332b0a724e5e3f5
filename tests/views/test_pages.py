"""Pages that explain, and the one that reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client

from practice.display import rulebook, wording
from practice.measuring import measured
from practice.models import Scenario, ScenarioReport, SiteSettings, User
from tests.views.people import publish

pytestmark = pytest.mark.django_db


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("rule", sorted(rulebook.by_id()))
def test_every_rule_has_a_page_with_its_proof(as_maya: Client, rule: str) -> None:
    shown = rulebook.by_id()[rule]
    text = page(as_maya, f"/rules/{rule}/")
    assert f"<h1>{shown.title}</h1>" in text
    assert text.count("<li>") >= len(shown.rule.hits) + len(shown.rule.misses)
    assert "Where it comes from" in text


def test_all_rules_are_listed(as_maya: Client) -> None:
    text = page(as_maya, "/rules/")
    assert all(f'href="/rules/{rule}/"' in text for rule in rulebook.by_id())
    assert f"{len(rulebook.by_id())} rules read every reply" in text


@pytest.mark.parametrize("criterion", sorted(wording.CRITERIA))
def test_every_criterion_has_a_page_with_its_weights(as_maya: Client, criterion: str) -> None:
    text = page(as_maya, f"/criteria/{criterion}/")
    assert wording.CRITERIA[criterion].label in text
    for rubric in wording.RUBRICS.values():
        assert (rubric.label in text) == (criterion in rubric.by_id)


@pytest.mark.parametrize("url", ["/rules/no.such_rule/", "/rules/x/", "/criteria/charm/"])
def test_what_there_is_not_is_not_found(as_maya: Client, url: str) -> None:
    assert as_maya.get(url).status_code == 404


def test_how_scoring_works_is_for_everybody(client: Client) -> None:
    text = page(client, "/how-scoring-works/")
    for rubric in wording.RUBRICS.values():
        assert rubric.label in text
        assert rubric.example.replace("'", "&#x27;") in text
    assert "Depth, five steps down" in text
    assert "It is not a measure of competence" in text
    assert "/criteria/" not in text  # those pages need a sign-in


def test_measured_agreement_is_shown_where_there_is_any(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measured, "figures", lambda: None)
    assert "How often they agree" not in page(client, "/how-scoring-works/")
    monkeypatch.undo()
    file = tmp_path / "measured.json"
    row = {"set": "A set", "figure": "reflection, F1", "rules": "0.81", "low": 0.774, "high": 0.849}
    row |= {"people": "0.83", "n": 120, "of": "a", "what": "reflection"}
    estimated = tmp_path / "estimated.json"
    estimated.write_text(json.dumps({"unseen": {"a": {"reflection": 0.774}}}))
    file.write_text(json.dumps({"scorer_version": "1.0.0", "date": "2026-03-11", "rows": [row]}))
    found = measured.figures(file, estimated)
    monkeypatch.setattr(measured, "figures", lambda: found)
    text = page(client, "/how-scoring-works/")
    assert "How often they agree with trained people" in text
    assert "A set" in text
    assert "120 rows" in text
    cells = ("0.77", "0.81", "0.77 to 0.85", "0.83")
    assert "".join(f'<td class="num">{cell}</td>' for cell in cells) in text


def test_families_and_rules_show_how_they_fared(
    client: Client, as_maya: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = {"hits": 12, "misses": 3, "fired": 15, "precision": "0.80"}
    families = {"set": "A set", "rows": [{"family": "Advising", **counts}], "without": ["Ordering"]}
    rules = {"advising.lets": [{"set": "A set", **counts}]}
    found = {"rows": [], "families": [families], "rules": rules}
    monkeypatch.setattr(measured, "figures", lambda: found)
    text = page(client, "/how-scoring-works/")
    assert "Family by family: A set" in text
    cells = "".join(f'<td class="num">{cell}</td>' for cell in (12, 3, 15, "0.80"))
    assert f'<th scope="row">Advising</th>{cells}' in text
    assert "have no class for: ordering." in text
    text = page(as_maya, "/rules/advising.lets/")
    cells = "".join(f'<td class="num">{cell}</td>' for cell in (15, 12, "0.80"))
    assert f'<th scope="row">A set</th>{cells}' in text
    assert "On labelled replies" not in page(as_maya, "/rules/ordering.stop/")


def test_crisis_lines_are_for_everybody_and_the_admins_to_change(client: Client) -> None:
    assert 'href="https://findahelpline.com"' in page(client, "/in-crisis/")
    SiteSettings(crisis_notice="Ring <b>us</b>: help.example.org").save()
    text = page(client, "/in-crisis/")
    assert "Ring &lt;b&gt;us&lt;/b&gt;" in text


def test_a_report_goes_to_the_admins(as_maya: Client, maya: User, tomasz: Scenario) -> None:
    url = "/scenarios/tomasz-bakery/report/"
    assert "Tomasz, 47" in page(as_maya, url)
    publish(tomasz)
    response = as_maya.post(url, {"reason": "Bakers start at two.", "version": "1"}, follow=True)
    report = ScenarioReport.objects.get()
    assert (report.reporter, report.reason) == (maya, "Bakers start at two.")
    assert report.scenario_version.number == 1
    assert "Thank you." in response.content.decode()


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001, "a\x00b"])
def test_a_report_that_does_not_fit_keeps_its_words(
    as_maya: Client, tomasz: Scenario, reason: str
) -> None:
    response = as_maya.post("/scenarios/tomasz-bakery/report/", {"reason": reason})
    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.content.decode()
    assert reason.replace("\x00", "") in response.content.decode()
    assert not ScenarioReport.objects.exists()


def test_the_admins_may_welcome_people_beside_the_sign_in(client: Client) -> None:
    SiteSettings(site_name="Harbour School", welcome_text="For the <autumn> course.").save()
    text = page(client, "/accounts/login/")
    assert "<h1>Sign in to Harbour School</h1>" in text
    assert "For the &lt;autumn&gt; course." in text


@pytest.mark.parametrize("code", [400, 403, 404, 500])
def test_an_error_page_needs_nothing_of_the_request(code: int) -> None:
    text = render_to_string(f"{code}.html")
    assert "<h1>" in text
    assert 'href="/"' in text


def test_a_missing_page_says_so_kindly(as_maya: Client) -> None:
    response = as_maya.get("/nowhere/")
    assert response.status_code == 404
    assert "There is no page at this address" in response.content.decode()
