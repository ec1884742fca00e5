"""Checks quotes against the texts of sources, and finds words that are copied without being quoted."""

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from macros.checks.finding import Finding
from macros.checks.prose import all_prose
from macros.checks.quoted import is_row
from macros.checks.texts import Texts, absent, passages, read_texts
from macros.model import Citation, Dataset, Docs, Quote
from macros.model.docs import OUTSIDE_PROSE
from macros.model.words import QUOTED, blank, normalise
from macros.problems import Mistake, Problem
from macros.queries import grouped

MAX_QUOTED_SHARE = 0.3
"""The largest part of a source's words that may be quoted."""
_TOO_MUCH = (
    "shorten quotes, or let facts share one; a text that nobody has rights in, as many official texts, "
    "is free of this rule: write 'rights: public domain'"
)
_LEAST_SIMILARITY = 0.6
"""How similar words must be, from 0 to 1, to be suggested instead of those of a quote."""
_LONG_QUOTE = 4  # the fewest words of a quote of which the suggested words must share half
_ENDING = 3
"""The most letters in which forms of a verb may differ at their end, after as many that are the same."""
_RUN_LENGTH = 8  # the fewest words in a row, outside quotation marks, that are a copy of a source
_START = r"(?<!\w)(?<![0-9][.,])"
_END = r"(?!\w|[.,][0-9]|'t\b)"
"""Quotes start and end with whole words and numbers, whatever their suffix: "500" is not found in "500,000"."""

Run = tuple[str, ...]
"""Words in a row."""


def count(quote: Quote, passage: str) -> int:
    """Return how often a quote, with its prefix and suffix, occurs in a normalised passage."""
    return len(spans(quote, passage))


def spans(quote: Quote, passage: str) -> list[tuple[int, int]]:
    """Return start and end of each place where a quote's exact words stand between its prefix and suffix."""
    before, exact, after = (
        re.escape(normalise(part)) if part else "" for part in (quote.prefix, quote.exact, quote.suffix)
    )
    pattern = r"\s?".join(part for part in (before, f"(?P<exact>{_START}{exact}{_END})", after) if part)
    return [match.span("exact") for match in re.finditer(f"{_START}(?={pattern}{_END})", passage)]


def against_texts(dataset: Dataset, folders: Sequence[Path]) -> Iterator[Finding]:
    """Yield the findings of every rule that needs the texts of the sources, which are files in ``folders``.

    What is not there of a source that was verified before is no mistake, and is not verified again.
    """
    texts, findings = read_texts(dataset, folders, absent(dataset, folders))
    yield from findings
    for rule in (verify, verbs_stand_in_the_passage, quoted_too_much, copied):
        yield from rule(dataset, texts)


def verify(dataset: Dataset, texts: Texts) -> Iterator[Finding]:
    """Yield a finding for each quote that is not exactly once in its passage."""
    content = {name: passages(dataset.sources[name], files) for name, files in texts.items()}
    for record_id, path, citation in dataset.citations:
        if citation.source in content and citation.quote:
            whole = "\n".join(texts[citation.source].values())
            mistake = _explain(citation, citation.quote, content[citation.source], whole)
            if mistake:
                yield Finding(record_id, (*path, "quote", "exact"), *mistake)


def verbs_stand_in_the_passage(dataset: Dataset, texts: Texts) -> Iterator[Finding]:
    """Yield a finding for each verb of a source that is not among the words of the passage that is cited."""
    content = {name: passages(dataset.sources[name], files) for name, files in texts.items()}
    for record_id, path, cited in dataset.citations:
        passage = content.get(cited.source, {}).get(cited.locator)
        if passage and not all(_has_form(word, passage) for word in re.findall(r"\w+", normalise(cited.verb or ""))):
            message = f'"{cited.verb}" does not stand in {cited.locator} of "{cited.source}"'
            yield Finding(record_id, (*path, "verb"), message, "verb", "write the verb that the passage has")


def _has_form(word: str, passage: str) -> bool:
    """Whether a passage has a word, perhaps with another ending; in other scripts, words may join others."""
    stem = word[: max(_ENDING, len(word) - _ENDING)]
    start = r"(?<!\w)" if stem[0].isascii() else ""
    return bool(re.search(start + re.escape(stem), passage, re.IGNORECASE))


def quoted_too_much(dataset: Dataset, texts: Texts) -> Iterator[Finding]:
    """At most 30 % of the words of a source with rights reserved are quoted; words in several quotes count once."""
    for source_id, files in texts.items():
        if dataset.sources[source_id].rights != "reserved":
            continue
        share = quoted_share(dataset, source_id, files)
        if share.quoted > share.allowed:
            message = f"{share.quoted} of its {share.total} words are quoted, more than {MAX_QUOTED_SHARE:.0%}: "
            message += f"{share.allowed} may be"
            if share.before < share.quoted:
                message += f", and {share.before} are without the quotes that are not verified yet"
            yield Finding(source_id, ("text",), message, "quoted-too-much", _TOO_MUCH)


class Share(NamedTuple):
    """How many words a source has, how many of them are quoted, and how many by the quotes that are verified."""

    total: int
    quoted: int
    before: int

    @property
    def allowed(self) -> int:
        """How many words may be quoted."""
        return int(MAX_QUOTED_SHARE * self.total)


def quoted_share(dataset: Dataset, source_id: str, files: Mapping[str, str]) -> Share:
    """Return how many words of a source are quoted, without rows of tables: their figures are facts."""
    content = passages(dataset.sources[source_id], files)
    cited = [one for _, _, one in dataset.citations if one.source == source_id and not is_row(str(one.locator))]
    verified = [one for one in cited if dataset.verification(one) == "verified"]
    total = sum(len(passage.split()) for passage in content.values())
    return Share(total, *(_count_quoted(citations, content) for citations in (cited, verified)))


def _count_quoted(citations: Iterable[Citation], content: Mapping[str, str]) -> int:
    """Return how many words of the passages of a source citations quote."""
    quotes = grouped((str(one.locator), normalise(one.quote.exact)) for one in citations if one.quote)
    return sum(_covered(content.get(place, ""), exact) for place, exact in quotes.items())


def _covered(passage: str, quotes: Iterable[str]) -> int:
    """Return how many words of a passage belong to any of the quotes."""
    marked: set[int] = set()
    for quote in quotes:
        for match in re.finditer(f"(?={re.escape(quote)})", passage):
            first = len(passage[: match.start()].split())
            marked.update(range(first, first + len(quote.split())))
    return len(marked)


def copied(dataset: Dataset, texts: Texts) -> Iterator[Finding]:
    """No prose has eight words in a row of a source with rights reserved, unless they are in quotation marks."""
    known = _reserved(dataset, texts)
    for entity_id, path, text in all_prose(dataset):
        if mistake := _copied_run(text, known):
            yield Finding(entity_id, path, *mistake)


def copied_pages(docs: Docs, dataset: Dataset, texts: Texts) -> Iterator[Problem]:
    """Yield a problem for each line of a page that has such words; see ``copied``."""
    known = _reserved(dataset, texts)
    for name, page in docs.pages.items():
        for number, line in enumerate(blank(page.text, OUTSIDE_PROSE).split("\n"), 1):
            if mistake := _copied_run(line, known):
                yield Problem(f"docs/{name}", number, "prose", *mistake)


def _reserved(dataset: Dataset, texts: Texts) -> dict[Run, str]:
    """Return every run of words of sources with rights reserved, with its source."""
    return {
        run: name
        for name, source in dataset.sources.items()
        if source.rights == "reserved"
        for passage in passages(source, texts.get(name, {})).values()
        for run in _runs(passage)
    }


def _copied_run(text: str, known: Mapping[Run, str]) -> Mistake | None:
    """Return the mistake that a text copies one of the known runs outside quotation marks, or None."""
    for run in (run for part in QUOTED.split(text)[::2] for run in _runs(part) if run in known):
        message = f'“{" ".join(run)}” are words of "{known[run]}"'
        return Mistake(message, "copied", "write it in words of our own, or quote it")
    return None


def _runs(text: str) -> Iterator[Run]:
    """Yield every run of ``_RUN_LENGTH`` words of a text, in small letters and without punctuation."""
    words = re.findall(r"\w+(?:['.,-]\w+)*", normalise(text).lower())
    return (tuple(words[start : start + _RUN_LENGTH]) for start in range(len(words) - _RUN_LENGTH + 1))


def verification(dataset: Dataset, source_id: str) -> str:
    """Return the file ``data/verified/SOURCE.yml`` for a source whose quotes were all found."""
    source = dataset.sources[source_id]
    found = ((c, source.text_at(c.locator)) for _, _, c in dataset.citations if c.source == source_id)
    quotes = {(c.locator, c.quote.exact, c.proof(text.place(c.locator))) for c, text in found if c.quote and text}
    lines = [
        f"  - {{locator: {_yaml(locator)}, exact: {_yaml(exact)}, proof: {_yaml(proof)}}}\n"
        for locator, exact, proof in sorted(quotes, key=_by_place)
    ]
    return f"text: {_yaml(source.digest)}\nquotes:{'' if lines else ' []'}\n{''.join(lines)}"


def _yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _by_place(quote: tuple[str, ...]) -> tuple[list[int], tuple[str, ...]]:
    """Return a sort key that puts p2 before p10, and § 111 before § 1028A."""
    return [int(part) if part.isdigit() else -1 for part in re.split(r"(\d+)", quote[0])], quote


def _explain(citation: Citation, quote: Quote, content: Mapping[str, str], whole: str) -> Mistake | None:
    """Return what is wrong with a quote, or None if its words stand once in the passage that is cited."""
    where = f'{citation.locator} of "{citation.source}"'
    found = count(quote, content.get(citation.locator, ""))
    if found == 1:
        return None
    if found > 1:
        remedy = "add 'prefix' or 'suffix' with the words around it, or quote more words"
        return Mistake(f"the words stand {found} times in {where}", "quote-ambiguous", remedy)
    if not content:
        remedy = "write 'lines' with the numbers of those that are its paragraphs: {headline: 1, paragraphs: [3]}"
        message = f'the text of "{citation.source}" prints no sections or articles that are known'
        return Mistake(message, "no-passages", remedy)
    elsewhere = [name for name, passage in content.items() if count(quote, passage)]
    if elsewhere:
        message = f"the words stand in {', '.join(elsewhere)}, not in {where}"
        return Mistake(message, "quote-moved", f"write {max(elsewhere, key=len)} as 'locator'")
    if count(quote, normalise(whole)):
        remedy = "quote a passage of the article itself"
        return Mistake(f'the words stand only in the boilerplate of "{citation.source}"', "quote-boilerplate", remedy)
    return Mistake(f"the words do not stand in {where}", "quote-missing", _nearest(quote, content))


def _nearest(quote: Quote, content: Mapping[str, str]) -> str:
    """Return a remedy that names the most similar words and their place, or says that there are none."""
    wanted = normalise(quote.exact)
    own, places = wanted.split(), dict[str, str]()
    least = len(own) // 2 if len(own) >= _LONG_QUOTE else 0  # only what shares words is compared letter by letter
    for name, passage in content.items():
        words = passage.split()
        for start in range(max(1, len(words) - len(own) + 1)):
            part = words[start : start + len(own)]
            if len({*own}.intersection(part)) >= least:
                places.setdefault(" ".join(part), name)
    for near in difflib.get_close_matches(wanted, places, 1, _LEAST_SIMILARITY):
        return f'the nearest words are "{near}" in {places[near]}; copy them exactly'
    return "copy the words from the text; nothing in it is close"
