"""Bring the catalogs of the interface up to date, and say which words of it are left to translate.

Each language has a catalog, macros/locale/LANGUAGE/LC_MESSAGES/messages.po, which any editor of gettext catalogs
opens; naming a language that has none begins it. With --topic, it is data/interface/LANGUAGE.po of that topic, whose
site then has these words. A text that has changed keeps its translation as a proposal
("fuzzy"), which is shown once that mark is gone.
"""

import argparse
import sys
import tomllib
from argparse import ArgumentTypeError
from io import BytesIO
from pathlib import Path
from typing import get_args

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from macros.exports.tables import tables
from macros.load.translations import INTERFACE, plural_fault
from macros.model import FOLDERS, Actor, Citation, Correction
from macros.model.base import ACCESS, Basis
from macros.model.facts import Force, StatementKind, Status, Verdict
from macros.model.kinds import LAW_KINDS, SOURCE_KINDS
from macros.model.law import LawStatus
from macros.model.numbers import ObservationStatus, PeriodKind
from scripts.arguments import ROOT, argument, command, report
from scripts.files import replace

FOLDER = ROOT / "macros" / "locale"
_NAME = Path("LC_MESSAGES", "messages.po")
VALUES: tuple[str, ...] = (
    *(value for model in (Basis, Correction) for value in get_args(model.model_fields["kind"].annotation)),
    *dict.fromkeys(table.meaning for table in tables().values()),
    *(
        value
        for kind in (StatementKind, Status, LawStatus, ObservationStatus, PeriodKind, Verdict)
        for value in get_args(kind)
    ),
    *(model.__name__.lower() for model in FOLDERS.values()),
    *get_args(Actor.model_fields["kind"].annotation),
    *(*ACCESS, *get_args(Citation.model_fields["role"].annotation)),
    *(value for value in get_args(Force) if value != "not read"),  # readers see a sentence instead
    *(str(kind.name) for kind in (*LAW_KINDS, *SOURCE_KINDS)),
)
"""The values of the data and the meanings of its tables that pages show in words."""
_WIDTH = 110  # the longest line of a catalogue


def _language(tag: str) -> str:
    """Return the tag of a language; raises ArgumentTypeError if the CLDR has none of this name."""
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ArgumentTypeError(f'"{tag}" is not the tag of a language that is known, such as fr') from error
    return tag


@command(__doc__, argument("language", nargs="*", type=_language, help="a language to begin, such as fr"))
def main(options: argparse.Namespace) -> int:
    """Write every catalog, print what is left, and return the exit status."""
    own = options.topic / INTERFACE
    is_own = options.topic != ROOT
    template = _untranslated() if is_own else collected()
    present = (file.stem for file in own.glob("[!.]*.po")) if is_own else (place.name for place in FOLDER.iterdir())
    problems = []
    for tag in sorted({*options.language, *present}):
        file = own / f"{tag}.po" if is_own else FOLDER / tag / _NAME
        file.parent.mkdir(parents=True, exist_ok=True)
        name = file.relative_to(options.topic if is_own else FOLDER).as_posix()
        if file.is_file() and (fault := plural_fault(file.read_bytes(), name, tag)):
            problems.append(fault)
            continue
        catalogue = read(file, tag)
        catalogue.update(template, no_fuzzy_matching=True)
        plurals = f"Plural-Forms: {catalogue.plural_forms}"
        replace(file, written(catalogue, tag, plurals, no_location=True, ignore_obsolete=True))
        left = [one.id for one in catalogue if one.id and (one.fuzzy or not is_whole(one))]
        print(f"{tag}: {len(catalogue) - len(left):,} of {len(catalogue):,} words are translated")
        for text in left:
            print(f"    not translated: {text if isinstance(text, str) else text[0]}")
    return report(tuple(problems))


def _untranslated() -> Catalog:
    """Return every word of the interface, without translations, from a catalog, which an installed copy has too."""
    catalogue = Catalog()
    for message in read(FOLDER / "es" / _NAME, "es"):
        catalogue.add(message.id)
    return catalogue


def collected() -> Catalog:
    """Return every word of the interface, in the order of the files that write them."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {mapping["pattern"]: mapping for mapping in mappings}
    catalogue = Catalog()
    for _, _, text, _, context in extract_from_dir(ROOT, methods, options, DEFAULT_KEYWORDS | {"gettext_noop": None}):
        catalogue.add(text, context=context)
    for value in VALUES:
        catalogue.add(value)
    return catalogue


def read(file: Path, tag: str) -> Catalog:
    """Return the catalog of a language in a file; an empty one if there is no file."""
    data = file.read_bytes() if file.is_file() else b""
    return read_po(BytesIO(data), locale=Locale.parse(tag, sep="-"))


def written(catalogue: Catalog, tag: str, *headers: str, **options: bool) -> str:
    """Return a catalog as a file, without times and names at its head, so that it changes only where words do."""
    data = BytesIO()
    write_po(data, catalogue, width=_WIDTH, omit_header=True, **options)
    head = ("Content-Type: text/plain; charset=utf-8", f"Language: {tag}", *headers)
    lines = "".join(f'"{line}\\n"\n' for line in head)
    return f'msgid ""\nmsgstr ""\n{lines}\n' + data.getvalue().decode().strip("\n") + "\n"


def is_whole(message: Message) -> bool:
    """Whether a text is translated, in every plural form of the language."""
    strings = (message.string,) if isinstance(message.string, str) else message.string
    return bool(strings) and all(strings or ())


if __name__ == "__main__":
    sys.exit(main())
