"""Make the invented people and what they wrote, as the site itself would have kept it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from allauth.account.models import EmailAddress
from django.utils import timezone

from practice import services
from practice.demo import AMARA, COHORT, GUESTS, JO, JOIN_CODE, MAYA, RUBEN, desk, script
from practice.demo.maya import HISTORY
from practice.demo.script import Reviewed, Wrote
from practice.models import (
    AccessLog,
    Attempt,
    Cohort,
    Membership,
    Review,
    Scenario,
    ScenarioVersion,
    User,
)
from practice.services import Remark, Said

BEFORE_A_REVIEW = timedelta(hours=40)
BEFORE_AN_ANSWER = timedelta(hours=22)
Written = dict[tuple[str, str], list[Attempt]]  # (name, client) -> their tries, the first first


def load() -> int:
    """Make whoever and whatever is not there yet; to be called in a transaction.

    Returns how many replies were written. A second call writes none: who is there already is
    left as they are, and with them what was said about their replies.
    """
    people = {one.name: _person(one.name, one.email, admin=one is JO) for one in GUESTS}
    cohort, _ = Cohort.objects.get_or_create(
        join_code=JOIN_CODE, defaults={"name": COHORT, "created_by": people[JO.name]}
    )
    for guest in (AMARA, RUBEN):
        _member(people[guest.name], cohort, Membership.Role.SUPERVISOR)
    texts = {MAYA.name: HISTORY, **script.group()}
    clients = _clients({wrote.slug for theirs in texts.values() for wrote in theirs})
    written: Written = {}
    for name, theirs in texts.items():
        trainee = people.setdefault(name, _person(name, _address(name)))
        _member(trainee, cohort, Membership.Role.TRAINEE)
        if not trainee.attempts.exists():
            written |= _write(trainee, theirs, clients)
    _say(people, written)
    if written and not cohort.assignments.exists():
        _set(cohort, people[AMARA.name])
    return sum(map(len, written.values()))


def _person(name: str, email: str, *, admin: bool = False) -> User:
    """Nobody can sign in as one of them with a password: there is none."""
    person, _ = User.objects.get_or_create(
        email=email,
        defaults={
            "display_name": name,
            "is_staff": admin,
            "is_superuser": admin,
            "password": _no_password(),
        },
    )
    EmailAddress.objects.get_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
    return person


def _address(name: str) -> str:
    return f"{name.lower().replace('ó', 'o')}@example.org"


def _no_password() -> str:
    blank = User()
    blank.set_unusable_password()
    return blank.password


def _member(person: User, cohort: Cohort, role: Membership.Role) -> None:
    if not person.memberships.filter(cohort=cohort, role=role).exists():
        joined = timezone.now() - timedelta(days=36)
        Membership.objects.create(person=person, cohort=cohort, role=role, joined_at=joined)


def _clients(slugs: Collection[str]) -> dict[str, ScenarioVersion]:
    scenarios = Scenario.objects.published().filter(slug__in=slugs).select_related("current")
    return {one.slug: one.current for one in scenarios if one.current}


def _write(
    trainee: User, texts: Sequence[Wrote], clients: Mapping[str, ScenarioVersion]
) -> Written:
    """Send the replies as the site would have, at their time."""
    written: Written = {}
    for i, wrote in enumerate(texts):
        version = clients.get(wrote.slug)
        if version is None:  # another bank was loaded
            continue
        tries = written.setdefault((trainee.display_name, wrote.slug), [])
        attempt = services.record_attempt(
            trainee=trainee,
            scenario_version=version,
            token=uuid5(NAMESPACE_URL, f"demo:{trainee.pk}:{i}"),
            reply=wrote.reply,
            duration_ms=wrote.seconds * 1000,
            first_try=tries[0] if wrote.again and tries else None,
            self_rating=wrote.rating,
            aided=wrote.hint,
            created_at=_moment(wrote.days_ago, wrote.hour, 5 + i * 2),
        )
        tries.append(attempt)
        if wrote.stirred:
            services.note_stirring(attempt=attempt, word=wrote.stirred)
    return written


def _moment(days_ago: int, hour: int, minute: int) -> datetime:
    day = timezone.now().date() - timedelta(days=days_ago)
    return timezone.make_aware(datetime.combine(day, time(hour, minute % 60)))


# What was asked and said --------------------------------------------------------------------


def _say(people: Mapping[str, User], written: Written) -> None:
    """Reviews, questions and doubts about what was written just now."""
    for supervisor, reviews in script.reviews().items():
        for i, one in enumerate(reviews):
            if attempt := _found(written, one.trainee, one.slug, one.number):
                _review(attempt, people[supervisor], one, minute=i)
    for asks in desk.ASKS:
        if attempt := _found(written, asks.trainee, asks.slug, asks.number):
            services.ask_for_review(
                attempt=attempt,
                question=asks.question,
                shares_rating=asks.shares_rating,
                now=attempt.created_at + timedelta(minutes=10),
            )
    for doubts in desk.DOUBTS:
        attempt = _found(written, doubts.trainee, doubts.slug)
        if attempt and services.rules_verdicts(attempt).get(doubts.criterion) not in (None, "met"):
            services.dispute_finding(
                attempt=attempt,
                criterion=doubts.criterion,
                text=doubts.text,
                now=attempt.created_at + timedelta(minutes=10),
            )
    amara = people[AMARA.name]
    name, slug, words = desk.DRAFT
    if attempt := _found(written, name, slug):
        services.save_draft(attempt=attempt, supervisor=amara, overall=words)
        for words in reversed(desk.AT_HAND):
            services.bank_comment(supervisor=amara, text=words)
        for title, query in desk.VIEWS:
            services.save_view(supervisor=amara, name=title, query=query)
        services.keep_transcript(
            owner=amara, title=desk.TITLE_OF_TALK, text=desk.TALK, helper="Helper"
        )


def _found(written: Written, name: str, slug: str, number: int = 1) -> Attempt | None:
    tries = written.get((name, slug), [])
    return tries[number - 1] if number <= len(tries) else None


def _review(attempt: Attempt, supervisor: User, one: Reviewed, minute: int) -> None:
    """Review a reply as a supervisor would have, at their time."""
    at = attempt.created_at + BEFORE_A_REVIEW
    if one.days_ago is not None:
        at = _moment(one.days_ago, 9, minute)
    found = services.rules_verdicts(attempt)
    otherwise = {key: said for key, said in one.otherwise.items() if key in found}
    if one.blind:
        theirs = {
            key: "met" if verdict == "not_judged" else verdict for key, verdict in found.items()
        }
        verdicts = theirs | {key: verdict for key, (verdict, _) in otherwise.items()}
        services.rate_blind(attempt=attempt, supervisor=supervisor, verdicts=verdicts, now=at)
    said = [
        Said(key, verdict, why if verdict != found[key] else "")
        for key, (verdict, why) in otherwise.items()
    ]
    remarks = [
        *(Remark(words, criterion=key) for key, words in one.on_points if key in found),
        *(_remark(attempt.reply, phrase, words) for phrase, words in one.on_words),
    ]
    services.log_access(
        who=supervisor, attempt=attempt, action=AccessLog.Action.READ, now=at - timedelta(minutes=4)
    )
    review = services.save_draft(
        attempt=attempt,
        supervisor=supervisor,
        said=said,
        overall=one.says,
        remarks=remarks,
        now=at,
    )
    review = services.release_review(review=review, now=at)
    if one.second_thoughts:
        services.amend_review(
            review=review,
            said=said,
            overall=one.second_thoughts,
            remarks=remarks,
            now=at + BEFORE_AN_ANSWER,
        )
    _answer(review, attempt.trainee, one, at)


def _remark(reply: str, phrase: str, words: str) -> Remark:
    start = reply.index(phrase)
    return Remark(words, start=start, end=start + len(phrase))


def _answer(review: Review, trainee: User, one: Reviewed, at: datetime) -> None:
    """What the trainee did with it: what arrived lately is new to them unless they answered."""
    if one.days_ago == 1:
        return
    read = at + BEFORE_AN_ANSWER
    services.see_review(review=review, now=read + BEFORE_AN_ANSWER)
    if one.helpful is not None:
        services.call_helpful(review=review, helpful=one.helpful)
    if one.answer:
        services.answer_review(review=review, author=trainee, text=one.answer, now=read)
        if one.days_ago is None and review.supervisor:  # an answer of these days waits
            services.see_answers(review=review, supervisor=review.supervisor, now=read)


def _set(cohort: Cohort, supervisor: User) -> None:
    """One thing that everybody is through with or not, and one under way."""
    today = timezone.now().date()
    services.create_assignment(
        cohort=cohort,
        by=supervisor,
        title="Three paraphrases to begin with",
        due_on=today - timedelta(days=15),
        attempts_wanted=3,
        strategy="paraphrase",
        now=timezone.now() - timedelta(days=34),
    )
    quiet = Scenario.objects.published().filter(slug__in=desk.QUIET)
    services.create_assignment(
        cohort=cohort,
        by=supervisor,
        title="Clients who speak quietly",
        due_on=today + timedelta(days=4),
        attempts_wanted=3,
        scenarios=list(quiet),
        now=timezone.now() - timedelta(days=13),
    )
