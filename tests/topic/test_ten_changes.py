"""Ten changes of this topic, as editors make them: they are read in two minutes, and each of them stands open."""

import re
import shutil

import pytest

from macros.load import load, read_docs
from macros.review import State
from tests import edits
from tests.factories import ROOT, loaded
from tests.reports import markdown_of, minutes, unfolded

_CHANGES = (
    ("series/apprehensions-by-year", 'period: "2014", value: 479371', 'period: "2014", value: 479377'),
    ("series/apprehensions-by-year", '"479,371"', '"479,377"'),
    ("events/operation-streamline-begins", '"2005-12"', '"2005-12-16"'),
    (
        "statements/rc-trump-deport-millions",
        "repeatedly said that he would try to",
        "said more than once that he would",
    ),
    (
        "statements/rc-push-reduces-danger",
        '"criminal aliens"}',
        '"drastically lessen the danger posed by criminal aliens"}',
    ),
    ("questions/judge-numbers", "not confirmed", "supported with caveat"),
    ("terms/court-backlog", "cases awaiting a decision", "cases that were filed and await a decision"),
    ("sources/the-hill-2018-decrees", "-on-his-way-out-", "-"),
    ("series/children-separated", "qualifier: more than", "qualifier: at least"),
    ("events/oig-report-published", "More than 3,000 children", "At least 3,000 children"),
)
"""A number with its quote, a date, the words of a statement, a longer quote, a verdict, a definition, an address, and
the qualifier of a number with what speaks of it."""
_NEW = """topics: [prosecutions, entry]
access: read
citations:
  - {source: reuters-2018, locator: p9, quote: {exact: "penalties deter"}}
  - {source: trac-report-515, locator: on earlier policies}
date: "2018-04-20"
basis: {kind: stated, how: In the report}
title: Border districts say how many of those referred they prosecute
summary: |-
  The five districts on the border with Mexico tell the Department how many of the cases referred to them they took.
category: enforcement
lane: border
status: happened
actors: [cbp, us-attorneys]
statutes: [usc-8-1325]
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the report of them: those above, a new event, and a statement that is merged into another."""
    folder = tmp_path_factory.mktemp("ten")
    shutil.copytree(ROOT / "data", folder / "data")
    for name, old, new in _CHANGES:
        edits.change(folder / "data" / f"{name}.yml", old, new)
    (folder / "data/events/referrals-counted.yml").write_text(_NEW, encoding="utf-8")
    duplicate = folder / "data/statements/rc-backlog-called-massive.yml"
    duplicate.write_text("moved_to: immigration-courts-have-backlog\n", encoding="utf-8")
    docs = read_docs(ROOT)
    return markdown_of(State(loaded(ROOT), docs=docs), State(load(folder), docs=docs))


def test_ten_changes_are_read_in_two_minutes(told: str) -> None:
    """What stands open is no more than 480 words."""
    assert "**Facts: 1 new, 9 changed, 1 removed.**" in told
    assert minutes(told) <= 2


@pytest.mark.parametrize(
    "line",
    [
        "- Number: ~~479,371~~ **479,377** apprehensions (6 more, +0.0%)",
        "U.S. Border Patrol, 2020, row 15: “31,388 25,825 ~~479,371~~ **479,377**” (not verified yet)",
        "- Date: **16** December 2005 (more precise: a day instead of a month)",
        "- Text: “Has ~~repeatedly~~ said **more than once** that he would ~~try to~~ deport two",
        "“**drastically lessen the danger posed by** criminal aliens” (its verb: said; not verified yet)",
        "verdict: ~~not confirmed~~ **supported with caveat**",
        "- Evidence, for this answer: CQ Roll Call, 2017, paragraph 8: “more than 300 active”; “the total roster ",
        "- Definition: “The cases ~~awaiting~~ **that were filed and await** a decision in the immigration courts.”",
        "- Merged into “There is a backlog of immigration cases”, which rests on the same words",
        "- Number: ~~more than~~ **at least** 3,000 children",
        "### New: Border districts say how many of those referred they prosecute (event `referrals-counted`)",
        "- Evidence: Raw Story, republishing Reuters, 2018, paragraph 9: “penalties deter” ✓",
    ],
)
def test_what_differs_stands_open(told: str, line: str) -> None:
    """What was and what is stand in one line, beside the words of the source and whether they were verified."""
    assert line in unfolded(told)


def test_where_it_is_shown_is_told_once(told: str) -> None:
    """Each fact that differs has one line with the pages that show it."""
    _, _, folded = told.partition("<summary>Where it is shown</summary>")
    changed = {name.rpartition("/")[2] for name, *_ in _CHANGES if not name.startswith("series/")}
    numbers = {"apprehensions-by-year-2014", "children-separated-3000"}
    others = {"referrals-counted", "rc-backlog-called-massive"}
    assert set(re.findall("^- `(.*?)`: `", folded, re.MULTILINE)) == changed | numbers | others
