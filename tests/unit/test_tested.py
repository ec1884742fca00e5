"""The page about tests tells what they are today."""

from pathlib import Path

from tests import figures, hostile


def test_the_page_about_tests_has_the_figures_of_today(tmp_path: Path) -> None:
    """It tells as many broken files and hostile texts as there are; ``python -m tests.figures`` prints the figures."""
    found = figures.of_data(hostile.topic(tmp_path / "topic"))
    assert {row: figures.told(row) for row in found} == found
