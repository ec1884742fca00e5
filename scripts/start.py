"""Write a new topic into a new or empty folder: an invented example of each kind of record, to be replaced."""

import argparse
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.model.schema import schemas
from scripts.arguments import IS_INSTALLED, ROOT, UsageError, argument, command
from scripts.files import create_folder, is_free

_FILES = Path(__file__).parent / "starter"
"""The folder of what is written: the files in common/, and those of a language."""
_COMMON = "common"
_NEXT = """\
The topic is in {folder}. What is next:
1. cd {quoted} && git init -b main && git add . && git commit -m "Start"
2. make preview, and open the address that it prints
3. the first page leads to what to do, to put your own topic in the place of the example
4. make check names each mistake with what to do
5. {last}"""
_LOCAL = (
    "before you publish, give in requirements.txt the git address of the generator, which is a folder of this machine "
    "now"
)
_NAMED = (
    "on GitHub, in the settings under Pages, choose GitHub Actions: then what is on main is published; to publish "
    "elsewhere, name the address of the site as site_url in data/topic.yml"
)


_LANGUAGES = sorted(place.name for place in _FILES.iterdir() if place.name != _COMMON)
_LANGUAGE = "of the example (default: en); for another, change 'language' in data/topic.yml, and the texts"
_GENERATOR = (
    "the git address of this generator, and the commit to build with: git+https://HOST/OWNER/REPOSITORY@COMMIT, "
    "ssh://git@HOST/OWNER/REPOSITORY@COMMIT or, on this machine, file:///FOLDER@COMMIT "
    "(default: the folder of this project, for a first try)"
)


def _example(text: str) -> str:
    """Return the language of an example; raises ArgumentTypeError if there is no example in it."""
    if text not in _LANGUAGES:
        remedy = f"take {' or '.join(_LANGUAGES)}, then write {text} as 'language' in data/topic.yml"
        raise argparse.ArgumentTypeError(f'there is no example in "{text}": {remedy}')
    return text


def _address(text: str) -> str:
    """Return an address that pip installs from; raises ArgumentTypeError if it is none, or names no commit."""
    match = re.fullmatch(r"(git\+)?((https|ssh|file)://[^\s@]+(@[^\s@/]+/[^\s@]+)?@[\w.-]+)", text)
    if not match:
        raise argparse.ArgumentTypeError(f'"{text}" is not an address with a commit, such as https://HOST/NAME@COMMIT')
    return f"git+{match[2]}".replace("git+file:///", "git+file://localhost/")  # pip refuses the shorter form


@command(
    __doc__,
    argument("folder", metavar="DIR", help="a new or empty folder"),
    argument("--language", type=_example, default="en", metavar="|".join(_LANGUAGES), help=_LANGUAGE),
    argument("--generator", type=_address, metavar="URL@REV", help=_GENERATOR),
    has_topic=False,
)
def main(options: argparse.Namespace) -> int:
    """Write the topic, and return the exit status."""
    folder = Path(options.folder).absolute()
    if not is_free(folder):
        raise UsageError(f"{options.folder} is not an empty folder: give another, or the name of a new one")
    if folder.exists() and folder.samefile(Path.cwd()):
        raise UsageError("give the name of a new folder: this one cannot be replaced while you are in it")
    if IS_INSTALLED and not options.generator:
        raise UsageError("say where the generator comes from: --generator git+https://HOST/OWNER/REPOSITORY@COMMIT")
    generator = options.generator or ROOT.as_uri()
    create_folder(folder, dict(_texts(options.language, generator)))
    last = _LOCAL if generator.removeprefix("git+").startswith("file:") else _NAMED
    print(_NEXT.format(folder=folder, quoted=shlex.quote(options.folder), last=last))
    return 0


def _texts(language: str, generator: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file."""
    for folder in (_FILES / _COMMON, _FILES / language):
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")
    requirements = (_FILES / _COMMON / "requirements.txt").read_text(encoding="utf-8")
    yield "requirements.txt", requirements.replace("GENERATOR", generator)
    yield from ((f"data/schema/{kind}.json", text) for kind, text in schemas().items())


if __name__ == "__main__":
    sys.exit(main())
