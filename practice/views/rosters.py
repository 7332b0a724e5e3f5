"""Who is in a group: read, moved, removed, and brought in from a file."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from practice import access, queries, services
from practice.forms.cohorts import CodeForm, MoveForm, RosterForm, SupervisorForm
from practice.http import Request
from practice.models import Cohort
from practice.services import PlaceError, RosterError
from practice.services.invitations import send_invitation, withdraw
from practice.services.rosters import read_roster
from practice.views.downloads import csv_file


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_roster(request: Request, pk: UUID) -> HttpResponse:
    """Everybody in a group, and its code. A POST adds a supervisor."""
    found = access.cohort_for(request.user, pk)
    form = SupervisorForm(request.POST or None)
    if form.is_valid():
        try:
            added = services.add_supervisor(cohort=found, email=form.cleaned_data["email"])
        except PlaceError as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, f"{added.person} supervises {found} now.")
            return redirect("cohort_roster", found.pk)
    expires = found.join_code_expires_at
    return render(
        request,
        "practice/cohort_roster.html",
        {
            "cohort": found,
            "members": queries.roster_of(found),
            "invited": queries.invited_to(found),
            "others": [one for one in queries.cohorts_of(request.user) if one.pk != found.pk],
            "form": form,
            "code_form": CodeForm(),
            "closed": bool(expires and expires <= timezone.now()),
        },
    )


@require_POST
def cohort_member(request: Request, pk: UUID, member: int) -> HttpResponse:
    """Move somebody to another of one's groups."""
    found = access.cohort_for(request.user, pk)
    membership = access.membership_in(request.user, found, member)
    form = MoveForm(request.POST, cohorts=queries.cohorts_of(request.user))
    if form.is_valid():
        to = form.cleaned_data["to"]
        try:
            services.move_person(membership=membership, to=to)
        except PlaceError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{membership.person} is in {to} now.")
    else:
        messages.error(request, "Please choose one of your groups to move to.")
    return redirect(_roster(request, found))


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_take_out(request: Request, pk: UUID, member: int) -> HttpResponse:
    """Say what taking somebody out of a group does. A POST does it."""
    found = access.cohort_for(request.user, pk)
    membership = access.membership_in(request.user, found, member)
    if request.method != "POST":
        context = {"cohort": found, "membership": membership}
        return render(request, "practice/cohort_take_out.html", context)
    try:
        services.leave_cohort(membership=membership)
    except PlaceError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"{membership.person} is out. What they wrote here stays.")
    return redirect(_roster(request, found))


@require_POST
def cohort_invitation(request: Request, pk: UUID, invitation: UUID) -> HttpResponse:
    """Send an invitation's letter again, or let it open nothing any more."""
    found = access.cohort_for(request.user, pk)
    one = access.invitation_to(request.user, found, invitation)
    if request.POST.get("do") == "withdraw":
        withdraw(invitation=one)
        messages.success(request, f"The invitation to {one.email} opens nothing any more.")
    elif send_invitation(invitation=one, site_url=_site_url(request)):
        messages.success(request, f"Sent to {one.email} again.")
    else:
        messages.error(request, "The letter could not be sent. Please try again later.")
    return redirect("cohort_roster", found.pk)


@require_safe
def roster_csv(request: Request, pk: UUID) -> HttpResponse:
    """The roster as a file that can be brought in again."""
    found = access.cohort_for(request.user, pk)
    services.log_exports(
        who=request.user,
        subjects=[one.person_id for one in queries.roster_of(found)],
        about=f"the list of people in {found}",
    )
    return csv_file(f"{found.name} roster", queries.roster_table(found))


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_import(request: Request, pk: UUID) -> HttpResponse:
    """Bring people in from a CSV file: shown first with whatever is wrong, then done."""
    found = access.cohort_for(request.user, pk)
    form = RosterForm(request.POST or None, request.FILES or None)
    context = {"cohort": found, "form": form}
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            context["roster"] = read_roster(text)
            if request.POST.get("do") == "import":
                done = services.import_roster(
                    cohort=found, text=text, by=request.user, site_url=_site_url(request)
                )
                messages.success(request, _says(done, queries.letters_waiting(done.invited)))
                return redirect("cohort_roster", found.pk)
        except RosterError as error:
            context["problems"] = error.problems
        # The lines stand in the box from now on, wherever they came from.
        context["form"] = RosterForm(initial={"text": text})
        context["text"] = text
    return render(request, "practice/cohort_import.html", context)


def _site_url(request: Request) -> str:
    """Where the site is reached, for links in letters."""
    return request.build_absolute_uri("/")


def _says(done: services.Imported, waiting: int) -> str:
    says = [f"{len(done.added)} added, {len(done.invited)} invited by e-mail"]
    if done.there_already:
        says.append(f"{len(done.there_already)} there already")
    if waiting:
        wait = "letter waits and goes out by itself"
        if waiting > 1:
            wait = "letters wait and go out by themselves"
        says.append(f"{waiting} {wait}")
    return ", ".join(says) + "."


def _roster(request: Request, cohort: Cohort) -> str:
    """The people of a group, or what there is for whoever supervises it no longer."""
    mine = {one.pk for one in queries.cohorts_of(request.user)}
    if cohort.pk in mine:
        return reverse("cohort_roster", args=[cohort.pk])
    return reverse("cohorts" if mine else "home")
