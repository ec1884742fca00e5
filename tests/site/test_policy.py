"""A build stops at settings of the engine that could not work."""

from pathlib import Path

from tests import sites
from tests.factories import GOOD_TOPIC


def test_the_build_stops_at_a_setting_that_cannot_work(tmp_path: Path) -> None:
    """It says so in one sentence, ends with status 1, and writes nothing."""
    done = sites.configured(GOOD_TOPIC, tmp_path, theme="  features: [content.code.copy, toc.follow]\n")
    assert done.returncode == 1
    assert "mkdocs.yml:13: theme.features: content.code.copy cannot work here: pages have a frame" in done.stderr
    assert "mkdocs.yml:13: theme.features: toc.follow cannot work here" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
