"""Who is in which group: the rows of a person's page, and the people of one group in their list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from practice import services
from practice.admin.house import ONE_BOX
from practice.models import Cohort, Membership, User

if TYPE_CHECKING:
    InlineBase = admin.StackedInline[Membership, User]
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
    """The groups of a person. A membership ends; it is not removed.

    Stacked, since Django gives the cells of a table no labels. A group's page has no such rows:
    it may have more people than a form has fields.
    """

    model = Membership
    form = MembershipForm
    extra = 0
    formfield_overrides = ONE_BOX
    can_delete = False
    fields = ("cohort", "role", "joined_at", "left_at")
    readonly_fields = ("joined_at",)


class GroupFilter(admin.SimpleListFilter):
    """Who is in one group now. Only a group's page leads to it: there may be many groups."""

    title = "group"
    parameter_name = "group"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        try:
            asked = UUID(request.GET.get(self.parameter_name, ""))
        except ValueError:
            return []
        return [(str(one.pk), one.name) for one in Cohort.objects.filter(pk=asked)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        chosen = self.value()
        if chosen is None:
            return queryset
        here = Membership.objects.current().filter(cohort=UUID(chosen))
        return queryset.filter(pk__in=here.values("person"))
