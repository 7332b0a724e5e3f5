"""How long a reply takes to score, on one core: what a trainee waits for."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from itertools import cycle, pairwise
from statistics import median, quantiles

from practice.rules.reading.reply import read
from practice.scoring import Task, observe, score
from tests.benchmarks.figures import busy_milliseconds, told

STATEMENT = (
    "I keep telling my wife it’s fine, but I lie there at four in the morning doing sums. If the "
    "van goes again this month we are finished, and she has already picked the tiles."
)
# Thirty words each; different ones, since what was read once is remembered for a while.
REPLY = (
    "It sounds like you’re {0} while she picks tiles, {1} that one more repair could finish you "
    "both, and you carry it on your own. Is that {2}?"
)
FIRST = ("lying awake", "smiling along", "keeping quiet", "saying it’s fine", "holding your breath")
SECOND = ("scared", "worried", "frightened", "terrified", "anxious", "uneasy", "afraid")
THIRD = ("right", "close", "how it is", "near it", "it")
REPLIES = [REPLY.format(a, b, c) for a in FIRST for b in SECOND for c in THIRD]
HOSTILE = {
    "one letter": "a" * 2000,
    "you you you": "you " * 500,
    "stems": "it sounds like you feel that " * 70,
    "feelings": "sad angry hurt scared " * 90,
    "questions": "why? " * 400,
    "marks": "?!.,;:\"'()" * 200,
    "not words": "wht mks u fl tht wy " * 100,
    "combining": "e\u0301\u200d\U0001f469" * 500,
    "digits": "1.1." * 500,
}


def scored(replies: list[str], task: Task) -> list[float]:
    return [busy_milliseconds(partial(score, reply, task)) for reply in replies]


def test_thirty_words() -> None:
    task = Task(strategy="paraphrase", statement=STATEMENT)
    assert {len(reply.split()) for reply in REPLIES} <= set(range(28, 35))
    score(REPLIES[0].upper(), task)  # word lists are read when first needed
    observed = [busy_milliseconds(partial(observe, one, STATEMENT)) for one in REPLIES]
    read.cache_clear()  # or the replies have been read already
    times = scored(REPLIES, task)
    print()
    print(told("observe, a reply of 30 words", observed))
    print(told("score, a reply of 30 words", times))
    assert median(times) < 1
    assert quantiles(times, n=100)[-1] < 4


def test_two_thousand_hostile_characters() -> None:
    task = Task(strategy="reflect_emotions", statement=STATEMENT)
    score("warm up", task)
    print()
    for name, text in HOSTILE.items():
        took = median(scored([text[:1990] + str(n) for n in range(7)], task))
        print(f"{name:44} median {took:8.3f} ms")
        assert took < 20, name


def test_cost_grows_in_step_with_length() -> None:
    task = Task(strategy="paraphrase", statement=STATEMENT)
    pool = cycle(REPLIES)
    sizes = [4, 8, 16, 32]
    took = []
    print()
    for size in sizes:
        texts = [" ".join(next(pool) for _ in range(size)) + str(n) for n in range(9)]
        took.append(median(scored(texts, task)))
        print(f"{size:3} replies in one                            median {took[-1]:8.3f} ms")
    for shorter, longer in pairwise(took):
        assert longer / shorter < 3, "twice the text must not cost much more than twice the time"


FRESH = """
import re, time
from pathlib import Path
def peak():
    # Of the process itself: getrusage would count what it was forked from.
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1024
began = time.process_time()
from practice.scoring import RULES, RUBRICS, Task, observe, score
print(time.process_time() - began, peak())
began = time.process_time()
score("It sounds like you are tired.", Task("paraphrase", "I have not slept since Monday."))
print(time.process_time() - began, peak())
for rule in RULES:
    for text in (*rule.hits, *rule.misses):
        for strategy in RUBRICS:
            score(text, Task(strategy, "I have not slept since Monday, and nobody has noticed."))
print(peak())
"""


def test_a_fresh_process() -> None:
    """Import, the first call that reads the word lists, and memory once everything was used."""
    run = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=True)
    imported, at_import, first, after_first, in_use = map(float, run.stdout.split())
    print(
        f"\nimport {imported:.2f} s, {at_import:.0f} MB; first call {first:.2f} s, "
        f"{after_first:.0f} MB; after all examples of all rules {in_use:.0f} MB"
    )
    assert imported < 0.5
    assert first < 0.5
    assert in_use < 120
