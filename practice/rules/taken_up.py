"""Which words of the statement a sentence of the reply takes up."""

from __future__ import annotations

from practice.rules.base import Span
from practice.rules.matchers import View
from practice.rules.reading.reply import Reply


def answered(view: View, said: Reply) -> Span | None:
    """The clause of the statement that shares most content words with the sentence."""
    if not said.words:
        return None
    own = view.content
    if not own & said.stem_set:
        return None
    best: tuple[int, int, int] | None = None
    for sentence in said.sentences:
        for clause in sentence.clauses:
            shared = sum(map(own.__contains__, said.stems[clause.first : clause.last]))
            if shared and (best is None or shared > best[0]):
                best = (shared, clause.first, clause.last)
    if best is None:
        return None
    words = said.words[best[1] : best[2]]
    return Span(words[0].start, words[-1].end)
