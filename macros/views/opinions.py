"""What is opinion, criticism or advocacy, by who says it."""

from dataclasses import dataclass

from macros.queries import Queries, grouped
from macros.views import words
from macros.views.alphabet import order
from macros.views.facts import Fact, facts
from macros.views.support import support

_KINDS = frozenset({"opinion", "criticism"})


@dataclass(frozen=True)
class Speaker:
    """Someone with the statements of these kinds, in the order of their dates; ``advocate`` tells of a cause."""

    name: words.SiteLink
    advocate: bool
    says: tuple[Fact, ...]


def opinions(queries: Queries) -> list[Speaker]:
    """Return every speaker of an opinion, criticism, or what only groups with a cause support; the busiest first."""
    said = {name: queries.dataset.statements[name] for name in listed(queries)}
    found = grouped((words.voice(one.attributed_to, queries), name) for name, one in said.items())
    speakers = [
        Speaker(voice, all(_is_advocacy(name, queries) for name in ids), facts(ids, queries))
        for voice, ids in found.items()
    ]
    return sorted(speakers, key=lambda one: (-len(one.says), order(one.name.label)))


def listed(queries: Queries) -> list[str]:
    """Return the ids of the statements that are opinion, criticism, or what only groups with a cause support."""
    statements = queries.dataset.statements.items()
    return [name for name, one in statements if one.kind in _KINDS or _is_advocacy(name, queries)]


def _is_advocacy(statement_id: str, queries: Queries) -> bool:
    """Whether groups with a cause are all that supports a statement."""
    found = support(statement_id, queries)
    return found.advocates > 0 and not any(found._replace(advocates=0, total=0))
