"""A pull request that invents a quote and forges its record is told from verification everywhere."""

import re
from pathlib import Path

import pytest

from macros.load import load
from macros.model import Citation
from scripts.build import main as build_main
from scripts.check import main as check_main
from scripts.diff import main as diff_main
from tests import sites
from tests.edits import append, begin, change, commit, git
from tests.factories import GOOD_TEXTS

_TOLD = "recorded in this change, not verified here"
_INVENTED = "was lit by nobody"


@pytest.fixture
def forged(tmp_path: Path) -> Path:
    """Return a topic on a branch whose second commit invents a quote and records it as verified."""
    topic = sites.chartless_topic(tmp_path / "topic")
    begin(topic)
    git(topic, "switch", "-qc", "change")
    event = topic / "data" / "events" / "lamp-lit.yml"
    quoted = re.search(r'exact: "?([^"}]*)"?}', event.read_text(encoding="utf-8"))
    assert quoted
    change(event, quoted[1], _INVENTED)
    citation: Citation = load(topic).events["lamp-lit"].citations[0]
    source = load(topic).sources[citation.source].text
    assert source
    proof = citation.proof(source.place(citation.locator))
    line = f'  - {{locator: "{citation.locator}", exact: "{_INVENTED}", proof: "{proof}"}}\n'
    append(topic / "data" / "verified" / f"{citation.source}.yml", line)
    commit(topic)
    return topic


def test_the_check_says_so(forged: Path, command: sites.Command) -> None:
    """The check names the quote, by itself on a branch, with --trust on main, and as a problem where that is asked."""
    status, printed, _ = command(check_main, "--topic", forged)
    assert (status, f"data/events/lamp-lit.yml:1: {_TOLD}\n" in printed) == (0, True)
    status, printed, _ = command(check_main, "--topic", forged, "--require-verified")
    assert status == 1
    assert re.search(
        rf"data/events/lamp-lit\.yml:\d+: citations\.0\.quote: the quote is {_TOLD} \[not-verified\]", printed
    )
    git(forged, "switch", "-q", "main")
    git(forged, "merge", "-q", "change")
    assert _TOLD not in command(check_main, "--topic", forged, "--require-verified")[1]
    assert _TOLD in command(check_main, "--topic", forged, "--require-verified", "--trust", "HEAD^1")[1]


def test_the_texts_say_so(forged: Path, command: sites.Command) -> None:
    """Where the texts are at hand the quote is looked up, and is not there."""
    status, printed, _ = command(check_main, "--topic", forged, "--texts", GOOD_TEXTS)
    assert status == 1
    assert "citations.0.quote.exact: the words do not stand in " in printed


def test_the_report_says_so(forged: Path, command: sites.Command) -> None:
    """The report for the reviewer calls the quote recorded, not verified."""
    status, printed, _ = command(diff_main, "--topic", forged, "main", "change")
    assert status == 0
    assert f"“was lit ~~on Wednesday~~ **by nobody**” ({_TOLD})\n" in printed
    assert printed.count("✓") == 1  # in the key alone


def test_the_site_says_so(forged: Path, command: sites.Command) -> None:
    """The site that a reviewer looks at says it beside the quote."""
    status, _, error = command(build_main, "--topic", forged)
    assert (status, error) == (0, "")
    timeline = sites.pages(forged / "site")["timeline.html"].article.words()
    assert _TOLD in timeline
    assert "✓ verified word for word" not in timeline.split(_INVENTED)[1].split("open the")[0]
