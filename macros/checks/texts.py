"""Reads the texts of sources, and divides them into passages by locator."""

import hashlib
from collections.abc import Container, Mapping, Sequence
from functools import partial
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


def absent(dataset: Dataset, folders: Sequence[Path]) -> list[str]:
    """Return the sources of which a text is in no folder, and that were verified before, against the same texts."""
    return [
        name
        for name, source in dataset.sources.items()
        if source.texts
        and _was_verified(name, dataset)
        and not all(map(partial(_place, folders=folders), source.texts))
    ]


def _was_verified(source_id: str, dataset: Dataset) -> bool:
    """Whether a source has a record of verification that was made with the texts that it has now."""
    record = dataset.verified.get(source_id)
    return record is not None and record.text == dataset.sources[source_id].digest


def _place(text: SourceText, folders: Sequence[Path]) -> Path | None:
    """Return the file of a text in the first folder that has it; None if there is none."""
    return next((folder / text.file for folder in folders if (folder / text.file).is_file()), None)


def read_texts(
    dataset: Dataset, folders: Sequence[Path], without: Container[str] = ()
) -> tuple[dict[str, dict[str, str]], list[Finding]]:
    """Return the texts of all sources, each from the first folder that has its file; and findings for the others.

    The texts of the sources ``without`` are not looked for.
    """
    texts: dict[str, dict[str, str]] = {}
    findings = []
    for source_id, source in dataset.sources.items():
        if source_id in without:
            continue
        for index, text in enumerate(source.texts):
            found = _read_text(_place(text, folders), text)
            if isinstance(found, str):
                texts.setdefault(source_id, {})[text.file] = found
            else:
                field, mistake = found
                path: FieldPath = ("text", field) if source.text else ("sections", index, field)
                findings.append(Finding(source_id, path, *mistake))
    return texts, findings


def _read_text(file: Path | None, text: SourceText) -> str | tuple[str, Mistake]:
    """Return the content of the file of a text, or the field and the mistake that keep it from being used."""
    if file is None:
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
