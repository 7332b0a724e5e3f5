"""One judge per criterion of the rubrics, by the criterion's id."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from practice.rules.criteria.about_as_strong import judge as about_as_strong
from practice.rules.criteria.case import Case, Finding
from practice.rules.criteria.does_not_lead import judge as does_not_lead
from practice.rules.criteria.feeling_not_thought import judge as feeling_not_thought
from practice.rules.criteria.follows import judge as follows
from practice.rules.criteria.given_to_client import judge as given_to_client
from practice.rules.criteria.is_open import judge as is_open
from practice.rules.criteria.leaves_room import judge as leaves_room
from practice.rules.criteria.main_points import judge as main_points
from practice.rules.criteria.names_feeling import judge as names_feeling
from practice.rules.criteria.no_roadblock import judge as no_roadblock
from practice.rules.criteria.not_longer import judge as not_longer
from practice.rules.criteria.nothing_invented import judge as nothing_invented
from practice.rules.criteria.one_at_a_time import judge as one_at_a_time
from practice.rules.criteria.own_words import judge as own_words
from practice.rules.criteria.right_feeling import judge as right_feeling
from practice.rules.criteria.says_what_about import judge as says_what_about
from practice.rules.criteria.stays_with_client import judge as stays_with_client

JUDGES: Mapping[str, Callable[[Case], Finding]] = {
    "main_points": main_points,
    "own_words": own_words,
    "stays_with_client": stays_with_client,
    "leaves_room": leaves_room,
    "not_longer": not_longer,
    "no_roadblock": no_roadblock,
    "nothing_invented": nothing_invented,
    "is_open": is_open,
    "follows": follows,
    "one_at_a_time": one_at_a_time,
    "does_not_lead": does_not_lead,
    "names_feeling": names_feeling,
    "right_feeling": right_feeling,
    "about_as_strong": about_as_strong,
    "given_to_client": given_to_client,
    "says_what_about": says_what_about,
    "feeling_not_thought": feeling_not_thought,
}
