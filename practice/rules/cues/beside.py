"""What stands in the other sentences of a reply: a reflection beside advice reads differently."""

from __future__ import annotations

from practice.rules.base import Technique
from practice.rules.matchers import Beside
from practice.rules.rule import Cue

_KINDS: tuple[tuple[str, Technique], ...] = (
    ("an open question", "open_question"),
    ("a closed question", "closed_question"),
    ("a listening phrase", "reflection"),
    ("advice", "advice"),
    ("information", "information"),
    ("support", "support"),
    ("the helper's own story", "disclosure"),
    ("confrontation", "confrontation"),
    ("a formality", "other"),
)
CUES = (
    *(Cue(f"beside.{kind}", f"beside {what}", Beside(kind=kind)) for what, kind in _KINDS),
    Cue("beside.i", "beside a sentence that begins with “I” or “we”", Beside(cue="begins.i")),
    Cue("beside.no_you", "beside a sentence without “you”", Beside(cue="you.absent")),
    Cue("beside.question", "beside a question mark", Beside(cue="mark.question")),
    Cue("beside.pushed", "beside “you should”, “you can”", Beside(cue="you.pushed")),
    Cue("beside.plain", "beside a plain “you…”", Beside(cue="you.plain")),
)
