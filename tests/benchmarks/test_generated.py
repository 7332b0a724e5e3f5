"""200,000 generated replies, twice: no exception, marks inside the text, the same answer."""

from __future__ import annotations

from time import process_time

from tests.scoring.generated import looked_at
from tests.scoring.test_generated import in_another_process

ALL = range(200_000)
AT_ONCE = 10_000


def test_all_generated_replies() -> None:
    print()
    for first in range(ALL.start, ALL.stop, AT_ONCE):
        numbers = range(first, first + AT_ONCE)
        began = process_time()
        wrong, marks = looked_at(numbers)
        took = process_time() - began
        assert wrong == []
        assert len(marks) == AT_ONCE // 100
        assert in_another_process(numbers, seed=str(first + 1)) == ([], marks)
        print(f"{first + AT_ONCE:7} generated replies, {1000 * took / AT_ONCE:6.2f} ms each")
