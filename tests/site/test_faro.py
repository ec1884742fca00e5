"""A topic of a few files, with pages of its own names, events and sources, and nothing else."""

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.links import dead_links
from tests import sites
from tests.edits import append
from tests.factories import ROOT

FARO = ROOT / "tests" / "faro"


@pytest.fixture(scope="module")
def faro(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the topic."""
    folder = tmp_path_factory.mktemp("faro")
    sites.built("--topic", FARO, "--site", folder / "site", guard=folder / "guard")
    return folder / "site"


def test_pages_have_the_names_that_the_topic_gives_them(faro: Path) -> None:
    """Events are where the timeline stands, sources in the folder that topic.yml names, and every link follows."""
    pages = sites.pages(faro)
    assert set(pages) == {
        "404.html",
        "cronologia.html",
        "datos.html",
        "fuentes.html",
        "fuentes/gaceta.html",
        "index.html",
        "print.html",
    }
    assert {"encendido", "apagado"} <= set(pages["cronologia.html"].ids)
    assert "cronologia.html#encendido" in [written for written, _, _ in pages["index.html"].links]
    assert list(dead_links(faro)) == []


def test_what_the_topic_lacks_leaves_no_trace(faro: Path) -> None:
    """The page of terms is left out, of which there are none; no heading is alone, no count is 0, no list empty."""
    for name, page in sites.pages(faro).items():
        assert "Palabras" not in page.root.words(), name
        shown = page.article.words()
        assert [one for one in ("No event", " 0 ", "0 %", "0%", "None") if one in f" {shown} "] == [], name
        headings = [one for one in page.article.walk() if one.tag in ("h1", "h2", "h3")]
        words = [one.words() for one in headings]
        assert all(words)
        for (one, other), said in zip(pairwise(headings), words, strict=False):
            is_deeper = other.tag > one.tag
            assert is_deeper or shown.split(said, 1)[1].split(other.words(), 1)[0].strip(), f"{name}: {said}"
        lists = [one for one in page.article.walk() if one.tag in ("ul", "ol", "dl", "table", "select")]
        assert all(one.words() for one in lists), name
    kinds = json.loads((faro / "pagefind" / "explainer.json").read_text(encoding="utf-8"))["kinds"]
    assert set(kinds.values()) == {"Events", "Pages", "Sources"}
    listed = (faro / "llms.txt").read_text(encoding="utf-8")
    assert re.findall(r"## (.*)\n\n- ", listed) == re.findall("## (.*)", listed) == ["Pages", "Data", "Sources"]
    assert "palabras.txt" not in listed


def test_a_dead_link_in_the_list_of_pages_is_found(tmp_path: Path) -> None:
    """What programs read instead of the pages leads somewhere too; marks of Markdown in a title are no link."""
    lines = "- [One](one.txt): [a\\](none.txt)\n- [Two](two.txt)\n"
    (tmp_path / "es").mkdir()
    for name, text in {"llms.txt": lines, "one.txt": "", "es/llms.txt": "- [Uno](one.txt)\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = [(one.path, one.message) for one in dead_links(tmp_path)]
    assert told == [("es/llms.txt", '"one.txt" leads nowhere'), ("llms.txt", '"two.txt" leads nowhere')]


def test_a_dead_link_that_the_engine_does_not_see_fails_the_build(tmp_path: Path) -> None:
    """The build reads the pages that it has made, names line and address of a dead link, and publishes nothing."""
    topic = Path(shutil.copytree(FARO, tmp_path / "topic"))
    home = topic / "docs" / "index.md"
    text = home.read_text(encoding="utf-8")
    home.write_text(f'{text}\n<a href="cronologia.md">ahí</a>\n', encoding="utf-8")
    done = sites.build("--topic", topic, guard=tmp_path / "guard")
    assert done.returncode == 1
    line = text.count("\n") + 2
    told = f'docs/index.md:{line}: link: "cronologia.md" leads nowhere [dead-link]\n    correct the address, or add'
    assert done.stdout == f"{told} what it leads to\n1 problem\n"
    assert not (topic / "site").exists()


def test_events_without_a_page_are_a_problem(tmp_path: Path, check: sites.Check) -> None:
    """Where no page holds the timeline, links to events would be dead, and the check names the macro to write."""
    topic = Path(shutil.copytree(FARO, tmp_path / "topic"))
    (topic / "docs" / "cronologia.md").write_text("# Cronología\n", encoding="utf-8")
    said = "data/topic.yml:1: nav: there are records of the kind event, and no page shows them [no-page]"
    assert check(topic) == (1, f"{said}\n    write {{{{ timeline() }}}} on a page, such as docs/index.md\n1 problem\n")


def test_a_list_of_nothing_on_a_page_of_other_things_is_a_problem(tmp_path: Path, check: sites.Check) -> None:
    """A heading above an empty list would be published alone."""
    topic = Path(shutil.copytree(FARO, tmp_path / "topic"))
    append(topic / "docs" / "index.md", "\n## Palabras\n\n{{ terms() }}\n")
    status, said = check(topic)
    assert status == 1
    assert said.startswith("docs/index.md:7: terms(): there are no terms to show here [empty]\n")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (
            "palabras.md",
            "left out [dead-link]\n    take the link out, until the topic has some of what that page lists\n",
        ),
        ("fuente.md#a", 'not there [dead-link]\n    did you mean "fuentes.md"?\n'),
        ("cronologia.html", 'not there [dead-link]\n    did you mean "cronologia.md"?\n'),
    ],
)
def test_a_link_to_a_page_that_will_not_be_there_is_a_problem(
    tmp_path: Path, check: sites.Check, target: str, said: str
) -> None:
    """What the check passes can be built: a link must not lead to a page that is missing, or left out as empty."""
    topic = Path(shutil.copytree(FARO, tmp_path / "topic"))
    append(topic / "docs" / "index.md", f"\n[una](fuentes.md), [otra](fuentes/gaceta.md), [más]({target})\n")
    place = f'docs/index.md:5: link: "{target}" leads to docs/{target.partition("#")[0]}, which is '
    assert check(topic) == (1, f"{place}{said}1 problem\n")
