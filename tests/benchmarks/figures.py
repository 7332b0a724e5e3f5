"""Timing side by side: machines are noisy, so both are timed in turn, and medians are quoted."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter_ns, thread_time_ns


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes, by the clock on the wall."""
    began = perf_counter_ns()
    work()
    return (perf_counter_ns() - began) / 1e6


def busy_milliseconds(work: Callable[[], object]) -> float:
    """How long one call keeps a core busy: the same when others use the machine too."""
    began = thread_time_ns()
    work()
    return (thread_time_ns() - began) / 1e6


def in_turn(
    one: Callable[[], object], other: Callable[[], object], rounds: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of both, called one after the other, `rounds` times."""
    times = [(milliseconds(one), milliseconds(other)) for _ in range(rounds)]
    return [a for a, _ in times], [b for _, b in times]


def told(name: str, times: list[float]) -> str:
    """A line to print: median and 99th percentile, in milliseconds."""
    worst = quantiles(times, n=100)[-1]
    return f"{name:44} median {median(times):8.3f} ms   99th percentile {worst:8.3f} ms"
