"""What a supervisor keeps at hand: comments used again, and ways to look at the queue."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from practice.models import BankedComment, SavedView, User
from practice.services.limits import MOST_COMMENTS, MOST_VIEWS, one_writer, room_among

TOO_MANY_COMMENTS = (
    "You have {most} comments at hand, and there is room for no more. Your words are all here; "
    "they can be kept once you keep another comment no longer."
)
TOO_MANY_VIEWS = (
    "You have {most} views, and there is room for no more. This one can be kept once you forget "
    "another."
)


@transaction.atomic
def bank_comment(*, supervisor: User, text: str) -> BankedComment:
    """Keep a comment. The same words again are the same comment. Raises LimitError."""
    one_writer(supervisor)
    text = text.strip()
    kept = BankedComment.objects.filter(supervisor=supervisor, text=text).first()
    if kept is None:
        own = BankedComment.objects.filter(supervisor=supervisor)
        room_among(own, MOST_COMMENTS, TOO_MANY_COMMENTS)
        kept = BankedComment(supervisor=supervisor, text=text)
        kept.full_clean()
        kept.save()
    return kept


def use_comments(*, supervisor: User, pks: Collection[int]) -> dict[int, str]:
    """Note that kept comments were used: the ones used last come first.

    Returns the words of those that are there; one that was let go meanwhile is left out.
    """
    kept = BankedComment.objects.filter(supervisor=supervisor, pk__in=pks)
    texts = dict(kept.values_list("pk", "text"))
    if texts:
        kept.update(uses=F("uses") + 1, used_at=timezone.now())
    return texts


def change_comment(*, comment: BankedComment, text: str) -> None:
    """Other words for a kept comment. Where it was used it stays as it was."""
    comment.text = text.strip()
    comment.full_clean()
    comment.save(update_fields=["text"])


def forget_comment(*, comment: BankedComment) -> None:
    """Keep a comment no longer."""
    comment.delete()


@transaction.atomic
def save_view(*, supervisor: User, name: str, query: str) -> SavedView:
    """Keep the queue's filters under a name. The same name again replaces them.

    Raises LimitError.
    """
    one_writer(supervisor)
    view = SavedView(supervisor=supervisor, name=name.strip(), query=query)
    view.clean_fields()
    own = SavedView.objects.filter(supervisor=supervisor)
    if not own.filter(name=view.name).exists():
        room_among(own, MOST_VIEWS, TOO_MANY_VIEWS)
    kept, _ = SavedView.objects.update_or_create(
        supervisor=supervisor, name=view.name, defaults={"query": query}
    )
    return kept


def forget_view(*, view: SavedView) -> None:
    """Keep a view no longer."""
    view.delete()
