"""Words of a scenario by which a real person could be found. No Django here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

NAMES = Path(__file__).parent / "rules" / "phrases" / "names.csv"

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
WEB = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w£$€.,])\+?\(?\d[\d\s().-]{6,}\d(?!\w)")
STREET = re.compile(
    r"\b\d{1,4}[a-z]?,?\s+(?:[A-Z][\w’'-]+\s+){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Square|Gardens|Way|Court|"
    r"Boulevard|Blvd|Place|Grove|Row)\b"
)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b")
FULL_NAME = re.compile(
    r"\b([A-Z][a-zà-ÿ’'-]+)\s+((?:[A-Z]\.\s+)?(?:(?:Mc|Mac|O[’'])?[A-Z][a-zà-ÿ’'-]+))"
)
DIGITS = re.compile(r"\d")
FEWEST_DIGITS = 7  # of a telephone number; a year or a sum has fewer

# Capitals after a first name that make no surname of it.
NOT_SURNAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december i and or but".split()
)


def numbers_and_addresses(text: str) -> Iterator[tuple[str, str]]:
    """What it is, and the words: nothing of the kind belongs in a scenario."""
    for match in EMAIL.finditer(text):
        yield "an e-mail address", match[0]
    for match in WEB.finditer(text):
        yield "a web address", match[0]
    for match in PHONE.finditer(text):
        if len(DIGITS.findall(match[0])) >= FEWEST_DIGITS:
            yield "a telephone number", match[0].strip()
    for match in STREET.finditer(text):
        yield "a street address", match[0]
    for match in POSTCODE.finditer(text):
        yield "a postcode", match[0]


def full_names(text: str) -> Iterator[str]:
    """First name and surname together: they may be somebody's."""
    for match in FULL_NAME.finditer(text):
        first, last = match[1].lower(), match[2].lower()
        if first in _first_names() and last not in NOT_SURNAMES:
            yield match[0]


@cache
def _first_names() -> frozenset[str]:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split(","))
