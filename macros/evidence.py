"""Whether quoted words stand where a citation says, in the text of its source. Layer 4.

The one normalisation: curly quotation marks and apostrophes become straight ones, every dash becomes a hyphen,
and every run of white space (no-break spaces too) becomes one space. Nothing else is forgiven.
"""

import difflib
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath

from macros.checks import Finding, all_citations
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


def normalise(text: str) -> str:
    """Return text in the one form in which quotes are compared."""
    return re.sub(r"\s+", " ", text.translate(_TRANSLATION)).strip()


def passages(source: Source, text: str) -> dict[str, str]:
    """Return the content passages of a source's text, normalised, by locator."""
    assert source.text
    lines = text.split("\n")
    return {
        name: normalise(lines[line - 1]) for name, line in source.text.lines.locators().items() if line <= len(lines)
    }


def count(quote: Quote, passage: str) -> int:
    """Return how often a quote, with its prefix and suffix, stands in a normalised passage."""
    parts = [normalise(part) for part in (quote.prefix, quote.exact, quote.suffix) if part]
    pattern = r"\s?".join(map(re.escape, parts))
    return len(re.findall(f"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])", passage))


def verify(dataset: Dataset, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Check every citation of each source that has a text in ``texts`` (by source id)."""
    content = {name: passages(dataset.sources[name], text) for name, text in texts.items()}
    for record_id, path, citation in all_citations(dataset):
        if citation.source in content and citation.quote:
            problem = _explain(citation, citation.quote, content[citation.source], normalise(texts[citation.source]))
            if problem:
                yield Finding(record_id, (*path, "quote", "exact"), *problem)


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
        return f"the words stand in {', '.join(elsewhere)}, not in {where}", "quote-moved", "mend the locator"
    if count(quote, whole):
        remedy = "quote a passage of the article itself"
        return f'the words stand only in the boilerplate of "{citation.source}"', "quote-boilerplate", remedy
    return f"the words do not stand in {where}", "quote-missing", _nearest(quote, content)


def _nearest(quote: Quote, content: Mapping[str, str]) -> str:
    """Say where the most similar words stand, and what differs."""
    wanted = normalise(quote.exact).split()
    best, score, place = "", 0.0, ""
    for name, passage in content.items():
        words = passage.split()
        for start in range(max(1, len(words) - len(wanted) + 1)):
            candidate = " ".join(words[start : start + len(wanted)])
            ratio = difflib.SequenceMatcher(None, candidate, " ".join(wanted)).ratio()
            if ratio > score:
                best, score, place = candidate, ratio, name
    if score < 0.6:  # noqa: PLR2004 - below this the two have little in common
        return "copy the words from the text; nothing in it is close"
    return f'the nearest words are "{best}" in {place}; copy them exactly'


def read_texts(dataset: Dataset, folder: FilePath) -> tuple[dict[str, str], list[Finding]]:
    """Read the text of every source that has one in ``folder``; return them by source id, and what is wrong."""
    texts, findings = {}, []
    for source_id, source in dataset.sources.items():
        if source.text is None:
            continue
        file = folder / source.text.file
        if not file.is_file():
            message = f"{file.name} is not in the folder of texts"
            findings.append(Finding(source_id, ("text", "file"), message, "no-text", "add the file or mend the name"))
            continue
        data = file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if digest != source.text.sha256:
            message = f"{file.name} is another text: its SHA-256 is {digest}"
            findings.append(
                Finding(source_id, ("text", "sha256"), message, "text-changed", "verify against the same text")
            )
            continue
        texts[source_id] = data.decode("utf-8")
    return texts, findings
