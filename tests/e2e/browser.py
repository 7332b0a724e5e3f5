"""A real Chromium for tests, in a thread of its own.

Playwright keeps an event loop running in the thread that starts it, and Django refuses to
touch the database in such a thread. So Playwright gets one thread for itself, and tests hold
`Remote` objects: each stands for one of Playwright's, and hands on every call.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from playwright import sync_api
from playwright.sync_api import Browser, Page, Playwright

Result = TypeVar("Result")

FLAGS = [
    # No other host name has an address: whatever a page asks of the outside fails, and is seen.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",  # containers give little of it
    "--disable-gpu",
    "--no-first-run",
]
CALLED_OFF = "net::ERR_ABORTED"  # by the browser itself, on the way to another page
PATIENCE = 10_000  # milliseconds that a page may take over one step


class BrowserThread:
    """The one thread in which anything of Playwright's may be touched."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="browser")

    def run(self, function: Callable[[], Result]) -> Result:
        return self._executor.submit(function).result()

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What `function` gives, called over there, with its results and arguments translated."""
        there = [unwrapped(value) for value in args]
        named = {name: unwrapped(value) for name, value in kwargs.items()}
        return self.wrapped(self.run(lambda: function(*there, **named)))

    def wrapped(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.wrapped(item) for item in value]
        lives_there = type(value).__module__.startswith("playwright.") or callable(value)
        return Remote(self, value) if lives_there else value

    def close(self) -> None:
        self._executor.shutdown()


class Remote:
    """Stands for an object of Playwright's: a page, a locator, or one of their methods."""

    def __init__(self, thread: BrowserThread, there: Any) -> None:
        self._thread = thread
        self._there = there

    def __getattr__(self, name: str) -> Any:
        return self._thread.call(getattr, self._there, name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._thread.call(self._there, *args, **kwargs)

    def __enter__(self) -> Any:
        return self._thread.call(self._there.__enter__)

    def __exit__(self, *exception: object) -> Any:
        return self._thread.call(self._there.__exit__, *exception)


def unwrapped(value: Any) -> Any:
    return value._there if isinstance(value, Remote) else value


def expect(actual: Any, message: str | None = None) -> Any:
    """Playwright's `expect`, for what the fixtures give: it waits until the page agrees."""
    return actual._thread.call(sync_api.expect, actual, message)


def chromium_path() -> str | None:
    """The Chromium that `make test` found or installed, or else whichever is on the path."""
    if named := os.environ.get("CHROMIUM"):
        return named
    note = Path(sys.prefix, "chromium.path")  # written by listening_coach/bootstrap.py
    return note.read_text() if note.exists() else shutil.which("chromium")


def launch(thread: BrowserThread) -> tuple[Playwright, Browser]:
    playwright: Playwright = thread.call(sync_api.sync_playwright().start)
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
    return playwright, browser


def open_page(browser: Browser, problems: list[str], **options: Any) -> Page:
    """A page with a session of its own; whatever goes wrong behind it is added to `problems`."""
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: problems.append(f"script: {error}"))

    def note_failures(request: sync_api.Request) -> None:
        if request.failure != CALLED_OFF:
            problems.append(f"not loaded: {request.url} ({request.failure})")

    def note_errors(message: sync_api.ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(f"console: {message.text} ({message.location['url']})")

    page.on("requestfailed", note_failures)
    page.on("console", note_errors)
    return page
