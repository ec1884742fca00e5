"""The list of corrections."""

from macros.model import Correction
from macros.queries import Queries
from macros.views import words


def corrections(queries: Queries) -> list[tuple[str, Correction, words.SiteLink]]:
    """Return the id of every correction, its record and a link to what it corrects, the newest first."""
    known = queries.dataset.corrections
    newest_first = sorted(known, key=lambda name: (known[name].date.sort_key, name), reverse=True)
    return [(name, known[name], words.link(known[name].entity, queries)) for name in newest_first]
