"""What is stored, once more, further back in time: copied by the database itself.

For filling a database: a year takes hardly longer than the weeks that it is made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction

from practice.models import (
    AssignmentProgress,
    Attempt,
    CriterionResult,
    Dispute,
    Judgement,
    RatingPair,
    Review,
    ReviewRequest,
)
from practice.models.queue import LONGEST_WAITING_FIRST
from practice.services.figures import KEYS

WRITTEN: tuple[type[models.Model], ...] = (
    Attempt,
    CriterionResult,
    Review,
    Judgement,
    ReviewRequest,
    Dispute,
    RatingPair,
)
COUNTED = tuple(model for model in KEYS if model is not AssignmentProgress)
MILLISECONDS = 7 * 24 * 60 * 60 * 1000  # of a week


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and what stands in it in a copy that is so many weeks older."""

    name: str
    older: str


def repeat(*, times: int) -> None:
    """Copy all attempts with everything on them, and their counts, `times` times.

    Each copy is a week older than the one before. What counts for assignments is left alone: the
    copies are to be older than what was asked. Each week is stored before the next is copied.
    """
    with connection.cursor() as cursor:
        for model in (*WRITTEN, *COUNTED):
            table = model._meta.db_table
            cursor.execute(f"CREATE TEMPORARY TABLE {_source(table)} AS SELECT * FROM {table}")  # noqa: S608
        for number in range(1, times + 1):
            with transaction.atomic():
                for model in (*WRITTEN, *COUNTED):
                    cursor.execute(_copy(model, number))
        for model in (*WRITTEN, *COUNTED):
            cursor.execute(f"DROP TABLE {_source(model._meta.db_table)}")


def _source(table: str) -> str:
    return f"repeated_{table}"


def _copy(model: type[models.Model], number: int) -> str:
    """One statement. All names are the models' own."""
    fields = [one for one in model._meta.concrete_fields if not isinstance(one, models.AutoField)]
    columns = [Column(f'"{one.column}"', _older(one, number)) for one in fields]
    table = model._meta.db_table
    statement = (
        f"INSERT INTO {table} ({', '.join(one.name for one in columns)}) "  # noqa: S608
        f"SELECT {', '.join(one.older for one in columns)} FROM {_source(table)} WHERE true"
    )
    if model in KEYS:  # one week may be the end of one copy and the beginning of another
        keys, counted = KEYS[model]
        statement += f" ON CONFLICT ({_columns(model, keys)}) DO UPDATE SET " + ", ".join(
            f'"{name}" = {table}."{name}" + excluded."{name}"' for name in counted
        )
    return statement


def _columns(model: type[models.Model], names: Sequence[str]) -> str:
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    return ", ".join(f'"{field.column}"' for field in fields)


def _older(field: models.Field[Any, Any], number: int) -> str:
    name = f'"{field.column}"'
    if field.name == "queue_key":
        first = ", ".join(str(int(rank)) for rank in LONGEST_WAITING_FIRST)
        moved = number * MILLISECONDS
        return f"{name} + CASE WHEN queue_rank IN ({first}) THEN -{moved} ELSE {moved} END"
    if field.name == "token" or getattr(field, "remote_field", None) is None:
        own = field.name == "token" or (field.primary_key and isinstance(field, models.UUIDField))
    else:
        own = field.related_model in WRITTEN
    if own:
        return _renamed(name, number)
    if isinstance(field, models.DateField):  # and times, which are dates too
        return _earlier(name, number, isinstance(field, models.DateTimeField))
    return name


def _renamed(name: str, number: int) -> str:
    """Another UUID, the same for the same number. Of version 8, so that it is none there was."""
    if connection.vendor == "postgresql":
        text = f"{name}::text"
        return f"(substr({text}, 1, 9) || '{number:04x}-8' || substr({text}, 16))::uuid"
    return f"substr({name}, 1, 8) || '{number:04x}8' || substr({name}, 14)"


def _earlier(name: str, weeks: int, is_time: bool) -> str:
    if connection.vendor == "postgresql":
        return f"({name} - interval '{7 * weeks} days'){'' if is_time else '::date'}"
    if is_time:  # what stands behind the seconds stays as it is
        return f"strftime('%Y-%m-%d %H:%M:%S', {name}, '-{7 * weeks} days') || substr({name}, 20)"
    return f"date({name}, '-{7 * weeks} days')"
