"""Practising: choose a client, write a reply, read what the rules saw."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import push_url

from practice import access, queries, services
from practice.display import wording
from practice.forms.practising import ChoiceForm, ReplyForm, StirredForm, milliseconds
from practice.http import Request
from practice.models import Attempt, Scenario, ScenarioVersion
from practice.views.attempt_page import attempt_context, stirred_context

SENT_BEFORE = (
    "These words have not been saved yet: this form was already sent once, with other words. "
    "Both are kept. Send again to save these as a new try."
)
MOVED = {
    "harder": "From the next client on, more is left unsaid.",
    "easier": "From the next client on, more is said plainly.",
    "same": "Good. The next clients will be like this one.",
}


@require_safe
def choose(request: Request) -> HttpResponse:
    """Each strategy with what it is for, how much is left unsaid, and next for you."""
    return render(
        request,
        "practice/choose.html",
        {
            "next": queries.next_for(request.user),
            "ways": queries.ways_for(request.user),
            "levels": [
                {"value": value, "label": label, "means": wording.DIFFICULTY_MEANS[value]}
                for value, label in wording.DIFFICULTIES.items()
            ],
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def next_scenario(request: Request) -> HttpResponse:
    """On to the next client, of a strategy where one is asked for. A POST keeps the difficulty."""
    form = ChoiceForm(request.POST or request.GET)
    form.is_valid()
    if request.method == "POST" and (level := form.cleaned_data.get("difficulty")):
        services.choose_level(person=request.user, level=level)
    found = queries.next_for(request.user, strategy=form.cleaned_data.get("strategy") or None)
    if found is None:
        return redirect("choose")
    return redirect("practise", found.version.scenario.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def practise(request: Request, slug: str) -> HttpResponse:
    """The client and a place to reply; a sent reply is saved and its feedback shown."""
    if request.method == "POST":
        return _answer(request, access.scenario_to_answer(request.user, slug))
    scenario = access.scenario_for_practice(request.user, slug)
    earlier = _earlier(request, scenario, request.GET.get("again"))
    version = scenario.shown(None)
    form = ReplyForm(
        initial={
            "token": uuid4(),
            "began": milliseconds(),
            "version": version.number,
            "again": earlier.pk if earlier else None,
            "reply": earlier.reply if earlier else "",
        }
    )
    return _form_page(request, scenario, version, form, earlier)


@require_safe
def attempt(request: Request, pk: UUID) -> HttpResponse:
    """One attempt exactly as it was scored."""
    found = access.own_attempt(request.user, pk)
    return render(request, "practice/attempt.html", attempt_context(found))


@require_POST
def stirred(request: Request, pk: UUID) -> HttpResponse:
    """What came up in the trainee; theirs alone. The same word again takes it back."""
    found = access.own_attempt(request.user, pk)
    form = StirredForm(request.POST)
    if form.is_valid():
        services.note_stirring(attempt=found, word=form.cleaned_data["word"])
    if not request.htmx:
        return redirect(f"{reverse('attempt', args=[found.pk])}#stirred")
    return render(request, "practice/attempt.html#stirred", stirred_context(found))


def _answer(request: Request, scenario: Scenario) -> HttpResponse:
    form = ReplyForm(request.POST)
    earlier = _earlier(request, scenario, request.POST.get("again"))
    version = scenario.shown(request.POST.get("version"))
    asked = request.POST.get("ask", "")
    if asked:
        return _help(request, scenario, version, earlier, asked)
    if not form.is_valid():
        if "token" in form.errors:
            form.renew_token()
        return _form_page(request, scenario, version, form, earlier)
    attempt = services.record_attempt(
        trainee=request.user,
        scenario_version=version,
        token=form.cleaned_data["token"],
        reply=form.cleaned_data["reply"],
        duration_ms=form.duration_ms(),
        first_try=(earlier.first_try or earlier) if earlier else None,
        self_rating=form.cleaned_data["self_rating"],
        aided=form.cleaned_data["aided"],
    )
    if attempt.reply != form.cleaned_data["reply"]:
        form.renew_token()
        form.add_error("reply", SENT_BEFORE)
        return _form_page(request, scenario, version, form, earlier)
    url = reverse("attempt", args=[attempt.pk])
    if not request.htmx:
        return redirect(f"{url}#feedback")
    response = render(request, "practice/attempt.html#swap", attempt_context(attempt))
    return push_url(response, url)


def _help(
    request: Request,
    scenario: Scenario,
    version: ScenarioVersion,
    earlier: Attempt | None,
    asked: str,
) -> HttpResponse:
    """Open the hint, or change how hard clients are; what was typed stays as it is."""
    if asked in MOVED:
        services.move_level(person=request.user, direction=asked)
    typed = request.POST.dict()
    if asked == "hint":
        typed["aided"] = "on"
    form = ReplyForm(initial=typed)
    return _form_page(request, scenario, version, form, earlier, moved=asked)


def _form_page(
    request: Request,
    scenario: Scenario,
    version: ScenarioVersion,
    form: ReplyForm,
    earlier: Attempt | None,
    moved: str = "",
) -> HttpResponse:
    rubric = wording.RUBRICS[version.strategy]
    task = rubric.task.format(name=version.client_name)
    template = "practice/practise.html"
    return render(
        request,
        f"{template}#swap" if request.htmx else template,
        {
            "title": f"{rubric.label}: {version.client_name}",
            "scenario": scenario,
            "version": version,
            "rubric": rubric,
            "task_words": task[:1].lower() + task[1:],
            "rating_question": wording.STRATEGIES[version.strategy].rating.format(
                name=version.client_name
            ),
            "form": form,
            "earlier": earlier,
            "moved": moved,
            "moved_says": MOVED.get(moved),
        },
    )


def _earlier(request: Request, scenario: Scenario, again: str | None) -> Attempt | None:
    """The reply that is tried again; anything else that stands there is left aside."""
    return queries.own_try(request.user, scenario, again) if again else None
