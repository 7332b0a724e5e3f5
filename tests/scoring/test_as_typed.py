"""However it is typed, a golden reply gets the same verdict: a thousand variants and more.

Each variant changes only the typing. What must not change is how the reply is heard: its score
and each criterion's verdict. The choice of places is fixed, so that every run is the same.

The few where it still does change stand in golden/as_typed_differs.txt, which may only get
shorter. `python -m tests.scoring.test_as_typed` prints what it has to hold.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from practice.scoring import score
from tests.scoring.golden_rows import GOLDEN
from tests.scoring.test_golden import ROWS, _card, _task

NEAR = 3  # points: less is no other verdict
_LEDGER = GOLDEN / "as_typed_differs.txt"
DIFFERS = tuple(_LEDGER.read_text(encoding="utf-8").splitlines())

_NO_MARK = re.compile(r"(?<=[a-z])['’](?=(?:t|re|ve|ll|m|s|d)\b)")
_CHAT = {"you": "u", "your": "ur", "are": "r", "because": "cuz", "people": "ppl", "you're": "youre"}
_SPELT = (
    ("avour", "avor"), ("olour", "olor"), ("eighbour", "eighbor"), ("ealis", "ealiz"),
    ("ecognis", "ecogniz"), ("rganis", "rganiz"), ("pologis", "pologiz"), ("grey", "gray"),
    ("umiliat", "umiliat"), ("ehaviour", "ehavior"), ("mum", "mom"), ("raveller", "raveler"),
)  # fmt: skip


def _curly(text: str, _: random.Random) -> str:
    return text.replace("'", "’")


def _straight(text: str, _: random.Random) -> str:
    return text.replace("’", "'").replace("“", '"').replace("”", '"')


def _lower(text: str, _: random.Random) -> str:
    return text.lower()


def _upper(text: str, _: random.Random) -> str:
    return text.upper()


def _no_question_mark(text: str, _: random.Random) -> str:
    return text[:-1] if text.endswith("?") else text


def _no_full_stop(text: str, _: random.Random) -> str:
    return text[:-1] if text.endswith(".") else text


def _no_apostrophes(text: str, _: random.Random) -> str:
    return _NO_MARK.sub("", text)


def _chat(text: str, _: random.Random) -> str:
    return re.sub(r"\b[a-z']+\b", lambda found: _CHAT.get(found.group(), found.group()), text)


def _across_the_sea(text: str, _: random.Random) -> str:
    for british, american in _SPELT:
        text = text.replace(british, american)
    return text


def _filler(text: str, _: random.Random) -> str:
    return "Um, " + text[0].lower() + text[1:] if text[:2] not in ("I ", "I'") else "Um, " + text


def _spaces(text: str, _: random.Random) -> str:
    return "  " + text.replace(" ", "  ") + "\n"


def _slip(text: str, chance: random.Random) -> str:
    """Two letters inside a long word change places."""
    words = [one for one in re.finditer(r"\b[a-z]{6,}\b", text) if _swaps(one.group())]
    if not words:
        return text
    chosen = chance.choice(words)
    word = chosen.group()
    at = chance.choice(_swaps(word))
    slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return text[: chosen.start()] + slipped + text[chosen.end() :]


def _swaps(word: str) -> list[int]:
    return [at for at in range(1, len(word) - 2) if word[at] != word[at + 1]]


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "curly": _curly,
    "straight": _straight,
    "lower": _lower,
    "upper": _upper,
    "no_question_mark": _no_question_mark,
    "no_full_stop": _no_full_stop,
    "no_apostrophes": _no_apostrophes,
    "chat": _chat,
    "across_the_sea": _across_the_sea,
    "filler": _filler,
    "spaces": _spaces,
    "slip": _slip,
}


def variants(way: str) -> dict[str, str]:
    """Golden id -> its reply typed in this way, where that differs from how it stands."""
    found = {
        row_id: WAYS[way](row["reply"], random.Random(f"{way} {row_id}"))
        for row_id, row in ROWS.items()
        if row.get("reply", "").strip()
    }
    return {row_id: text for row_id, text in found.items() if text != ROWS[row_id]["reply"]}


def changed(way: str) -> set[str]:
    """The golden ids whose verdicts, or more than a few points, hang on the typing."""
    out = set()
    for row_id, text in variants(way).items():
        row, before = ROWS[row_id], _card(row_id)
        after = score(text, _task(row), earlier=tuple(row.get("earlier", ())))
        was = {one.criterion: one.verdict for one in before.criteria}
        now = {one.criterion: one.verdict for one in after.criteria}
        moved = abs((before.score or 0) - (after.score or 0))
        if was != now or (before.score is None) != (after.score is None) or moved > NEAR:
            out.add(row_id)
    return out


def test_there_are_a_thousand_and_more() -> None:
    assert sum(len(variants(way)) for way in WAYS) >= 1000


@pytest.mark.parametrize("way", WAYS)
def test_typing_changes_no_verdict(way: str) -> None:
    known = {line.split()[1] for line in DIFFERS if line.split()[0] == way}
    found = changed(way)
    assert found - known == set()
    assert known - found == set(), "the same now: take it out of golden/as_typed_differs.txt"


def main() -> None:
    """Print golden/as_typed_differs.txt as it has to be."""
    for way in WAYS:
        for row_id in sorted(changed(way)):
            print(way, row_id)


if __name__ == "__main__":
    main()
