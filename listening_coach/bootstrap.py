#!/usr/bin/env python3
"""Set up what `make run` or `make test` needs, on a machine that has only Python.

    bootstrap.py run [HOST PORT]    .venv with the packages of requirements.txt
    bootstrap.py test               .venv with those of requirements-test.txt, and a Chromium

Runs before anything is installed, so it imports the standard library alone, and in words that
an older Python can read too, to be told that it is too old. What is already
there is left as it is: a second call takes a fraction of a second.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": ROOT / "requirements.txt", "test": ROOT / "requirements-test.txt"}
OLDEST = (3, 11)

# Where the browser was found, for the browser tests to read.
CHROMIUM_NOTE = VENV / "chromium.path"
# The shell is Chromium without its windows: the same pages in two thirds of the time.
CHROMIUM_PACKAGES = ("chromium-headless-shell", "chromium")
CHROMIUM_NAMES = (
    *CHROMIUM_PACKAGES,
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
CHROMIUM_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def say(text: str) -> None:
    print(f"setup: {text}", file=sys.stderr, flush=True)


def give_up(text: str) -> NoReturn:
    sys.exit(f"setup: {text}")


def works(*command: str | Path) -> bool:
    """Whether a command starts and ends well."""
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


# Debian's packages ------------------------------------------------------------------------


def privileged() -> list[str] | None:
    """What to put before apt-get so that it may install, or None where it may not."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if works("sudo", "-n", "true") else None


def apt_install(*names: str) -> bool:
    prefix = privileged()
    if prefix is None:
        return False
    say(f"apt-get install {' '.join(names)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *names])
    # On to standard error, so that standard output keeps what the user asked for.
    return all(
        subprocess.run([*prefix, "apt-get", *step], env=environment, stdout=sys.stderr).returncode
        == 0
        for step in steps
    )


def is_debian() -> bool:
    """Debian itself: Ubuntu's package called chromium only points at a snap."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


# Python packages --------------------------------------------------------------------------


def fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()


def stamp_of(lock: Path) -> Path:
    return VENV / f"{lock.stem}.stamp"


def up_to_date(lock: Path) -> bool:
    stamp = stamp_of(lock)
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint(lock)


def make_venv() -> None:
    if works(PYTHON, "-c", f"import pip, sys; assert sys.version == {sys.version!r}"):
        return
    say(f"making .venv with Python {sys.version.split()[0]}")
    if not importlib.util.find_spec("ensurepip"):  # Debian keeps it in a package of its own
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not apt_install(package):
            give_up(
                f"this Python cannot make a virtual environment; try: apt-get install {package}"
            )
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)


def install_packages(what: str) -> None:
    lock = LOCKS[what]
    if up_to_date(lock):
        return
    make_venv()
    say(f"installing {lock.name}")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    exact = ["--only-binary", ":all:", "--require-hashes"]
    pip = [str(PYTHON), "-m", "pip", "install", *quiet, *exact, "-r", str(lock)]
    if code := subprocess.run(pip).returncode:
        sys.exit(code)
    # The lock for tests holds the one for running, at the same versions.
    for done in LOCKS.values() if what == "test" else [lock]:
        stamp_of(done).write_text(fingerprint(done))


# The browser ------------------------------------------------------------------------------


def check_playwright() -> None:
    """Playwright drives the browser with a program of its own, which needs libatomic."""
    command = (PYTHON, "-m", "playwright", "--version")
    if works(*command) or (apt_install("libatomic1") and works(*command)):
        return
    give_up("Playwright does not start here; try: apt-get install libatomic1")


def find_chromium() -> str | None:
    if named := os.environ.get("CHROMIUM"):
        return named
    for path in (*map(shutil.which, CHROMIUM_NAMES), *CHROMIUM_MAC):
        if path and works(path, "--version"):
            return path
    asked = subprocess.run([PYTHON, "-c", PLAYWRIGHTS_OWN], capture_output=True, text=True)
    path = asked.stdout.strip()
    return path if path and Path(path).exists() else None


def install_chromium() -> str | None:
    say("no Chromium here, installing one")
    # Without a font of any kind, screenshots have no letters.
    for package in CHROMIUM_PACKAGES if is_debian() else ():
        if apt_install(package, "fonts-dejavu-core") and (path := find_chromium()):
            return path
    with_libraries = [] if privileged() is None else ["--with-deps"]
    command = [str(PYTHON), "-m", "playwright", "install", *with_libraries, "chromium"]
    subprocess.run(command, stdout=sys.stderr)
    return find_chromium()


def provide_chromium() -> None:
    path = find_chromium() or install_chromium()
    if not path or not works(path, "--version"):
        give_up(
            "the browser tests need a Chromium, and none that works was found or installed.\n"
            "  Do one of these, then try again:\n"
            "    sudo apt-get install chromium            on Debian\n"
            "    .venv/bin/playwright install chromium    elsewhere\n"
            "    make test CHROMIUM=/path/to/chromium     with one that is there"
        )
    CHROMIUM_NOTE.write_text(path)


# The address to serve at ------------------------------------------------------------------


def check_port(host: str, port: str) -> None:
    """Say now that the address is taken: the server would say it later, and at great length."""
    if not port.isdecimal():
        give_up(f"PORT must be a number, not {port}")
    try:
        with socket.create_connection((host, int(port)), timeout=1):
            give_up(
                f"something answers at {host}:{port} already; try: make run PORT={int(port) + 1}"
            )
    except (OSError, OverflowError):
        return


def main(arguments: list[str]) -> None:
    if sys.version_info < OLDEST:
        give_up(
            f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}.\n"
            "  With another one on this machine: make run PYTHON=python3.12"
        )
    what, *address = arguments or [""]
    if what not in LOCKS or (address and (what, len(address)) != ("run", 2)):
        give_up("say what for: run [HOST PORT], or test")
    if address:
        check_port(*address)
    install_packages(what)
    (ROOT / "var").mkdir(exist_ok=True)  # the database and the demo's key live here
    if what == "test":
        check_playwright()
        provide_chromium()


if __name__ == "__main__":
    main(sys.argv[1:])
