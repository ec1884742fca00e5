"""The pictures of the charts that a change touches, before and after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.exports.charts import picture
from macros.review.compare import Difference
from macros.review.reach import charts
from macros.review.state import State
from macros.review.wording import title


@dataclass(frozen=True)
class Pictures:
    """A chart as SVG, before and after; "" where it does not exist or cannot be drawn."""

    id: str
    title: str
    before: str
    after: str

    @property
    def files(self) -> Mapping[str, str]:
        """The pictures that there are, by the names of their files."""
        both = {f"{self.id}-before.svg": self.before, f"{self.id}-after.svg": self.after}
        return {name: picture for name, picture in both.items() if picture}


def pictures(difference: Difference) -> tuple[Pictures, ...]:
    """Return the charts that look different."""
    found = []
    for name in sorted({chart for fact in difference.touched for chart in touched_charts(fact, difference)}):
        before, after = _picture(difference.old_names.get(name, name), difference.base), _picture(name, difference.head)
        if before != after:
            found.append(Pictures(name, title(name, difference.state(name)), before, after))
    return tuple(found)


def touched_charts(fact: str, difference: Difference) -> tuple[str, ...]:
    """Return the ids of the charts that show a fact, or count it among those of a source, before or after."""
    states = [state for state in (difference.head, difference.base) if fact in state.facts]
    return tuple(dict.fromkeys(chart for state in states for chart in charts(fact, state, whole=True)))


def drawn(draw: Callable[[], str], otherwise: str) -> str:
    """Return what a function draws, or other words where it fails."""
    try:
        return draw()
    except Exception:  # noqa: BLE001 - a report is made of data with problems too, which may break any view
        return otherwise


def _picture(name: str, state: State) -> str:
    return drawn(lambda: picture(name, state.queries), "") if name in state.dataset.charts else ""
