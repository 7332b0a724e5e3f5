"""A scenario's form as a browser sends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.forms.scenarios import ROW_FORMS


def filled(content: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Every field with this content in it."""
    data: dict[str, Any] = {
        "name": content["client"]["name"],
        "age": content["client"]["age"] or "",
        **{name: content[name] for name in ("context", "strategy", "difficulty", "hint")},
        "statement": content["statement"].replace("\n", "\r\n"),
        **{kind: ", ".join(words) for kind, words in content["tags"].items()},
        "paste": "",
    }
    for name in ROW_FORMS:
        rows = content[name]
        data |= {f"{name}-TOTAL_FORMS": len(rows) + 2, f"{name}-INITIAL_FORMS": len(rows)}
        data |= {f"{name}-MIN_NUM_FORMS": 0, f"{name}-MAX_NUM_FORMS": 1000}
        for i, row in enumerate(rows):
            for part, value in row.items():
                if part == "wordings":
                    data[f"{name}-{i}-{part}"] = "\r\n".join(value)
                elif part == "main":
                    data |= {f"{name}-{i}-main": "on"} if value else {}
                else:
                    data[f"{name}-{i}-{part}"] = value
        empty = {"feelings": {"source": "implied", "strength": 2}}.get(name, {})
        for i in (len(rows), len(rows) + 1):
            data |= {f"{name}-{i}-{part}": value for part, value in empty.items()}
    return data | more
