"""Reads states of a topic from its repository: what was published, which files differ, the data at a revision."""

import json
import os
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.load import load, read
from macros.load.docs import read_docs
from macros.model import Dataset
from macros.pages.check import check_pages
from macros.problems import BadDataError
from macros.review import State, Touched
from macros.review.touched import LINK
from macros.review.versions import Release
from scripts.git import FOLDERS, GitError, commit, files_at, git, main_branch, write

_PREFIX = "published-"
TAGS = f"{_PREFIX}*"
"""Tags that mark what was published."""
_MOST_RELEASES = 12
"""How many releases are compared with each other, since to read one takes a second or more."""
_NO_TAGS = (
    f"No tag {TAGS} is in this clone, so changes need no correction; if something was published, "
    "get its tags: git fetch --tags"
)
UNKNOWN = "What was published is not known, so changes are not compared with it: {}"
_SHALLOW = "this clone is shallow; complete it: git fetch --unshallow --tags"


@dataclass(frozen=True)
class Published:
    """The published commits that data is compared with; ``note`` says why there are none, for the output of a check."""

    commits: tuple[str, ...] = ()
    note: str = ""
    is_known: bool = True


def version(folder: Path) -> str:
    """Return the commit of the code in a folder, with "-dirty" if it was changed since; "unknown" without git.

    Of an installed copy it is the commit that it was installed from, or else the version.
    """
    try:
        if not (folder / ".git").exists():  # the repository around it, if there is one, is that of a topic
            copy = metadata.distribution("explainer")
            origin = json.loads(copy.read_text("direct_url.json") or "{}")  # as PEP 610 has it
            return str(origin.get("vcs_info", {}).get("commit_id") or copy.version)
        return git(folder, "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty").decode().strip()
    except (GitError, metadata.PackageNotFoundError):
        return "unknown"


def root(folder: Path) -> Path:
    """Return the folder of the whole repository; raises GitError if there is none."""
    return Path(os.fsdecode(git(folder, "rev-parse", "--show-toplevel")).removesuffix("\n"))


def differing(topic: Path, base: str, head: str | None) -> tuple[Touched, ...]:
    """Return every file of the repository that differs, sorted; against the working tree, also untracked ones."""
    options = ("--raw", "-z", "--no-renames", "--no-relative", "--no-ext-diff", "--ignore-submodules=none")
    words = git(topic, "diff", *options, base, *([head] if head else []), "--").split(b"\0")
    prefix = os.fsdecode(git(topic, "rev-parse", "--show-prefix")).removesuffix("\n")
    touched = []
    for about, path in zip(words[::2], words[1::2], strict=False):
        was, mode, _, _, status = about.decode().removeprefix(":").split()
        touched.append(Touched(os.fsdecode(path), prefix, status, mode, was))
    if head is None:
        untracked = git(topic, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/").split(b"\0")
        top, names = root(topic), [os.fsdecode(path) for path in untracked if path]
        links = {name for name in names if (top / name).is_symlink()}
        touched += [Touched(name, prefix, "A", *([LINK] if name in links else [])) for name in names]
    return tuple(sorted(touched, key=lambda file: file.path))


def published(topic: Path) -> Published:
    """Return the newest published commit of main that is part of the present one's history.

    If that is the present commit itself, the one published before it is returned too. The order of tags is that of
    main's history, whatever their dates.
    """
    try:
        if git(topic, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return Published((), UNKNOWN.format(_SHALLOW), is_known=False)
        tagged = {*_commits(topic, "--no-walk", f"--tags={TAGS}")}
        head = commit(topic, "HEAD")
        if not tagged:
            return Published((), _NO_TAGS, is_known=False)
        on_main = _commits(topic, "--first-parent", main_branch(topic) or "HEAD")
        history = {*_commits(topic, head)}
    except GitError as error:
        return Published((), UNKNOWN.format(error), is_known=False)
    newest_first = tuple(one for one in on_main if one in tagged and one in history)
    if head in tagged and head not in newest_first:
        return Published(newest_first[:1], f"The tag {TAGS} of this commit does not lie on main", is_known=False)
    if not newest_first:
        none = f"of the tags {TAGS} none lies on main before this commit"
        return Published((), UNKNOWN.format(none), is_known=False)
    return Published(newest_first[: 2 if newest_first[0] == head else 1])


def releases(topic: Path, folder: Path) -> list[Release]:
    """Write data and pages of the newest published commits into folders of ``folder``, and return them, newest first.

    They are in the history of the present commit; without git there are none.
    """
    columns = "%(refname:strip=2)%09%(creatordate:short)"
    try:
        table = os.fsdecode(git(topic, "for-each-ref", "--merged=HEAD", f"--format={columns}", f"refs/tags/{TAGS}"))
        age = {revision: index for index, revision in enumerate(_commits(topic, "--first-parent", "HEAD"))}
        rows = (line.split("\t") for line in table.split("\n")[:-1])
        tags = [(commit(topic, f"refs/tags/{tag}"), tag, day) for tag, day in rows]
        newest_first = []
        for revision, tag, day in sorted((one for one in tags if one[0] in age), key=lambda one: age[one[0]]):
            place = folder / tag
            write(files_at(topic, revision), place)
            name = tag.removeprefix(_PREFIX).encode(errors="backslashreplace").decode()  # it need not be UTF-8
            newest_first.append(Release(name, day, str(place)))
    except GitError:
        return []
    return newest_first[:_MOST_RELEASES]


def _commits(topic: Path, *which: str) -> list[str]:
    return git(topic, "rev-list", *which, "--").decode().split()


def data_at(topic: Path, revision: str) -> Dataset | None:
    """Return the data of a revision, checked only for form and links; None if the topic did not exist then.

    Raises GitError if there is no such revision, BadDataError if its data does not fit today's model.
    """
    files = files_at(topic, commit(topic, revision))
    if not files:
        return None
    with TemporaryDirectory() as folder:
        write(files, Path(folder))
        return read(Path(folder))


def state_at(topic: Path, revision: str | None, *, check: bool) -> State:
    """Return data and files of a revision, or of the working tree if None; raises like ``data_at``.

    With ``check``, every rule is checked too, as for a proposed change, and problems are in the result.
    """
    files = _files_in(topic) if revision is None else files_at(topic, revision)
    with nullcontext(topic) if revision is None else TemporaryDirectory() as place:
        folder = Path(place)
        if revision is not None:
            write(files, folder)
        docs = read_docs(folder)
        if not check:
            return State(read(folder), files, docs=docs)
        try:
            dataset = load(folder)
        except BadDataError as error:
            return State(read(folder), files, error.problems, docs)
        return State(dataset, files, tuple(check_pages(docs, dataset)), docs)


def _files_in(topic: Path) -> dict[str, bytes]:
    """Return the content of the files of data and pages in the working tree, by path; for a link, its target."""
    contents = {}
    for file in sorted(file for folder in FOLDERS for file in (topic / folder).rglob("*")):
        path = file.relative_to(topic).as_posix()
        if file.is_symlink():
            contents[path] = os.fsencode(file.readlink())
        elif file.is_file():
            contents[path] = file.read_bytes()
    return contents
