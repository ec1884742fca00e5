"""What looks different after a change: a page with facts before and after, side by side, and pictures of charts."""

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

_ID_ATTRIBUTES = re.compile(r'\b(id|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"')
_LINK_TO_ID = re.compile(r'\b(href="#|url\(#)')
_LINE_NUMBER = re.compile(r'#L\d+(?=")')
"""The line of a fact in its file, in the address where it is edited."""
_LINK_INTO_SITE = re.compile(r'\bhref="(?!#|[a-z]+:)(?:\.\./)*')
_NOT_DRAWN = "It cannot be drawn; the problems in the report say why."


@dataclass(frozen=True)
class Sides:
    """One fact as HTML, before and after; "" if it does not exist then. ``block`` is its part of the report, if any."""

    id: str
    title: str
    kind: str
    block: Block | None
    before: Markup
    after: Markup


@dataclass(frozen=True)
class Pictures:
    """A chart as SVG, before and after; "" if it does not exist then, or cannot be drawn."""

    id: str
    title: str
    before: str
    after: str

    @property
    def files(self) -> Mapping[str, str]:
        """The pictures by the names of their files."""
        both = {f"{self.id}-before.svg": self.before, f"{self.id}-after.svg": self.after}
        return {name: svg for name, svg in both.items() if svg}


def page(report: Report) -> Markup:
    """Return the page, which needs no other file; its links lead into the folder ``site`` beside it."""
    css = assets.css(assets.THEME / "diff.css")
    order = {block.id: index for index, block in enumerate(report.blocks)}
    sides = sorted(_facts(report), key=lambda one: (order.get(one.id, len(order)), one.kind != "chart"))
    return render("diff", report=report, sides=sides, css=Markup(css), style=csp.hash_source(css))  # noqa: S704 - our own style sheets


def _facts(report: Report) -> Iterator[Sides]:
    """Yield the touched facts that look different on the site."""
    difference = report.difference
    blocks = {block.id: block for block in report.blocks}
    for name in _touched(difference):
        before = _html(difference.old_names.get(name, name), difference.base)
        after = _html(name, difference.head)
        if _LINE_NUMBER.sub("", before) != _LINE_NUMBER.sub("", after):  # lines move without a change of the fact
            state = difference.state(name)
            yield Sides(
                id=name,
                title=title(name, state),
                kind=kind_words(name, state),
                block=blocks.get(name),
                before=_with_own_ids(before, f"{name}--before"),
                after=_with_own_ids(after, f"{name}--after"),
            )


def _touched(difference: Difference) -> list[str]:
    """Return the ids of every fact that differs, then of the statutes and charts that show one of them."""
    ids = dict.fromkeys((*difference.changed, *difference.added, *difference.removed))
    for name in list(ids):
        state = difference.state(name)
        if state.kind(name) in FACT_KINDS:
            ids |= dict.fromkeys(state.statutes(name))
        ids |= dict.fromkeys(touched_charts(name, difference))
    return list(ids)


def _html(name: str, state: State) -> str:
    """Return the HTML of a fact as on the site, unfolded unless it is a chart; "" if it does not exist."""
    renderer = _RENDERERS.get(state.kind(name)) if name in state.facts else None
    if not renderer:
        return ""
    html = _or_else(lambda: renderer(name, state.queries), _NOT_DRAWN)
    return html if state.kind(name) == "chart" else popovers.with_details_open(html)


def _with_own_ids(html: str, prefix: str) -> Markup:
    """Return HTML with ``prefix--`` before its ids and in the links to them; no id of the data has two hyphens.

    The prefix has the id of the fact, since a chart is shown for itself and on the pages that have it.
    """

    def prefixed(match: re.Match[str]) -> str:
        ids = " ".join(f"{prefix}--{own_id}" for own_id in match[2].split())
        return f'{match[1]}="{ids}"'

    html = _ID_ATTRIBUTES.sub(prefixed, html)
    html = _LINK_TO_ID.sub(rf"\1{prefix}--", html)
    return Markup(_LINK_INTO_SITE.sub('href="site/', html))  # noqa: S704 - rendered by our templates, autoescaped


def pictures(difference: Difference) -> tuple[Pictures, ...]:
    """Return the charts that look different."""
    different = []
    for chart_id in sorted({chart for fact in difference.touched for chart in touched_charts(fact, difference)}):
        before = _svg(difference.old_names.get(chart_id, chart_id), difference.base)
        after = _svg(chart_id, difference.head)
        if before != after:
            different.append(Pictures(chart_id, title(chart_id, difference.state(chart_id)), before, after))
    return tuple(different)


def touched_charts(fact: str, difference: Difference) -> tuple[str, ...]:
    """Return the ids of the charts that show a fact, or count facts of its sources, before or after."""
    states = [state for state in (difference.head, difference.base) if fact in state.facts]
    return tuple(dict.fromkeys(chart for state in states for chart in charts(fact, state, whole=True)))


def _or_else(draw: Callable[[], str], otherwise: str) -> str:
    """Return the result of a function, or ``otherwise`` if it fails."""
    try:
        return draw()
    except Exception:  # noqa: BLE001 - a report is made of data with problems too, which may break any view
        return otherwise


def _svg(chart_id: str, state: State) -> str:
    return _or_else(lambda: picture(chart_id, state.queries), "") if chart_id in state.dataset.charts else ""


def _render(template: str, queries: Queries, view: Any, **values: Any) -> str:
    return render(template, view=view, **context(queries, ""), **values)


def _generated(name: str, queries: Queries) -> str:
    """Return the body of the page of a record that has one."""
    path = page_at(queries.href(name))
    return next(page.body for page in pages(queries, {path}, has_definitions=False) if page.path == path)


_RENDERERS: Mapping[str, Callable[[str, Queries], str]] = {
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
