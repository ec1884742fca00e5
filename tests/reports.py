"""What a report says of two datasets, what its page shows of them, and how long it takes to read."""

import re

from selectolax.lexbor import LexborHTMLParser

from macros.model import Dataset
from macros.render import render_markdown
from macros.review import State
from macros.review.compare import Difference
from macros.review.page import page
from macros.review.report import Block, report
from macros.review.wording import sentences


def told_of(base: Dataset, head: Dataset) -> list[tuple[str, str, str, str]]:
    """Return what a reader is told of the one fact that differs: label, was, now, note."""
    was, now = State(base), State(head)
    (change,) = Difference(was, now).changed.values()
    return [(one.label, one.was, one.now, one.note) for one in sentences(change, was, now)]


def markdown_of(was: State, now: State) -> str:
    """Return the report, in Markdown."""
    made = {"code": "a", "base": "b", "head": "c", "is_apart": False}
    return render_markdown("diff", report=report(was, now), pictures=(), touched=(), made=made)


def unfolded(told: str) -> str:
    """Return what stands open of a report, and the lines on which the rest is folded."""
    return re.sub(r"(?s)<details><summary>(.*?)</summary>.*?</details>", r"\1", told)


def minutes(told: str) -> float:
    """Return how long it takes to read what stands open of a report, at 240 words a minute; a code span is a word."""
    plain = re.sub("<!-- -->|</?(?:b|del)>", "", re.sub("`[^`]*`", "name", unfolded(told)))
    return len(re.findall(r"\S*\w\S*", plain)) / 240


def blocks_of(base: Dataset, head: Dataset) -> dict[str, Block]:
    """Return the blocks of the report by the ids of what they are about."""
    return {one.id: one for one in report(State(base), State(head)).blocks}


def page_of(base: Dataset, head: Dataset) -> LexborHTMLParser:
    """Return the page of the report."""
    return LexborHTMLParser(page(report(State(base), State(head))))


def words_of(tree: LexborHTMLParser) -> str:
    """Return the words of a page, with single spaces between them."""
    return " ".join(tree.text(separator=" ").split())
