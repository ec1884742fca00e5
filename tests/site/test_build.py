"""The build command: strict, whole or not at all, and without a network."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.checks.records import RENAMED
from macros.pages.pagetext import RAW
from scripts import output
from scripts.links import dead_links
from tests import sites
from tests.edits import append, change
from tests.factories import ROOT

Build = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Built:
    """The small topic, built once: where it is, what the command said, and the names of files that it added."""

    topic: Path
    done: subprocess.CompletedProcess[str]
    before: dict[str, bytes]
    new_in_project: set[str]

    @property
    def site(self) -> Path:
        """Where the site is when nobody says otherwise."""
        return self.topic / "site"


def _names() -> set[str]:
    """Return every file of the project but for what Python and the tools of developers leave behind."""
    folders = ("data", "docs", "macros", "scripts")
    files = (file for folder in folders for file in (ROOT / folder).rglob("*") if "__pycache__" not in file.parts)
    return {str(file.relative_to(ROOT)) for file in files} | {file.name for file in ROOT.glob("[!.]*")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the small topic, built once."""
    folder = tmp_path_factory.mktemp("small")
    topic = sites.small_topic(folder / "topic")
    files, names = sites.content(topic), _names()
    done = sites.build("--topic", topic, guard=folder / "guard")
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(topic, done, files, _names() - names)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a fresh small topic with every standard page, but without a chart."""
    return sites.chartless_topic(tmp_path / "topic")


@pytest.fixture
def build(tmp_path: Path, small: Path) -> Build:
    """Return a function that builds that topic, with further arguments and variables."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return sites.build("--topic", small, *arguments, guard=tmp_path / "guard", **environment)

    return run


def test_the_guard_refuses_the_network(tmp_path: Path, build: Build) -> None:
    """What keeps the builds of these tests from the network does so."""
    build("--help")
    connect = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = sites.run("-c", connect, PYTHONPATH=str(tmp_path / "guard"))
    assert "OSError: a build looks up no names" in done.stderr
    connect = "import socket; socket.socket().connect(('127.0.0.1', 9))"
    done = sites.run("-c", connect, PYTHONPATH=str(tmp_path / "guard"))
    assert "OSError: a build does not use the network" in done.stderr


def test_another_topic_is_another_folder(built: Built) -> None:
    """A topic of its own facts and pages builds beside the first, with no link that leads nowhere."""
    pages = sites.pages(built.site)
    assert built.done.stdout.endswith(f"The site is in {built.site.resolve()}\n")
    assert "The lamp on Gull Island" in pages["index.html"].root.words()
    assert "more than 500" in pages["numbers.html"].article.words()
    assert {"statutes/lights-act.html", "sources/gazette.html"} <= set(pages)
    assert list(dead_links(built.site)) == []


def test_a_site_holds_nothing_of_another_topic(built: Built) -> None:
    """The pages of one topic do not mention the other: what is shared knows no topic."""
    words = " ".join(page.root.words() for page in sites.pages(built.site).values()).casefold()
    assert [word for word in ("immigra", "prosecut", "attorney", "sessions", "u.s.c.") if word in words] == []


def test_each_page_names_terms_and_editors(built: Built) -> None:
    """At the foot of a page stand the topic's notice, who edits it, and under which terms it may be used."""
    notice = "This is a topic for tests. It never happened. Edited by Ann Editor. Data and prose CC BY 4.0, code MIT."
    assert notice in (built.site / "timeline.html").read_text(encoding="utf-8")


def test_a_build_adds_nothing_but_the_site(built: Built) -> None:
    """The topic and the project are as clean after a build as before."""
    after = {name: data for name, data in sites.content(built.topic).items() if not name.startswith("site/")}
    assert after == built.before
    assert built.new_in_project == set()


def test_a_page_has_a_title_and_anchors_of_its_own(small: Path, build: Build) -> None:
    """A page without a title takes its name for one; titles and contents have the words of headings with a number."""
    text = 'Words.\n\n## It cost {{ number("lamp-cost-total") }} pounds {#cost}\n\n## Why\n'
    (small / "docs" / "about" / "plain-words.md").write_text(text, encoding="utf-8")
    change(small / "docs" / "index.md", "A lamp was lit.", "A lamp was lit. [More](about/plain-words.md)")
    title = '# It cost {{ number("lamp-cost-total") }}[^bills] pounds {#cost}\n\n[^bills]: By the bills.\n'
    (small / "docs" / "about" / "bills.md").write_text(title, encoding="utf-8")
    append(small / "docs" / "about" / "plain-words.md", "\n[Bills](bills.md)\n")
    done = build()
    assert done.returncode == 0, done.stdout + done.stderr
    page = sites.pages(small / "site")["about/plain-words.html"]
    assert [one.words() for one in page.article.all("h1")] == ["Plain words"]
    (cost, why) = page.article.all("h2")
    assert (cost.attributes["id"], [one.tag for one in cost.all("a")]) == ("cost", [])
    assert [one.attributes["href"] for one in why.all("a")] == ["#why"]
    contents = [(one.attributes["href"], one.words()) for one in page.root.all("a") if one.words() == cost.words()]
    assert contents == [("#cost", "It cost more than 500 pounds")]
    (named,) = sites.pages(small / "site")["about/bills.html"].root.all("title")
    assert named.words() == "It cost more than 500 pounds – The lamp on Gull Island"


def _previous(site: Path) -> dict[str, bytes]:
    site.mkdir()
    for name in ("index.html", "old.html"):
        (site / name).write_text("the previous site", encoding="utf-8")
    output.list_files(site)
    return sites.content(site)


def _bad_fact(small: Path) -> None:
    change(small / "data" / "events" / "lamp-lit.yml", "actors: [ann-reed]", "actors: [ann-red]")


def _bad_macro(small: Path) -> None:
    change(small / "docs" / "terms.md", "{{ terms() }}", "{{ trems() }}")


def _bad_id(small: Path) -> None:
    change(small / "docs" / "index.md", "A lamp was lit.", 'Lit on {{ date("lamp-lt") }}.')


def _undefined(small: Path) -> None:
    change(small / "docs" / "about" / "index.md", "# About\n", "# About\n\n{{ lamp }}\n")


_MISTAKES = (
    (
        _bad_fact,
        'data/events/lamp-lit.yml:12: actors.0: no actor "ann-red" [unknown-id]',
        f'did you mean "ann-reed"? {RENAMED}',
    ),
    (_bad_macro, 'docs/terms.md:3: trems(): there is no macro "trems" [macro]', 'did you mean "terms"?'),
    (
        _bad_id,
        'docs/index.md:3: date(): no event or statement or source "lamp-lt" [unknown-id]',
        f'did you mean "lamp-lit"? {RENAMED}',
    ),
    (
        _undefined,
        "docs/about/index.md:3: macro: {{ lamp }} is not a call [macro]",
        f"pages may only call macros, with ids in quotes; {RAW}",
    ),
)


@pytest.mark.parametrize(("harm", "said", "remedy"), _MISTAKES)
def test_a_mistake_leaves_the_previous_site(
    small: Path, build: Build, harm: Callable[[Path], None], said: str, remedy: str
) -> None:
    """A mistake is named with file, line and remedy, exits 1, and changes no byte of what was built before."""
    before = _previous(small / "site")
    harm(small)
    done = build()
    assert (done.returncode, done.stdout) == (1, f"{said}\n    {remedy}\n1 problem\n")
    assert sites.content(small / "site") == before


def test_a_link_that_leads_nowhere_leaves_the_previous_site(small: Path, build: Build) -> None:
    """What only the engine can see, such as a broken link, fails the build as well, and leaves nothing behind."""
    before = _previous(small / "site")
    change(small / "docs" / "index.md", "A lamp was lit.", "See [that](sources/gazette.md#gone).")
    done = build()
    assert done.returncode == 1
    assert re.search(r'docs/index.md:\d+: .*"sources/gazette.html#gone" leads nowhere', done.stdout)
    change(small / "docs" / "index.md", "sources/gazette.md#gone", "gone.md")
    done = build()
    assert done.returncode == 1
    assert '"gone.md" leads to docs/gone.md, which is not there' in done.stdout
    assert sites.content(small / "site") == before
    assert sorted(place.name for place in small.iterdir()) == ["data", "docs", "site"]


def test_a_good_build_replaces_the_previous_site(small: Path, build: Build) -> None:
    """The new site takes the place of the old one, of which nothing stays."""
    _previous(small / "site")
    assert build().returncode == 0
    assert not (small / "site" / "old.html").exists()
    assert "the previous site" not in (small / "site" / "index.html").read_text(encoding="utf-8")


def test_the_front_page_need_not_stand_in_the_navigation(small: Path, build: Build) -> None:
    """The name of the site leads home from each page, whether the navigation names the front page or not."""
    topic = small / "data" / "topic.yml"
    text, named = re.subn(r"  - \{label: [^}]*page: index\.md\}\n", "", topic.read_text(encoding="utf-8"))
    topic.write_text(text, encoding="utf-8")
    done = build()
    assert (named, done.returncode) == (1, 0), done.stdout + done.stderr
    about = (small / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert '<a class="x-masthead__name" href="../index.html">' in about


def test_a_topic_that_is_no_folder_is_wrong_usage(tmp_path: Path) -> None:
    """A folder that does not exist ends with status 2 and says so."""
    done = sites.build("--topic", tmp_path / "none", guard=tmp_path / "guard")
    assert done.returncode == 2
    assert f"argument --topic: {tmp_path / 'none'} is not a folder" in done.stderr


def test_a_folder_without_facts_is_no_topic(tmp_path: Path) -> None:
    """A folder without data/topic.yml is reported as such."""
    (tmp_path / "empty").mkdir()
    done = sites.build("--topic", tmp_path / "empty", guard=tmp_path / "guard")
    assert done.returncode == 2
    assert done.stderr.endswith("is not a topic: it has no folder data\n")


def test_a_day_that_nobody_knows_is_left_out(small: Path, build: Build) -> None:
    """Without a repository the list for search engines names no day of change, rather than one of 1970."""
    append(small / "data" / "topic.yml", "site_url: https://lamp.example/\n")
    assert build().returncode == 0
    sitemap = (small / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://lamp.example/timeline.html</loc>" in sitemap
    assert "lastmod" not in sitemap
