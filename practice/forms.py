"""What people may send, and what is said when it does not fit."""

from __future__ import annotations

import time
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from allauth.core import context
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.http import HttpRequest
from django.utils import timezone

from practice import services, wording
from practice.models import Cohort, User
from practice.models.attempts import REPLY_LIMIT
from practice.models.scenarios import REPORT_LIMIT
from practice.models.users import time_zones
from practice.services.invitations import SESSION_KEY, accept_invitation, find_invitation

STRATEGIES = [(rubric.strategy, rubric.label) for rubric in wording.RUBRICS.values()]
DIFFICULTIES = list(wording.DIFFICULTIES.items())
NO_NULL = (
    "Something in it cannot be saved: a sign that no keyboard types. It is taken out below; "
    "please look your words over, and send them again."
)
NO_SUCH_YEAR = "Please choose a day in the years 2000 to 2100."
TORN = "This form did not arrive whole. Your words are here: please send them again."


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


# Practising -------------------------------------------------------------------------------


def milliseconds() -> int:
    """Now, as a form carries it to tell how long a reply took."""
    return time.time_ns() // 1_000_000


class TypedField(forms.CharField):
    """Words as typed: never stripped, line ends made alike, and handed back whatever is wrong."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.validators = [ProhibitNullCharactersValidator(message=NO_NULL)]

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def validate(self, value: Any) -> None:
        """Blank is empty, too."""
        super().validate(value.strip())

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What goes back into the box: without what no box can hold."""
        return data.replace("\x00", "") if isinstance(data, str) else data


def in_this_century(day: date) -> None:
    """Raises ValidationError: what lies at the ends of the calendar has no day before or behind."""
    if not 2000 <= day.year <= 2100:
        raise ValidationError(NO_SUCH_YEAR)


class MomentField(forms.DateTimeField):
    """A day of this century, and a time."""

    default_validators = [in_this_century]


class DayField(forms.DateField):
    """A day of this century."""

    default_validators = [in_this_century]

    def __init__(self, **kwargs: Any) -> None:
        says = {"required": "A day is needed.", "invalid": "This is not a day."}
        widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
        super().__init__(widget=widget, error_messages=says, **kwargs)


class ReplyForm(forms.Form):
    """A reply on its way, with the token that lets it be saved once."""

    token = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": TORN, "invalid": TORN}
    )
    began = forms.IntegerField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    again = forms.CharField(widget=forms.HiddenInput, required=False)
    reply = TypedField(
        error_messages={"required": "There is nothing to send yet. A few words are enough."},
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "class": "reply-field",
                "dir": "auto",
                "autocomplete": "off",
                "aria-describedby": "saved task",
            }
        ),
    )
    self_rating = forms.TypedChoiceField(
        choices=list(wording.RATINGS.items()),
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    aided = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "use_required_attribute": False, **kwargs})
        if self.is_bound and "reply" in self.errors:
            described = "reply-error saved task"
            self.fields["reply"].widget.attrs |= {"aria-describedby": described}

    def clean_reply(self) -> str:
        reply: str = self.cleaned_data["reply"]
        if len(reply) > REPLY_LIMIT:
            raise ValidationError(
                f"These are {len(reply.split()):,} words, more than anybody could say in one go. "
                f"There is room for {REPLY_LIMIT:,} characters. It is all here: shorten it, and "
                "send it again."
            )
        return reply

    def duration_ms(self) -> int | None:
        """From opening the form to sending it."""
        began = self.cleaned_data["began"]
        return milliseconds() - began if began else None

    def renew_token(self) -> None:
        """Make this a form of its own: what is sent from it next is saved anew."""
        self.data = {**dict(self.data.items()), "token": str(uuid4())}


class ChoiceForm(forms.Form):
    """Which client is wanted next."""

    strategy = forms.ChoiceField(choices=STRATEGIES, required=False)
    difficulty = forms.TypedChoiceField(
        choices=DIFFICULTIES, coerce=int, empty_value=None, required=False
    )


class StirredForm(forms.Form):
    """What came up in the trainee."""

    word = forms.ChoiceField(choices=list(wording.STIRRINGS.items()))


class ReportForm(forms.Form):
    """What is wrong with a scenario."""

    reason = TypedField(
        label="What is wrong with it?",
        error_messages={"required": "Please say in a few words what is wrong."},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if len(reason) > REPORT_LIMIT:
            raise ValidationError(
                f"There is room for {REPORT_LIMIT:,} characters; these are {len(reason):,}."
            )
        return reason


class HistoryForm(forms.Form):
    """Which of one's own replies to show. It lives in the address."""

    strategy = forms.ChoiceField(choices=[("", "All"), *STRATEGIES], required=False)
    difficulty = forms.TypedChoiceField(
        choices=[("", "All"), *DIFFICULTIES], coerce=int, empty_value=None, required=False
    )
    verdict = forms.ChoiceField(
        label="Verdict",
        choices=[
            ("", "All"),
            ("met", "Met"),
            ("partly", "Partly"),
            ("not_yet", "Not yet"),
            ("abstained", "Could not be judged"),
        ],
        required=False,
    )
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)
    before = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.is_valid()

    def filters(self) -> dict[str, Any]:
        """What is asked for and makes sense; the rest is left out."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "before" and value not in ("", None)
        }

    def place(self) -> UUID | None:
        """The reply to go on from."""
        place: UUID | None = self.cleaned_data.get("before")
        return place
