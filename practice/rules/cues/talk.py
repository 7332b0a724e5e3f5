"""What keeps a talk going and is no move in it: opening, waiting, booking; short exclamations."""

from __future__ import annotations

from practice.rules.matchers import Phrases, Test, View
from practice.rules.rule import Cue

_EXCLAIMING = frozenset(
    "oh ah aw aww wow whoa god goodness gosh lord jesus christ blimey crikey heck hell bless omg"
    " ouch ugh yikes damn man boy dear way".split()
)
_EXCLAIMED = 4  # words at most
_SAYS_MORE = frozenset("you your i my we it that this he she they is are was".split())
_DAYS = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"


def _exclaims(view: View) -> bool:
    """ "Oh, Hamza.", "Good God.", "No way.": a few words that only say that one has heard."""
    words = view.words
    if len(words) > _EXCLAIMED or not words or view.sentence.question:
        return False
    if words[0] not in _EXCLAIMING and words[-1] not in _EXCLAIMING:
        return False
    return view.word_set.isdisjoint(_SAYS_MORE)


CUES = (
    Cue(
        "talk.exclaims",
        "a short exclamation",
        Test(_exclaims, _EXCLAIMING),
        kind="encourager",
    ),
    Cue(
        "talk.welcomes",
        "asks in, or says who is there",
        Phrases(
            (
                "~ come (in|on in|through|along|on through|and sit)",
                "(have|take|grab) a (seat|chair|pew)",
                "~ (do|please|) (sit|sit yourself) (down|wherever|anywhere|here|there)",
                "make yourself (comfortable|at home)",
                "mind the _",
                "(thanks|thank you) for (coming|holding|waiting|calling|ringing|joining|having us"
                "|having me|popping|making|getting|bearing|your patience)",
                "you are (through to|speaking to|speaking with|talking to|chatting with)",
                "(you have|you are) (come|) through to",
                "(speaking|calling|ringing|phoning) (from|on behalf|about your)",
                "(my name is|name is|call me|i am called)",
                "(can you|you can) (hear|see) me",
                "(on|off) (mute|speaker|camera)",
            )
        ),
        kind="other",
    ),
    Cue(
        "talk.waits",
        "asks for a moment, or tells of an interruption",
        Phrases(
            (
                "bear with me",
                "(hang|hold) on",
                "(give|gimme) (me|us) (a|one|two|ten|just a|just one|half a)"
                " (sec|secs|second|seconds|minute|minutes|mo|moment|tick|ticks)",
                "(just|) (a|one|two) (sec|secs|tick|ticks|mo)",
                "(one|just a|half a) (moment|minute|second)",
                "(back|right back|with you) in a (sec|second|minute|moment|bit|tick)",
                "(excuse|sorry about|sorry for|ignore) (me|the|that|my)",
                "my (screen|computer|laptop|phone|pen|connection|internet|colleague|shift|notes|mic"
                "|microphone|camera|battery)",
                "the (screen|computer|connection|line|internet|sound|system|printer|phone)",
                "(froze|frozen|cut out|cutting out|breaking up|lost you|dropped out|disconnected)",
                "~ let me (just|) (get|find|grab|shut|close|move|put|write|check|note|read|pull)",
                "~ i (will|am going to|am just going to) (just|) (get|find|grab|shut|close|move|put"
                "|write|note|pull|pop|fetch|type|scroll)",
            )
        ),
        kind="other",
    ),
    Cue(
        "talk.books",
        "times, forms and appointments",
        Phrases(
            (
                f"(on|by|for|till|until|next|this|see you|about) {_DAYS}",
                "(book|booked|pencil|pencilled|put|fit|slot) (you|us|that|it) (in|down)",
                "(sign|initial|tick|date|fill) (here|there|it|this|that|in|out)",
                "(session|sessions|appointment|appointments|slot|form|forms|clipboard|paperwork"
                "|reference|referral|waiting list|questionnaire|consent|agenda|handout|leaflet)",
                "(recorded|recording|taped|confidential|confidentiality|on file|on record)",
                "(half past|quarter past|quarter to|a m|p m|o clock|oclock)",
                "(same time|this time next|until then|till then|next week|next time|last time"
                "|last week) (we|you|i|then|same|)",
                "i (will|can|am going to) (text|ring|call|phone|email|post|send|drop|see) you",
            )
        ),
        kind="other",
    ),
    Cue(
        "talk.plans",
        "what is to be done with the time of the talk",
        Phrases(
            (
                "(go|going|run|look|walk) through (the|your|that|this|what|these|a|it)",
                "(start|begin|kick off|carry on|go on) (with|from|where|by)",
                "(first|then|next|after that|finally) (we|i) (will|can|are|would|am)",
                "(use|spend|take|give) (the|our|this|some|a few|ten|twenty|the next) (time|minutes"
                "|session|hour|half)",
                "(shall we|we will|we can|we are going to|let us) (start|begin|leave|stop|move|go"
                "|pick|come|take|look|do|turn|stay|finish|wrap|get)",
                "(put|set|park|leave) (that|it|this) (to one side|aside|there|on the list|for)",
                "(whichever|wherever|whatever) (you|suits|order|first)",
            )
        ),
        kind="other",
    ),
)
