"""Any bytes as a file of data or as a page are accepted or refused, soon, in little memory, and without a traceback."""

import json
from pathlib import Path
from typing import Any

from macros.load import load
from macros.model import FOLDERS, walk
from macros.model.dates import Edtf
from tests import mutations, sites


def test_a_mutated_file_is_accepted_or_refused(tmp_path: Path) -> None:
    """The first of those that ``make mutations`` tries: none raises, steers a terminal, or takes long."""
    figures = mutations.run(sites.small_topic(tmp_path / "topic"), 150)
    assert figures["refused"] + figures["accepted"] == 150
    assert figures["refused"] > 75
    assert figures["slowest, in seconds"] < 5


def test_each_form_of_date_is_accepted_or_refused_in_each_field(tmp_path: Path) -> None:
    """Wherever a date stands, the check ends with every form of it, those with an open end too."""
    topic = sites.small_topic(tmp_path / "topic")
    known = load(topic)
    records = [(f"{kind}/{name}", record) for kind in FOLDERS for name, record in getattr(known, kind).items()]
    fields = set()
    for name, record in [("topic", known.topic), *records]:
        file = topic / "data" / f"{name}.yml"
        good = file.read_bytes()
        for path, _ in (found for found in walk(record) if isinstance(found[1], Edtf)):
            fields.add(path[-1])
            for form in "1901-05-01/.. ../1901-05-01 1901~ 18XX [1901-05-01..1901-05-03] Y12018 -0043 1901-21".split():
                raw: Any = record.model_dump(mode="json", exclude_none=True)
                part = raw
                for key in path[:-1]:
                    part = part[key]
                part[path[-1]] = form
                file.write_text(json.dumps(raw), encoding="utf-8")
                mutations.check(topic)
        file.write_bytes(good)
    assert fields > {"as_of", "checked", "accessed", "date", "period"}
