"""Many people into a cohort at once, from a CSV file: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from practice.csv_files import CsvError, read_csv
from practice.models import Cohort, Invitation, Membership, User
from practice.services.mail import announce_invitations

MOST_LINES = 2000
NAMES = {"email": "email", "e-mail": "email", "mail": "email", "role": "role"}
ROLES = {"": "trainee", "trainee": "trainee", "supervisor": "supervisor"}


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """What is wrong, on which line, in which column ("" for the line as a whole)."""

    line: int
    field: str
    says: str

    def __str__(self) -> str:
        column = f", {self.field}" if self.field else ""
        return f"Line {self.line}{column}: {self.says}"


class RosterError(ValueError):
    """A file that nobody was added from."""

    def __init__(self, problems: Sequence[RosterProblem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a roster."""

    line: int
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a roster, and the names of the columns that say nothing here."""

    people: list[Listed]
    left_aside: list[str]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, by e-mail address."""

    added: list[str] = field(default_factory=list)
    invited: list[Invitation] = field(default_factory=list)
    there_already: list[str] = field(default_factory=list)


def read_roster(text: str) -> Roster:
    """The people of a CSV file with the columns email and, if one likes, role.

    Other columns are left aside, and named. Raises RosterError with everything that is wrong.
    """
    try:
        rows = read_csv(text)
    except CsvError as error:
        raise RosterError([RosterProblem(error.line, "", str(error))]) from None
    if not rows:
        raise RosterError([RosterProblem(1, "", "The file is empty.")])
    line, header = rows[0]
    columns = [NAMES.get(name.casefold(), "") for name in header]
    if "email" not in columns:
        says = "The first line has to name the columns, and one of them “email”."
        raise RosterError([RosterProblem(line, "email", says)])
    if len(rows) > MOST_LINES + 1:
        says = f"Please send at most {MOST_LINES:,} people at once."
        raise RosterError([RosterProblem(rows[MOST_LINES + 1][0], "", says)])
    listed: list[Listed] = []
    problems: list[RosterProblem] = []
    for line, cells in rows[1:]:
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            says = f"There are {len(cells)} values for {len(columns)} columns."
            problems.append(RosterProblem(line, "", says))
        said = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
        person = Listed(line, said.get("email", "").lower(), said.get("role", "").casefold())
        problems += _problems(person)
        listed.append(person)
    problems += _twice(listed)
    if problems:
        raise RosterError(sorted(problems, key=lambda one: one.line))
    others = [name for name, column in zip(header, columns, strict=True) if name and not column]
    return Roster(listed, others)


@transaction.atomic
def import_roster(*, cohort: Cohort, text: str, by: User, site_url: str = "") -> Imported:
    """Add everybody of a CSV file to a cohort, or nobody. Raises RosterError.

    Whoever has an account is in the cohort at once. For the others there is an invitation to it
    afterwards, and a letter that waits, with a link to the site as `by` reaches it (`site_url`);
    who is invited already is not invited again.
    """
    listed = read_roster(text).people
    # A list that is sent twice adds people once.
    Cohort.objects.select_for_update(no_key=True).only("pk").get(pk=cohort.pk)
    people = {
        one.email: one for one in User.objects.filter(email__in=[one.email for one in listed])
    }
    closed = [
        RosterProblem(one.line, "email", "This person's account is closed.")
        for one in listed
        if one.email in people and not people[one.email].is_active
    ]
    if closed:
        raise RosterError(closed)
    there = set(cohort.memberships.current().values_list("person__email", "role"))
    invited = set(Invitation.objects.good().filter(cohort=cohort).values_list("email", "role"))
    done = Imported()
    for one in listed:
        role = ROLES[one.role]
        if (one.email, role) in there or (one.email, role) in invited:
            done.there_already.append(one.email)
        elif person := people.get(one.email):
            Membership.objects.create(person=person, cohort=cohort, role=role)
            done.added.append(one.email)
        else:
            done.invited.append(
                Invitation(email=one.email, role=role, cohort=cohort, invited_by=by)
            )
    Invitation.objects.bulk_create(done.invited)
    announce_invitations(invitations=done.invited, site_url=site_url)
    return done


def _problems(person: Listed) -> list[RosterProblem]:
    found = []
    try:
        validate_email(person.email)
    except ValidationError:
        says = f"“{person.email}” is no e-mail address." if person.email else "It is missing."
        found.append(RosterProblem(person.line, "email", says))
    if person.role not in ROLES:
        says = f"“{person.role}” is neither trainee nor supervisor."
        found.append(RosterProblem(person.line, "role", says))
    return found


def _twice(listed: Sequence[Listed]) -> list[RosterProblem]:
    first: dict[tuple[str, str], int] = {}
    found = []
    for one in listed:
        known = (one.email, ROLES.get(one.role, one.role))
        if one.email and known in first:
            says = f"{one.email} is on line {first[known]} too."
            found.append(RosterProblem(one.line, "email", says))
        first.setdefault(known, one.line)
    return found
