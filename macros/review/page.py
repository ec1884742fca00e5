"""All that looks different after a change, before and after: a page, side by side, and pictures of charts."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.exports.charts import picture
from macros.model import FACT_KINDS
from macros.model.addresses import page_at
from macros.queries import INDEXES, Queries
from macros.render import csp, popovers, render
from macros.render.context import context
from macros.review import Report, State
from macros.review.compare import Difference
from macros.review.describe import kind_words
from macros.review.reach import charts
from macros.review.report import Block
from macros.review.wording import title
from macros.site import assets
from macros.site.pages import pages
from macros.views import evidence, facts, figure, people
from macros.views.alphabet import initial

_MENTION = re.compile(r'<button [^>]*class="x-mention"[^>]*>(.*?)</button>')
_HOLDING_IDS = re.compile(r'\b(id|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"')
_LINK_TO_ID = re.compile(r'\b(href="#|url\(#)')
_FILE_LINE = re.compile(r'#L\d+(?=")')
_LINK_INTO_SITE = re.compile(r'\bhref="(?!#|[a-z]+:)(?:\.\./)*')
_NOT_DRAWN = "It cannot be drawn; the problems in the report say why."


@dataclass(frozen=True)
class Sides:
    """One fact as HTML, before and after; "" where it does not exist. ``block`` is its part of the report, if any."""

    id: str
    title: str
    kind: str
    block: Block | None
    before: Markup
    after: Markup


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


def page(report: Report) -> Markup:
    """Return the page, which needs no other file; its links lead into the folder ``site`` beside it."""
    css = assets.css(assets.THEME / "diff.css")
    order = {block.id: index for index, block in enumerate(report.blocks)}
    sides = sorted(_sides(report), key=lambda one: (order.get(one.id, len(order)), one.kind != "chart"))
    return render("diff", report=report, sides=sides, css=Markup(css), style=csp.hash_source(css))  # noqa: S704 - our own style sheets


def _sides(report: Report) -> Iterator[Sides]:
    """Yield the touched facts that look different on the site."""
    difference, blocks = report.difference, {block.id: block for block in report.blocks}
    for name in _touched(difference):
        state, was = difference.state(name), difference.old_names.get(name, name)
        before, after = _drawn(was, difference.base), _drawn(name, difference.head)
        if _FILE_LINE.sub("", before) != _FILE_LINE.sub("", after):  # lines of files move without a change of the fact
            sides = (_side(before, f"{name}--before"), _side(after, f"{name}--after"))
            yield Sides(name, title(name, state), kind_words(name, state), blocks.get(name), *sides)


def _touched(difference: Difference) -> list[str]:
    """Return the ids of every fact that differs, then of the statutes and charts that show one of them."""
    found = dict.fromkeys((*difference.changed, *difference.added, *difference.removed))
    for name in list(found):
        state = difference.state(name)
        if state.kind(name) in FACT_KINDS:
            found |= dict.fromkeys(state.statutes(name))
        found |= dict.fromkeys(touched_charts(name, difference))
    return list(found)


def _drawn(name: str, state: State) -> str:
    """Return the HTML of a fact as on the site, all but charts unfolded; "" where it does not exist."""
    draw = _DRAWN.get(state.kind(name)) if name in state.facts else None
    if not draw:
        return ""
    html = _MENTION.sub(r"\1", _shown(lambda: draw(name, state.queries), _NOT_DRAWN))
    return html if state.kind(name) == "chart" else popovers.with_details_open(html)


def _side(html: str, side: str) -> Markup:
    """Return HTML with ``side--`` before its ids and the links to them; no id of the data has two hyphens.

    The side names the fact too, since a chart is shown for itself and on the pages that have it.
    """
    html = _HOLDING_IDS.sub(lambda m: f'{m[1]}="{" ".join(f"{side}--{one}" for one in m[2].split())}"', html)
    html = _LINK_TO_ID.sub(rf"\1{side}--", html)
    return Markup(_LINK_INTO_SITE.sub('href="site/', html))  # noqa: S704 - rendered by our templates, autoescaped


def pictures(difference: Difference) -> tuple[Pictures, ...]:
    """Return the charts that look different."""
    found = []
    for name in sorted({chart for fact in difference.touched for chart in touched_charts(fact, difference)}):
        before, after = _chart(difference.old_names.get(name, name), difference.base), _chart(name, difference.head)
        if before != after:
            found.append(Pictures(name, title(name, difference.state(name)), before, after))
    return tuple(found)


def touched_charts(fact: str, difference: Difference) -> tuple[str, ...]:
    """Return the ids of the charts that show a fact, or count it among those of a source, before or after."""
    states = [state for state in (difference.head, difference.base) if fact in state.facts]
    return tuple(dict.fromkeys(chart for state in states for chart in charts(fact, state, whole=True)))


def _shown(draw: Callable[[], str], otherwise: str) -> str:
    """Return what a function draws, or other words where it fails."""
    try:
        return draw()
    except Exception:  # noqa: BLE001 - a report is made of data with problems too, which may break any view
        return otherwise


def _chart(name: str, state: State) -> str:
    return _shown(lambda: picture(name, state.queries), "") if name in state.dataset.charts else ""


def _render(template: str, queries: Queries, view: Any, **values: Any) -> str:
    return render(template, view=view, **context(queries, ""), **values)


def _generated(name: str, queries: Queries) -> str:
    path = page_at(queries.href(name))
    return next(one.body for one in pages(queries, {path}) if one.path == path)


_DRAWN: Mapping[str, Callable[[str, Queries], str]] = {
    **dict.fromkeys(FACT_KINDS, lambda name, queries: _render("statement", queries, facts.fact(name, queries))),
    **dict.fromkeys(INDEXES, _generated),
    "chart": lambda name, queries: _render("figure", queries, figure.figure(name, queries)),
    "comparison": lambda name, queries: _render(
        "comparison",
        queries,
        queries.dataset.comparisons[name],
        id=name,
        rows=0,
        popover_of=lambda fact: f"evidence-{fact}",
    ),
    "actor": lambda name, queries: _render("people", queries, (("People", (people.person(name, queries),)),)),
    "term": lambda name, queries: _render(
        "terms", queries, ((initial(queries.dataset.terms[name].label), ((name, queries.dataset.terms[name]),)),)
    ),
    "correction": lambda name, queries: _render(
        "corrections", queries, [one for one in evidence.corrections(queries) if one[0] == name]
    ),
}
"""The function that renders each kind, with the templates of the site."""
