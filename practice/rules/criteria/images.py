"""An image in a reply: "like living in two houses", "as if the floor had gone"."""

from __future__ import annotations

import re
from functools import lru_cache

from practice.rules.base import Span
from practice.rules.reading.reply import Reply

# "Sounds like a…" only opens a reply, and "would like a…" wishes for something.
_IMAGE = re.compile(
    r"(?<!sounds )(?<!sound )(?<!seems )(?<!looks )(?<!would )(?<!not )(?<!you )(?<!feel )"
    r"\b(?:like (?:an? |the \w+ (?:had|was|has|is|got)\b|someone |somebody "
    r"|(?!having|being able|going|getting|doing)\w{2,}ing )"
    r"|as (?:if|though) (?:the|your|an?|somebody|someone|everything|nobody|time) )[^.?!,;]+"
)


@lru_cache(maxsize=8)  # several criteria ask, and the ladder
def image_in(reply: Reply) -> Span | None:
    """Where a reply holds the client's story in an image, if it does."""
    found = _IMAGE.search(reply.norm)
    return reply.span(found.start(), found.end()) if found else None
