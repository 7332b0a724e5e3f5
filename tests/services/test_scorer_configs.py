"""Which config replies are scored with: the newest version, for everybody, from now on."""

from __future__ import annotations

import subprocess
import sys
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from practice import services
from practice.authoring.lint import lint
from practice.measuring.conversations import code_transcript, read_transcript
from practice.models import Attempt, ImmutableError, ScorerConfig
from practice.scoring import (
    DEFAULT,
    SCORER_VERSION,
    Config,
    config_to_json,
    fingerprint,
    version,
)
from practice.services.authoring import lint_in_bank
from tests.cast import Cast, reply_of
from tests.factories import scenario_content

WORDS = "You absolute numpty, sitting up in the cold."
NUMPTY = Config(added={"labelling.type": ("you absolute numpty",)})


def in_force(config: Config, number: int = 1) -> ScorerConfig:
    return ScorerConfig.objects.create(
        number=number,
        config=config_to_json(config),
        fingerprint=fingerprint(config),
        reason="Heard in the evening group.",
    )


def test_as_shipped_while_nobody_changed_anything(db: None) -> None:
    assert services.config_in_force() == DEFAULT


def test_from_the_next_reply_on_and_never_backwards(cast: Cast) -> None:
    before = reply_of(cast.alice, cast.scenario, WORDS)
    in_force(NUMPTY)
    after = reply_of(cast.alice, cast.scenario, WORDS)
    assert "labelling" not in before.scorecard["faults"]
    assert "labelling" in after.scorecard["faults"]
    assert (before.scorer_version, after.scorer_version) == (SCORER_VERSION, version(NUMPTY))
    assert after.scorecard["scorer_version"] == version(NUMPTY)
    kept = Attempt.objects.get(pk=before.pk)
    assert (kept.scorer_version, kept.scorecard) == (before.scorer_version, before.scorecard)


def test_the_highest_number_is_in_force(cast: Cast) -> None:
    in_force(NUMPTY)
    in_force(DEFAULT, number=2)
    assert services.config_in_force() == DEFAULT
    assert reply_of(cast.alice, cast.scenario, WORDS).scorer_version == SCORER_VERSION
    in_force(NUMPTY, number=3)
    assert services.config_in_force() == NUMPTY


def test_it_costs_one_small_query(db: None, django_assert_num_queries: object) -> None:
    in_force(NUMPTY)
    services.config_in_force()
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert services.config_in_force() == NUMPTY


@pytest.mark.django_db(transaction=True)
def test_in_another_process_too() -> None:
    """A process that has scored before sees what another one accepted since."""
    in_force(Config(weights={"paraphrase.leaves_room": 20}))
    script = (
        "import sys, os, django\n"
        "from tests import settings as base\n"
        "from django.conf import settings\n"
        "settings.configure(**{n: getattr(base, n) for n in dir(base) if n.isupper()})\n"
        "settings.DATABASES['default']['NAME'] = sys.argv[1]\n"
        "django.setup()\n"
        "from practice import services\n"
        "from practice.scoring import version\n"
        "for line in sys.stdin:\n"
        "    print(version(services.config_in_force()), flush=True)\n"
    )
    name = str(connection.settings_dict["NAME"])
    with subprocess.Popen(
        [sys.executable, "-c", script, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdin is not None and other.stdout is not None

        def asked() -> str:
            other.stdin.write("\n")  # type: ignore[union-attr]
            other.stdin.flush()  # type: ignore[union-attr]
            return other.stdout.readline().strip()  # type: ignore[union-attr]

        first = asked()
        in_force(NUMPTY, number=2)
        second = asked()
        other.stdin.close()
    assert first == version(Config(weights={"paraphrase.leaves_room": 20}))
    assert second == version(NUMPTY)


def test_what_newer_rules_no_longer_know_is_left_out(db: None) -> None:
    old = Config(
        added={"labelling.type": ("you absolute numpty",), "gone.list": ("x",)},
        removed={"advising.lets": ("never was on it",)},
        weights={"paraphrase.leaves_room": 20, "paraphrase.gone": 5},
    )
    in_force(old)
    assert services.config_in_force() == Config(
        added={"labelling.type": ("you absolute numpty",)},
        weights={"paraphrase.leaves_room": 20},
    )


def test_a_version_is_never_changed_and_each_number_stands_once(db: None) -> None:
    made = in_force(NUMPTY)
    made.reason = "Something else."
    with pytest.raises(ImmutableError):
        made.save()
    with pytest.raises(ImmutableError):
        ScorerConfig.objects.update(reason="Something else.")
    with pytest.raises(IntegrityError), transaction.atomic():
        in_force(DEFAULT)
    assert ScorerConfig.objects.get().reason == "Heard in the evening group."


def test_who_accepted_it_goes_and_the_version_stays(cast: Cast) -> None:
    made = ScorerConfig.objects.create(number=1, reason="Why.", author=cast.ada)
    services.erase_person(person=cast.ada)
    assert ScorerConfig.objects.get(pk=made.pk).author is None


# Wherever a reply is read -----------------------------------------------------------------


def test_the_lint_and_the_panel_read_as_a_reply_would_be_read(cast: Cast, client: Client) -> None:
    content = scenario_content(
        slips=[
            {"reply": WORDS, "fault": "labelling", "shows": "A name."},
            {"reply": "It could be worse.", "fault": "minimising", "shows": "Makes it small."},
        ]
    )

    plain = lint(content)
    in_force(NUMPTY)
    configured = lint(content, config=NUMPTY)
    assert plain != configured
    assert [one for one in lint_in_bank(content) if one.path[0] == "slips"] == [
        one for one in configured if one.path[0] == "slips"
    ]


def test_a_conversation_is_coded_with_it(cast: Cast) -> None:
    talk = f"Client: It was cold.\nHelper: {WORDS}"
    in_force(NUMPTY)
    kept = services.keep_transcript(owner=cast.sam, title="One", text=talk, helper="Helper")
    assert kept.scorer_version == version(NUMPTY)
    coded = code_transcript(read_transcript(talk), "Helper", NUMPTY)
    assert "labelling" in coded.summary.roadblocks
    assert "labelling" not in code_transcript(read_transcript(talk), "Helper").summary.roadblocks


def test_the_pages_about_weights_show_those_in_force(cast: Cast, client: Client) -> None:
    client.force_login(cast.alice)
    in_force(Config(weights={"paraphrase.leaves_room": 37}))
    criterion = client.get(reverse("criterion", args=["leaves_room"])).content.decode()
    how = client.get(reverse("how_scoring_works")).content.decode()
    assert '<td class="num">37</td>' in criterion
    assert '<td class="num">37</td>' in how
    assert "What is different here" in how
    assert f"rules version {version(Config(weights={'paraphrase.leaves_room': 37}))}" in how
    assert SCORER_VERSION not in how.partition("<footer")[2]


def test_a_second_reply_sent_twice_is_one(cast: Cast) -> None:
    token = uuid4()
    current = cast.scenario.current
    assert current is not None
    first = services.record_attempt(
        trainee=cast.alice, scenario_version=current, token=token, reply=WORDS
    )
    in_force(NUMPTY)
    again = services.record_attempt(
        trainee=cast.alice, scenario_version=current, token=token, reply=WORDS
    )
    assert (again.pk, again.scorer_version) == (first.pk, SCORER_VERSION)
