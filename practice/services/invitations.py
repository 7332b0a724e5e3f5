"""Invitations: sent, found again by their signed link, used once."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from urllib.parse import urljoin
from uuid import UUID

from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from practice.models import Invitation, SiteSettings, User, WaitingMail
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


def link_to(invitation: Invitation, site_url: str) -> str:
    """The link of the letter, on the site that is reached at this address."""
    return urljoin(site_url, reverse("invitation", args=[token_of(invitation)]))


def letter_of(invitation: Invitation, site_url: str) -> EmailMessage:
    """The letter itself; `site_url` as in `link_to`."""
    site = SiteSettings.load().site_name
    context = {"invitation": invitation, "site": site, "link": link_to(invitation, site_url)}
    return EmailMessage(
        subject=f"{site}: an invitation",
        body=render_to_string("email/invitation.txt", context),
        to=[invitation.email],
    )


def send_invitation(*, invitation: Invitation, site_url: str) -> bool:
    """Send the letter now, also where it waits. Says whether it could be sent."""
    try:
        letter_of(invitation, site_url).send()
    except (OSError, SMTPException) as error:
        log.warning("An invitation could not be sent: %s", type(error).__name__)
        return False
    WaitingMail.objects.filter(invitation=invitation).delete()
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
