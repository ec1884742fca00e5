"""Checks that quoted words are where a citation says, in the text of its source.

Both are normalised first: characters that nobody sees are left out, accents are one character with their letter (NFC),
curly quotation marks and apostrophes become straight ones, every dash becomes a hyphen, and every run of white space
(no-break spaces too) becomes one space. No other difference is allowed.
"""

import difflib
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.checks.finding import Finding
from macros.checks.sources import all_citations
from macros.model import Citation, Dataset, Quote, Source

_TRANSLATION = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "―": "-",
    }
)
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Characters that no reader sees: soft hyphens, spaces and joiners without width, marks of direction and variant."""
MAX_QUOTED_SHARE = 0.3
"""The largest part of a source's words that may be quoted."""
_ALIKE = 0.6
"""The similarity, from 0 to 1, from which on words are suggested as the ones meant."""
_START = r"(?<!\w)(?<![0-9][.,])"
_END = r"(?!\w|[.,][0-9]|'t\b)"
"""Quotes start and end with whole words and numbers, whatever their suffix: "500" is not found in "500,000"."""


def normalise(text: str) -> str:
    """Return text in the normal form in which quotes are compared."""
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return re.sub(r"\s+", " ", seen.translate(_TRANSLATION)).strip()


def content_lines(source: Source, text: str) -> dict[str, str]:
    """Return the content lines of a source's text as they are written, by locator."""
    assert source.text
    lines = text.split("\n")
    return {name: lines[line - 1] for name, line in source.text.lines.locators().items() if line <= len(lines)}


def passages(source: Source, text: str) -> dict[str, str]:
    """Return the content passages of a source's text, normalised, by locator."""
    return {name: normalise(line) for name, line in content_lines(source, text).items()}


def count(quote: Quote, passage: str) -> int:
    """Return how often a quote, with its prefix and suffix, occurs in a normalised passage."""
    return len(spans(quote, passage))


def spans(quote: Quote, passage: str) -> list[tuple[int, int]]:
    """Return start and end of a quote's exact words, wherever they occur between its prefix and suffix."""
    before, exact, after = (
        re.escape(normalise(part)) if part else "" for part in (quote.prefix, quote.exact, quote.suffix)
    )
    pattern = r"\s?".join(part for part in (before, f"(?P<exact>{_START}{exact}{_END})", after) if part)
    return [match.span("exact") for match in re.finditer(f"{_START}(?={pattern}{_END})", passage)]


def verify(dataset: Dataset, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each quote that is not exactly once in its passage; ``texts`` are by source id."""
    content = {name: passages(dataset.sources[name], text) for name, text in texts.items()}
    for record_id, path, citation in all_citations(dataset):
        if citation.source in content and citation.quote:
            problem = _explain(citation, citation.quote, content[citation.source], normalise(texts[citation.source]))
            if problem:
                yield Finding(record_id, (*path, "quote", "exact"), *problem)


def quoted_too_much(dataset: Dataset, texts: Mapping[str, str]) -> Iterator[Finding]:
    """All that is quoted of a source stays within 30 % of the words of its content; shared words count once."""
    for source_id, text in texts.items():
        content = passages(dataset.sources[source_id], text)
        total = sum(len(passage.split()) for passage in content.values())
        quoted = sum(_covered(content.get(place, ""), exact) for place, exact in _quoted(dataset, source_id).items())
        if quoted > MAX_QUOTED_SHARE * total:
            message = f"{quoted} of its {total} words are quoted, more than {MAX_QUOTED_SHARE:.0%}"
            yield Finding(source_id, ("text",), message, "quoted-too-much", "shorten quotes, or let facts share one")


def _quoted(dataset: Dataset, source_id: str) -> dict[str, set[str]]:
    """Return the quoted words of a source by place."""
    found: dict[str, set[str]] = {}
    for _, _, citation in all_citations(dataset):
        if citation.source == source_id and citation.quote:
            found.setdefault(citation.locator, set()).add(normalise(citation.quote.exact))
    return found


def _covered(passage: str, quotes: set[str]) -> int:
    """Return how many words of a passage belong to any of the quotes."""
    marked: set[int] = set()
    for quote in quotes:
        start = passage.find(quote)
        while start >= 0:
            first = len(passage[:start].split())
            marked.update(range(first, first + len(quote.split())))
            start = passage.find(quote, start + 1)
    return len(marked)


def verification(dataset: Dataset, source_id: str) -> str:
    """Return the file ``data/verified/SOURCE.yml`` for a source whose quotes were all found."""
    text = dataset.sources[source_id].text
    assert text
    found = (c for _, _, c in all_citations(dataset) if c.source == source_id)
    quotes = {(c.locator, c.quote.exact, c.proof(text.place(c.locator))) for c in found if c.quote}
    lines = [
        f"  - {{locator: {_yaml(locator)}, exact: {_yaml(exact)}, proof: {_yaml(proof)}}}\n"
        for locator, exact, proof in sorted(quotes, key=_natural)
    ]
    return f"text: {_yaml(text.sha256)}\nquotes:{'' if lines else ' []'}\n{''.join(lines)}"


def _yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _natural(quote: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Return a sort key that puts p2 before p10."""
    number = re.fullmatch(r"p([0-9]+)", quote[0])
    return int(number[1]) if number else 0, quote


def _explain(citation: Citation, quote: Quote, content: Mapping[str, str], whole: str) -> tuple[str, str, str] | None:
    where = f'{citation.locator} of "{citation.source}"'
    found = count(quote, content.get(citation.locator, ""))
    if found == 1:
        return None
    if found > 1:
        remedy = "add 'prefix' or 'suffix' with the words around it, or quote more words"
        return f"the words stand {found} times in {where}", "quote-ambiguous", remedy
    elsewhere = [name for name, passage in content.items() if count(quote, passage)]
    if elsewhere:
        return f"the words stand in {', '.join(elsewhere)}, not in {where}", "quote-moved", "fix the locator"
    if count(quote, whole):
        remedy = "quote a passage of the article itself"
        return f'the words stand only in the boilerplate of "{citation.source}"', "quote-boilerplate", remedy
    return f"the words do not stand in {where}", "quote-missing", _nearest(quote, content)


def _nearest(quote: Quote, content: Mapping[str, str]) -> str:
    """Return a remedy that names the most similar words and their place, or says that there are none."""
    wanted = normalise(quote.exact).split()
    best, score, place = "", 0.0, ""
    for name, passage in content.items():
        words = passage.split()
        for start in range(max(1, len(words) - len(wanted) + 1)):
            candidate = " ".join(words[start : start + len(wanted)])
            ratio = difflib.SequenceMatcher(None, candidate, " ".join(wanted)).ratio()
            if ratio > score:
                best, score, place = candidate, ratio, name
    if score < _ALIKE:
        return "copy the words from the text; nothing in it is close"
    return f'the nearest words are "{best}" in {place}; copy them exactly'


def against_texts(dataset: Dataset, folders: Sequence[Path]) -> Iterator[Finding]:
    """Every quote of a source with a text is in it, and no source is quoted too much; see ``read_texts``."""
    texts, findings = read_texts(dataset, folders)
    yield from findings
    yield from verify(dataset, texts)
    yield from quoted_too_much(dataset, texts)


def read_texts(dataset: Dataset, folders: Sequence[Path]) -> tuple[dict[str, str], list[Finding]]:
    """Return the texts of sources by source id, each from the first folder that has its file, and findings."""
    texts, findings = {}, []
    for source_id, source in dataset.sources.items():
        if source.text is None:
            continue
        try:
            texts[source_id] = _read_text(_found(source.text.file, folders), source.text.sha256)
        except _UnusableTextError as error:
            field, message, rule, remedy = error.args
            findings.append(Finding(source_id, ("text", field), message, rule, remedy))
    return texts, findings


def _found(name: str, folders: Sequence[Path]) -> Path:
    """Return where a file is, or where it was looked for last."""
    places = [folder / name for folder in folders]
    return next((place for place in places if place.is_file()), places[-1])


class _UnusableTextError(Exception):
    """A text cannot be verified against; holds field, message, rule and remedy."""


def _read_text(file: Path, sha256: str) -> str:
    if not file.is_file():
        message = f"{file.name} is in no folder of texts"
        raise _UnusableTextError("file", message, "no-text", "add the file or fix the name")
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != sha256:
        message = f"{file.name} is another text: its SHA-256 is {digest}"
        raise _UnusableTextError("sha256", message, "text-changed", "verify against the same text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        remedy = "save the text as UTF-8 and fix the digest"
        raise _UnusableTextError("file", f"{file.name} is not UTF-8", "not-utf8", remedy) from error
