"""A table of points in place of the shipped one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@contextmanager
def in_place_of_the_shipped(
    module: ModuleType, file: Path, text: str, *kept: Callable[..., Any]
) -> Iterator[None]:
    """Write a table to a file and let a module read it; `kept` are its functions that remember."""

    def forget() -> None:
        for one in kept:
            one.cache_clear()  # type: ignore[attr-defined] # each is an lru_cache

    file.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FILE", file)
        forget()
        try:
            yield
        finally:
            patch.undo()
            forget()
