"""Rules about the words of a law that are quoted for a penalty: they have its terms and sums."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from macros.checks.finding import Finding
from macros.checks.quoted import Words, words_of
from macros.language import main_language
from macros.model import Dataset, Provision
from macros.notation import figures
from macros.notation.currencies import other_currency
from macros.notation.durations import duration, durations

_PRISON_FIELDS = ("max_prison", "min_prison")
_COUNT_AND_UNIT = re.compile(r"([0-9]+) (day|week|month|year)s?")
_WITHOUT_NUMBER = ("life", "death")
"""Terms without a number; they are looked for in English quotes only."""


def penalties_quote_the_law(dataset: Dataset) -> Iterator[Finding]:
    """A penalty quotes the words that set it, if its law quotes a text."""
    for statute_id, statute in dataset.statutes.items():
        if not words_of(statute.citations, dataset):
            continue
        for index, one in enumerate(statute.provisions):
            if (one.max_prison != "none" or one.fine) and not one.citations:
                message, remedy = "the penalty quotes no words of the law", "add 'citations' with those that set it"
                yield Finding(statute_id, ("provisions", index), message, "no-quote", remedy)


def quoted_words_hold_the_penalty(dataset: Dataset) -> Iterator[Finding]:
    """Where a penalty quotes the law, each of its terms and sums stands in the quoted words."""
    for statute_id, statute in dataset.statutes.items():
        for index, provision in enumerate(statute.provisions):
            quoted = words_of(provision.citations, dataset)
            missing = chain(_missing_terms(provision, quoted), _missing_sums(provision, quoted, dataset.topic.language))
            for field, wanted in missing:
                message = f'"{wanted}" does not stand in the words quoted for the penalty'
                remedy = "fix the penalty, or quote the words that set it"
                yield Finding(statute_id, ("provisions", index, field), message, "quoted-figure", remedy)


def _missing_terms(provision: Provision, quoted: list[Words]) -> Iterator[tuple[str, str]]:
    """Yield the prison terms that are not in the quoted words, each with its field.

    If the words have no duration that is known, the numbers alone are looked for. In a language whose number words are
    not read, terms are missing only if the words have durations in digits, and none of the terms is among them.
    """
    known = {one for words in quoted for one in durations(words.text, words.language)}
    counts = {one.value for words in quoted for one in words.stated(0)}
    given = [(field, *term) for field in _PRISON_FIELDS for term in _COUNT_AND_UNIT.findall(getattr(provision, field))]
    missing = [
        (field, f"{count} {unit}{'s' if count != '1' else ''}")
        for field, count, unit in given
        if (duration(int(count), unit) not in known if known else Decimal(count) not in counts)
    ]
    is_read = all(figures.reads_words(words.language) for words in quoted)
    if quoted and (is_read or (known and len(missing) == len(given))):
        yield from missing
    text = " ".join(words.text for words in quoted if main_language(words.language) == "en")
    for field in _PRISON_FIELDS if text else ():
        wanted = [one for one in _WITHOUT_NUMBER if one in getattr(provision, field).split()]
        yield from ((field, one) for one in wanted if not re.search(rf"(?<!\w){one}", text))


def _missing_sums(provision: Provision, quoted: list[Words], language: str) -> Iterator[tuple[str, str]]:
    """Yield the sums of a fine that the quoted words do not hold."""
    fine = provision.fine
    if fine is None or not quoted:
        return
    unit = str(fine.currency or "")
    told = ((figure, words) for words in quoted for figure in words.whole())
    is_other = {one.value: bool(other_currency(one.money, one.after, unit, words.language)) for one, words in told}
    missing = [amount for amount in (fine.least, fine.amount) if amount is not None and is_other.get(amount, True)]
    missing += [one.value for one in figures.stated(fine.note or "", language) if one.value not in is_other]
    yield from (("fine", f"{amount:,f}") for amount in dict.fromkeys(missing))
