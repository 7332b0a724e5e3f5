"""What a supervisor keeps at hand: comments used again, and ways to look at the queue."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F
from django.utils import timezone

from practice.models import BankedComment, SavedView, User


def bank_comment(*, supervisor: User, text: str) -> BankedComment:
    """Keep a comment. The same words again are the same comment."""
    text = text.strip()
    kept = BankedComment.objects.filter(supervisor=supervisor, text=text).first()
    if kept is None:
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


def save_view(*, supervisor: User, name: str, query: str) -> SavedView:
    """Keep the queue's filters under a name. The same name again replaces them."""
    view = SavedView(supervisor=supervisor, name=name.strip(), query=query)
    view.clean_fields()
    kept, _ = SavedView.objects.update_or_create(
        supervisor=supervisor, name=view.name, defaults={"query": query}
    )
    return kept


def forget_view(*, view: SavedView) -> None:
    """Keep a view no longer."""
    view.delete()
