"""Whatever is typed: no exception, marks inside the text, and the same answer every time.

A part of the generated replies; tests/benchmarks/test_generated.py goes through all 200,000.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.scoring.generated import looked_at, made

FEW = range(1200)
AGAIN = range(400)  # in another process: it has to read the lists first


def in_another_process(numbers: range, *, seed: str) -> tuple[list[str], dict[int, str]]:
    """The same look at them from the last to the first, where sets and dicts hash otherwise."""
    which = [str(numbers.start), str(numbers.stop), "backwards"]
    run = subprocess.run(
        [sys.executable, "-m", "tests.scoring.generated", *which],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    said = json.loads(run.stdout)
    return said["wrong"], {int(hundred): mark for hundred, mark in said["marks"].items()}


def test_a_number_makes_one_reply() -> None:
    assert [made(number) for number in range(50)] == [made(number) for number in range(50)]
    assert len({made(number).reply for number in FEW}) > 0.95 * len(FEW)


def test_no_exception_marks_inside_and_the_same_answer_in_another_process() -> None:
    wrong, marks = looked_at(FEW)
    assert wrong == []
    elsewhere = {hundred: mark for hundred, mark in marks.items() if hundred * 100 < AGAIN.stop}
    assert in_another_process(AGAIN, seed="7") == ([], elsewhere)
