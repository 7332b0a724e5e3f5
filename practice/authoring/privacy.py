"""Words of a scenario by which a real person could be found. No Django here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from practice.rules.reading.spelling import PHRASES

NAMES = PHRASES / "names.csv"

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
WEB = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w£$€.,])\+?\(?\d[\d\s().-]{6,}\d(?!\w)")
STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]+\s+){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Square|Gardens|Way|Court|"
    r"Boulevard|Blvd|Place|Grove|Row)\b"
)
STREET_ELSEWHERE = re.compile(
    r"\b[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|gasse|laan|straat|gatan|gata|vej)\s\d{1,4}[a-z]?\b"
    r"|\b\d{1,4},?\s+(?:[Rr]ue|[Aa]venue|[Bb]oulevard)\s+(?:d[eu]s?\s+|de\s+la\s+)?[A-ZÉ][\w’'-]+"
    r"|\b(?:Calle|Via|Rua|Ulica|ul\.)\s+(?:[A-Z][\w’'-]+\s+){1,3}\d{1,4}\b"
    r"|\bP\.?\s?O\.?\s[Bb]ox\s\d+"
)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b")
HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_]\w{2,}")
INSURED = re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b")
FULL_NAME = re.compile(
    r"\b([A-Z][a-zà-ÿ’'-]+)\s+((?:[A-Z]\.\s+)?(?:(?:Mc|Mac|O[’'])?[A-Z][a-zà-ÿ’'-]+))"
)
DIGITS = re.compile(r"\d")
# Days, years and times have many digits too.
DAYS = re.compile(
    r"(?:(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    r"|(?:1[89]|20)\d{2}|\d{1,2}[.]\d{2})[\s().-]*)+"
)
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
        many = len(DIGITS.findall(match[0])) >= FEWEST_DIGITS
        if many and not DAYS.fullmatch(match[0]):
            yield "a telephone or other real number", match[0].strip()
    for match in INSURED.finditer(text):
        yield "an insurance number", match[0]
    for match in HANDLE.finditer(text):
        yield "a name on social media", match[0]
    for street in (STREET, STREET_ELSEWHERE):
        for match in street.finditer(text):
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
