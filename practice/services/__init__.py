"""Everything that writes. Keyword-only; each call is done wholly or not at all."""

from practice.services.attempts import forget_old_replies, note_stirring, record_attempt
from practice.services.cohorts import (
    WRONG_CODE,
    JoinError,
    join_cohort,
    leave_cohort,
    renew_join_code,
)
from practice.services.people import (
    choose_level,
    erase_person,
    export_person,
    move_level,
    reset_second_factor,
)
from practice.services.scenarios import Loaded, load_bank, report_scenario

__all__ = [
    "WRONG_CODE",
    "JoinError",
    "Loaded",
    "choose_level",
    "erase_person",
    "export_person",
    "forget_old_replies",
    "join_cohort",
    "leave_cohort",
    "load_bank",
    "move_level",
    "note_stirring",
    "record_attempt",
    "renew_join_code",
    "report_scenario",
    "reset_second_factor",
]
