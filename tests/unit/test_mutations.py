"""Any bytes as a file of data or as a page are accepted or refused, soon, in little memory, and without a traceback."""

from pathlib import Path

from tests import mutations, sites


def test_a_mutated_file_is_accepted_or_refused(tmp_path: Path) -> None:
    """The first of those that ``make mutations`` tries: none raises, steers a terminal, or takes long."""
    figures = mutations.run(sites.small_topic(tmp_path / "topic"), 150)
    assert figures["refused"] + figures["accepted"] == 150
    assert figures["refused"] > 75
    assert figures["slowest, in seconds"] < 5
