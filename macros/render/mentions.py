"""Finds where prose names a statute or a term, and cuts the text there into segments.

A mention becomes a button, not a link, since only a button opens a popover without a script, by mouse, touch and
keyboard. The popover with the definition links to the entry; a page has it once, at its end, for all mentions, where
paper and old browsers show it too.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.model import Dataset, Statute, Term
from macros.model.words import QUOTED, ascii_punctuation
from macros.queries import Queries, derived_once
from macros.views import words
from macros.views.alphabet import order

Mention = tuple[int, int, str]
"""Start and end in the text, and the id of the record that is named."""

_WORD = re.compile(r"\w+|[^\w\s]")
_PARTS = re.compile(r"(?:\(\w{1,5}\))*")
_NUMBER = re.compile(rf"\d\w*{_PARTS.pattern}")
_LONGER, _DASHED = re.compile(r"[.\-\u2010\u2011]\d"), re.compile(r"[\u2012-\u2015\u2212]\d")
"""What follows a number in that of another section, 288.5 or 288-1; with a dash, 288–290 may be a list of sections."""
_JOINT = re.compile(r"(?:, and |, or |, | and | or | to | y | o | a )(?=\d)")
_BARE = re.compile(r"(?:§§?|sections?|secci[óo]n(?:es)?|artículos?) ?\d", re.IGNORECASE)
"""A section without the name of its law."""
_LAW_BEFORE = re.compile(r"(?:[A-Z]\.?|\b(?i:title|chapter|part) (\w+),) $")
_LAW_AFTER = re.compile(r" of (?:(?i:title) (\w+)|(?:the )?[A-Z])")
"""Words around a bare section that say of which law it is: "5 U.S.C. § 107", "section 107 of title 5"."""
_OPENING, _CLOSING = re.compile(r"[(\[“‘]*$"), re.compile(r"[.,;:!?)\]”’]*")
_PLURALS = ("section ", "sections "), ("§ ", "§§ "), ("sección ", "secciones "), ("artículo ", "artículos ")
"""In English and Spanish."""


class Segment(NamedTuple):
    """A piece of prose; ``record`` is the id of the statute or term that it names, or "".

    ``before`` and ``after`` are the punctuation marks beside a name. They stand in its button: outside of it, a browser
    could move them to another line, or beside the box of a button of two lines, far from the last word.
    """

    text: str
    record: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class _Name:
    """One way to write a record's name; ``stem`` is the part before the number, which a list has once: "section "."""

    text: str
    record: str
    is_exact: bool = False
    stem: str = ""

    def end(self, text: str, start: int, written: str) -> int:
        """Return the index where this name ends if it starts at ``start``, else 0.

        ``text`` is ``ascii_punctuation(written)``.
        """
        end = start + len(self.text)
        candidate = text[start:end]
        if candidate.casefold() != self.text.casefold() or not _is_edge(written[end : end + 1]):
            return 0
        if not self.is_exact:
            return end
        if _LONGER.match(written, end) or (not self.stem and _DASHED.match(written, end)):
            return 0
        parts = _PARTS.match(text, end)
        assert parts  # it may be empty
        return parts.end() if candidate[1:] == self.text[1:] else 0


def _is_edge(letter: str) -> bool:
    """Whether a name may begin after this letter, or end before it; "" is the start or end of the text."""
    return not letter or not (letter.isalnum() or letter in "_-\u2010\u2011")


class Names:
    """Every way to write the statutes and terms of a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        names = [*_names_of_statutes(dataset.statutes), *_names_of_terms(dataset.terms)]
        self._mentions_in: dict[str, tuple[Mention, ...]] = {}
        self._titles = {record: str(statute.citation) for record, statute in dataset.statutes.items()}
        self._records = {name.text: name.record for name in names}
        self._by_text: defaultdict[str, list[_Name]] = defaultdict(list)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in names:
            self._by_text[name.text.casefold()].append(name)
            lengths[_WORD.findall(name.text)[0].casefold()].add(len(name.text))
        self._lengths = {word: sorted(of_word, reverse=True) for word, of_word in lengths.items()}

    def cutter(self, *page: str) -> Callable[..., tuple[Segment, ...]]:
        """Return the method ``segments`` for a page: records that the page is about are not mentions."""
        return lambda text, *own: self.segments(text, *page, *own)

    def segments(self, text: str, *own: str) -> tuple[Segment, ...]:
        """Return a paragraph cut at its first mention of each record, except those of ``own`` and in quotations."""
        text = text.replace("\n", " ")
        seen = set(own)
        segments: list[Segment] = []
        if text not in self._mentions_in:  # a fact stands on several pages
            self._mentions_in[text] = tuple(self._mentions(text))
        at = 0
        for start, end, record in self._mentions_in[text]:
            if record not in seen:
                seen.add(record)
                before, after = _OPENING.search(text, at, start), _CLOSING.match(text, end)
                assert before  # both may be empty
                assert after
                segments.append(Segment(text[at : before.start()]))
                segments.append(Segment(text[start:end], record, before[0], after[0]))
                at = after.end()
        return tuple(segment for segment in (*segments, Segment(text[at:])) if segment.text)

    def _mentions(self, written: str) -> Iterator[Mention]:
        """Yield every mention outside quotations, in order; at each place the longest name counts."""
        quoted = [match.span() for match in QUOTED.finditer(written)]
        text = ascii_punctuation(written)
        at = 0
        for word in _WORD.finditer(text):
            lengths = self._lengths.get(word[0].casefold())
            start = word.start()
            if not lengths or start < at or any(begin <= start < end for begin, end in quoted):
                continue
            if start > 0 and not _is_edge(written[start - 1]):
                continue
            mentions = list(self._mentions_at(text, start, lengths, written))
            if not mentions:
                continue
            _, at, record = mentions[-1]
            if not (_BARE.match(text, start) and self._is_of_another_law(text, start, at, record)):
                yield from mentions

    def _is_of_another_law(self, text: str, start: int, end: int, record: str) -> bool:
        """Whether the words around bare sections say that they are of another law than the record's."""
        law = _LAW_BEFORE.search(text[:start]) or _LAW_AFTER.match(text, end)
        return law is not None and law[1] not in self._titles[record].split()

    def _mentions_at(self, text: str, start: int, lengths: list[int], written: str) -> Iterator[Mention]:
        """Yield the mention at ``start``, and those that follow it in a list: "sections 107 and 109"."""
        names = (name for n in lengths for name in self._by_text.get(text[start : start + n].casefold(), ()))
        name, end = next(((name, end) for name in names if (end := name.end(text, start, written))), (None, 0))
        if name is None:
            return
        yield start, end, name.record
        while name.stem and (joint := _JOINT.match(text, end)) and (number := _NUMBER.match(text, joint.end())):
            end = number.end()
            section = number[0].partition("(")[0]
            record = self._records.get(name.stem + number[0]) or self._records.get(name.stem + section)
            if record and not _LONGER.match(written, end):
                yield number.start(), end, record


@derived_once
def names(queries: Queries) -> Names:
    """Return every way to write the statutes and terms of a topic."""
    return Names(queries.dataset)


def _names_of_statutes(statutes: Mapping[str, Statute]) -> Iterator[_Name]:
    for record, statute in statutes.items():
        for text in map(ascii_punctuation, (statute.citation, *statute.also_cited_as, *statute.aliases)):
            yield _Name(text, record, is_exact=True)
            for singular, plural in _PLURALS:
                head, sign, number = text.rpartition(singular)
                if sign and _NUMBER.fullmatch(number):
                    yield _Name(f"{head}{plural}{number}", record, is_exact=True, stem=f"{head}{singular}")


def _names_of_terms(terms: Mapping[str, Term]) -> Iterator[_Name]:
    for record, term in terms.items():
        for text in (term.label, *term.aliases):
            if text not in term.everyday:
                yield _Name(ascii_punctuation(text), record)


def definitions(record_ids: Iterable[str], queries: Queries) -> list[tuple[str, Statute | Term, words.SiteLink]]:
    """Return (id, record, link to its entry) for each of some statutes and terms, by label."""
    records: dict[str, Statute | Term] = {**queries.dataset.statutes, **queries.dataset.terms}
    entries = ((record_id, records[record_id], words.link(record_id, queries)) for record_id in set(record_ids))
    return sorted(entries, key=lambda entry: order(entry[2].label))
