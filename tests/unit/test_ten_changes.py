"""Ten changes of all kinds in one pull request: they are read in two minutes, and nothing of them is left out."""

from pathlib import Path

import pytest

from scripts.diff import main as diff_main
from tests import edits, reports, sites
from tests.unit.test_diff import EVENT

_LAW, _OIL, _CHART = "data/statutes/lights-act.yml", "data/series/lamp-oil.yml", "data/charts/lamp-cost-chart.yml"
_LIT, _QUESTION, _HOME = "data/events/lamp-lit.yml", "data/questions/what-it-cost.yml", "docs/index.md"
_TIER = "max_prison: {}, min_prison: none, grade: petty"
_QUOTES = "citations: [{source: lights-act-text, locator: s. 1}, {source: lights-act-text, locator: s. 2}]"
_OTHER_SECTIONS = "".join(f"  - {{source: lights-act-text, locator: s. {number}}}\n" for number in range(3, 9))
_COUNCIL = "Office of the Secretary to the Council of the Islands, Department of Lights and Harbours"
_OTHER_QUOTES = "".join(
    f'  - {{source: gazette, locator: p1, quote: {{exact: "{words}"}}, role: discusses}}\n'
    for words in ("the keeper", "Ann Reed, the keeper", "was lit")
)
_SECOND_QUOTE = '  - {source: gazette, locator: p1, quote: {exact: "on Wednesday"}}\n'
_LONG = "It was seen from the harbour, from both of the capes and, the keeper says, from the mainland on a clear night."
_SERIES = """topics: [cost]
access: read
citations:
  - {source: gazette, locator: p2, quote: {exact: "more than 40 barrels"}}
title: What the lamp burnt
measure: oil
unit: barrels
definition: |-
  All that was burnt in the lamp.
comparability_group: oil
period_kind: calendar year
limits: {minimum: 0, maximum: 1000}
observations:
  - {id: lamp-oil-burnt, period: "1901", value: 40, qualifier: more than}
"""
_ASKED = """topics: [cost]
access: read
question: How much oil did the lamp burn in its first year, and who counted the barrels?
answers:
  - {source: gazette, facts: [lamp-oil-burnt], verdict: not confirmed}
  - {source: lights-act-text, silent: true}
primary:
  - {source: lights-act-text, text: The act names no oil, access: read}
finding: |-
  One source gives a number.
why: |-
  Nothing else was found.
answer: One source gives a number.
"""
_TERM = """topics: [lamp]
access: read
citations:
  - {source: gazette, locator: p1, quote: {exact: "was lit"}}
label: wick
definition: |-
  What burns in a lamp.
"""


def _base(folder: Path) -> None:
    """Give a number the quote of its series, the law those of its tier, an event two, and texts some length."""
    (folder / _OIL).write_text(_SERIES, encoding="utf-8")
    (folder / "data/questions/how-much-oil.yml").write_text(_ASKED, encoding="utf-8")
    edits.change(folder / _LAW, _TIER.format('"6 months"'), _TIER.format('"6 months"') + f", {_QUOTES}")
    edits.change(folder / _LAW, "locator: whole}\n", f"locator: whole}}\n{_OTHER_SECTIONS}")
    edits.change(folder / _LIT, "citations:\n", f"citations:\n{_SECOND_QUOTE}{_OTHER_QUOTES}")
    edits.change(folder / "data/sources/lights-act-text.yml", "The island's council", _COUNCIL)
    edits.change(folder / _CHART, "alt: One bar", f'period: "1900/1902"\nalt: {_LONG} One bar')
    edits.change(folder / _HOME, "A lamp was lit.", f'{_LONG} {{{{ cite("keeper-on-cost") }}}} A lamp was lit.')


def _ten(folder: Path) -> None:
    """Change a number with its quote, a tier, a verdict, a chart, quotes, a page, an id and code; add two facts."""
    edits.change(folder / _OIL, "value: 40", "value: 50")
    edits.change(folder / _OIL, "more than 40", "more than 50")
    edits.change(folder / _LAW, '"6 months"', '"1 year"')
    edits.change(
        folder / _QUESTION, "verdict: not confirmed", "verdict: supported with caveat, why: One source says it"
    )
    edits.change(folder / _CHART, '"1900/1902"', '"1901/1903"')
    edits.change(folder / _CHART, "One bar", "A bar")
    edits.change(folder / _LIT, _SECOND_QUOTE, "")
    (folder / "data/terms/wick.yml").write_text(_TERM, encoding="utf-8")
    (folder / "data/events/lamp-out.yml").write_text(EVENT.replace("was lit", "the keeper"), encoding="utf-8")
    edits.change(folder / _HOME, "A lamp was lit.", "The lamp was lit.")
    term = folder / "data/terms/keeper.yml"
    term.rename(term.with_name("guardian.yml"))
    term.write_text("moved_to: guardian\n", encoding="utf-8")
    (folder / "Makefile").write_text("all:\n", encoding="utf-8")


@pytest.fixture
def told(tmp_path: Path, command: sites.Command) -> str:
    """Return the report of ten changes to the small topic."""
    folder = sites.small_topic(tmp_path / "topic")
    _base(folder)
    edits.begin(folder)
    _ten(folder)
    edits.commit(folder)
    status, report, _ = command(diff_main, "HEAD^", "HEAD", "--topic", folder)
    assert "has problems" not in report
    assert status == 0
    return report


@pytest.fixture
def unfolded(told: str) -> str:
    """Return what stands open of it."""
    return reports.unfolded(told)


def test_ten_changes_are_read_in_two_minutes(told: str) -> None:
    """What stands open is no more than 480 words."""
    assert reports.minutes(told) <= 2


def test_a_tier_stands_beside_the_words_that_set_it(unfolded: str) -> None:
    """A changed penalty shows the citations of its tier, and what the law as a whole cites does not come between."""
    assert (
        "- Provisions, “A first offence”, longest prison term: ~~6 months~~ **1 year**\n"
        f"- Evidence, for “A first offence”: {_COUNCIL}\n"
        "  - s. 1 (no text to verify against)\n"
        "  - s. 2 (no text to verify against)\n"
    ) in unfolded


def test_a_verdict_stands_beside_what_it_judges(unfolded: str) -> None:
    """A changed verdict shows the words of the source that it is about."""
    verdict = unfolded.index("verdict: ~~not confirmed~~ **supported with caveat**")
    quote = unfolded.index("- Evidence, for this answer: Gull Gazette, 1901, paragraph 2: “more than 500 pounds” ✓")
    assert verdict < quote < unfolded.index("- **⚠ a verdict differs**")


def test_a_number_and_its_quote_are_told_once(told: str) -> None:
    """The quote of a series stands with the number that it is for, and the series has no part of its own."""
    assert "(series `lamp-oil`)" not in told
    quote = (
        "- Evidence, changed: Gull Gazette, 1901, paragraph 2: “more than ~~40~~ **50** barrels” (not verified yet)\n"
    )
    assert f"- Number: more than ~~40~~ **50** barrels (10 more, +25%)\n{quote}" in told


def test_a_long_text_is_told_once(unfolded: str) -> None:
    """Of a text of a record all is open; of a page the words beside what differs, without marks that did not change."""
    assert f"- Alternative text: “{_LONG} ~~One~~ **A** bar”\n" in unfolded
    assert "- `docs/index.md`: … from the mainland on a clear night. ~~A~~ **The** lamp was lit.\n" in unfolded


def test_a_citation_that_is_gone_stands_open(unfolded: str) -> None:
    """It is told as no longer cited, beside what the event still rests on."""
    assert "- Evidence, no longer cited: Gull Gazette, 1901, paragraph 1: “on Wednesday”" in unfolded
    assert "- Evidence: Gull Gazette, 1901, paragraph 1: “was lit on Wednesday”" in unfolded
