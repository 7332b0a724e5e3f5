"""Inviting people by e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from practice.admin.house import person_of
from practice.models import Invitation, User
from practice.services import invitations

if TYPE_CHECKING:
    InvitationBase = admin.ModelAdmin[Invitation]
    InvitationFormBase = forms.ModelForm[Invitation]
else:  # Django's classes take no parameters while they run
    InvitationBase = admin.ModelAdmin
    InvitationFormBase = forms.ModelForm


class InvitationForm(InvitationFormBase):
    """Whom, and as what."""

    class Meta:
        model = Invitation
        fields = ["email", "role", "cohort"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise ValidationError(
                "Somebody with this address has an account. Their own page is where to give them "
                "another role or group."
            )
        return email

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or self.cleaned_data
        if data.get("role") == Invitation.Role.ADMIN:
            data["cohort"] = None
        elif data.get("role") and not data.get("cohort"):
            self.add_error("cohort", "Choose the group that they come into.")
        return data


@admin.register(Invitation)
class InvitationAdmin(InvitationBase):
    """Who was invited, and what became of it."""

    form = InvitationForm
    list_display = ("email", "role", "cohort", "state", "created_at", "invited_by")
    list_filter = ("role", "cohort")
    list_select_related = ("cohort", "invited_by")
    search_fields = ("email",)
    fields = ("email", "role", "cohort")
    actions = ("send_again", "withdraw_them")

    def has_change_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        """A letter that was sent stays as it is. The list has what can be done with it."""
        return obj is None and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        return False

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Rights are given by those who have them all."""
        form = super().get_form(request, *args, **kwargs)
        role = form.base_fields.get("role")
        if isinstance(role, forms.ChoiceField) and not person_of(request).is_superuser:
            role.choices = [one for one in Invitation.Role.choices if one[0] != "admin"]
        return form

    def save_model(self, request: HttpRequest, obj: Invitation, form: Any, change: bool) -> None:
        invitations.invite(invitation=obj, by=person_of(request))
        self._send(request, obj)

    @admin.action(description="Send again (those that are open)")
    def send_again(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        for invitation in queryset.filter(pk__in=Invitation.objects.good()):
            self._send(request, invitation)

    @admin.action(description="Withdraw (the link opens nothing any more)")
    def withdraw_them(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        for invitation in queryset:
            invitations.withdraw(invitation=invitation)
            self.log_change(request, invitation, "Withdrawn.")
        messages.success(request, "Withdrawn.")

    def _send(self, request: HttpRequest, invitation: Invitation) -> None:
        site_url = request.build_absolute_uri("/")
        sent = invitations.send_invitation(invitation=invitation, site_url=site_url)
        link = invitations.link_to(invitation, site_url)
        if not sent:
            messages.error(
                request,
                f"The letter to {invitation.email} could not be sent. You can pass the link on "
                f"yourself: {link}",
            )
        elif settings.DEMO:
            messages.info(request, f"A demonstration sends no letters. The link is {link}")
        else:
            messages.success(request, f"The letter to {invitation.email} is on its way.")
