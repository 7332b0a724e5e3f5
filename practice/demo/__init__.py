"""The invented people of a demonstration. They exist in demo mode alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody whom a visitor may be."""

    name: str
    email: str
    what: str


MAYA = Guest("Maya", "maya@example.org", "trainee, five weeks in")
AMARA = Guest("Amara", "amara@example.org", "supervisor of one group")
RUBEN = Guest("Ruben", "ruben@example.org", "supervises the same group")
JO = Guest("Jo", "jo@example.org", "writes the scenarios")
GUESTS = (MAYA, AMARA, RUBEN, JO)
COHORT = "Autumn evening group"
JOIN_CODE = "AUTUMN24"
