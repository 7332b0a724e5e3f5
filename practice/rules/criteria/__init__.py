"""One judge per criterion of the rubrics, by the criterion's id."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from practice.rules.criteria import (
    about_as_strong,
    does_not_lead,
    feeling_not_thought,
    follows,
    given_to_client,
    is_open,
    leaves_room,
    main_points,
    names_feeling,
    no_roadblock,
    not_longer,
    nothing_invented,
    one_at_a_time,
    own_words,
    right_feeling,
    says_what_about,
    stays_with_client,
)
from practice.rules.criteria.case import Case, Finding

JUDGES: Mapping[str, Callable[[Case], Finding]] = {
    "main_points": main_points.judge,
    "own_words": own_words.judge,
    "stays_with_client": stays_with_client.judge,
    "leaves_room": leaves_room.judge,
    "not_longer": not_longer.judge,
    "no_roadblock": no_roadblock.judge,
    "nothing_invented": nothing_invented.judge,
    "is_open": is_open.judge,
    "follows": follows.judge,
    "one_at_a_time": one_at_a_time.judge,
    "does_not_lead": does_not_lead.judge,
    "names_feeling": names_feeling.judge,
    "right_feeling": right_feeling.judge,
    "about_as_strong": about_as_strong.judge,
    "given_to_client": given_to_client.judge,
    "says_what_about": says_what_about.judge,
    "feeling_not_thought": feeling_not_thought.judge,
}
