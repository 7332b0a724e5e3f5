"""Which config the scorer works with here: one version for every process, from the moment it is
accepted.
"""

from __future__ import annotations

from functools import lru_cache

from practice import scoring
from practice.models import ScorerConfig


def latest_version() -> ScorerConfig | None:
    """The version in force; None while the rules are as shipped."""
    return ScorerConfig.objects.order_by("-number").first()


def config_in_force() -> scoring.Config:
    """What replies are scored with now.

    Asked anew for every reply, by one small query, so that no process goes on with an older one.
    Parts that newer rules no longer know are left out.
    """
    marks = ScorerConfig.objects.order_by("-number").values_list("fingerprint", flat=True)
    mark = marks.first()
    return _config(mark) if mark else scoring.DEFAULT


@lru_cache(maxsize=8)  # the mark names the content, and versions never change
def _config(mark: str) -> scoring.Config:
    written = ScorerConfig.objects.filter(fingerprint=mark).values_list("config", flat=True)
    return scoring.usable(scoring.config_from_json(written[0]))
