"""What is counted, to compare one count with another."""

from __future__ import annotations

from typing import Any

from practice.services.figures import KEYS


def counted() -> dict[str, list[Any]]:
    """Every row of every table of counts, by table."""
    return {
        model.__name__: sorted(map(str, model._default_manager.values_list(*keys, *values)))
        for model, (keys, values) in KEYS.items()
    }
