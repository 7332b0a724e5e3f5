"""Question marks that were left out, put back before a reply is judged.

Only where the words are in the order of a question: "what was it like". A statement that is
asked with the voice alone ("you told him") stays what it is.
"""

from __future__ import annotations

import re

from practice.rules.reading.reply import read

_AUX = r"(?:is|are|was|were|do|does|did|have|has|had|can|could|would|will|should|might|am)(?: not)?"
_WHO = r"(?:you|it|that|this|he|she|they|there|we|i|your|his|her|their|the|anyone|anybody|someone)"
_LEAD = r"(?:(?:so|and|but|well|okay|oh|ha|anyway|then|now|mhm|right|um|like) (?:[,.—] )?)*"
_ASKS = re.compile(
    _LEAD
    + r"(?:if (?:[\w']+ ){1,9}, (?:and |then |so )?)?"
    + r"(?:"
    + rf"{_AUX} {_WHO}\b"
    + r"|(?:is|are|was|were|does|did|would|could|will|might) (?:an?|some|any)\b"
    + rf"|(?:in|at|on|to|for|from|with|by) (?:what|which)(?: \w+){{0,2}}? {_AUX} \w+"
    + r"|(?:what|how) (?:about|if)\b"
    + r"|(?:what|who|when|where|why|how|which|whose)(?: \w+){0,3}? "
    + rf"{_AUX} (?:not )?(?:{_WHO}\b|\w+)"
    + r"|how (?:long|many|much|often|old|come)\b"
    + r"|what (?:happen|led|brought|bring|made|make|matter|worrie|scare|goes|went|come|came|keep"
    + r"|kept|help|stop)\w*\b"
    + r"|who (?:else|told|said|helps|knows|\w+ed)\b|why not\b"
    + r")"
)
_STATES = re.compile(
    r"(?:what|how|why|when|where|who|which) (?:a|an|you|i|we|they|he|she|it|your|his|her|their"
    r"|the)\b"
    r"|what \w+ (?:you|to you|for you|me) (?:is|was)\b"
)
_TAG = re.compile(rf", (?:{_AUX} {_WHO}|right|correct)$")
# Behind whatever comes first: "When they are all there, where does that leave you".
_ASKS_THEN = re.compile(
    rf"(?:[\w']+ ){{1,12}}, {_LEAD}(?:(?:what|where|how|why) {_AUX} (?:{_WHO}|not)\b"
    r"|what (?:about|if)\b)"
)


_CLOSES = " \n\t'\"’”»)"  # what may stand behind the last word


def with_question_marks(text: str) -> str:
    """The text with a question mark behind each sentence that is a question by its words."""
    reply = read(text)
    marked = text
    for at, sentence in reversed(list(enumerate(reply.sentences))):
        if sentence.question:
            continue
        says = reply.norm[sentence.start : sentence.end].rstrip(" .!")
        asks = _ASKS.match(says) and not _STATES.match(says)
        if not (asks or _ASKS_THEN.match(says) or _TAG.search(says)):
            continue
        end = reply.words[sentence.last - 1].end
        mark = text[end : end + 1]
        if mark in (".", "!"):
            marked = marked[:end] + "?" + marked[end + 1 :]
        elif at == len(reply.sentences) - 1 and not text[end:].strip(_CLOSES):
            marked = marked[:end] + "?" + marked[end:]
    return marked
