"""What readers ask is answered where questions.yml says, and is easy to reach."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.sites import Page

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text(encoding="utf-8"))


def test_a_question_is_answered_in_its_place(site_pages: Mapping[str, Page]) -> None:
    """The place that answers a question holds the words and the figures of the answer."""
    missed = {}
    for asked in QUESTIONS:
        page = site_pages[asked["page"]]
        place = page.named[asked["anchor"]] if asked["anchor"] else page.article
        words = place.words("script")
        missed[asked["question"]] = [phrase for phrase in asked["contains"] if phrase not in words]
    assert {question: phrases for question, phrases in missed.items() if phrases} == {}


def test_answers_are_at_most_two_clicks_from_home(site_pages: Mapping[str, Page]) -> None:
    """Home, or a page that home leads to, leads to every page that answers a question."""
    one = _led_to("index.html", site_pages)
    two = {target for name in one for target in _led_to(name, site_pages)}
    assert {asked["page"] for asked in QUESTIONS} - {"index.html"} - one - two == set()


def test_many_questions_have_no_plain_answer() -> None:
    """A quarter of the questions or more are answered by disagreement, or by what nobody says or has read."""
    kinds = Counter(asked["kind"] for asked in QUESTIONS)
    assert set(kinds) == {"answered", "disagree", "silent"}
    assert 4 * (kinds["disagree"] + kinds["silent"]) >= len(QUESTIONS) >= 40


def _led_to(name: str, site_pages: Mapping[str, Page]) -> set[str]:
    return {target for _, target, _ in site_pages[name].links if target in site_pages}
