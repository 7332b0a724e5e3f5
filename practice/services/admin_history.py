"""What Django's admin notes about who did what, once somebody has left."""

from __future__ import annotations

import json

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from practice.models import Invitation, User

GONE = "Somebody who left"


def leave_admin_history(*, person: User) -> None:
    """Take a name and an address out of the admin’s history. That something was done stays."""
    kind = ContentType.objects.get_for_model(User)
    row = json.dumps(f"{person}, ")[1:-1]  # how a membership of theirs is noted
    about = Q(content_type=kind, object_id=str(person.pk))
    named = Q(object_repr__icontains=person.email) | Q(change_message__contains=f'"object": "{row}')
    LogEntry.objects.filter(about | named).update(object_repr=GONE, change_message="")
    Invitation.objects.filter(email__iexact=person.email).delete()
