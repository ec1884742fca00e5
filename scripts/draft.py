"""Write a file to fill in for every clause of a source that no fact cites: keep it in data/, or delete it.

Quotes are verified, and nothing is invented: what the text does not give is empty, and the check refuses an empty
field. SOURCE is the id of a source; or the file of a text without a source, for which the file of the source is
written first.
"""

import argparse
import hashlib
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import shorten

from macros.checks import Finding, designators, texts
from macros.checks.quotes import quoted_share
from macros.draft import Candidate, candidates, divide, source_stub, stub
from macros.load import read
from macros.model import Dataset, TextLines
from macros.model.evidence import FileName
from macros.problems import BadDataError, Problem, did_you_mean
from macros.yamlio import characters
from macros.yamlio.writer import write
from scripts.arguments import UsageError, argument, command, folder, hint
from scripts.files import create_folder, is_free

_WIDTH = 60  # how many characters of a line are shown
_SHOWN = 3  # how many sections or articles of a text are named


@command(
    __doc__,
    argument("source", metavar="SOURCE", help="the id of a source, or a file"),
    argument("--texts", type=folder, required=True, metavar="DIR", help="folder with the texts"),
    argument("--out", type=Path, metavar="OUT", help="a new folder (default: drafts/SOURCE of the topic)"),
    argument("--language", metavar="TAG", help="of a new text, such as fr (default: that of the topic)"),
    argument("--all", action="store_true", help="write those clauses too that facts cite already"),
)
def main(options: argparse.Namespace) -> int:
    """Write the clauses of a source, or the source of a text, and return the exit status."""
    dataset = read(options.topic, rules=())  # records may refer to this source before it is written
    if options.source in dataset.sources:
        return _facts(read(options.topic), options)
    for file in (Path(options.source), options.texts / options.source):
        if file.is_file():
            return _source(dataset, Path(os.path.realpath(file)), options)
    raise UsageError(f'no source and no file "{options.source}"; {_other(dataset, options.source)}')


def _other(dataset: Dataset, source_id: str) -> str:
    """Return a suggestion of a source whose text has paragraphs."""
    return did_you_mean(source_id, (name for name, one in dataset.sources.items() if one.text and one.text.lines))


def _out(options: argparse.Namespace) -> Path:
    """Return the folder to write into; raises UsageError if it holds files, since an editor may be working on it."""
    out = Path(os.path.realpath(options.out or options.topic / "drafts" / Path(options.source).stem))
    if not is_free(out):
        raise UsageError(f"{out} is there already: work through it, delete it, or give another folder with --out")
    if out.is_relative_to(options.topic / "data"):
        raise UsageError(f"{out} is inside data/, where only finished records stand: give a folder outside of it")
    return out


def _schemas(out: Path, topic: Path) -> str:
    """Return where a draft finds the schemas by which an editor completes its fields."""
    return Path(os.path.relpath(topic / "data" / "schema", out)).as_posix()


def _facts(dataset: Dataset, options: argparse.Namespace) -> int:
    """Write the clauses of a source that no fact cites yet, and list them all."""
    source = dataset.sources[options.source]
    if source.text is None or source.text.lines is None:
        remedy = hint("write each fact with .venv/bin/python -m scripts.new KIND ID", options.topic)
        message = f'the source "{options.source}" has no text of paragraphs: {remedy}'
        raise UsageError(f"{message}, or give another source; {_other(dataset, options.source)}")
    out = _out(options)
    read_of, findings = texts.read_texts(dataset, [options.texts])
    if options.source not in read_of:
        raise BadDataError(_problem(dataset, one) for one in findings if one.id == options.source)
    offers = list(candidates(dataset, options.source, read_of[options.source][source.text.file]))
    schemas, wanted = _schemas(out, options.topic), (one for one in offers if options.all or not one.seen)
    fresh = {_file(one): write(stub(one, source.access), schemas) for one in wanted}
    for one in offers:
        print(_line(one))
    print(f"\n{len(offers)} clauses, {sum(bool(one.seen) for one in offers)} of them seen already")
    _print_share(dataset, options.source, read_of[options.source])
    if fresh:
        create_folder(out, fresh)
        print(f"Wrote {len(fresh)} file{'s' if len(fresh) > 1 else ''} into {out}")
        print("Move what you keep into its folder of data/, under its permanent name, and fill it in; delete the rest")
        print(hint("Then: .venv/bin/python -m scripts.fmt", options.topic))
    return 0


def _print_share(dataset: Dataset, source_id: str, files: Mapping[str, str]) -> None:
    if dataset.sources[source_id].rights == "reserved":
        share = quoted_share(dataset, source_id, files)
        left = max(0, share.allowed - share.quoted)
        print(f"{share.quoted} of its {share.total} words are quoted, and {left} more may be")


def _problem(dataset: Dataset, finding: Finding) -> Problem:
    place, field = dataset.places[finding.id], ".".join(map(str, finding.path))
    return Problem(*place, field, *finding.mistake)


def _file(candidate: Candidate) -> str:
    """Return a file name that sorts in reading order and is not a valid id, so that an editor has to rename it."""
    paragraph = re.fullmatch(r"p([0-9]+)", candidate.locator)
    place = f"{int(paragraph[1]):02}" if paragraph else f"00-{candidate.locator}"
    return f"{place}-{candidate.number}-{candidate.kind}.yml"


def _line(candidate: Candidate) -> str:
    seen = f"\n    seen already: {', '.join(candidate.seen)}" if candidate.seen else ""
    return f"{_file(candidate)}: {candidate.locator} “{candidate.quote.exact}”{seen}"


def _source(dataset: Dataset, file: Path, options: argparse.Namespace) -> int:
    """Write the file of a new source for a text, and print which lines were taken for what."""
    out = _out(options)
    text, digest = _new_text(dataset, file, options.texts)
    lines = divide(text)
    if lines is None:
        raise UsageError(f"{file.name}: no line reads as a paragraph; write the source by hand")
    _show_lines(text, lines)
    headline = text.split("\n")[lines.headline - 1].strip() if lines.headline else ""
    language = options.language or str(dataset.topic.language)
    record = source_stub(file.name, digest, lines, headline, language)
    create_folder(out, {"00-source.yml": write(record, _schemas(out, options.topic))})
    print(f"\nWrote {out / '00-source.yml'}")
    if printed := list(designators.passages(text))[:_SHOWN]:
        print(f"It prints {', '.join(printed)}: if it is a law, cite it by these, and delete 'lines'")
    print(f"Read as words of the language {language}: if it is another, write it as 'language'")
    print("Correct its lines, fill in the rest, delete what the text does not give, and move it to data/sources/ID.yml")
    print(hint("Then: .venv/bin/python -m scripts.draft ID --texts DIR", options.topic))
    return 0


def _new_text(dataset: Dataset, file: Path, home: Path) -> tuple[str, str]:
    """Return the text of a file and its digest; raises UsageError if a source has it already."""
    if file.parent != home:
        raise UsageError(f"{file} is not in the folder of texts: copy it there")
    if not re.fullmatch(FileName.pattern, file.name):
        raise UsageError(f"{file.name}: name it with letters, digits, dots, underscores and hyphens alone")
    data = file.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    for name, source in dataset.sources.items():
        if source.text and (source.text.sha256 == digest or source.text.file == file.name):
            raise UsageError(f'{file.name} is the text of "{name}": give that id')
    text = characters.decode(data)
    if not isinstance(text, str):
        _, mistake = text
        raise UsageError(f"{file.name}: {mistake.message}; {mistake.remedy}")
    return text, digest


def _show_lines(text: str, lines: TextLines) -> None:
    places = {line: name for name, line in lines.locators().items()}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            print(f"{number:5} {places.get(number, '-'):8} {shorten(line, _WIDTH, placeholder=' ...')}")


if __name__ == "__main__":
    sys.exit(main())
