"""Who is signed in, with what every page asks about them, in the one query that it takes."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef

from practice.models import Membership, User


class CoachBackend(AuthenticationBackend):  # type: ignore[misc] # it has no types
    """Allauth's, but the person comes with whether they supervise and practise anywhere."""

    def get_user(self, user_id: Any) -> User | None:
        here = Membership.objects.current().filter(person=OuterRef("pk"))
        people = User.objects.annotate(
            supervises=Exists(here.filter(role=Membership.Role.SUPERVISOR)),
            practises=Exists(here.filter(role=Membership.Role.TRAINEE)),
        )
        person = people.filter(pk=user_id).first()
        return person if person and self.user_can_authenticate(person) else None
