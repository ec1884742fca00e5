"""Pictures for use outside the site: charts, and cards of words that stand beside a shared link.

A picture is seen without its page, so a chart's has the reading aid, the caveat and the sources in it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.charts import theme
from macros.charts.lettering import wrap
from macros.language import gettext, ngettext
from macros.model import Topic
from macros.views.colours import COLOURS
from macros.views.figure import Figure

_MARGIN = 24
_NOTE = 12  # the size of the notes below a chart
_LARGE = 40  # the size from which on type counts as large
_CARD = (1200, 630)  # the width and the height of a card
_CARD_MARGIN = 90
_CARD_TEXT_HEIGHT = 460  # the most height of the words on a card
_CARD_SIZES = ((84, 2, 34), (68, 3, 34), (52, 4, 34), (40, 5, 30), (40, 6, 24))
"""The sizes of a card's title, the largest first, each with the most lines of the title and the size of the text."""


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


def of_figure(figure: Figure, topic: Topic) -> Picture:
    """Return a chart with its title, its unit, its reading aid, its caveat and its sources, in the light palette."""
    width = theme.WIDE.width
    lines = _lines(_MARGIN, [figure.title], 19, theme.INK, width, weight=700)
    subtitle = gettext("Unit: %(unit)s.", unit=figure.unit)
    if figure.period:
        subtitle += " " + gettext("Period: %(period)s.", period=figure.period)
    lines += _lines(lines[-1].y + 6, [subtitle], 13, theme.MUTED, width)
    top = lines[-1].y + 18
    height = float(figure.drawing["wide"].partition('viewBox="')[2].partition('"')[0].split()[3])
    lines += _lines(top + height + 8, _notes(figure, topic), _NOTE, theme.MUTED, width)
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
    has_labels = figure.record.marked_labels
    notes = [mark.text if has_labels else f"{number}. {mark.text}" for number, mark in enumerate(figure.marked, 1)]
    if figure.key:
        notes.append(gettext("How to read it: %(text)s", text=" ".join(figure.key)))
    notes.append(gettext("What it cannot show: %(text)s", text=figure.record.caveat))
    if figure.record.mixed:
        notes.append(gettext("Why unlike numbers stand together: %(text)s", text=figure.record.mixed))
    if names := [source.label for source in figure.sources]:
        sources = ngettext("Source: %(names)s.", "Sources: %(names)s.", len(names), names="; ".join(names))
        last_read = gettext("Last read on %(date)s.", date=figure.as_of) if figure.as_of else ""
        notes.append(" ".join(filter(None, (sources, last_read))))
    origin = gettext("From “%(site)s”, %(licence)s.", site=topic.title, licence=topic.licences.data)
    return [*notes, f"{origin} {topic.address()}".rstrip()]


def _lines(  # noqa: PLR0913 - each is a property that a reader sees
    top: float, paragraphs: Iterable[str], size: float, color: str, width: float, *, weight: int = 400
) -> list[TextLine]:
    """Return paragraphs as lines below each other, wrapped to the width, from ``top`` downwards."""
    lines, y = list[TextLine](), top
    leading = round(size * (1.4 if size < _LARGE else 1.15))  # large type needs less space between lines
    for paragraph in paragraphs:
        for text in wrap(paragraph, width, size, bold=weight > 400).split("\n"):  # noqa: PLR2004 - more than normal
            y += leading
            lines.append(TextLine(y, text, size, color, weight))
        y += size / 3
    return lines


def of_words(title: str, text: str, foot: str = "") -> Picture:
    """Return a card: a title and a text as large as they fit, in the middle, and ``foot`` below."""
    width, height = _CARD
    room = width - 2 * _CARD_MARGIN
    for title_size, most_lines, text_size in _CARD_SIZES:
        lines = _lines(0, [title], title_size, theme.INK, room, weight=700)
        count = len(lines)
        lines += _lines(lines[-1].y + 36, [text], text_size, theme.MUTED, room)
        if count <= most_lines and lines[-1].y <= _CARD_TEXT_HEIGHT:
            break
    top = (height - lines[-1].y) / 2 - 10
    lines = [replace(line, y=line.y + top) for line in lines]
    if foot:
        lines.append(TextLine(height - 36, foot, 22, theme.MUTED))
    return Picture(width, height, _CARD_MARGIN, title, text, tuple(lines))


def in_light(svg: str) -> str:
    """Return a drawing with the colours of the light palette in place of CSS variables."""
    return re.sub(r"var\((--[\w-]+)\)", lambda variable: COLOURS[variable[1]][0], svg)
