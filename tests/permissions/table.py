"""Who may do what: for each address, what each person gets for GET and for POST.

The people are nobody in particular, Alice whose objects these are, Bob of another group, Sam who
supervises Alice's group, and Ada, an admin. What they get:

    ok    the page                          go    a way on to another page of theirs
    in    to the sign-in                    404   no such thing, for all they are told
    405   not this way                      403   refused

A POST carries nothing, so "ok" there is mostly the form again with what is missing.

Tess supervises another group and has no column: she gets what Sam gets, and nothing that is
Alice's, Sam's or their group's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from practice import scoring, services
from practice.models import ConfigProposal, Invitation, Review, ScorerConfig, SiteSettings
from tests.cast import Cast

Args = Callable[[Cast], list[object]]

PEOPLE = ("nobody", "alice", "bob", "sam", "ada")


@dataclass(frozen=True, slots=True)
class Row:
    """One address."""

    name: str
    get: str
    post: str
    args: Args = lambda cast: []

    def expected(self, method: str) -> list[str]:
        return (self.get if method == "GET" else self.post).split()

    def expected_elsewhere(self, method: str) -> str:
        """What Tess gets."""
        sams = self.expected(method)[PEOPLE.index("sam")]
        return "404" if self.args in OF_THE_EVENING_GROUP and sams != "405" else sams


def slug(cast: Cast) -> list[object]:
    return [cast.scenario.slug]


def attempt(cast: Cast) -> list[object]:
    return [cast.alices.pk]


def membership(cast: Cast) -> list[object]:
    return [cast.alice.memberships.get().pk]


def released(cast: Cast) -> Review:
    """A review of Alice's reply that has arrived."""
    review = services.save_draft(attempt=cast.alices, supervisor=cast.sam, overall="A warm one.")
    return services.release_review(review=review, now=timezone.now() - timedelta(minutes=1))


def view_kept(cast: Cast) -> list[object]:
    return [services.save_view(supervisor=cast.sam, name="Mine", query="").pk]


def banked(cast: Cast) -> list[object]:
    return [services.bank_comment(supervisor=cast.sam, text="A warm one.").pk]


def cohort(cast: Cast) -> list[object]:
    return [cast.evening.pk]


def member(cast: Cast) -> list[object]:
    return [cast.evening.pk, cast.alice.memberships.get().pk]


def open_invitation(cast: Cast) -> list[object]:
    one = Invitation.objects.create(email="new@example.org", cohort=cast.evening)
    return [cast.evening.pk, one.pk]


def assigned(cast: Cast) -> list[object]:
    due = timezone.localdate() + timedelta(days=7)
    made = services.create_assignment(
        cohort=cast.evening, by=cast.sam, title="Three", due_on=due, attempts_wanted=3
    )
    return [made.pk]


def transcript(cast: Cast) -> list[object]:
    text = "Client: It went badly.\nHelper: How was that for you?"
    kept = services.keep_transcript(owner=cast.sam, title="One", text=text, helper="Helper")
    return [kept.pk]


def review_back(cast: Cast) -> list[object]:
    return [released(cast).pk]


OF_THE_EVENING_GROUP: tuple[Args, ...] = (
    attempt,
    membership,
    view_kept,
    banked,
    cohort,
    member,
    open_invitation,
    assigned,
    transcript,
    review_back,
)

READ = ("in  ok  ok  ok  ok", "in 405 405 405 405")
FORM = ("in  ok  ok  ok  ok", "in  ok  ok  ok  ok")
PUBLIC = ("ok  ok  ok  ok  ok", "405 405 405 405 405")

NONE_YET = ("in 404 404 404 404", "in 404 404 404 404")
ADMIN_READ = ("in 403 403 403 ok", "in 403 403 403 405")
ADMIN = ("in 403 403 403 ok", "in 403 403 403 ok")
MISSING = ("in 403 403 403 404", "in 403 403 403 404")


def managed(
    model: str,
    pk: Callable[[Cast], object],
    *,
    changelist: str = "ok",
    add: str = "ok",
    delete: str = "ok",
    post: str = "ok",
) -> list[Row]:
    """The admin's five pages for a kind of thing: they are Ada's, and nobody else's."""

    def one(cast: Cast) -> list[object]:
        return [pk(cast)]

    def row(page: str, get: str, post: str, args: Args = lambda cast: []) -> Row:
        others = "in 403 403 403"
        return Row(f"admin:practice_{model}_{page}", f"{others} {get}", f"{others} {post}", args)

    return [
        row("changelist", changelist, changelist),
        row("add", add, add),
        row("change", "ok", post, one),
        row("history", "ok", "ok", one),
        row("delete", delete, delete, one),
    ]


def report(cast: Cast) -> object:
    if cast.scenario.current is None:
        raise ValueError("There is nothing to report.")
    return services.report_scenario(
        reporter=cast.alice, version=cast.scenario.current, reason="A typing mistake."
    ).pk


def one_scenario(cast: Cast) -> object:
    return cast.scenario.pk


def invited(cast: Cast) -> object:
    return Invitation.objects.create(email="new@example.org", cohort=cast.evening).pk


def config_version(cast: Cast) -> object:
    return ScorerConfig.objects.create(number=1, reason="To see.").pk


def case(cast: Cast) -> list[object]:
    """A finding on Alice's reply that she sees differently."""
    services.dispute_finding(attempt=cast.alices, criterion="main_points")
    return [cast.alices.pk, "main_points"]


def proposed(cast: Cast) -> list[object]:
    return [ConfigProposal.objects.create(why="To see.").pk]


def settings(cast: Cast) -> object:
    return SiteSettings.objects.get_or_create(pk=1)[0].pk


TABLE = [
    # Practising
    Row("home", *READ),
    Row("choose", *READ),
    Row("next_scenario", "in go go go go", "in go go go go"),
    Row("practise", *FORM, slug),
    Row("kept_reply", "ok ok ok ok ok", "go go go go go"),
    Row("history", *READ),
    Row("attempt", "in ok 404 404 404", "in 405 405 405 405", attempt),
    Row("stirred", "in 405 405 405 405", "in go 404 404 404", attempt),
    Row("progress", *READ),
    # Asking for a review, and reading what came back
    Row("ask_review", "in go 404 404 404", "in go 404 404 404", attempt),
    Row("dispute", "in go 404 404 404", "in ok 404 404 404", attempt),
    Row("reviews_back", *READ),
    Row("answer_back", "in go 404 404 404", "in ok 404 404 404", review_back),
    Row("helpful", "in 405 405 405 405", "in go 404 404 404", review_back),
    Row("report_scenario", *FORM, slug),
    # Reviewing
    Row("queue", "in 404 404 ok 404", "in 405 405 405 405"),
    Row("save_view", "in 405 405 405 405", "in 404 404 go 404"),
    Row("forget_view", "in 405 405 405 405", "in 404 404 go 404", view_kept),
    Row("review", "in 404 404 ok 404", "in 404 404 go 404", attempt),
    Row("rate_blind", "in 404 404 ok 404", "in 404 404 ok 404", attempt),
    Row("take_over", "in 405 405 405 405", "in 404 404 go 404", attempt),
    Row("undo_release", "in 405 405 405 405", "in 404 404 go 404", attempt),
    Row("discard_draft", "in 405 405 405 405", "in 404 404 go 404", attempt),
    Row("answer_trainee", "in 404 404 go 404", "in 404 404 go 404", attempt),
    Row("alike_groups", "in 404 404 ok 404", "in 405 405 405 405"),
    Row("look_alikes", "in 404 404 ok 404", "in 404 404 ok 404", attempt),
    Row("comments", "in 404 404 ok 404", "in 404 404 ok 404"),
    Row("comment", "in 404 404 ok 404", "in 404 404 ok 404", banked),
    # Cohorts
    Row("cohorts", "in 404 404 ok ok", "in 405 405 405 405"),
    Row("cohort_new", "in 404 404 ok ok", "in 404 404 ok ok"),
    Row("cohort", "in 404 404 ok 404", "in 405 405 405 405", cohort),
    Row("cohort_csv", "in 404 404 ok 404", "in 405 405 405 405", cohort),
    Row("cohort_weeks_csv", "in 404 404 ok 404", "in 405 405 405 405", cohort),
    Row("cohort_edit", "in 404 404 ok 404", "in 404 404 ok 404", cohort),
    Row("cohort_code", "in 405 405 405 405", "in 404 404 go 404", cohort),
    Row("cohort_roster", "in 404 404 ok 404", "in 404 404 ok 404", cohort),
    Row("roster_csv", "in 404 404 ok 404", "in 405 405 405 405", cohort),
    Row("cohort_import", "in 404 404 ok 404", "in 404 404 ok 404", cohort),
    Row("cohort_member", "in 405 405 405 405", "in 404 404 go 404", member),
    Row("cohort_take_out", "in 404 404 ok 404", "in 404 404 go 404", member),
    Row("cohort_invitation", "in 405 405 405 405", "in 404 404 go 404", open_invitation),
    Row("assignment_new", "in 404 404 ok 404", "in 404 404 ok 404", cohort),
    Row("assignment", "in 404 404 ok 404", "in 404 404 ok 404", assigned),
    Row("assignment_csv", "in 404 404 ok 404", "in 405 405 405 405", assigned),
    Row("agreement", "in 404 404 ok 404", "in 405 405 405 405"),
    Row("agreement_csv", "in 404 404 ok 404", "in 405 405 405 405"),
    Row("differ_csv", "in 404 404 ok 404", "in 405 405 405 405"),
    Row("transcripts", "in 404 404 ok 404", "in 404 404 ok 404"),
    Row("transcript", "in 404 404 ok 404", "in 404 404 go 404", transcript),
    Row("transcript_csv", "in 404 404 ok 404", "in 405 405 405 405", transcript),
    Row("counts_csv", "in 404 404 ok 404", "in 405 405 405 405", transcript),
    # Reading
    Row("rules", *READ),
    Row("rule", *READ, lambda cast: [scoring.RULES[0].id]),
    Row("criterion", *READ, lambda cast: ["own_words"]),
    Row("how_scoring_works", *PUBLIC),
    Row("in_crisis", *PUBLIC),
    Row("healthz", *PUBLIC),
    # One's own account
    Row("account", *FORM),
    Row("account_access", *READ),
    Row("account_data", *READ),
    Row("account_erase", *FORM),
    Row("join_cohort", "in 405 405 405 405", "in ok ok ok ok"),
    Row("leave_cohort", "in 405 405 405 405", "in go 404 404 404", membership),
    Row("invitation", "404 404 404 404 404", "404 404 404 404 404", lambda cast: ["stale"]),
    Row("demo_sign_in", "405 405 405 405 405", "404 404 404 404 404"),
    # Signing in (allauth)
    Row("account_login", "ok go go go go", "ok go go go go"),
    Row("account_logout", "in ok ok ok ok", "in in in in in"),
    Row("account_signup", "ok go go go go", "ok go go go go"),
    Row("account_inactive", "ok ok ok ok ok", "405 405 405 405 405"),
    Row("account_reauthenticate", *FORM),
    Row("account_email", "in ok ok ok ok", "in go go go go"),
    Row("account_email_verification_sent", "ok ok ok ok ok", "405 405 405 405 405"),
    Row("account_confirm_email", "ok ok ok ok ok", "404 404 404 404 404", lambda cast: ["stale"]),
    Row("account_change_password", *FORM),
    Row("account_set_password", "in go go go go", "in go go go go"),
    Row("account_reset_password", "ok ok ok ok ok", "ok ok ok ok ok"),
    Row("account_reset_password_done", "ok ok ok ok ok", "405 405 405 405 405"),
    Row(
        "account_reset_password_from_key",
        "ok ok ok ok ok",
        "ok ok ok ok ok",
        lambda cast: ["1", "stale-key"],
    ),
    Row("account_reset_password_from_key_done", "ok ok ok ok ok", "405 405 405 405 405"),
    Row("account_confirm_login_code", "in go go go go", "in go go go go"),
    # The second factor (allauth)
    Row("mfa_index", "in ok ok ok ok", "in 405 405 405 405"),
    Row("mfa_authenticate", "in go go go go", "in go go go go"),
    Row("mfa_reauthenticate", "in go go go go", "in go go go go"),
    Row("mfa_activate_totp", "in go go go go", "in go go go go"),
    Row("mfa_deactivate_totp", *NONE_YET),
    Row("mfa_view_recovery_codes", "in 404 404 404 404", "in 405 405 405 405"),
    Row("mfa_generate_recovery_codes", "in go go go go", "in go go go go"),
    Row("mfa_download_recovery_codes", *NONE_YET),
    # The admin
    Row("admin:index", *ADMIN),
    Row("admin:app_list", *ADMIN, lambda cast: ["practice"]),
    Row("admin:login", "in 403 403 403 go", "in 403 403 403 go"),
    Row("admin:logout", "in go go go go", "in go go go go"),
    Row("admin:password_change", "in 403 403 403 go", "in 403 403 403 go"),
    Row("admin:password_change_done", *ADMIN_READ),
    Row("admin:autocomplete", "in 403 403 403 403", "in 403 403 403 405"),
    Row("admin:jsi18n", *ADMIN_READ),
    Row("admin:view_on_site", *MISSING, lambda cast: [1, 1]),
    *managed("user", lambda cast: cast.alice.pk, add="403"),
    *managed("cohort", lambda cast: cast.evening.pk, delete="403"),
    *managed("scenario", one_scenario, delete="403"),
    Row("admin:practice_scenario_download_all", *ADMIN_READ),
    Row("admin:practice_scenario_download_table", *ADMIN_READ),
    Row("admin:practice_scenario_quality", *ADMIN_READ),
    Row("admin:practice_scenario_upload", *ADMIN),
    Row("admin:practice_scenario_uploaded", *MISSING, lambda cast: [uuid4()]),
    Row("admin:practice_scenario_file_format", *ADMIN_READ),
    Row("admin:practice_scenario_download", *ADMIN_READ, lambda cast: [one_scenario(cast)]),
    Row(
        "admin:practice_scenario_state",
        "in 403 403 403 405",
        "in 403 403 403 404",
        lambda cast: [one_scenario(cast)],
    ),
    Row(
        "admin:practice_scenario_preview",
        "in 403 403 403 go",
        "in 403 403 403 405",
        lambda cast: [one_scenario(cast)],
    ),
    *managed("scorerconfig", config_version, add="403", delete="403"),
    Row("admin:practice_scorerconfig_cases", *ADMIN_READ),
    Row("admin:practice_scorerconfig_download_cases", *ADMIN_READ),
    Row("admin:practice_scorerconfig_case", *ADMIN, case),
    Row("admin:practice_scorerconfig_lists", *ADMIN_READ),
    Row("admin:practice_scorerconfig_change_list", *ADMIN, lambda cast: ["advising.lets"]),
    Row(
        "admin:practice_scorerconfig_proposal",
        "in 403 403 403 ok",
        "in 403 403 403 404",
        proposed,
    ),
    Row("admin:practice_scorerconfig_versions", *ADMIN_READ),
    Row(
        "admin:practice_scorerconfig_return",
        "in 403 403 403 405",
        "in 403 403 403 go",
        lambda cast: [0],
    ),
    *managed("invitation", invited, delete="403", post="403"),
    Row("admin:practice_user_data", *ADMIN_READ, lambda cast: [cast.alice.pk]),
    *managed("scenarioreport", report, add="403", post="go"),
    *managed("sitesettings", settings, changelist="go", add="403", delete="403"),
]
