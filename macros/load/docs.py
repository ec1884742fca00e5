"""Reads a topic's docs folder, each file once, so that what is built is what was checked."""

import errno
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from macros import yamlio
from macros.load.dataset import validate
from macros.model import Docs, PageHead, PageSource
from macros.model.docs import RESERVED, page_name
from macros.model.values import DEVICE, LEFTOVER
from macros.problems import Mistake, Problem
from macros.yamlio import characters, limits

_OTHER_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings besides .md that MkDocs takes for pages."""
_NAME = re.compile(r"([\w-]+/)*[\w-][\w.-]*")
_MOST_BYTES = 50_000  # the longest page, in bytes: about thirty screens
_LONGEST_LINE = 5_000
"""The longest line of a page; in longer ones, looking for the end of a bracket takes seconds."""
_LONGEST_NAME = 200
"""The longest name, in bytes: systems allow 255, and files that are made of a page have longer names."""
_HEAD = re.compile(rf"\s*(?:(?:-{{3,}}\w*|\+\+\+)[ \t]*\n|(?:{'|'.join(PageHead.model_fields)}):[ \n])")
"""The beginning of a page with settings, in our form or in that of other programs."""
_SETTINGS = "write 'name: value' lines between two lines of exactly three hyphens"


def read_docs(topic_dir: Path) -> Docs:
    """Return the pages and files in ``topic_dir/docs``; what cannot be published is a problem, and left out."""
    docs = topic_dir / "docs"
    if docs.is_symlink() and (problem := _unpublishable(docs, "", topic_dir)):
        return Docs({}, {}, (problem,))
    pages: dict[str, PageSource] = {}
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in _paths(docs):
        name = path.relative_to(docs).as_posix()
        data = _unpublishable(path, name, topic_dir) or _data(path, f"docs/{name}")
        if isinstance(data, Problem):
            problems.append(data)
            if data.rule == "unreadable":  # it is there, so that nothing else is wrong with what names it
                pages |= {name: PageSource()} if path.suffix == ".md" else {}
                files |= {} if path.suffix == ".md" else {name: ""}
        elif path.suffix == ".md":
            page = limits.within(f"docs/{name}", partial(_page, data, f"docs/{name}"))
            pages[name], found = (PageSource(), [page]) if isinstance(page, Problem) else page
            problems += found
        else:
            text, faults = characters.read(data)
            files[name] = "<" if faults else text  # every check refuses "<"
    problems += [*_alike([*pages, *files]), *_overwritten(pages, files)]
    return Docs(pages, files, tuple(problems))


def _data(path: Path, name: str) -> bytes | Problem:
    """Return the bytes of a page or a drawing, b"" for another file, or the problem that it cannot be read."""
    if path.suffix in (".md", ".svg"):
        return yamlio.content(path, name)
    return b"" if os.access(path, os.R_OK) else yamlio.unreadable(name, os.strerror(errno.EACCES))


def _alike(names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each name that differs from another one only in capital letters."""
    known: dict[str, str] = {}
    for name in names:
        if (other := known.setdefault(name.casefold(), name)) != name:
            message, remedy = f"some systems take it and docs/{other} for one file", "give one of them another name"
            yield Problem(f"docs/{name}", 1, "file", message, "file-name", remedy)


def _overwritten(pages: Iterable[str], files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each page or file with the name of a file that is made of another page.

    These are its HTML, its plain text and its citation.
    """
    known: dict[str, str] = {}
    for name in pages:
        other = known.setdefault(page_name(name).casefold(), name)
        if other.casefold() != name.casefold():
            message = f"cite/{page_name(name)}.txt would be the citation of docs/{other} too"
            yield Problem(f"docs/{name}", 1, "file", message, "file-name", "give one of them another name")
    made = {f"{page.removesuffix('.md')}{ending}".casefold(): page for page in pages for ending in (".html", ".txt")}
    for name in (name for name in files if name.casefold() in made):
        message = f"the build writes a file of this name, made of docs/{made[name.casefold()]}"
        yield Problem(f"docs/{name}", 1, "file", message, "file-name", "give it another name")


def _paths(docs: Path) -> Iterator[Path]:
    """Yield every file, and every link to a folder, that is not hidden."""
    for place, folders, names in os.walk(docs, onerror=_raise) if docs.exists() else ():
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(place, name).is_symlink()]
        yield from (Path(place, name) for name in sorted([*links, *names]) if not name.startswith("."))


def _raise(error: OSError) -> None:
    raise error


def _unpublishable(path: Path, name: str, topic_dir: Path) -> Problem | None:
    """Return the problem with a file that may not be published, because of what it is, where it is, or its name."""
    place, topic = (Path(os.path.realpath(one)) for one in (path, topic_dir))  # unlike Path.resolve, of a circle too
    is_elsewhere = path.is_dir() or not place.is_relative_to(topic)
    is_misspelt = path.suffix != ".md" and path.suffix.lower() in (".md", *_OTHER_ENDINGS)
    faults = (
        (is_elsewhere, "it is a link to a folder, or out of the topic", "put what it leads to in its place"),
        (not path.is_file(), "it is not a file", "delete it"),
        (is_misspelt, f"a page may not end in {path.suffix}", f"call it {path.stem}.md"),
        (LEFTOVER.fullmatch(path.name), "it is no page but what a program has left here", "delete it"),
        *_faults_of_name(name),
    )
    found = next((Mistake(message, "file-name", remedy) for is_so, message, remedy in faults if is_so), None)
    return Problem(f"docs/{name}".rstrip("/"), 1, "file", *found) if found else None


def _faults_of_name(name: str) -> tuple[tuple[object, str, str], ...]:
    """Return all that can be wrong with the name of a file: whether it is so, the message and the remedy."""
    too_long = f"its name, with its folders, has more than {_LONGEST_NAME} bytes"
    is_composed, is_device = unicodedata.is_normalized("NFC", name), any(map(DEVICE.fullmatch, name.split("/")))
    remedy, another = "use letters, numbers, hyphens and, for the ending, a dot", "give it another name"
    return (
        (len(os.fsencode(name)) > _LONGEST_NAME, too_long, "give it a shorter one"),
        (not is_composed, "an accent in its name is a character of its own", "write the name anew, in form NFC"),
        (name and not _NAME.fullmatch(name), "the name cannot be an address", remedy),
        (is_device, "Windows cannot have a file of this name", another),
        (RESERVED.match(name), "the build itself writes what has this name, or leaves it out", another),
        (name.rpartition("/")[2] == "README.md", "it would be published as index.md", "call it index.md"),
    )


@cache
def _page(data: bytes, name: str) -> tuple[PageSource, list[Problem]]:
    """Return a page and its problems; the page is empty if its bytes are not text.

    Cached, since a preview reads all files at every change.
    """
    if len(data) > _MOST_BYTES:
        message = f"a page of more than {_MOST_BYTES:,} bytes"
        return PageSource(), [Problem(name, 1, "text", message, "too-large", "divide it")]
    text, faults = characters.read(data)
    problems = [Problem(name, line, "text", *mistake) for line, mistake in faults]
    first, *rows = text.split("\n")
    if long := next((number for number, row in enumerate([first, *rows], 1) if len(row) > _LONGEST_LINE), 0):
        message, remedy = f"a line of more than {_LONGEST_LINE:,} characters", "a paragraph may stand on several lines"
        return PageSource(), [*problems, Problem(name, long, "text", message, "too-long", remedy)]
    if not _HEAD.match(text):
        return PageSource(text=text), problems
    if first != "---" or "---" not in rows:
        message = "the settings at the head of the page do not start and end with three hyphens on a line of their own"
        return PageSource(text=text), [*problems, Problem(name, 1, "settings", message, "syntax", _SETTINGS)]
    end = rows.index("---")
    head, found = _head("\n".join(rows[:end]), name)
    return PageSource(head, "\n" * (end + 2) + "\n".join(rows[end + 1 :])), [*problems, *found]


def _head(text: str, name: str) -> tuple[PageHead, list[Problem]]:
    """Return the settings of a page and their problems; with problems, the settings are empty."""
    if not text.strip():
        return PageHead(), []
    try:
        document = yamlio.parse(f"\n{text}\n".encode())  # the empty line stands for the hyphens, so that lines agree
    except yamlio.Refusal as refusal:
        return PageHead(), [Problem(name, refusal.line, refusal.field, *refusal.mistake)]
    head, problems = validate(PageHead, document, name)
    return head if isinstance(head, PageHead) else PageHead(), problems
