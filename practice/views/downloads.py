"""Tables as files."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.text import slugify

from practice.csv_files import write_csv


def csv_file(name: str, table: tuple[Sequence[str], Sequence[Sequence[object]]]) -> HttpResponse:
    """A CSV file to keep. Nothing in it is a formula to a spreadsheet."""
    response = HttpResponse(write_csv(*table), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slugify(name) or "table"}.csv"'
    return response
