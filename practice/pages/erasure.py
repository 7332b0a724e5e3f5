"""What stays when somebody's account goes, in words for them to read before they decide."""

from __future__ import annotations

from practice.models import Assignment, Cohort, Review, User


def what_stays(person: User) -> list[str]:
    """A line for each thing that stays, and why."""
    lines = []
    if alone := list(Cohort.objects.supervised_only_by(person)):
        names = ", ".join(f"“{cohort}”" for cohort in alone)
        lines.append(
            f"{names}, with nobody to supervise it: you may want to make somebody else its "
            "supervisor first."
            if len(alone) == 1
            else f"{names}, with nobody to supervise them: you may want to make somebody else "
            "their supervisor first."
        )
    if number := person.scenario_reports.count():
        noun = "report on a scenario" if number == 1 else "reports on scenarios"
        lines.append(f"{number} {noun}, without your name: they are about a text, not about you.")
    if number := person.scenario_versions.count():
        noun = "scenario text" if number == 1 else "scenario texts"
        lines.append(
            f"{number} {noun} you wrote, without your name: others have practised with them."
        )
    if number := person.scorer_configs.count():
        noun = "version of the rules" if number == 1 else "versions of the rules"
        lines.append(f"{number} {noun} you accepted, without your name: replies were read by it.")
    if person.cohorts_created.exists():
        lines.append("Groups you set up, without your name: others are in them.")
    if number := Review.objects.released().filter(supervisor=person).count():
        noun = "review" if number == 1 else "reviews"
        lines.append(
            f"{number} {noun} you released, without your name and your private notes: they are "
            "what somebody was told about their reply."
        )
    if Assignment.objects.filter(created_by=person).exists():
        lines.append("Assignments you made, without your name: groups are working on them.")
    if person.access_log.exists() or person.access_given.exists():
        lines.append(
            "Lines in the access log saying that somebody read or changed something at some time, "
            "without your name: they keep the log honest."
        )
    lines.append("Backups, where whoever runs this site makes them, until they are written over.")
    return lines
