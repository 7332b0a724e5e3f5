"""A whole conversation, every turn of the helper coded by the same rules. No Django.

Plain text has a turn a line, "Speaker: words"; lines without a speaker go on with the turn
before. CSV has the columns speaker and text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from practice import scoring
from practice.csv_files import DELIMITERS, CsvError, read_csv

MOST_TURNS = 2000
MOST_CHARACTERS = 300_000
LONGEST_NAME = 40
HEAD = 120  # characters within which a line has said who speaks
MOST_SENTENCES = 60  # of one turn: the rules judge no more of it
# A name of up to four words, perhaps after a time: "[00:01:15] Counsellor 2: …".
STAMP = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s*[-–]?\s*)?"
NAME = r"[^\W\d_][\w.’'\-]*(?:[ ]\(?[\w.’'\-]+\)?){0,3}"
SPOKEN = re.compile(rf"^\s*{STAMP}(?P<speaker>{NAME})\s*:(?!//)\s*(?P<text>.*)$")
SENTENCE_END = re.compile(r"[.!?…]+(?=\s)")
SPEAKER_NAMES = {"speaker", "who", "role", "interlocutor", "name"}
TEXT_NAMES = {"text", "words", "utterance", "utterance_text", "turn", "says"}
HELPERS = (
    "helper therapist counsellor counselor coach listener interviewer supervisor volunteer "
    "clinician practitioner supporter trainee t h"
).split()
NO_SPEAKERS = (
    "This looks like a table, and no column of it says who speaks. Call that column “speaker” in "
    "the first line."
)
NO_TEXT = (
    "This looks like a table, and no column of it has the words. Call that column “text” in the "
    "first line."
)
MIXED = (
    "The columns of the first line cannot be told apart. Put the same sign between all of them, a "
    "comma, a semicolon or a tab, and no quotation marks around more than one."
)
QUESTIONS = ("open_question", "closed_question")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said before another one did; `line` is where it begins."""

    speaker: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class CodedTurn:
    """A turn, and for the helper's: the move that it makes as a whole, and every single move.

    `moves` has kind, start, end, rule and roadblock of each; the client's turns have none.
    """

    number: int
    speaker: str
    text: str
    helper: bool
    technique: str
    moves: Sequence[dict[str, Any]]

    @property
    def heard_in_part(self) -> bool:
        """Whether it is so long that only its beginning is coded."""
        return self.helper and len(SENTENCE_END.findall(self.text)) >= MOST_SENTENCES


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many of one to so many of the other; `value` is None where the other is nought."""

    one: int
    other: int

    @property
    def value(self) -> float | None:
        """How many of the one come to one of the other."""
        return self.one / self.other if self.other else None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over the helper's turns; `moves` and `roadblocks` count single moves by kind."""

    turns: int
    helper_turns: int
    helper_words: int
    other_words: int
    moves: dict[str, int]
    techniques: dict[str, int]
    roadblocks: dict[str, int]

    @property
    def reflections_to_questions(self) -> Ratio:
        """The ratio that trainers look at first."""
        return Ratio(
            self.moves.get("reflection", 0), sum(self.moves.get(one, 0) for one in QUESTIONS)
        )

    @property
    def open_to_closed(self) -> Ratio:
        """Open questions to closed ones."""
        return Ratio(*(self.moves.get(one, 0) for one in QUESTIONS))

    @property
    def roadblock_count(self) -> int:
        """All roadblocks together."""
        return sum(self.roadblocks.values())

    @property
    def talk_share(self) -> float | None:
        """The helper's share of all words, 0 to 1."""
        words = self.helper_words + self.other_words
        return self.helper_words / words if words else None


@dataclass(frozen=True, slots=True)
class Coded:
    """A conversation with its helper's turns coded."""

    helper: str
    scorer_version: str
    turns: Sequence[CodedTurn]
    summary: Summary


class TranscriptError(ValueError):
    """A text that no conversation can be read from; the message says what to do."""


def read_transcript(text: str) -> list[Turn]:
    """The turns of a conversation, plain or CSV, whichever it is. Raises TranscriptError."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise TranscriptError("There is nothing here yet. Paste a conversation, a turn a line.")
    if len(text) > MOST_CHARACTERS:
        raise TranscriptError(
            f"This is longer than {MOST_CHARACTERS:,} characters. Please code it in parts."
        )
    turns = _csv_turns(text)
    if turns is None:
        turns = _plain_turns(text)
    if len(turns) > MOST_TURNS:
        raise TranscriptError(f"These are {len(turns):,} turns, and {MOST_TURNS:,} are the most.")
    return turns


def speakers_of(turns: Sequence[Turn]) -> list[str]:
    """Who speaks, in order of appearance."""
    return list(dict.fromkeys(turn.speaker for turn in turns))


def helper_of(turns: Sequence[Turn], asked: str = "") -> str:
    """Whoever was said to be the helper, or is by name, or else speaks second.

    Raises TranscriptError where one person alone speaks who is not known to be the helper.
    """
    names = speakers_of(turns)
    if asked in names:
        return asked
    if likely := likely_helper(turns):
        return likely
    if len(names) == 1:
        raise TranscriptError(
            f"Only “{names[0]}” speaks here, so there is no turn of a helper to code. If these are "
            "the helper’s words, begin them with “Helper:”."
        )
    return names[1]


def likely_helper(turns: Sequence[Turn]) -> str:
    """The speaker whose name says that they are the helper; "" where none does."""
    speakers = speakers_of(turns)
    for name in HELPERS:
        for speaker in speakers:
            if name in re.split(r"[^\w]+|\d+", speaker.casefold()):
                return speaker
    return ""


def code_transcript(
    turns: Sequence[Turn], helper: str, config: scoring.Config = scoring.DEFAULT
) -> Coded:
    """Code every turn of the helper, each as an answer to what was said just before.

    Raises TranscriptError where nobody of that name speaks.
    """
    if helper not in speakers_of(turns):
        raise TranscriptError("Please say which of the speakers is the helper.")
    coded: list[CodedTurn] = []
    heard = ""
    for number, turn in enumerate(turns, 1):
        if turn.speaker != helper:
            heard = turn.text
            coded.append(CodedTurn(number, turn.speaker, turn.text, False, "", ()))
            continue
        seen = scoring.observe(turn.text, heard, config=config)
        moves = tuple(
            {
                "kind": move.kind,
                "start": move.span.start,
                "end": move.span.end,
                "rule": move.rule,
                "roadblock": move.roadblock,
            }
            for move in seen.moves
        )
        coded.append(CodedTurn(number, turn.speaker, turn.text, True, seen.technique, moves))
    return Coded(helper, scoring.version(config), coded, summary_of(coded))


def summary_of(turns: Sequence[CodedTurn]) -> Summary:
    """Everything counted."""
    helping = [turn for turn in turns if turn.helper]
    moves = [move for turn in helping for move in turn.moves]
    return Summary(
        turns=len(turns),
        helper_turns=len(helping),
        helper_words=sum(len(turn.text.split()) for turn in helping),
        other_words=sum(len(turn.text.split()) for turn in turns if not turn.helper),
        moves=dict(Counter(move["kind"] for move in moves).most_common()),
        techniques=dict(Counter(turn.technique for turn in helping).most_common()),
        roadblocks=dict(
            Counter(move["roadblock"] for move in moves if move["roadblock"]).most_common()
        ),
    )


def coded_table(coded: Coded) -> tuple[list[str], list[list[object]]]:
    """The coded conversation as rows of a CSV file: a row a turn, its moves in one cell."""
    header = ["turn", "speaker", "helper", "text", "as a whole", "moves", "roadblocks"]
    return header, [
        [
            turn.number,
            turn.speaker,
            "yes" if turn.helper else "no",
            turn.text,
            turn.technique,
            "; ".join(
                f"{move['kind']}: {turn.text[move['start'] : move['end']]}" for move in turn.moves
            ),
            "; ".join(move["roadblock"] for move in turn.moves if move["roadblock"]),
        ]
        for turn in coded.turns
    ]


def summary_table(coded: Coded) -> tuple[list[str], list[list[object]]]:
    """Counts and ratios as rows of a CSV file."""
    summary = coded.summary
    rows: list[list[object]] = [
        ["turns", summary.turns],
        ["helper's turns", summary.helper_turns],
        ["helper's share of words", _rounded(summary.talk_share)],
        ["reflections to questions", _rounded(summary.reflections_to_questions.value)],
        ["open to closed questions", _rounded(summary.open_to_closed.value)],
        ["roadblocks", summary.roadblock_count],
        *([f"move: {kind}", number] for kind, number in summary.moves.items()),
        *([f"roadblock: {kind}", number] for kind, number in summary.roadblocks.items()),
        ["rules version", coded.scorer_version],
    ]
    return ["what", "number"], rows


def coded_to_json(coded: Coded) -> dict[str, Any]:
    """What a kept transcript stores."""
    return {
        "schema": 1,
        "helper": coded.helper,
        "scorer_version": coded.scorer_version,
        "turns": [asdict(turn) for turn in coded.turns],
    }


def coded_from_json(written: dict[str, Any]) -> Coded:
    """The coded conversation that `coded_to_json` wrote."""
    turns = [CodedTurn(**{**turn, "moves": tuple(turn["moves"])}) for turn in written["turns"]]
    return Coded(written["helper"], written["scorer_version"], turns, summary_of(turns))


# How ----------------------------------------------------------------------------------------


def _plain_turns(text: str) -> list[Turn]:
    turns: list[Turn] = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        found = SPOKEN.match(line[:HEAD])
        if found and len(found["speaker"]) <= LONGEST_NAME:
            turns.append(Turn(found["speaker"], line[found.start("text") :].strip(), number))
        elif not line:
            continue
        elif turns:
            last = turns.pop()
            turns.append(Turn(last.speaker, f"{last.text} {line}".strip(), last.line))
        else:
            raise TranscriptError(
                f"Line {number} does not say who speaks. Begin each turn with a name and a colon, "
                "such as “Helper: What was that like?”"
            )
    spoken = _joined([turn for turn in turns if turn.text])
    if not spoken:
        raise TranscriptError("There are names here, and nothing that anybody says.")
    return spoken


def _csv_turns(text: str) -> list[Turn] | None:
    """None where the first line names no columns for speaker and text."""
    top = text.split("\n")[0]
    first = {cell.strip(' "').casefold() for cell in re.split(f"[{DELIMITERS}]", top)}
    if not (first & SPEAKER_NAMES and first & TEXT_NAMES):
        columns = len(first) > 1 and not SPOKEN.match(top[:HEAD])
        if columns and first & (SPEAKER_NAMES | TEXT_NAMES):
            raise TranscriptError(NO_SPEAKERS if first & TEXT_NAMES else NO_TEXT)
        return None
    try:
        rows = read_csv(text)
    except CsvError as error:
        raise TranscriptError(f"Line {error.line}: {error}") from None
    header = [cell.casefold() for cell in rows[0][1]]
    who = next((i for i, name in enumerate(header) if name in SPEAKER_NAMES), None)
    what = next((i for i, name in enumerate(header) if name in TEXT_NAMES), None)
    if who is None or what is None:
        raise TranscriptError(MIXED)
    turns = []
    for line, cells in rows[1:]:
        if len(cells) <= max(who, what) or not cells[who]:
            raise TranscriptError(f"Line {line} does not say who speaks, or not what.")
        if cells[what]:
            turns.append(Turn(cells[who][:LONGEST_NAME], cells[what], line))
    if not turns:
        raise TranscriptError("There are columns here, and nothing that anybody says.")
    return _joined(turns)


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    """Lines of one speaker in a row are one turn."""
    joined: list[Turn] = []
    for turn in turns:
        if joined and joined[-1].speaker == turn.speaker:
            last = joined.pop()
            turn = Turn(last.speaker, f"{last.text} {turn.text}", last.line)
        joined.append(turn)
    return joined


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
