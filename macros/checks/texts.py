"""Reads the texts of sources, and divides them into passages by locator."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.checks import designators
from macros.checks.finding import Finding
from macros.model import Dataset, Source, SourceText
from macros.model.words import normalise
from macros.problems import FieldPath, Mistake

Texts = Mapping[str, Mapping[str, str]]
"""The texts of each source, by the source's id and the name of the file."""


def content_lines(text: SourceText, content: str) -> dict[str, str]:
    """Return the content passages of a text as they are written, by locator."""
    if not text.lines:
        return designators.passages(content, text.section, text.notes)
    lines = content.split("\n")
    return {name: lines[line - 1] for name, line in text.lines.locators().items() if line <= len(lines)}


def passages(source: Source, files: Mapping[str, str]) -> dict[str, str]:
    """Return the content passages of a source by locator, normalised; ``files`` are its texts by file name."""
    return {
        name: normalise(passage)
        for text in source.texts
        if text.file in files
        for name, passage in content_lines(text, files[text.file]).items()
    }


def read_texts(dataset: Dataset, folders: Sequence[Path]) -> tuple[dict[str, dict[str, str]], list[Finding]]:
    """Return the texts of all sources, each from the first folder that has its file; and findings for the others."""
    texts: dict[str, dict[str, str]] = {}
    findings = []
    for source_id, source in dataset.sources.items():
        for index, text in enumerate(source.texts):
            places = [folder / text.file for folder in folders]
            found = _read_text(next((place for place in places if place.is_file()), places[-1]), text)
            if isinstance(found, str):
                texts.setdefault(source_id, {})[text.file] = found
            else:
                field, mistake = found
                path: FieldPath = ("text", field) if source.text else ("sections", index, field)
                findings.append(Finding(source_id, path, *mistake))
    return texts, findings


def _read_text(file: Path, text: SourceText) -> str | tuple[str, Mistake]:
    """Return the content of the file of a text, or the field and the mistake that keep it from being used."""
    if not file.is_file():
        return "file", Mistake(f"{text.file} is in no folder of texts", "no-text", "add the file or fix the name")
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != text.sha256:
        message = f"{text.file} is another text: its SHA-256 is {digest}"
        return "sha256", Mistake(message, "text-changed", "verify against the same text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        remedy = "save the text as UTF-8 and fix the digest"
        return "file", Mistake(f"{text.file} is not UTF-8", "not-utf8", remedy)
