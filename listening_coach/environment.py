"""What the environment says: read once, typed, every bad value named together.

Two modes. `production` is in force when nothing is said, so that a forgotten variable closes
doors and never opens one. `demo` has accounts that anybody at this machine may use without a
password: it answers this machine alone, and refuses whatever belongs to a real site (a secret,
a database server, a mail server), since somebody may have set the wrong mode where real
people's replies are kept.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured
from environs import EnvValidationError, FileAwareEnv, ValidationError

Mode = Literal["demo", "production"]
Verification = Literal["none", "optional", "mandatory"]
MODES: tuple[Mode, ...] = ("demo", "production")
VERIFICATIONS: tuple[Verification, ...] = ("none", "optional", "mandatory")
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
SHORTEST_SECRET = 50
DATABASES = ("sqlite", "postgres", "postgresql")
MAIL = ("console", "file", "smtp", "submission")
NOT_IN_DEMO = (
    "SECRET_KEY",
    "EMAIL_URL",
    "EMAIL_VERIFICATION",
    "CSRF_TRUSTED_ORIGINS",
    "TRUSTED_PROXIES",
    "HSTS_SECONDS",
)


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings that differ from one place to another."""

    mode: Mode
    secret_key: str
    database: dict[str, Any]
    allowed_hosts: list[str]
    csrf_trusted_origins: list[str]
    trusted_proxies: int
    hsts_seconds: int
    email: dict[str, Any]
    email_from: str
    email_verification: Verification

    @property
    def demo(self) -> bool:
        return self.mode == "demo"


def read(var: Path, file: str = "") -> Environment:
    """Read the environment, and a file for what is not set there.

    `var` is the folder of what this machine keeps for itself.

    Raises ImproperlyConfigured with one line for each value that cannot be used.
    """
    env = FileAwareEnv(eager=False)
    if file:
        env.read_env(file, recurse=False)
    mode = env.str("LISTENING_COACH_MODE", "production", validate=_one_of(MODES))
    demo = mode == "demo"
    database_file = var / ("demo.sqlite3" if demo else "listening-coach.sqlite3")
    database_url = env.str("DATABASE_URL", f"sqlite:///{database_file}", validate=_database)
    email_url = env.str("EMAIL_URL", "console:", validate=_mail)
    hosts = env.list("ALLOWED_HOSTS", list(LOOPBACK) if demo else [], validate=_hosts)
    secret = "" if demo else env.str("SECRET_KEY", validate=_secret)
    email_from = env.str("DEFAULT_FROM_EMAIL", "", validate=_address)
    origins: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [], validate=_origins)
    proxies = env.int("TRUSTED_PROXIES", 0, validate=_between(0, 10))
    hsts = env.int("HSTS_SECONDS", 365 * 24 * 3600, validate=_between(0, 10 * 365 * 24 * 3600))
    verification = env.str(
        "EMAIL_VERIFICATION", "none" if demo else "optional", validate=_one_of(VERIFICATIONS)
    )
    real = [name for name in NOT_IN_DEMO if demo and env.str(name, "")]

    problems: dict[str, str] = {}
    try:
        env.seal()
    except EnvValidationError as error:
        problems = {name: _said(messages) for name, messages in _by_name(error).items()}
    if demo:
        problems |= _demo_problems(real, database_url or "", hosts or [])
    elif mode == "production" and not hosts and "ALLOWED_HOSTS" not in problems:
        problems["ALLOWED_HOSTS"] = "name the hosts of this site, separated by commas"
    if problems:
        lines = [f"  {name}: {text}" for name, text in sorted(problems.items())]
        said = f" in {mode} mode" if mode in MODES else ""
        raise ImproperlyConfigured(f"These settings cannot be used{said}:\n" + "\n".join(lines))

    return Environment(
        mode=cast(Mode, mode),
        secret_key=_own_secret(var / "secret-key") if demo else secret,
        database=cast(dict[str, Any], dj_database_url.parse(database_url)),
        allowed_hosts=hosts,
        csrf_trusted_origins=origins,
        trusted_proxies=proxies,
        hsts_seconds=hsts,
        email=dj_email_url.parse(email_url),
        email_from=email_from or f"Listening Coach <no-reply@{hosts[0].lstrip('.')}>",
        email_verification=cast(Verification, verification),
    )


def _by_name(error: EnvValidationError) -> dict[str, list[str]]:
    messages = error.error_messages
    return dict(messages) if isinstance(messages, dict) else {"environment": list(messages)}


def _said(messages: list[str]) -> str:
    return "; ".join(
        "must be set"
        if "not set" in message or "may not be null" in message
        else message.rstrip(".")
        for message in messages
    )


def _demo_problems(real: list[str], database_url: str, hosts: list[str]) -> dict[str, str]:
    problems = dict.fromkeys(
        real, "belongs to a real site; remove it, or set LISTENING_COACH_MODE=production"
    )
    if not database_url.startswith("sqlite"):
        problems["DATABASE_URL"] = "the demo keeps to an SQLite file, never a database server"
    outside = [host for host in hosts if host not in LOOPBACK]
    if outside:
        problems["ALLOWED_HOSTS"] = (
            f"the demo answers this machine alone ({', '.join(LOOPBACK)}), not {', '.join(outside)}"
        )
    return problems


def _own_secret(path: Path) -> str:
    """The demo's key: made on first run, readable by its owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        made.touch(0o600)
        made.write_text(secrets.token_urlsafe(64), encoding="ascii")
        # A link is there whole or not at all, and the first of two processes wins.
        with suppress(FileExistsError):
            path.hardlink_to(made)
        made.unlink()
    return path.read_text(encoding="ascii").strip()


# What a value must be ---------------------------------------------------------------------


def _one_of(allowed: tuple[str, ...]) -> Any:
    def check(value: str) -> None:
        if value not in allowed:
            raise ValidationError(f"must be one of {', '.join(allowed)}")

    return check


def _between(low: int, high: int) -> Any:
    def check(value: int) -> None:
        if not low <= value <= high:
            raise ValidationError(f"must be a whole number from {low} to {high}")

    return check


def _secret(value: str) -> None:
    if len(value) < SHORTEST_SECRET or len(set(value)) < 5 or value.startswith("django-insecure"):
        raise ValidationError(
            f"must be random and have at least {SHORTEST_SECRET} characters; make one with: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(64))"'
        )


def _database(value: str) -> None:
    try:
        parsed = dj_database_url.parse(value)
    except ValueError:
        raise ValidationError("is not a database address") from None
    if urlsplit(value).scheme not in DATABASES or not parsed.get("NAME"):
        raise ValidationError("must look like sqlite:///file or postgres://user:secret@host/name")


def _mail(value: str) -> None:
    try:
        parsed = urlsplit(value)
        parsed.port  # noqa: B018 reading it checks it
    except ValueError:
        raise ValidationError("is not an e-mail address of a server") from None
    if parsed.scheme not in MAIL or (parsed.scheme == "file" and not parsed.path.strip("/")):
        raise ValidationError(
            "must be console:, file:///folder, or submission://user:secret@host:587"
        )


def _address(value: str) -> None:
    if value and "@" not in parseaddr(value)[1]:
        raise ValidationError("must be an e-mail address")


def _hosts(value: list[str]) -> None:
    for host in value:
        if host == "*":
            raise ValidationError("name the hosts; * would answer to any name")
        if "/" in host or (":" in host and not host.startswith("[")) or " " in host or not host:
            raise ValidationError(f"{host!r} is not the name of a host, such as coach.example.org")


def _origins(value: list[str]) -> None:
    for origin in value:
        parts = urlsplit(origin)
        if parts.scheme != "https" or not parts.netloc or parts.path or "*" in parts.netloc:
            raise ValidationError(f"{origin!r} is not an origin, such as https://coach.example.org")
