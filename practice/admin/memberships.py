"""Who is in which group, as rows of a person's or a group's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from practice import services
from practice.admin.house import ONE_BOX
from practice.models import Membership

if TYPE_CHECKING:
    InlineBase = admin.StackedInline[Membership, Any]
    MembershipFormBase = forms.ModelForm[Membership]
else:  # Django's classes take no parameters while they run
    InlineBase = admin.StackedInline
    MembershipFormBase = forms.ModelForm


class MembershipForm(MembershipFormBase):
    """A membership that goes on, ends, or becomes another one."""

    def clean(self) -> dict[str, Any] | None:
        if self.instance.pk and self.changed_data:
            before = Membership.objects.get(pk=self.instance.pk)
            if services.is_last_supervisor(membership=before):
                raise ValidationError(services.LAST_SUPERVISOR)
        return super().clean()


class MembershipInline(InlineBase):
    """Who is in a cohort, or the cohorts of a person. A membership ends; it is not removed.

    Stacked, since Django gives the cells of a table no labels.
    """

    model = Membership
    form = MembershipForm
    extra = 0
    formfield_overrides = ONE_BOX
    can_delete = False
    fields = ("person", "cohort", "role", "joined_at", "left_at")
    readonly_fields = ("joined_at",)
    # Django’s own search in a list writes styles into the page, which our policy forbids.
    raw_id_fields = ("person",)
