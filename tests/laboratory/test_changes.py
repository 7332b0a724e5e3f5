"""Changes of a config, laid over another one and read as differences."""

from __future__ import annotations

from practice.laboratory.changes import Difference, applied, between, differences, without
from practice.scoring import DEFAULT, Config, lists, weights

LETS = lists()["advising.lets"].phrases
LEAVES_ROOM = weights()["paraphrase.leaves_room"].shipped


def test_what_is_added_and_taken_away() -> None:
    base = Config(added={"advising.lets": ("off we go", "up we get")})
    change = Config(
        added={"advising.lets": ("now then",)},
        removed={"advising.lets": ("off we go", LETS[0])},
        weights={"paraphrase.leaves_room": 20},
    )
    assert applied(base, change) == Config(
        added={"advising.lets": ("up we get", "now then")},
        removed={"advising.lets": (LETS[0],)},
        weights={"paraphrase.leaves_room": 20},
    )


def test_what_comes_as_shipped_is_no_change() -> None:
    base = Config(removed={"advising.lets": (LETS[0],)}, weights={"paraphrase.leaves_room": 20})
    back = Config(
        added={"advising.lets": (LETS[0],)}, weights={"paraphrase.leaves_room": LEAVES_ROOM}
    )
    assert applied(base, back) == DEFAULT


def test_what_lies_between_two_leads_from_the_one_to_the_other() -> None:
    one = Config(added={"advising.lets": ("off we go",)}, weights={"paraphrase.leaves_room": 20})
    other = Config(
        added={"labelling.type": ("you absolute numpty",)}, removed={"advising.lets": (LETS[0],)}
    )
    for old, new in ((one, other), (other, one), (DEFAULT, one), (one, DEFAULT), (one, one)):
        assert applied(old, between(old, new)) == new
    assert between(one, one) == DEFAULT


def test_a_change_laid_twice_is_laid_once() -> None:
    change = Config(added={"advising.lets": ("off we go",)}, removed={"advising.lets": (LETS[0],)})
    once = applied(DEFAULT, change)
    assert applied(once, change) == once


def test_differences_can_be_read() -> None:
    new = Config(added={"advising.lets": ("off we go",)}, weights={"paraphrase.leaves_room": 20})
    assert list(differences(DEFAULT, new)) == [
        Difference("advising.lets", lists()["advising.lets"].says, ("off we go",), ()),
        Difference(
            "paraphrase.leaves_room",
            weights()["paraphrase.leaves_room"].says,
            ("20",),
            (str(LEAVES_ROOM),),
            is_weight=True,
        ),
    ]


def test_one_part_can_be_left_out() -> None:
    change = Config(added={"advising.lets": ("off we go",)}, weights={"paraphrase.leaves_room": 20})
    assert without(change, "advising.lets") == Config(weights={"paraphrase.leaves_room": 20})
    assert without(change, "paraphrase.leaves_room") == Config(
        added={"advising.lets": ("off we go",)}
    )
