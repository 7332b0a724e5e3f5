"""What the pages of writing a scenario need: a field with its place, its help and its errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.forms import BaseFormSet, BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from practice.forms.scenarios import help_id

register = template.Library()

Errors = Mapping[str, Sequence[str]]


@register.simple_tag
def write_field(field: BoundField, anchor: str, errors: Errors, css: str) -> SafeString:
    """One field with its label above it."""
    return render_to_string(
        "admin/practice/scenario/field.html",
        {"field": field, "anchor": anchor, "errors": errors.get(anchor, ()), "css": css},
    )


@register.simple_tag
def write_errors(anchor: str, errors: Errors) -> SafeString:
    """What is wrong with a whole part of the form."""
    return render_to_string(
        "admin/practice/scenario/errors.html", {"errors": errors.get(anchor, ())}
    )


@register.simple_tag
def write_rows(rows: BaseFormSet[Any], name: str, errors: Errors, label: str) -> SafeString:
    """The rows of a part, each with its number, its errors and its fields."""
    numbered = [
        {
            "form": form,
            "anchor": f"field-{name}-{i}",
            "errors": errors.get(f"field-{name}-{i}", ()),
            "label": f"{label} {i + 1}",
            "new": i >= rows.initial_form_count(),
        }
        for i, form in enumerate(rows.forms)
    ]
    helps = [
        {"id": help_id(name, field), "label": bound.label, "says": bound.help_text}
        for field, bound in rows.form.base_fields.items()
        if bound.help_text
    ]
    return render_to_string(
        "admin/practice/scenario/rows.html",
        {
            "management": rows.management_form,
            "rows": numbered,
            "name": name,
            "label": label.lower(),
            "helps": helps,
            "room": len(numbered) < rows.max_num,
        },
    )
