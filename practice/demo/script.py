"""What the invented people wrote and said, read from the text files beside this one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

HERE = Path(__file__).parent
WORDS_A_MINUTE = 15  # of somebody who thinks while they type


@dataclass(frozen=True, slots=True)
class Wrote:
    """One reply: how long ago, to whom, and what went with it."""

    days_ago: int
    hour: int
    slug: str
    reply: str
    rating: int | None = None
    hint: bool = False
    seconds: int = 60
    stirred: str = ""
    again: bool = False  # one more try at the client before


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review: of whose reply to whom, what it says, and what became of it.

    `otherwise` has criterion -> verdict and why; `on_words` words of the reply and a comment;
    `on_points` criterion and a comment. A blind one was rated before the rules' verdict was shown.
    """

    trainee: str
    slug: str
    number: int  # the first try is 1
    says: str
    blind: bool = False
    otherwise: dict[str, tuple[str, str]] = field(default_factory=dict)
    on_words: list[tuple[str, str]] = field(default_factory=list)
    on_points: list[tuple[str, str]] = field(default_factory=list)
    days_ago: int | None = None
    second_thoughts: str = ""
    answer: str = ""
    helpful: bool | None = None


def group() -> dict[str, list[Wrote]]:
    """Name -> what they wrote, the earliest first."""
    wrote: dict[str, list[Wrote]] = {}
    theirs: list[Wrote] = []
    for line in _lines("group.txt"):
        cells = _cells(line, 5)
        if len(cells) == 1:
            theirs = wrote.setdefault(line, [])
            continue
        days_ago, hour, slug, rating, reply = cells
        theirs.append(
            Wrote(
                int(days_ago),
                int(hour),
                theirs[-1].slug if slug == "+" else slug,
                reply,
                rating=None if rating == "-" else int(rating),
                seconds=20 + len(reply.split()) * 60 // WORDS_A_MINUTE,
                again=slug == "+",
            )
        )
    return wrote


def reviews() -> dict[str, list[Reviewed]]:
    """Supervisor -> their reviews."""
    said: dict[str, list[Reviewed]] = {}
    theirs: list[Reviewed] = []
    for line in _lines("reviews.txt"):
        cells = _cells(line, 3)
        if line.startswith("  "):
            theirs[-1] = _with(theirs[-1], line.strip())
        elif len(cells) == 1:
            theirs = said.setdefault(line, [])
        else:
            trainee, client, says = cells
            slug, _, number = client.partition(" ")
            theirs.append(Reviewed(trainee, slug, int(number or 1), says))
    return said


def _with(review: Reviewed, line: str) -> Reviewed:
    """A review and one more thing about it."""
    sign, _, rest = line.partition(" ")
    cells = _cells(rest, 3)
    match sign:
        case "blind":
            return replace(review, blind=True)
        case "!":
            criterion, verdict, why = cells
            return replace(review, otherwise={**review.otherwise, criterion: (verdict, why)})
        case ">":
            return replace(review, on_words=[*review.on_words, (cells[0], cells[1])])
        case "*":
            return replace(review, on_points=[*review.on_points, (cells[0], cells[1])])
        case "@":
            return replace(review, days_ago=int(rest))
        case "=":
            return replace(review, second_thoughts=rest)
        case "~":
            return replace(review, answer=rest)
        case "+" | "-":
            return replace(review, helpful=sign == "+")
    raise ValueError(f"reviews.txt: {line}")


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.rstrip() for line in lines if line.strip() and not line.startswith("#")]


def _cells(line: str, most: int) -> list[str]:
    return [cell.strip() for cell in line.split("|", most - 1)]
