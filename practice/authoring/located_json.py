"""JSON with the line that each value stands on, so that a message can say where.

Stricter than `json.loads`: a key that stands twice is an error instead of silently lost, and so
are NaN, very deep nesting, very many values and half of a surrogate pair. No Django here.
"""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

Path = tuple[str | int, ...]
DEEPEST = 20
MOST_VALUES = 200_000
SPACE = re.compile(r"[ \t\n\r]*")
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,15})(\.\d{1,17})?([eE][-+]?\d{1,3})?")
WORDS = {"true": True, "false": False, "null": None}


def parse(text: str, most: int = MOST_VALUES) -> tuple[Any, dict[Path, int]]:
    """The value, and the line of every value in it by its path. Raises JSONDecodeError.

    Of more than `most` values it is refused as soon as they are seen.
    """
    reader = _Reader(text, most)
    value = reader.value(())
    reader.skip()
    if reader.at < len(text):
        raise JSONDecodeError("Nothing may follow here", text, reader.at)
    return value, reader.lines


class _Reader:
    def __init__(self, text: str, most: int) -> None:
        self.text = text
        self.most = most
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._line = 1
        self._counted = 0

    def skip(self) -> str:
        """Pass over space. Returns the next sign, or nothing at the end."""
        match = SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.text[self.at : self.at + 1]

    def value(self, path: Path) -> Any:
        sign = self.skip()
        if len(path) > DEEPEST:
            raise self.error("This is nested too deeply")
        if len(self.lines) >= self.most:
            raise self.error("This holds too many values")
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        self.lines[path] = self._line
        if sign == "{":
            return self.object(path)
        if sign == "[":
            return self.array(path)
        if sign == '"':
            return self.string()
        for word, meaning in WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        if match := NUMBER.match(self.text, self.at):
            self.at = match.end()
            return float(match[0]) if match[1] or match[2] else int(match[0])
        raise self.error("A value is missing here")

    def string(self) -> str:
        start = self.at
        found, self.at = scanstring(self.text, start + 1, True)
        text: str = found
        if any("\ud800" <= sign <= "\udfff" for sign in text):
            raise JSONDecodeError("This is half of a sign", self.text, start)
        return text

    def object(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self.at += 1
        if self.skip() == "}":
            self.at += 1
            return found
        while True:
            if self.skip() != '"':
                raise self.error("A name in quotes is missing here")
            start = self.at
            key = self.string()
            if key in found:
                raise JSONDecodeError(f"“{key}” stands here twice", self.text, start)
            if self.skip() != ":":
                raise self.error("A colon is missing here")
            self.at += 1
            found[key] = self.value((*path, key))
            if not self.goes_on("}"):
                return found

    def array(self, path: Path) -> list[Any]:
        found: list[Any] = []
        self.at += 1
        if self.skip() == "]":
            self.at += 1
            return found
        while True:
            found.append(self.value((*path, len(found))))
            if not self.goes_on("]"):
                return found

    def goes_on(self, end: str) -> bool:
        sign = self.skip()
        if sign not in (",", end) or not sign:
            raise self.error(f"A comma or {end} is missing here")
        self.at += 1
        return sign == ","

    def error(self, says: str) -> JSONDecodeError:
        return JSONDecodeError(says, self.text, self.at)
