"""Advice behind a listening opening: "It sounds like you should talk to him".

The words alone do not tell whose idea it is: many clients feel that they should. Only where
nobody of the client's spoke of it is it the helper's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from practice.rules.base import Span
from practice.rules.criteria.case import Case

_STEM = (
    r"(?:(?:sounds?|seems?|looks?)(?: to me)?(?: like| as if| as though| that)?"
    r"|i (?:can )?(?:hear|sense|think|understand|imagine|guess|gather)(?: that)?"
    r"|what i(?: am)? (?:hear|hearing|sense|sensing) is(?: that)?"
    r"|(?:so|and|because|which is why|that is why)(?: i think)?)"
)
_MILD = r"(?:really |just |probably |maybe |perhaps |also |now )*"
# What people advise: a "need to rest" or "need to be heard" is the client's.
_DOING = (
    r"(?:talk|speak|tell|ask|call|ring|phone|contact|confront|stand up|reach out|open (?:up|the)"
    r"|look after|take (?:care|a|some)|make (?:sure|a|an)|find (?:a|an|another|someone|somebody)"
    r"|see (?:a|your|someone|somebody)|have a (?:word|talk|chat)|let (?:it|him|her|them|go)|set"
    r"|stop|start|try|learn|focus|think about|work on|give (?:it|him|her|yourself|them)|write"
    r"|explain|forgive|accept|move on|sort|put|relax|calm|slow|be (?:more|kinder|honest|patient"
    r"|open|careful|stronger))\b"
)
_FOUND = re.compile(
    rf"\b(?:{_STEM} {_MILD}(?P<behind>you {_MILD}(?P<word>should|ought to|need to|had better"
    rf"|could (?:try|always|just)|might want to|may want to) {_DOING})"
    r"|(?P<better>you would (?:be better off|do (?:well|better) to)|you (?:had|would) better)\b"
    r"|(?P<plain>you could try \w+ing\b"
    r"|have you (?:ever )?(?:thought (?:of|about) \w+ing|considered|tried \w+ing|looked into)\b"
    r"|(?:so|and|but|then) (?:why (?:do|would|could) ?not(?: you)?\b"
    r"|why not\b|make sure (?:you|to|that)\b"
    r"|(?:perhaps|maybe) (?:try|ask|call|talk|tell|ring|phone|speak|consider|go)\b)"
    r"|(?:could|can) (?:your \w+|he|she|they) (?:not )?(?:[\w']+ ){1,8}instead\b"
    r"|(?:is|are) (?:not )?there (?:an?|any|some|somebody|someone|anyone|anybody) "
    r"(?:[\w']+ ){0,5}(?:you|who|that) could\b"
    r"|(?:how would you feel|what do you think) about "
    r"(?:asking|going|seeing|telling|talking|speaking|trying|taking|getting|joining|writing"
    r"|calling|ringing|finding|moving|leaving)\b"
    r"|what would stop (?:[\w']+ ){1,5}from \w+ing\b"
    r"|you would (?:feel|be) (?:much |a lot |so much )?better (?:if you|off)\b"
    r"|(?:perhaps|maybe|so) (?:a|an|some) (?:\w+ ){1,3}(?:would|might|could|may) "
    r"(?:help|be|do|work|solve)\b"
    rf"|what you need is to {_DOING}"
    r"|(?:a|the|one) (?:good|better|best) (?:idea|thing|step|plan)(?: to do)?"
    r" (?:would be|might be|could be|is)\b"
    r"|(?:might|could|would|may) be (?:the|an?|your) (?:answer|solution)\b"
    r"|it (?:would|might|could|may) (?:help|be (?:good|better|best|wise|worth|helpful))"
    r" (?:you )?(?:to|if)\b))"
    rf"|(?P<then>, (?:so|then) {_MILD}(?:just |please )*(?:ask|tell|call|ring|phone|talk|speak|say"
    r"|write|try|go|find|take|give|let|make|keep|get|put|stop|start) (?:for|to|with|him|her|them|it"
    r"|that|your|yourself|a|an|the|some)\b)"
)
# Each of these phrases has one of them; most replies have none.
_SIGNS = frozenset(
    "should ought need better could might may would well thought considered tried looked why sure"
    " perhaps maybe so then idea thing step plan can there".split()
)
_OBLIGES = {"should": "should", "ought to": "ought", "need to": "need", "had better": "better"}


@lru_cache(maxsize=8)  # several criteria ask
def steers(case: Case) -> Span | None:
    """The words behind a listening opening that tell the client what to do."""
    if _SIGNS.isdisjoint(case.reply.word_set):
        return None
    for found in _FOUND.finditer(case.reply.norm):
        kind = found.lastgroup if found.lastgroup != "word" else "behind"
        said = _OBLIGES.get(found.group("word") or "", "")
        if kind is not None and said not in case.task.plain:
            return case.reply.span(found.start(kind), found.end(kind))
    return None
