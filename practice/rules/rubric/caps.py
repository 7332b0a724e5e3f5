"""Why a score cannot be higher than it is: what a good word elsewhere does not make up for.

A cap belongs to a fault (of a criterion that is not yet met), to a roadblock, or to a reply
that used another skill than the one practised. Limits are the most that such a reply gets.
"""

from __future__ import annotations

from collections.abc import Mapping

FAULT_CAPS: Mapping[str, tuple[int, str]] = {
    "copied_statement": (
        20,
        "The client’s own words, pasted back, show only that they were copied.",
    ),
    "copied_model": (
        40,
        "The model reply’s words are its author’s; your own are what counts here.",
    ),
    "echo": (45, "An echo is not yet a paraphrase."),
    "stem_without_content": (20, "An opening with nothing behind it gives nothing back."),
    "keyword_list": (35, "Keywords in a row are not yet a reply to a person."),
    "feeling_salad": (40, "A pile of feelings leaves the client to pick the right one."),
    "main_point_missing": (50, "The main point is what a paraphrase is for."),
    "off_topic": (45, "It is about something that this client did not bring."),
    "invented_detail": (50, "A detail that was never given makes the client stop and correct you."),
    "too_long": (50, "A reply longer than the story takes the floor from the client."),
    "about_someone_else": (50, "It looks at somebody who is not in the room."),
    "too_certain": (50, "Said as certain, it leaves no room for the client to differ."),
    "no_question": (30, "Asking is what this exercise is for."),
    "closed_question": (50, "An open question is what this exercise is for."),
    "fact_question": (45, "A question for one fact leaves no room to explore."),
    "several_questions": (50, "With several questions at once, none is truly asked."),
    "leading_question": (40, "A question with its answer inside leaves nothing to explore."),
    "blaming_why": (45, "A “why” that blames asks for a defence."),
    "advice_in_question": (35, "Advice with a question mark is still advice."),
    "no_feeling": (40, "Naming a feeling is what this exercise is for."),
    "wrong_feeling": (45, "The feeling named is not this client’s."),
    "too_strong": (50, "The words are louder than the client."),
    "too_weak": (50, "The words are smaller than what the client carries."),
    "helpers_own_feeling": (40, "The feeling named is the helper’s own."),
    "thought_as_feeling": (50, "A thought stands where the feeling belongs."),
    "feeling_untied": (60, "Without what it is about, the feeling hangs in the air."),
    "yes_but": (45, "What comes after “but” takes back what came before it."),
    "question_instead": (40, "It asks where giving back is the exercise."),
}

ROADBLOCK_CAPS: Mapping[str, tuple[int, str]] = {
    "ordering": (35, "An order stands in the way, whatever else is there."),
    "warning": (35, "A warning stands in the way, whatever else is there."),
    "moralising": (35, "An “ought” stands in the way, whatever else is there."),
    "advising": (45, "Advice stands in the way, whatever else is there."),
    "arguing": (40, "An argument stands in the way, whatever else is there."),
    "judging": (35, "A verdict stands in the way, whatever else is there."),
    "labelling": (40, "A label stands in the way, whatever else is there."),
    "analysing": (40, "An explanation of the client stands in the way, whatever else is there."),
    "distracting": (40, "A change of subject stands in the way, whatever else is there."),
    "minimising": (40, "Making it smaller stands in the way, whatever else is there."),
    "claiming": (45, "“I know how you feel” stands in the way, whatever else is there."),
    "taking_over": (40, "A story of one’s own stands in the way, whatever else is there."),
    "reassuring": (
        45,
        "Comfort that closes the subject stands in the way, whatever else is there.",
    ),
}

# Where a main point is missing: at least, and more for what is there of it.
HALF_POINTS = (45, 50)
MAIN_PURPOSE = (50, "What this exercise is for is not in it yet.")

# What a reply that reflects nothing gets at most, by what it is instead. The further from
# listening, the lower.
INSTEAD_CAPS: Mapping[str, int] = {
    "encourager": 44,
    "other": 40,
    "support": 36,
    "open_question": 38,
    "closed_question": 36,
    "information": 30,
    "disclosure": 25,
    "advice": 24,
    "confrontation": 20,
}
BESIDE = 8  # more, where the reply gives something back beside it
PARTLY = (25, 75)  # where only part of a reply gives something back: at least, and for all of it
PARTLY_REASON = "Part of it does something other than giving back."
# A feeling to which nothing in the statement points, where no author says what is there.
GUESSED = (65, "Nothing that was said points to this feeling.")
# A summary in so few words, of so long a story: of each (its share of the length, points).
BRIEF_FROM = 40  # words of the statement
BRIEF = ((0.15, 58), (0.45, 95))
BRIEF_NOTED = ((0.15, 70), (0.25, 95))  # with an author's notes, whose points say the rest
BRIEF_REASON = "So short a summary of so much leaves something out."
# What may still be this client's, in words that are in nobody's notes.
FAR = {"far": 52, "off": 48}
FAR_HELD = 59  # far, where the feeling or the points that its author wants held are there
FAR_REASON = "Most of it is in words that were not used here: it may fit, or lead away."
MERCY = 20  # more, at most, where all but a little gives something back
LEANING = 40  # more, at most, where it nearly is a reflection
EACH_ROADBLOCK = 6  # less, for every roadblock it holds
