"""What people send about themselves: joining, the account, leaving."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from allauth.core import context
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from practice import services
from practice.models import Cohort, User
from practice.models.users import time_zones
from practice.services.invitations import SESSION_KEY, accept_invitation, find_invitation

if TYPE_CHECKING:
    PersonForm = forms.ModelForm[User]
else:  # Django's class takes no parameter while it runs
    PersonForm = forms.ModelForm


@cache
def zones_to_choose() -> list[tuple[str, str]]:
    """The zones to choose from, by continent and city."""
    names = {name for name in time_zones() if "/" in name}
    wanted = {name for name in names if not name.startswith(("Etc/", "SystemV/", "posix", "right"))}
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in sorted(wanted))]


class CodeField(forms.CharField):
    """A cohort's join code, typed in any way."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Your group’s code",
            max_length=40,
            error_messages={"required": "The code is needed to find your group."},
            **kwargs,
        )
        self.widget.attrs.update(
            autocapitalize="characters", autocomplete="off", spellcheck="false"
        )

    def clean(self, value: Any) -> str:
        code: str = super().clean(value)
        if not Cohort.objects.joinable(code, timezone.now()).exists():
            raise ValidationError(services.WRONG_CODE)
        return code


class NameField(forms.CharField):
    """What a person wants to be called."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="What shall we call you?",
            max_length=80,
            error_messages={"required": "A name is needed; a first name will do."},
            **kwargs,
        )
        self.widget.attrs["autocomplete"] = "name"


class JoinForm(forms.Form):
    """What sign-up asks beside e-mail and password."""

    display_name = NameField()
    code = CodeField()
    field_order = ["code", "display_name", "email", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.token = context.request.session.get(SESSION_KEY) if context.request else None
        self.invitation = find_invitation(self.token) if self.token else None
        if self.invitation:  # whoever was invited needs no code
            del self.fields["code"]
            self.initial["email"] = self.invitation.email

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        email = self.cleaned_data.get("email")
        if self.invitation and email and email.lower() != self.invitation.email:
            self.add_error(
                "email", f"The invitation is for {self.invitation.email}; please use that address."
            )
        return data

    def signup(self, request: HttpRequest, user: User) -> None:
        """Called once the account is there."""
        if self.invitation is None:
            services.join_cohort(person=user, code=self.cleaned_data["code"])
        else:
            accept_invitation(invitation=self.invitation, person=user)
            del request.session[SESSION_KEY]


class AccountForm(PersonForm):
    """What a person sets for themselves."""

    display_name = NameField()
    time_zone = forms.ChoiceField(
        label="Time zone",
        choices=zones_to_choose,
        error_messages={"invalid_choice": "This is not a time zone we know."},
    )

    class Meta:
        model = User
        fields = ["display_name", "time_zone", "scheme", "mail_reviews"]
        labels = {"mail_reviews": "Send me an e-mail when a review of one of my replies arrives"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A zone that has since left the list stays choosable for whoever has it.
        kept = self.instance.time_zone
        field = self.fields["time_zone"]
        assert isinstance(field, forms.ChoiceField)
        if kept not in dict(zones_to_choose()):
            field.choices = [(kept, kept), *zones_to_choose()]


class CohortCodeForm(forms.Form):
    """Join one more cohort."""

    code = CodeField()


class EraseForm(forms.Form):
    """The last question before an account goes."""

    password = forms.CharField(
        label="Your password",
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Your password is needed, so that nobody else can do this."},
    )
    email = forms.CharField(
        label="Type your e-mail address",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Your address is needed, so that this happens by no mistake."},
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        # Whoever has no password (a guest, or somebody who signs in elsewhere) types the address.
        del self.fields["email" if person.has_usable_password() else "password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.person.check_password(password):
            raise ValidationError("This is not your password. Nothing has been removed.")
        return password

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email.strip().lower() != self.person.email:
            raise ValidationError("This is not your address. Nothing has been removed.")
        return email
