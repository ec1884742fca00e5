"""What a report says of two datasets, and what its page shows of them."""

from selectolax.lexbor import LexborHTMLParser

from macros.model import Dataset
from macros.review import State, emphasis
from macros.review.compare import Difference
from macros.review.page import page
from macros.review.report import Block, report
from macros.review.wording import sentences


def told_of(base: Dataset, head: Dataset) -> list[tuple[str, str, str, str]]:
    """Return what a reader is told of the one fact that differs: label, was, now, note."""
    was, now = State(base), State(head)
    (change,) = Difference(was, now).changed.values()
    return [
        (one.label, emphasis.words(one.was), emphasis.words(one.now), one.note) for one in sentences(change, was, now)
    ]


def blocks_of(base: Dataset, head: Dataset) -> dict[str, Block]:
    """Return the blocks of the report by the ids of what they are about."""
    return {one.id: one for one in report(State(base), State(head)).blocks}


def page_of(base: Dataset, head: Dataset) -> LexborHTMLParser:
    """Return the page of the report."""
    return LexborHTMLParser(page(report(State(base), State(head))))


def words_of(tree: LexborHTMLParser) -> str:
    """Return the words of a page, with single spaces between them."""
    return " ".join(tree.text(separator=" ").split())
