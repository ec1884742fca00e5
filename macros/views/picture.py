"""Pictures for use outside the site, of a chart or, beside a shared link, of words: lines of text with their places.

A picture is seen without its page, so that of a chart has the reading aid, the caveat and the sources in it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from macros.charts import theme
from macros.charts.lettering import wrap
from macros.language import gettext, ngettext
from macros.model import Topic
from macros.queries import Queries, derived_once
from macros.views import documents
from macros.views.figure import Figure

HOME = "index.html"
_MARGIN = 24
_NOTE = 12
_LARGE = 40
_SOCIAL = (1200, 630)
_SOCIAL_MARGIN = 90
_SOCIAL_HIGH = 460
"""How high the words on the social picture are at most."""
_TITLES = ((84, 2, 34), (68, 3, 34), (52, 4, 34), (40, 5, 30), (40, 6, 24))
"""Sizes of a title on the social picture, the largest first, each with its most lines and the size of the text."""
LIGHT = dict(
    zip(
        (*theme.SERIES, *theme.DOCUMENTS, theme.LAW, theme.PRESS, theme.INK, theme.MUTED, theme.GRID, theme.PAPER),
        (
            *("#34322e", "#77726a", "#4f6b7a", "#7c715d"),
            *("#6d3f9c", "#007380", "#6b5433", "#55606b"),
            *("#1c1b19", "#5c5953", "#e4e0d8", "#fdfcfa"),
        ),
        strict=True,
    )
)
"""The CSS variables of charts, with their values in the light palette."""


@dataclass(frozen=True)
class TextLine:
    """One line of text; ``y`` is its baseline."""

    y: float
    text: str
    size: float
    color: str
    weight: int = 400


@dataclass(frozen=True)
class Picture:
    """Lines of text above and below a drawing, on a sheet of ``width`` by ``height`` pixels."""

    width: int
    height: float
    left: int
    title: str
    description: str
    lines: tuple[TextLine, ...]
    drawing: str = ""
    drawing_top: float = 0
    drawing_height: float = 0


@dataclass(frozen=True)
class Card:
    """A picture of 1200 by 630 pixels: its path in the site, and what is on it."""

    path: str
    view: Picture

    @property
    def alt(self) -> str:
        """What stands on it."""
        return f"{self.view.title}. {self.view.description}".replace("?. ", "? ")


def of_figure(figure: Figure, topic: Topic) -> Picture:
    """Return a chart with its title, its unit, its reading aid, its caveat and its sources, in the light palette."""
    width = theme.WIDE.width
    lines = list(_set(_MARGIN, [figure.title], 19, theme.INK, width, weight=700))
    about = [gettext("Unit: %(unit)s.", unit=figure.unit)]
    about += [gettext("Period: %(period)s.", period=figure.period)] if figure.period else []
    lines += _set(lines[-1].y + 6, [" ".join(about)], 13, theme.MUTED, width)
    top = lines[-1].y + 18
    height = float(figure.drawing["wide"].partition('viewBox="')[2].partition('"')[0].split()[3])
    lines += _set(top + height + 8, _notes(figure, topic), _NOTE, theme.MUTED, width)
    return Picture(
        width=width + 2 * _MARGIN,
        height=lines[-1].y + _MARGIN,
        left=_MARGIN,
        title=figure.title,
        description=figure.record.alt,
        lines=tuple(lines),
        drawing=figure.drawing["wide"],
        drawing_top=top,
        drawing_height=height,
    )


def _notes(figure: Figure, topic: Topic) -> list[str]:
    """Return the paragraphs below a drawing."""
    names = [source.label for source in figure.sources]
    is_named = figure.record.marked_labels
    notes = [mark.text if is_named else f"{number}. {mark.text}" for number, mark in enumerate(figure.marked, 1)]
    notes += [gettext("How to read it: %(text)s", text=" ".join(figure.key))] if figure.key else []
    notes += [gettext("What it cannot show: %(text)s", text=figure.record.caveat)]
    if figure.record.mixed:
        notes += [gettext("Why unlike numbers stand together: %(text)s", text=figure.record.mixed)]
    if names:
        said = ngettext("Source: %(names)s.", "Sources: %(names)s.", len(names), names="; ".join(names))
        read = gettext("Last read on %(date)s.", date=figure.as_of) if figure.as_of else ""
        notes += [" ".join(filter(None, (said, read)))]
    origin = gettext("From “%(site)s”, %(licence)s.", site=topic.title, licence=topic.licences.data)
    return [*notes, f"{origin} {topic.address()}".rstrip()]


def _set(  # noqa: PLR0913 - each is a property that a reader sees
    top: float, paragraphs: Iterable[str], size: float, color: str, width: float, *, weight: int = 400
) -> list[TextLine]:
    """Return paragraphs as lines below each other, wrapped to the width; large type has less space between lines."""
    lines, y, leading = [], top, round(size * (1.4 if size < _LARGE else 1.15))
    for paragraph in paragraphs:
        for text in wrap(paragraph, width, size, bold=weight > 400).split("\n"):  # noqa: PLR2004 - more than normal
            y += leading
            lines.append(TextLine(y, text, size, color, weight))
        y += size / 3
    return lines


def of_words(title: str, text: str, foot: str = "") -> Picture:
    """Return the picture for links that are shared: a title and a text as large as they fit, and the site's name."""
    width, height = _SOCIAL
    room = width - 2 * _SOCIAL_MARGIN
    for size, most, small in _TITLES:
        lines = list(_set(0, [title], size, theme.INK, room, weight=700))
        count = len(lines)
        lines += _set(lines[-1].y + 36, [text], small, theme.MUTED, room)
        if count <= most and lines[-1].y <= _SOCIAL_HIGH:
            break
    top = (height - lines[-1].y) / 2 - 10
    placed = [replace(line, y=line.y + top) for line in lines]
    placed += [TextLine(height - 36, foot, 22, theme.MUTED)] if foot else []
    return Picture(width, height, _SOCIAL_MARGIN, title, text, tuple(placed))


@derived_once
def cards(queries: Queries) -> Mapping[str, Card]:
    """Return the card of each page that has its own, by address: home, the documents, and questions with answers."""
    topic = queries.dataset.topic
    found = {HOME: Card("assets/social.png", of_words(topic.title, topic.tagline))}
    for source_id, page in queries.documents.items():
        source = queries.dataset.sources[source_id]
        said = f"{source.title}, {source.issued}" if source.issued else str(source.title)
        found[page] = _card(source_id, documents.page(source_id, queries).label, said, topic.title)
    for name, record in queries.dataset.questions.items():
        answer = record.answer or record.finding.split("\n")[0]
        found[queries.href(name)] = _card(name, record.question, answer, topic.title)
    return found


def _card(name: str, title: str, text: str, foot: str) -> Card:
    return Card(f"assets/social/{name}.png", of_words(title, text, foot))


def in_light(svg: str) -> str:
    """Return a drawing with the colours of the light palette in place of variables."""
    return re.sub(r"var\(--[\w-]+\)", lambda found: LIGHT[found[0]], svg)
