"""Everything that writes. Keyword-only; each call is done wholly or not at all."""

from practice.services.access_log import (
    has_seen_verdicts,
    log_access,
    log_accesses,
    log_exports,
)
from practice.services.answers import answer_review, call_helpful, see_answers, see_review
from practice.services.assignments import (
    change_assignment,
    create_assignment,
    remove_assignment,
)
from practice.services.attempts import forget_old_replies, note_stirring, record_attempt
from practice.services.claims import claim_attempt, take_over
from practice.services.cohorts import (
    LAST_SUPERVISOR,
    NO_ACCOUNT,
    WRONG_CODE,
    JoinError,
    PlaceError,
    add_supervisor,
    change_cohort,
    create_cohort,
    expire_join_code,
    is_last_supervisor,
    join_cohort,
    leave_cohort,
    move_person,
    renew_join_code,
)
from practice.services.desk import (
    bank_comment,
    change_comment,
    forget_comment,
    forget_view,
    save_view,
    use_comments,
)
from practice.services.filling import Filled, fill_database
from practice.services.limits import LimitError
from practice.services.look_alikes import comment_on_look_alikes
from practice.services.mail import Sent, send_due_mail
from practice.services.people import (
    choose_level,
    erase_person,
    export_person,
    move_level,
    reset_second_factor,
)
from practice.services.recounting import never_counted, recount
from practice.services.requests import (
    AskError,
    ask_for_review,
    dispute_finding,
    take_back_dispute,
    take_back_request,
)
from practice.services.reviews import (
    Remark,
    ReviewError,
    Said,
    StaleReviewError,
    amend_review,
    discard_draft,
    rate_blind,
    release_review,
    rules_verdicts,
    save_draft,
    undo_release,
)
from practice.services.rosters import (
    Imported,
    RosterError,
    RosterProblem,
    import_roster,
    read_roster,
)
from practice.services.scenarios import Loaded, load_bank, report_scenario
from practice.services.scorer_configs import config_in_force, latest_version
from practice.services.transcripts import forget_transcript, keep_transcript

__all__ = [
    "LAST_SUPERVISOR",
    "NO_ACCOUNT",
    "WRONG_CODE",
    "AskError",
    "Filled",
    "Imported",
    "JoinError",
    "LimitError",
    "Loaded",
    "PlaceError",
    "Remark",
    "ReviewError",
    "RosterError",
    "RosterProblem",
    "Said",
    "Sent",
    "StaleReviewError",
    "add_supervisor",
    "amend_review",
    "answer_review",
    "ask_for_review",
    "bank_comment",
    "call_helpful",
    "change_assignment",
    "change_cohort",
    "change_comment",
    "choose_level",
    "claim_attempt",
    "comment_on_look_alikes",
    "config_in_force",
    "create_assignment",
    "create_cohort",
    "discard_draft",
    "dispute_finding",
    "erase_person",
    "expire_join_code",
    "export_person",
    "fill_database",
    "forget_comment",
    "forget_old_replies",
    "forget_transcript",
    "forget_view",
    "has_seen_verdicts",
    "import_roster",
    "is_last_supervisor",
    "join_cohort",
    "keep_transcript",
    "latest_version",
    "leave_cohort",
    "load_bank",
    "log_access",
    "log_accesses",
    "log_exports",
    "move_level",
    "move_person",
    "never_counted",
    "note_stirring",
    "rate_blind",
    "read_roster",
    "record_attempt",
    "recount",
    "release_review",
    "remove_assignment",
    "renew_join_code",
    "report_scenario",
    "reset_second_factor",
    "rules_verdicts",
    "save_draft",
    "save_view",
    "see_answers",
    "see_review",
    "send_due_mail",
    "take_back_dispute",
    "take_back_request",
    "take_over",
    "undo_release",
    "use_comments",
]
