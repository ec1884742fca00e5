"""The list of corrections."""

from dataclasses import dataclass

from macros.queries import Queries
from macros.views import words


@dataclass(frozen=True)
class CorrectionView:
    """One change of what was published."""

    id: str
    entity: words.SiteLink
    date: str
    kind: str
    was: str
    now: str
    reason: str


def corrections(queries: Queries) -> tuple[CorrectionView, ...]:
    """Return every correction, the newest first."""
    ordered = sorted(
        queries.dataset.corrections.items(), key=lambda item: (item[1].date.sort_key, item[0]), reverse=True
    )
    return tuple(
        CorrectionView(
            id=name,
            entity=words.link(item.entity, queries),
            date=str(item.date),
            kind=item.kind,
            was=item.was,
            now=item.now,
            reason=item.reason,
        )
        for name, item in ordered
    )
