"""The files of a docs folder: which are published, and that nothing in them is more than text for the engine."""

import os
from pathlib import Path

import pytest

from macros.load import load
from macros.load.docs import read_docs
from macros.pages.check import check_pages
from tests.edits import append


def _said(topic: Path) -> list[tuple[str, str, str]]:
    """Return the problems with files, which stand on the first line; without those that nothing leads to."""
    problems = [problem for problem in check_pages(read_docs(topic), load(topic)) if problem.rule != "no-way"]
    assert all(problem.line == 1 for problem in problems if problem.field == "file")
    return [(problem.path, problem.message, problem.remedy) for problem in problems]


def _put(topic: Path, name: str, text: str = "x") -> Path:
    file = topic / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_line_is_no_book(topic: Path) -> None:
    """A line that would take seconds to read as Markdown is refused with its number."""
    _put(topic, "about/us.md", "# Us\n\n" + "[a](" * 2_000)
    said = ("docs/about/us.md", "a line of more than 5,000 characters", "a paragraph may stand on several lines")
    assert _said(topic) == [said]


_ENDINGS = ("markdown", "mdown", "mkdn", "mkd", "MD")


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        *((f"us.{ending}", f"a page may not end in .{ending}", "call it us.md") for ending in _ENDINGS),
        ("cafe\u0301.md", "an accent in its name is a character of its own", "write the name anew, in form NFC"),
        ("us.md~", "it is no page but what a program has left here", "delete it"),
        ("README.md", "it would be published as index.md", "call it index.md"),
    ],
)
def test_a_page_is_called_as_it_is_published(topic: Path, name: str, message: str, remedy: str) -> None:
    """The engine takes other endings for pages too, and nobody would look for them there.

    Links would miss a name that looks like another, and the index that is made of a README; a copy that an editor or
    git has made of a page is no page with a wrong name.
    """
    _put(topic, f"about/{name}")
    assert _said(topic) == [(f"docs/about/{name}", message, remedy)]


@pytest.mark.parametrize("name", ["map.html", "own.js", "a/own.MJS", "x.css", "x.xml", "noending"])
def test_a_file_that_may_run_is_published_by_name(topic: Path, name: str) -> None:
    """A file that is no picture, sound or table is refused, unless topic.yml names it."""
    _put(topic, name)
    remedy = f"delete it, or publish it as it is: in topic.yml, files: [{name}]"
    assert _said(topic) == [(f"docs/{name}", "it may run in a browser", remedy)]
    append(topic / "data" / "topic.yml", f"files: [{name}]\n")
    assert _said(topic) == []


def test_a_named_file_is_there(topic: Path) -> None:
    """A name in topic.yml that fits no file is a mistake, with the nearest name."""
    _put(topic, "map.html")
    append(topic / "data" / "topic.yml", "files: [map.html, mapp.html]\n")
    assert _said(topic) == [("data/topic.yml", "there is no docs/mapp.html", 'did you mean "map.html"?')]


def test_pictures_and_tables_are_published(topic: Path) -> None:
    """Files that no browser runs need no name; hidden files are those of other programs, and are not published."""
    for name in ("a.png", "b/c.JPG", "d.csv", "e.pdf", ".hidden.js", ".hidden/own.js"):
        _put(topic, name)
    assert _said(topic) == []


_XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def test_a_drawing_is_a_picture(topic: Path) -> None:
    """An SVG file of shapes and words is a picture."""
    shapes = '<defs><path id="a" d="M0 0"/></defs><use href="#a"/><text x="1">a</text><title>b</title>'
    _put(topic, "a.svg", f'<?xml version="1.0"?>\n<!-- by hand --><svg {_XMLNS}>{shapes}</svg>')
    assert _said(topic) == []


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>x()</script>", "<script"),
        ('<g onload="x()"/>', "onload="),
        ("<foreignObject/>", "<foreignobject"),
        ('<use href="https://elsewhere.example/x.svg#a"/>', "https://elsewhere.example/x.svg#a"),
        ('<a href="javascript:x()"/>', "<a"),
        ('<g fill="url(https://elsewhere.example/x)"/>', "fill="),
        ('<g cursor="url(https://elsewhere.example/c.png), auto"/>', "cursor="),
        ('<use xmlns:y="http://www.w3.org/1999/xlink" y:href="https://elsewhere.example"/>', "xmlns:y="),
        ("<style>@import url(//elsewhere.example)</style>", "<style"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">x()</x:script>', "<x:script"),
        ("<?xml-stylesheet href='x'?>", "<?xml-stylesheet href='x'?></svg>"),
    ],
)
def test_a_drawing_with_more_than_shapes_is_refused(topic: Path, inside: str, named: str) -> None:
    """An SVG file that could run something, or load something from elsewhere, is no picture."""
    _put(topic, "a.svg", f"<svg {_XMLNS}>{inside}</svg>")
    ((path, message, _),) = _said(topic)
    assert (path, message) == ("docs/a.svg", f"it holds “{named}”, which a drawing does not need")


def test_a_link_out_of_the_topic_is_refused(topic: Path, tmp_path: Path) -> None:
    """A link to a file elsewhere would be read and published; one to a folder would hide what is in it."""
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (topic / "docs" / "link.md").symlink_to(tmp_path / "secret")
    (topic / "docs" / "gone.md").symlink_to(tmp_path / "gone")
    (topic / "docs" / "all").symlink_to(topic / "data")
    told = ("it is a link to a folder, or out of the topic", "put what it leads to in its place")
    assert _said(topic) == [(f"docs/{name}", *told) for name in ("all", "gone.md", "link.md")]


def test_the_folder_of_pages_is_no_link(topic: Path, tmp_path: Path) -> None:
    """A link in its place would publish a folder of the machine."""
    (topic / "docs").rename(tmp_path / "elsewhere")
    (topic / "docs").symlink_to(tmp_path / "elsewhere")
    said = ("docs", "it is a link to a folder, or out of the topic", "put what it leads to in its place")
    assert said in _said(topic)


def test_a_link_inside_the_topic_is_a_file(topic: Path) -> None:
    """A link to another file of the topic is read as that file."""
    (topic / "NEWS.md").write_text("# News\n\nIn 12 steps.\n", encoding="utf-8")
    (topic / "docs" / "news.md").symlink_to("../NEWS.md")
    assert [path for path, _, _ in _said(topic)] == ["docs/news.md"]


def test_what_is_not_a_file_is_refused(topic: Path) -> None:
    """A pipe would be waited for, and is named instead."""
    os.mkfifo(topic / "docs" / "pipe.md")
    assert _said(topic) == [("docs/pipe.md", "it is not a file", "delete it")]


@pytest.mark.parametrize("encoding", ["ISO-2022-JP", "UTF-16"])
def test_a_drawing_is_read_as_every_browser_reads_it(topic: Path, encoding: str) -> None:
    """A drawing in another encoding could mean something else to a browser."""
    words = "\x1b$B<!--\x1b(B</desc><script>x()</script><!-- -->" if encoding != "UTF-16" else "a"
    text = f'<?xml version="1.0" encoding="{encoding}"?><svg {_XMLNS}><desc>{words}</desc></svg>'
    (topic / "docs" / "a.svg").write_bytes(text.encode("utf-16" if encoding == "UTF-16" else "utf-8"))
    assert [path for path, _, _ in _said(topic)] == ["docs/a.svg"]


@pytest.mark.parametrize(
    "name",
    [
        *("templates/a.md", "sources/gazette.md", "statutes/x.md", "print.md", "assets/icon.svg", "pagefind/a.txt"),
        *("binder.md", "embed/a.md", "versions/a.md", "cite/a.txt", "changes.atom", "llms.md"),
    ],
)
def test_what_a_build_writes_is_no_name_for_a_page(topic: Path, name: str) -> None:
    """A page in the place of one that is made from facts would pass for it."""
    _put(topic, name, "<svg></svg>")
    ((path, message, remedy),) = _said(topic)
    assert path == f"docs/{name}"
    assert message.startswith("the build itself writes what ")
    assert remedy.startswith("give it another ")


@pytest.mark.parametrize(
    "name", ["{{ 7*7 }}.md", "a b.md", "a.html/b.md", "a\\b.png", "<b>.md", "-x/-y.md", "b\udcff.md", "\udcff/b.png"]
)
def test_a_name_is_an_address(topic: Path, name: str) -> None:
    """The engine makes titles and addresses of names, so they are letters, numbers and hyphens; bytes may be none."""
    _put(topic, name)
    told = ("the name cannot be an address", "use letters, numbers, hyphens and, for the ending, a dot")
    assert _said(topic) == ([(f"docs/{name}", *told)] if name != "-x/-y.md" else [])


@pytest.mark.parametrize("name", ["about/us.txt", "about/us.html"])
def test_a_file_is_not_called_as_what_is_made_of_a_page(topic: Path, name: str) -> None:
    """The build would write the page, or its plain text, over it."""
    _put(topic, "about/us.md")
    _put(topic, name)
    message = "the build writes a file of this name, made of docs/about/us.md"
    assert (f"docs/{name}", message, "give it another name") in _said(topic)


def test_two_pages_have_two_citations(topic: Path) -> None:
    """The files of a citation stand in one folder, under the name of the page with hyphens for its folders."""
    _put(topic, "about/us.md")
    _put(topic, "about-us.md")
    message = "cite/page-about-us.txt would be the citation of docs/about-us.md too"
    assert ("docs/about/us.md", message, "give one of them another name") in _said(topic)


@pytest.mark.parametrize(("name", "is_short"), [("n" * 197 + ".md", True), ("n" * 198 + ".md", False)])
def test_a_name_leaves_room_for_what_is_made_of_the_page(name: str, is_short: bool, topic: Path) -> None:  # noqa: FBT001 - a case
    """A longer one would stop the build, since no system has files with such names."""
    _put(topic, name)
    message = "its name, with its folders, has more than 200 bytes"
    assert ((f"docs/{name}", message, "give it a shorter one") not in _said(topic)) == is_short


@pytest.mark.parametrize("name", ["about/nul.md", "Con.txt", "about/Us.md"])
def test_a_name_is_a_file_on_every_system(topic: Path, name: str) -> None:
    """A name that Windows cannot have, or that it takes for the name of another page, is refused."""
    _put(topic, "about/us.md")
    _put(topic, name)
    assert [(path, remedy) for path, _, remedy in _said(topic)] in (
        [(f"docs/{name}", "give it another name")],
        [("docs/about/us.md", "give one of them another name")],
    )
