"""The forms of the rule laboratory: settling a case, changing a list or a weight."""

from __future__ import annotations

from typing import Any

from django import forms

from practice import scoring
from practice.display import rulebook
from practice.display.wording import VERDICTS
from practice.laboratory.changes import applied, phrases_in, weight_in, without
from practice.models.labelled_cases import JUDGED, REASON_LIMIT
from practice.scoring import Config, PhraseList, Weight

MOST_TYPED = 10_000


class SettleForm(forms.Form):
    """What a reader should have found there."""

    verdict = forms.ChoiceField(
        label="What should a reader find?",
        choices=[(name, VERDICTS[name].label) for name in JUDGED],
        widget=forms.RadioSelect,
        error_messages={"required": "Please choose what a reader should find."},
    )
    missed_rule = forms.ChoiceField(
        label="Which rule should have heard something?",
        help_text="Only where the rules passed over something, and you know which one should not.",
        required=False,
    )
    reason = forms.CharField(
        label="Why",
        help_text="A sentence for whoever looks at it later. Needed to set a case aside.",
        max_length=REASON_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["missed_rule"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "None, or I cannot say"),
            *((one.rule.id, one.title) for one in rulebook.by_id().values()),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.data.get("do") == "set_aside" and not cleaned.get("reason", "").strip():
            self.add_error("reason", "Please say in a sentence why it should not count.")
        return cleaned


class ListForm(forms.Form):
    """What is added to a list and taken from it, on top of a change that is there already."""

    added = forms.CharField(
        label="Add, one phrase a line",
        help_text="As one would say it. Never a whole sentence of somebody’s reply.",
        max_length=MOST_TYPED,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )
    removed = forms.MultipleChoiceField(
        label="Take away", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Any, *, of: PhraseList, base: Config, change: Config, **kwargs: Any
    ) -> None:
        initial = {
            "added": "\n".join(change.added.get(of.id, ())),
            "removed": list(change.removed.get(of.id, ())),
        }
        super().__init__(data, initial=initial, **kwargs)
        self.of, self.base, self.change = of, base, change
        self.here = phrases_in(base, of.id)
        field = self.fields["removed"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in self.here]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        lines = [scoring.tidy(one) for one in cleaned.get("added", "").splitlines()]
        added = tuple(dict.fromkeys(one for one in lines if one))
        gone = tuple(cleaned.get("removed", ()))
        for phrase in added:
            if phrase in self.here:
                self.add_error("added", f"“{phrase}” is on this list already.")
        rest = without(self.change, self.of.id)
        self.result = Config(
            added={**rest.added, self.of.id: added},
            removed={**rest.removed, self.of.id: gone},
            weights=rest.weights,
        )
        _add_problems(self, self.base, self.result, self.of.id, "added")
        return cleaned


class WeightForm(forms.Form):
    """A number in place of another."""

    weight = forms.IntegerField(
        label="The weight",
        error_messages={"required": "A number is needed.", "invalid": "This is no whole number."},
    )

    def __init__(
        self, data: Any, *, of: Weight, base: Config, change: Config, **kwargs: Any
    ) -> None:
        now = weight_in(base, of.name)
        super().__init__(data, initial={"weight": change.weights.get(of.name, now)}, **kwargs)
        self.of, self.base, self.change = of, base, change
        low, high = of.allowed[0], of.allowed[-1]
        self.fields[
            "weight"
        ].help_text = f"{now} now, {of.shipped} as it comes; from {low} to {high}."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        rest = without(self.change, self.of.name)
        number = cleaned.get("weight")
        if number is None:
            return cleaned
        now = weight_in(self.base, self.of.name)
        numbers = rest.weights if number == now else {**rest.weights, self.of.name: number}
        self.result = Config(rest.added, rest.removed, numbers)
        _add_problems(self, self.base, self.result, self.of.name, "weight")
        return cleaned


def _add_problems(form: forms.Form, base: Config, change: Config, name: str, field: str) -> None:
    """Say beside the field what is wrong with it; of other parts of the change, above the form."""
    for one in scoring.problems(applied(base, change)):
        kind = one.field.partition(".")[0]
        ours = one.field.endswith(f".{name}")
        where = ("removed" if kind == "removed" else field) if ours else None
        form.add_error(where, one.message)
