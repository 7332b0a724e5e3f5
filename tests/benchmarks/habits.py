"""What an estimate takes for granted; chosen by the crossed figures, never by the fit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habits:
    """Each is an option of `estimate`, by its name."""

    prior: float = 5.0  # how hard points are held where they are taken to be, by the square
    sparse: float = 0.5  # the same by the distance: small points are left out
    balance: float = 0.15  # 0: every reply counts alike; 1: every class of a set does
    evenly: float = 0.5  # 0: every reply counts alike; 1: every set does
    anywhere: float = 0.5  # what it counts that a question or a reflection is there at all
    examples: float = 2.0  # what each hit in a rule counts beside a labelled reply
    replies: float = 1.0  # what each whole reply of our own counts beside a labelled reply
    own: float = 0.5  # what a reply of a set that this project labelled counts beside the others
    faults: float = 4.0  # how hard points for faults are held at nothing, by the square
    few_faults: float = 0.15  # the same by the distance
