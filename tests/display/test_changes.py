"""What changed from one try to the next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from practice.display.changes import changes_between


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_words_put_in_and_taken_out() -> None:
    before = "You’re furious with your sister, and worried."
    after = "You're hurt by your sister, and a bit worried."
    found = changes_between(before, after)
    assert words(before, found.removed) == ["furious with"]
    assert words(after, found.added) == ["hurt by", "a bit"]


def test_nothing_changed() -> None:
    found = changes_between("It sounds hard.", "it sounds  hard.")
    assert (found.removed, found.added) == ((), ())


@given(st.text(max_size=60), st.text(max_size=60))
def test_spans_lie_inside_and_in_order(before: str, after: str) -> None:
    found = changes_between(before, after)
    for text, spans in ((before, found.removed), (after, found.added)):
        points = [point for span in spans for point in span]
        assert points == sorted(points)
        assert all(0 <= point <= len(text) for point in points)
        assert all(start < end for start, end in spans)
