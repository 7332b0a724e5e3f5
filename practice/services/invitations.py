"""Invitations: sent, found again by their signed link, used once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from smtplib import SMTPException
from uuid import UUID

from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from practice.models import Invitation, SiteSettings, User
from practice.services.cohorts import bring_in

log = logging.getLogger(__name__)
SALT = "practice.invitation"
SESSION_KEY = "invitation"  # where a browser keeps the token until the account is made


def token_of(invitation: Invitation) -> str:
    """What stands in the link. Nobody can make one who has not the site's key."""
    return signing.dumps(str(invitation.pk), salt=SALT)


def find_invitation(token: str) -> Invitation | None:
    """The invitation of a link, as long as it is good."""
    try:
        pk = UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Invitation.objects.good().select_related("cohort", "invited_by").filter(pk=pk).first()


def invite(*, invitation: Invitation, by: User) -> Invitation:
    """Keep an invitation. An earlier one to the same address and group opens nothing any more."""
    with transaction.atomic():
        earlier = Invitation.objects.good().filter(
            email__iexact=invitation.email, cohort=invitation.cohort
        )
        earlier.update(withdrawn_at=timezone.now())
        invitation.email = invitation.email.lower()
        invitation.invited_by = by
        invitation.save()
    return invitation


def send_invitation(*, invitation: Invitation, address: Callable[[str], str]) -> bool:
    """Send the letter; `address` makes a link of a token. Says whether it could be sent."""
    site = SiteSettings.load().site_name
    context = {
        "invitation": invitation,
        "site": site,
        "link": address(token_of(invitation)),
    }
    try:
        send_mail(
            f"{site}: an invitation",
            render_to_string("email/invitation.txt", context),
            None,
            [invitation.email],
        )
    except (OSError, SMTPException) as error:
        log.warning("An invitation could not be sent: %s", type(error).__name__)
        return False
    return True


def withdraw(*, invitation: Invitation) -> None:
    """Make an open invitation open nothing any more."""
    Invitation.objects.good().filter(pk=invitation.pk).update(withdrawn_at=timezone.now())


def accept_invitation(*, invitation: Invitation, person: User) -> bool:
    """Give somebody what they were invited for. The second one to come gets nothing: False."""
    with transaction.atomic():
        used = Invitation.objects.good().filter(pk=invitation.pk)
        if not used.update(used_at=timezone.now(), used_by=person):
            return False
        if invitation.role == Invitation.Role.ADMIN:
            person.is_staff = True
            person.save(update_fields=["is_staff"])
        elif invitation.cohort is not None:
            bring_in(person=person, cohort=invitation.cohort, role=invitation.role)
    return True
