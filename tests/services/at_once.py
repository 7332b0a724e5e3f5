"""Several things done at one moment, each in a thread and with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def at_once(*doings: Callable[[], T]) -> list[T]:
    """What each gives, in their order. What one of them raises is raised here."""
    start = Barrier(len(doings))

    def do(one: Callable[[], T]) -> T:
        try:
            start.wait(timeout=10)
            return one()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as pool:
        return list(pool.map(do, doings))


def outcomes(*doings: Callable[[], object]) -> list[str]:
    """ "done", or the name of what was raised, sorted: who comes first is a matter of chance."""
    return sorted(at_once(*(partial(_outcome, one) for one in doings)))


def _outcome(doing: Callable[[], object]) -> str:
    try:
        doing()
    except Exception as refused:
        return type(refused).__name__
    return "done"
