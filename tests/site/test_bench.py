"""What speed and memory are measured with: a topic made up, its pages as plain Markdown, and a build measured."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.arguments import ROOT
from scripts.bench import preview, run, stock
from scripts.bench import topic as made
from tests import sites

Measured = tuple[Path, dict[str, Any]]


@pytest.fixture(scope="module")
def topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small topic that was made up."""
    folder = tmp_path_factory.mktemp("made") / "topic"
    made.write(folder, events=20, sources=4, statutes=2, actors=3)
    return folder


@pytest.fixture(scope="module")
def measured(topic: Path) -> Measured:
    """Return the site of that topic, and what its build took."""
    site = topic.parent / "site"
    done = sites.run("-m", "scripts.bench.run", "ours", topic, site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site, json.loads(done.stdout)


def test_a_made_up_topic_is_a_good_one(topic: Path, check: sites.Check) -> None:
    """It passes every check."""
    assert check(topic) == (0, "")


def test_every_made_up_event_is_built(measured: Measured) -> None:
    """The timeline of the site has as many events as were asked for."""
    site, _ = measured
    assert len(sites.pages(site)["timeline.html"].root.all("li", class_="x-event")) == 20


def test_the_stages_are_parts_of_a_build(measured: Measured) -> None:
    """Each stage takes some time, except charts and languages, of which there are none; the whole takes more."""
    _, whole = measured
    stages = whole["stages"]
    assert {stage for stage, seconds in stages.items() if not seconds} == {run.TRANSLATED, run.CHARTS}
    assert len(stages) == 5
    assert sum(stages.values()) < whole["seconds"]
    assert 50 < whole["memory"] < 10_000


def test_a_page_as_markdown_holds_its_words(measured: Measured) -> None:
    """What a reader reads on a page is in the Markdown that it is compared with."""
    site, _ = measured
    stock.write(site, site.parent / "stock")
    text = (site.parent / "stock" / "docs" / "statutes" / "lamp-act-0.md").read_text(encoding="utf-8")
    assert "Keeping a lamp without leave" in text
    assert text.count("The keepers of the coast light one more of their lamps") == 10


def test_the_markdown_of_a_page_builds(measured: Measured) -> None:
    """The stock theme makes as many pages of it as we do, but for the one that holds all."""
    site, _ = measured
    project, built = site.parent / "plain", site.parent / "plain-site"
    stock.write(site, project)
    done = sites.run("-m", "scripts.bench.run", "stock", project, built)
    assert done.returncode == 0, done.stdout + done.stderr
    files = (file for file in site.rglob("*.html") if "embed" not in file.parts)
    names = {file.relative_to(site).as_posix() for file in files}
    assert {file.relative_to(built).as_posix() for file in built.rglob("*.html")} == names - {
        "print.html",
        "binder.html",
    }


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="a">Law<a class="headerlink" href="#a">¶</a></h2><p>A <em>lamp</em>.</p>', "## Law\n\nA *lamp*."),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n\n- two"),
        ('<p><a href="law.html#x">the law</a> 2 * 3</p>', "[the law](law.md#x) 2 \\* 3"),
        ("<table><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr></table>", "| a | \n|---|\n| b |"),
    ],
)
def test_html_becomes_markdown(html: str, expected: str) -> None:
    """Headings, lists, links and tables are written as one would by hand."""
    assert stock.markdown(html).strip() == expected


def test_what_is_changed_in_a_preview_is_there(topic: Path) -> None:
    """Each file that the measured preview changes has the words to be changed."""
    for made_up in (False, True):
        if made_up:
            made.write(topic / "made", 40, 2, 1)
        for kind, (file, words) in preview.changes(ROOT, topic / "made" if made_up else ROOT).items():
            assert words in file.read_text(encoding="utf-8"), kind


def test_ratios_are_printed(topic: Path) -> None:
    """The command tells how many times the engine alone a build takes, and which budgets are missed."""
    skipped = [part for name in ("large", "preview", "browser") for part in ("--skip", name)]
    done = sites.run("-m", "scripts.bench", "--topic", topic, *skipped)
    assert " x\n" in done.stdout, done.stderr
    assert ("Every budget is kept" in done.stdout) == (done.returncode == 0)
