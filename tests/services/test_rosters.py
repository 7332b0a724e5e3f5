"""All of a roster or nothing of it, and every mistake named with its line and column."""

from __future__ import annotations

import pytest

from practice import queries, services
from practice.csv_files import QUOTES, write_csv
from practice.models import Invitation, Membership
from practice.services import RosterError
from tests.cast import Cast

GOOD = """Name,E-mail,Role
Bob Brook,BOB@example.org,
Alice Ames,alice@example.org,trainee
Ruth Rye,ruth@example.org,supervisor
"""


def test_who_has_an_account_is_in_and_the_others_are_invited(cast: Cast) -> None:
    done = services.import_roster(cohort=cast.evening, text=GOOD, by=cast.sam)
    assert done.added == ["bob@example.org"]
    assert done.there_already == ["alice@example.org"]
    [letter] = done.invited
    assert (letter.email, letter.role, letter.cohort, letter.invited_by) == (
        "ruth@example.org",
        "supervisor",
        cast.evening,
        cast.sam,
    )
    again = services.import_roster(cohort=cast.evening, text=GOOD, by=cast.sam)
    assert (len(again.there_already), again.added, again.invited) == (3, [], [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["Line 1: The file is empty."]),
        (
            "name\nBob",
            [
                "Line 1, email: The first line has to name the columns, and one of them “email”.",
            ],
        ),
        ("email\nbob@example.org\nbob", ["Line 3, email: “bob” is no e-mail address."]),
        ("email,name\n,Bob", ["Line 2, email: It is missing."]),
        (
            "email,role\nbob@example.org,boss",
            ["Line 2, role: “boss” is neither trainee nor supervisor."],
        ),
        (
            "email\n\nbob@example.org\nBob@Example.org",
            ["Line 4, email: bob@example.org is on line 3 too."],
        ),
        ("email,name\nbob@example.org,Bob,Brook", ["Line 2: There are 3 values for 2 columns."]),
        (
            'email,name\nbob@example.org,"Bob\n',
            [f"Line 2: {QUOTES}"],
        ),
        (
            "email,role\nx,boss\n,",
            [
                "Line 2, email: “x” is no e-mail address.",
                "Line 2, role: “boss” is neither trainee nor supervisor.",
            ],
        ),
    ],
)
def test_mistakes_are_named_and_nobody_is_added(cast: Cast, text: str, problems: list[str]) -> None:
    before = Membership.objects.count()
    with pytest.raises(RosterError) as raised:
        services.import_roster(cohort=cast.evening, text=text, by=cast.sam)
    assert [str(problem) for problem in raised.value.problems] == problems
    assert Membership.objects.count() == before
    assert not Invitation.objects.exists()


def test_other_columns_are_left_aside(cast: Cast) -> None:
    text = f"mail,naam,,born\nbob@example.org,{'x' * 200},,1970\n"
    assert services.read_roster(text).left_aside == ["naam", "born"]
    done = services.import_roster(cohort=cast.evening, text=text, by=cast.sam)
    assert done.added == ["bob@example.org"]


def test_a_closed_account_is_not_opened_by_a_roster(cast: Cast) -> None:
    cast.bob.is_active = False
    cast.bob.save()
    with pytest.raises(RosterError, match="Line 2, email: This person's account is closed"):
        services.import_roster(cohort=cast.evening, text=GOOD, by=cast.sam)


def test_too_many_at_once(cast: Cast) -> None:
    text = "email\n" + "".join(f"p{number}@example.org\n" for number in range(2001))
    with pytest.raises(RosterError, match="Line 2002: Please send at most 2,000"):
        services.read_roster(text)


def test_an_exported_roster_can_be_imported(cast: Cast) -> None:
    cast.alice.display_name = "=cmd|'/C calc'!A0"
    cast.alice.save()
    text = write_csv(*queries.roster_table(cast.evening))
    assert "'=cmd" in text
    listed = services.read_roster(text)
    assert [(one.email, one.role) for one in listed.people] == [
        ("sam@example.org", "supervisor"),
        ("alice@example.org", "trainee"),
    ]
    done = services.import_roster(cohort=cast.morning, text=text, by=cast.sam)
    assert done.added == ["sam@example.org", "alice@example.org"]
