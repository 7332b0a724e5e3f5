"""Scenarios on their way in and out: a file, a list, a zip of files, a table. No Django here."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from practice.authoring.files import LARGEST, FileError, Problem, read, read_several, write
from practice.authoring.table import read_table

LARGEST_UPLOAD = 4_000_000  # bytes
MOST_FILES = 500
LARGEST_FILE = 4 * LARGEST  # bytes of one file: a character has up to four
MOST_PROBLEMS = 100  # of a zip, before the rest of it is left unread
LARGEST_UNPACKED = 10_000_000  # bytes of all files of a zip, of which no more is ever read
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
WHEN = (1980, 1, 1, 0, 0, 0)  # in a zip: the same scenarios make the same bytes


def pack(contents: Iterable[Mapping[str, Any]]) -> bytes:
    """A zip with a file for each scenario."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for content in contents:
            entry = zipfile.ZipInfo(f"{content['slug']}.json", WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, write(content).encode())
    return data.getvalue()


def unpack(name: str, data: bytes) -> list[dict[str, Any]]:
    """Every scenario of an upload, or FileError with all that is wrong in it."""
    if len(data) > LARGEST_UPLOAD:
        raise FileError([Problem(name, 1, "", "is too large: at most 4 MB at once")])
    kind = name.rpartition(".")[2].lower()
    if kind == "zip":
        contents = _unzip(name, data)
    elif kind == "csv":
        contents = read_table(_text(name, data), name)
    elif kind == "json":
        contents = read_several(_text(name, data), name)
    else:
        raise FileError([Problem(name, 1, "", "must be a .json, .zip or .csv file")])
    if not contents:
        raise FileError([Problem(name, 1, "", "has no scenario in it")])
    if twice := [*_twice(name, contents)]:
        raise FileError(twice)
    return contents


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        says = "is not UTF-8 here"
        if name.lower().endswith(".csv"):
            says += ": save the table once more as “CSV UTF-8”"
        raise FileError([Problem(name, line, "", says)]) from None


def _unzip(name: str, data: bytes) -> list[dict[str, Any]]:
    contents: list[dict[str, Any]] = []
    problems: list[Problem] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if _is_scenario(one)]
            if len(entries) > MOST_FILES:
                says = f"has more than {MOST_FILES} files"
                raise FileError([Problem(name, 1, "", says)])
            if sum(one.file_size for one in entries) > LARGEST_UNPACKED:
                says = "is too large when it is unpacked: at most 10 MB at once"
                raise FileError([Problem(name, 1, "", says)])
            for entry in entries:
                try:
                    contents.append(_one(archive, entry))
                except FileError as error:
                    problems += error.problems
                if len(problems) >= MOST_PROBLEMS:
                    break
    except FileError:
        raise
    except UNREADABLE:
        raise FileError([Problem(name, 1, "", "is no zip file that can be read")]) from None
    if problems:
        raise FileError(problems)
    return contents


def _is_scenario(entry: zipfile.ZipInfo) -> bool:
    """What some systems put beside the files, and folders, are passed over."""
    path = entry.filename
    beside = path.startswith("__MACOSX/") or path.rpartition("/")[2].startswith(".")
    return not entry.is_dir() and not beside


def _one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> dict[str, Any]:
    file = entry.filename.rpartition("/")[2]
    slug, _, kind = file.rpartition(".")
    if kind.lower() != "json":
        raise FileError([Problem(file, 1, "", "is no .json file")])
    with archive.open(entry) as opened:
        data = opened.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise FileError([Problem(file, 1, "", "is too large for a scenario")])
    return read(_text(file, data), file, slug=slug)


def _twice(name: str, contents: list[dict[str, Any]]) -> Iterator[Problem]:
    slugs = [content["slug"] for content in contents]
    for slug in sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        yield Problem(name, 1, "slug", f"“{slug}” stands in it twice")
