"""The pictures of the charts that a change touches, before and after."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.exports.labels import label
from macros.render import render_file
from macros.review.compare import Difference
from macros.review.reach import reach
from macros.review.state import State
from macros.review.wording import title
from macros.views.figure import figure
from macros.views.picture import in_light, of_figure


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
    return tuple(one for one in _pictures(difference) if one.before != one.after)


def touched_charts(fact: str, difference: Difference) -> tuple[str, ...]:
    """Return the ids of the charts that show a fact, or count it among those of a source, before or after."""
    states = [state for state in (difference.head, difference.base) if fact in state.facts]
    return tuple(dict.fromkeys(chart for state in states for chart in reach(fact, state, whole=True).charts))


def drawn(draw: Callable[[], str], otherwise: str) -> str:
    """Return what a function draws, or other words where it fails."""
    try:
        return draw()
    except Exception:  # noqa: BLE001 - a report is made of data with problems too, which may break any view
        return otherwise


def _pictures(difference: Difference) -> Iterator[Pictures]:
    for name in sorted({chart for fact in difference.touched for chart in touched_charts(fact, difference)}):
        before = _picture(difference.old_names.get(name, name), difference.base)
        yield Pictures(name, title(name, difference.state(name)), before, _picture(name, difference.head))


def _picture(name: str, state: State) -> str:
    if name not in state.dataset.charts:
        return ""
    return drawn(lambda: _svg(name, state), "")


def _svg(name: str, state: State) -> str:
    view = of_figure(figure(name, state.queries), state.dataset.topic)
    return in_light(render_file("picture.svg", view=view, about=label(name, state.queries)))
