"""Everything that writes. Keyword-only; each call is done wholly or not at all."""

from practice.services.access_log import log_access, log_accesses
from practice.services.answers import answer_review, call_helpful, see_answers, see_review
from practice.services.attempts import forget_old_replies, note_stirring, record_attempt
from practice.services.claims import Claimed, claim_attempt, let_go, take_over
from practice.services.cohorts import (
    WRONG_CODE,
    JoinError,
    join_cohort,
    leave_cohort,
    renew_join_code,
)
from practice.services.desk import (
    bank_comment,
    change_comment,
    forget_comment,
    forget_view,
    save_view,
    use_comment,
)
from practice.services.look_alikes import Applied, comment_on_look_alikes
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
    amend_review,
    discard_draft,
    rate_blind,
    release_review,
    rules_verdicts,
    save_draft,
    undo_release,
)
from practice.services.scenarios import Loaded, load_bank, report_scenario

__all__ = [
    "WRONG_CODE",
    "Applied",
    "AskError",
    "Claimed",
    "JoinError",
    "Loaded",
    "Remark",
    "ReviewError",
    "Said",
    "Sent",
    "amend_review",
    "answer_review",
    "ask_for_review",
    "bank_comment",
    "call_helpful",
    "change_comment",
    "choose_level",
    "claim_attempt",
    "comment_on_look_alikes",
    "discard_draft",
    "dispute_finding",
    "erase_person",
    "export_person",
    "forget_comment",
    "forget_old_replies",
    "forget_view",
    "join_cohort",
    "leave_cohort",
    "let_go",
    "load_bank",
    "log_access",
    "log_accesses",
    "move_level",
    "never_counted",
    "note_stirring",
    "rate_blind",
    "record_attempt",
    "recount",
    "release_review",
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
    "use_comment",
]
