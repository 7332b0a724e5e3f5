"""Scenarios in and out: downloads, uploads that are seen before they are saved, and the format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from practice.admin.house import note_all, page, person_of, typed
from practice.authoring import exchange as scenario_exchange
from practice.authoring import files as scenario_files
from practice.authoring import format as scenario_format
from practice.authoring.files import FileError
from practice.authoring.table import COLUMNS, NEEDED, write_table
from practice.models import Scenario
from practice.services import authoring, uploads


class UploadForm(forms.Form):
    """A file from somebody's disk."""

    file = forms.FileField(
        label="The file",
        help_text="A .json file with one scenario or a list of them, a .zip of such files, or a "
        ".csv table. At most 4 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".json,.zip,.csv"}),
        error_messages={"required": "Choose a file first.", "empty": "This file is empty."},
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > scenario_exchange.LARGEST_UPLOAD:
            raise forms.ValidationError("This file is too large: at most 4 MB at once.")
        return file


def download(request: HttpRequest, scenario: Scenario) -> HttpResponse:
    """One scenario as a file: the draft with ?draft=1, else what is published."""
    content = authoring.being_written(scenario)
    if "draft" not in request.GET and scenario.current is not None:
        content = scenario.current.content
    return _attached(
        scenario_files.write(content).encode(), f"{scenario.slug}.json", "application/json"
    )


def download_all(request: HttpRequest) -> HttpResponse:
    """Everything that is published, each in its file, in one zip."""
    return _attached(scenario_exchange.pack(_published()), "scenarios.zip", "application/zip")


def download_table(request: HttpRequest) -> HttpResponse:
    """Everything that is published as a table, a row each, for a spreadsheet."""
    text = write_table(_published())
    return _attached(text.encode(), "scenarios.csv", "text/csv; charset=utf-8")


def _published() -> Iterable[Mapping[str, Any]]:
    published = Scenario.objects.published().order_by("slug")
    return published.values_list("current__content", flat=True)


def _attached(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def upload(request: HttpRequest) -> HttpResponse:
    """Take a file, check it whole, and go on to its preview; a wrong one is refused whole."""
    form = UploadForm(request.POST or None, request.FILES or None)
    problems: list[scenario_files.Problem] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        name = file.name or "upload"
        try:
            contents = scenario_exchange.unpack(name, file.read())
        except FileError as error:
            problems = error.problems
        else:
            kept = uploads.keep_upload(by=person_of(request), name=name, contents=contents)
            return redirect("admin:practice_scenario_uploaded", kept.pk)
    context = {"form": form, "problems": problems, "section": "scenarios"}
    return page(request, "admin/practice/scenario/upload.html", context)


def uploaded(request: HttpRequest, upload: UUID) -> HttpResponse:
    """What an upload would do. It is saved when that is confirmed."""
    kept = uploads.find_upload(by=person_of(request), pk=upload)
    if kept is None:
        raise Http404
    refused: dict[str, object] = {}
    reason = typed(request, "reason")
    if request.method == "POST":
        publish = request.POST.get("do") == "publish"
        name = kept.name
        try:
            saved = uploads.confirm_upload(
                upload=kept,
                by=person_of(request),
                publish=publish,
                made_from=request.POST.get("stamp", ""),
                reason=reason,
            )
        except uploads.ChangedSinceError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        except uploads.LintError as error:
            messages.error(request, str(error))
            refused = dict(error.findings)
        else:
            what = "published" if publish else "saved as drafts"
            note_all(request, saved, f"Uploaded with {name}, {what}.")
            number = f"{len(saved)} scenario{'' if len(saved) == 1 else 's'}"
            messages.success(request, f"{number} {what}.")
            return redirect("admin:practice_scenario_changelist")
    compared = uploads.compare(kept.contents)
    context = {
        "kept": kept,
        "compared": compared,
        "refused": refused,
        "reason": reason,
        "too_many": uploads.TOO_MANY if len(kept.contents) > uploads.MOST_PUBLISHED else "",
        "section": "scenarios",
    }
    return page(request, "admin/practice/scenario/uploaded.html", context)


def file_format(request: HttpRequest) -> HttpResponse:
    """The file format and the table, field by field."""
    context = {
        "fields": scenario_format.fields(),
        "example": scenario_format.EXAMPLE,
        "columns": [(name, name in NEEDED, says) for name, says in COLUMNS.items()],
        "faults": scenario_format.faults(),
        "section": "scenarios",
    }
    return page(request, "admin/practice/scenario/file_format.html", context)
