"""What speed and memory are measured with: a topic made up, its pages as plain Markdown, and a build measured."""

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from scripts.arguments import ROOT
from tests import sites
from tests.bench import preview, run, stock
from tests.bench import topic as made
from tests.bench.__main__ import compare, main

Measured = tuple[Path, str]


@pytest.fixture(scope="module")
def topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small topic that was made up."""
    folder = tmp_path_factory.mktemp("made") / "topic"
    made.write(folder, events=20, sources=4, statutes=2, actors=3)
    return folder


@pytest.fixture(scope="module")
def measured(topic: Path) -> Measured:
    """Return the folder of the sites of that topic, ours and that of the stock theme, and what is told of them."""
    with redirect_stdout(StringIO()) as told:
        ratio, memory = compare("Made up", topic, topic.parent)
    assert ratio > 0
    assert 50 < memory < 10_000
    return topic.parent, told.getvalue()


def test_a_made_up_topic_is_a_good_one(topic: Path, check: sites.Check) -> None:
    """It passes every check."""
    assert check(topic) == (0, "")


def test_every_made_up_event_is_built(measured: Measured) -> None:
    """The timeline of the site has as many events as were asked for."""
    folder, _ = measured
    assert len(sites.pages(folder / "site")["timeline.html"].root.all("li", class_="x-event")) == 20


def test_what_builds_take_is_told(measured: Measured) -> None:
    """It tells both builds, how many times the other ours takes, and each stage; charts and languages are none here."""
    _, told = measured
    assert re.search(r"plain Markdown +[0-9.]+ s +[0-9]+ MB\n  ours, .* [0-9.]+ x\n", told)
    stages = dict(re.findall(r"^    (.{28})  +([0-9.]+) s$", told, re.MULTILINE))
    assert len(stages) == 5
    assert {stage.strip() for stage, seconds in stages.items() if seconds == "0.0"} >= {run.TRANSLATED, run.CHARTS}


def test_a_page_as_markdown_holds_its_words(measured: Measured) -> None:
    """What a reader reads on a page is in the Markdown that it is compared with."""
    folder, _ = measured
    text = (folder / "stock" / "docs" / "statutes" / "lamp-act-0.md").read_text(encoding="utf-8")
    assert "Keeping a lamp without leave" in text
    assert text.count("The keepers of the coast light one more of their lamps") == 10


def test_the_markdown_of_a_page_builds(measured: Measured) -> None:
    """The stock theme makes as many pages of it as we do, but for those that hold others, and frames."""
    ours, stock_made = (
        {file.relative_to(site).as_posix() for file in site.rglob("*.html") if "embed" not in file.parts}
        for site in (measured[0] / "site", measured[0] / "stock-site")
    )
    assert stock_made == ours - {"print.html", "binder.html"}


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


def test_budgets_are_told(command: sites.Command) -> None:
    """The command says which budgets are missed; without a part to measure there is none."""
    skipped = [part for name in ("topic", "large", "preview", "browser") for part in ("--skip", name)]
    assert command(main, *skipped) == (0, "Every budget is kept\n", "")
