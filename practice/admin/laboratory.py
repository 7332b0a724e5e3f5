"""The rule laboratory: how the rules fare with people, and changing their lists and weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from practice import scoring, services
from practice.admin.house import FORM, READ, WRITE, Page, guarded, note, page, person_of, typed
from practice.display import rulebook
from practice.display.wording import CRITERIA
from practice.forms.laboratory import ListForm, SettleForm, WeightForm
from practice.laboratory import cases as laboratory
from practice.laboratory import changes as config_changes
from practice.laboratory.case_files import exported
from practice.laboratory.cases import Case, Tally
from practice.models import AccessLog, Attempt, ConfigProposal, Judgement, Review, ScorerConfig
from practice.previews import laboratory as laboratory_preview
from practice.services import laboratory as doing
from practice.services.scorer_configs import config_in_force

if TYPE_CHECKING:
    ConfigBase = admin.ModelAdmin[ScorerConfig]
else:  # Django's class takes no parameter while it runs
    ConfigBase = admin.ModelAdmin

SHOWN = 100
STATES = {"waiting": "To be settled", "agreed": "Agreed", "set_aside": "Set aside"}


@admin.register(ScorerConfig)
class ScorerConfigAdmin(ConfigBase):
    """Versions of the rules. They come of proposals, and none is ever changed or removed."""

    def get_urls(self) -> list[URLPattern]:
        pages: list[tuple[str, str, tuple[str, ...], Page]] = [
            ("cases/", "cases", READ, case_list),
            ("cases/download/", "download_cases", READ, download_cases),
            ("cases/<uuid:attempt>/<slug:criterion>/", "case", FORM, one_case),
            ("lists/", "lists", READ, lists),
            ("lists/<str:name>/", "change_list", FORM, change_list),
            ("proposals/<int:pk>/", "proposal", FORM, proposal),
            ("versions/", "versions", READ, versions),
            ("return/<int:number>/", "return", WRITE, go_back),
        ]
        own = [
            path(where, guarded(self, view, methods), name=f"practice_scorerconfig_{name}")
            for where, name, methods, view in pages
        ]
        return [*own, *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ScorerConfig | None = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return front(request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if self.get_object(request, object_id) is None:
            raise Http404
        return versions(request)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self.change_view(request, object_id)


def _shown(request: HttpRequest, template: str, /, **context: Any) -> HttpResponse:
    return page(request, template, {"section": "laboratory", **context})


# How the rules fare -----------------------------------------------------------------------


def front(request: HttpRequest) -> HttpResponse:
    """Agreement per criterion and per rule, what waits, and what is proposed."""
    found = laboratory.cases()
    return _shown(
        request,
        "admin/practice/laboratory/front.html",
        version=services.latest_version(),
        scorer=scoring.version(config_in_force()),
        criteria=[(one, _criterion(one.name)) for one in laboratory.by_criterion(found)],
        rules=[(one, _rule(one)) for one in laboratory.by_rule(found)],
        cases=len(found),
        waiting=sum(one.state == "waiting" for one in found),
        agreed=sum(one.state == "agreed" for one in found),
        proposals=ConfigProposal.objects.select_related("author"),
        window=laboratory.WINDOW,
        enough=laboratory.ENOUGH,
    )


def _criterion(name: str) -> str:
    return CRITERIA[name].label if name in CRITERIA else name


def _rule(tally: Tally) -> str:
    named = rulebook.named([tally.name])
    return named[0].title if named else tally.name


# Cases ------------------------------------------------------------------------------------


def case_list(request: HttpRequest) -> HttpResponse:
    """The cases behind a figure. No words of a reply: each case has a page of its own."""
    asked = {name: request.GET.get(name, "") for name in ("state", "criterion", "rule", "kind")}
    found = [one for one in laboratory.cases() if _wanted(one, asked)]
    about = [_criterion(asked["criterion"])] * bool(asked["criterion"])
    about += [one.title for one in rulebook.named([asked["rule"]])]
    about += [label for name, label in STATES.items() if name == asked["state"]]
    return _shown(
        request,
        "admin/practice/laboratory/cases.html",
        cases=found[:SHOWN],
        number=len(found),
        about=about,
        states=STATES,
        asked=asked,
    )


def _wanted(case: Case, asked: dict[str, str]) -> bool:
    kinds = {
        "false_alarm": case.differs if asked["rule"] else case.too_strict,
        "miss": bool(case.missed_rule) if asked["rule"] else case.too_kind,
        "agreed": bool(case.verdict) and not case.differs,
    }
    return (
        (not asked["state"] or case.state == asked["state"])
        and (not asked["criterion"] or case.criterion == asked["criterion"])
        and (not asked["rule"] or asked["rule"] in (*case.rules, case.missed_rule))
        and (asked["kind"] not in kinds or (kinds[asked["kind"]] and case.state != "set_aside"))
    )


def one_case(request: HttpRequest, attempt: UUID, criterion: str) -> HttpResponse:
    """One criterion of one reply, with everything that was said of it, to be settled."""
    found = laboratory.cases(only=[(attempt, criterion)])
    if not found:
        raise Http404
    case, by = found[0], person_of(request)
    reply = Attempt.objects.select_related("scenario_version").get(pk=attempt)
    services.log_access(who=by, attempt=reply, action=AccessLog.Action.READ)
    settled = reply.cases.filter(criterion=criterion).select_related("settled_by").first()
    form = SettleForm(
        request.POST or None,
        initial={
            "verdict": case.verdict,
            "missed_rule": case.missed_rule,
            "reason": settled.reason if settled else "",
        },
    )
    if request.method == "POST":
        if request.POST.get("do") == "reopen":
            doing.reopen_case(case=case)
            messages.success(request, "Open again.")
            return redirect(request.path)
        if form.is_valid():
            aside = request.POST.get("do") == "set_aside"
            doing.settle_case(
                case=case, by=by, state="set_aside" if aside else "agreed", **form.cleaned_data
            )
            messages.success(request, "Set aside." if aside else "Agreed.")
            waiting = reverse("admin:practice_scorerconfig_cases")
            return redirect(f"{waiting}?state=waiting")
    finding: dict[str, Any] = next(
        (one for one in reply.scorecard.get("criteria", ()) if one["criterion"] == criterion), {}
    )
    config = config_in_force()
    today = scoring.score(reply.reply, reply.scenario_version.task(), config=config)
    return _shown(
        request,
        "admin/practice/laboratory/case.html",
        case=case,
        reply=reply,
        settled=settled,
        form=form,
        finding=finding,
        rules=rulebook.named(case.rules),
        said=Judgement.objects.filter(
            review__attempt=reply, review__state=Review.State.RELEASED, criterion=criterion
        ).filter(said=True),
        dispute=reply.disputes.filter(criterion=criterion).first(),
        today=next((one for one in today.criteria if one.criterion == criterion), None),
        today_version=today.scorer_version,
    )


def download_cases(request: HttpRequest) -> HttpResponse:
    """Moves and verdicts of every agreed case, without a word of anybody's."""
    response = JsonResponse(exported(), json_dumps_params={"indent": 2})
    name = f"cases-{timezone.localdate().isoformat()}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


# Changing lists and weights ---------------------------------------------------------------


def _of_proposal(request: HttpRequest) -> ConfigProposal | None:
    asked = request.GET.get("proposal", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 12 else None
    return get_object_or_404(ConfigProposal, pk=number) if number else None


def lists(request: HttpRequest) -> HttpResponse:
    """Every list and weight, to be found by its name or by a phrase that is on it."""
    config, asked = config_in_force(), request.GET.get("q", "")[:80]
    words = asked.lower().split()

    def fits(*texts: str) -> bool:
        text = " ".join(texts).lower()
        return all(word in text for word in words)

    found = [
        one
        for one in scoring.lists().values()
        if fits(one.id, one.says, *config_changes.phrases_in(config, one.id))
    ]
    numbers = [one for one in scoring.weights().values() if fits(one.name, one.says)]
    return _shown(
        request,
        "admin/practice/laboratory/lists.html",
        q=asked,
        lists=[(one, len(config_changes.phrases_in(config, one.id))) for one in found[:SHOWN]],
        weights=[(one, config_changes.weight_in(config, one.name)) for one in numbers[:SHOWN]],
        more=max(len(found), len(numbers)) > SHOWN,
        proposal=_of_proposal(request),
    )


def change_list(request: HttpRequest, name: str) -> HttpResponse:
    """Add to a list, take from it, or set a weight; kept as a proposal."""
    proposed = _of_proposal(request)
    base = config_in_force()
    change = doing.change_of(proposed) if proposed else scoring.DEFAULT
    data = request.POST if request.method == "POST" else None
    form: ListForm | WeightForm
    if name in scoring.lists():
        form = ListForm(data, of=scoring.lists()[name], base=base, change=change)
    elif name in scoring.weights():
        form = WeightForm(data, of=scoring.weights()[name], base=base, change=change)
    else:
        raise Http404
    if form.is_valid() and not proposed and config_changes.applied(base, form.result) == base:
        form.add_error(None, "Nothing is changed yet: add something, or take something away.")
    if form.is_valid():
        kept = doing.propose(by=person_of(request), change=form.result, proposal=proposed)
        note(request, kept, f"Proposed a change of {name}.")
        messages.success(request, "Kept as a proposal. Nothing is changed yet.")
        return redirect("admin:practice_scorerconfig_proposal", kept.pk)
    rule = rulebook.named([form.of.about])
    return _shown(
        request,
        "admin/practice/laboratory/change.html",
        form=form,
        of=form.of,
        name=name,
        proposal=proposed,
        rule=rule,
    )


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """What a proposal changes and what that would do; accept it, or let it go."""
    proposed = get_object_or_404(ConfigProposal.objects.select_related("author"), pk=pk)
    refused: doing.NotAcceptedError | None = None
    if request.method == "POST":
        try:
            return _done(request, proposed)
        except doing.NotAcceptedError as error:
            refused = error
            messages.error(request, str(error))
    today, then = config_in_force(), doing.proposed_config(proposed)
    found = laboratory_preview.preview(today, then)
    known = {"found": found, "broken": (refused and refused.broken) or found.cases.broken}
    if request.headers.get("HX-Request") and request.method != "POST":
        return page(request, "admin/practice/laboratory/proposal.html#found", known)
    return _shown(
        request,
        "admin/practice/laboratory/proposal.html",
        proposal=proposed,
        stamp=doing.stamp(proposed),
        differences=[*config_changes.differences(today, then)],
        problems=scoring.problems(then),
        reason=request.POST.get("reason", proposed.why),
        **known,
    )


def _done(request: HttpRequest, proposed: ConfigProposal) -> HttpResponse:
    match request.POST.get("do"):
        case "accept":
            made = doing.accept(
                proposal=proposed,
                by=person_of(request),
                reason=typed(request, "reason"),
                made_from=request.POST.get("stamp", ""),
            )
            note(request, made, f"Accepted version {made.number} of the rules.", "added")
            messages.success(request, f"Version {made.number} reads replies from now on.")
            return redirect("admin:practice_scorerconfig_versions")
        case "take_out":
            change = config_changes.without(doing.change_of(proposed), request.POST.get("name", ""))
            doing.propose(by=person_of(request), change=change, proposal=proposed)
            return redirect("admin:practice_scorerconfig_proposal", proposed.pk)
        case "drop":
            doing.drop(proposal=proposed)
            messages.success(request, "The proposal is gone. Nothing was changed.")
            return redirect("admin:practice_scorerconfig_changelist")
        case _:
            raise Http404


# Versions ---------------------------------------------------------------------------------


def versions(request: HttpRequest) -> HttpResponse:
    """Every version: who, when, why, and what it changed."""
    before = scoring.DEFAULT
    steps = []
    for version in ScorerConfig.objects.select_related("author").order_by("number"):
        config = scoring.config_from_json(version.config)
        steps.append((version, [*config_changes.differences(before, config)]))
        before = config
    return _shown(
        request,
        "admin/practice/laboratory/versions.html",
        steps=steps[::-1],
        scorer=scoring.SCORER_VERSION,
    )


def go_back(request: HttpRequest, number: int) -> HttpResponse:
    """Propose an earlier version again; 0 is the rules as they come."""
    version = get_object_or_404(ScorerConfig, number=number) if number else None
    kept = doing.propose_return(version=version, by=person_of(request))
    messages.success(request, "Kept as a proposal. Nothing is changed yet.")
    return redirect("admin:practice_scorerconfig_proposal", kept.pk)
