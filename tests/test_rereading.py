"""Reading a topic again and again: nothing stale, and nothing built twice."""

from pathlib import Path

import pytest

from tests import sites

_TWICE = """
import os, sys
from pathlib import Path
from scripts.arguments import ROOT
from scripts.rereading import Topic

folder = Path(os.environ["EXPLAINER_TOPIC"])
topic = Topic(ROOT / "macros")
def events():
    topic.read()
    from macros import site
    return site.queries().dataset.events
before = events()
{change}
after = events()
{tell}
"""


def _told(topic: Path, change: str, tell: str) -> str:
    """Return what is told after a topic was read, changed and read again, by a process of its own."""
    done = sites.run("-c", _TWICE.format(change=change, tell=tell), EXPLAINER_TOPIC=str(topic))
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_changed_fact_is_read_anew(topic: Path) -> None:
    """What a file says now is what the topic says."""
    change = 'file = folder / "data/events/lamp-lit.yml"\ntext = file.read_text()\n'
    change += 'file.write_text(text.replace("title: ", "title: Again "))'
    assert _told(topic, change, 'print(after["lamp-lit"].title)').startswith("Again ")


def test_a_fact_that_did_not_change_is_built_once(topic: Path) -> None:
    """A record of the same bytes is the same record."""
    assert _told(topic, "", 'print(after["lamp-lit"] is before["lamp-lit"])') == "True"


def test_a_mistake_is_no_longer_one_when_it_is_mended(topic: Path) -> None:
    """A topic that could not be read is read when its file is as it was."""
    change = 'file = folder / "data/events/lamp-lit.yml"\ntext = file.read_text()\nfile.write_text("title: [")\n'
    change += "try:\n    events()\nexcept Exception as error:\n    print(error)\nfile.write_text(text)"
    told = _told(topic, change, 'print(after["lamp-lit"].title)').split("\n")
    assert told[0].startswith("data/events/lamp-lit.yml:")
    assert len(told) > 1


_CODE = """
import os, shutil, sys
from pathlib import Path
from scripts.arguments import ROOT
from scripts.rereading import Topic

code = Path(os.environ["EXPLAINER_TOPIC"]).parent / "macros"
shutil.copytree(ROOT / "macros", code)
shutil.copy(ROOT / "mkdocs.yml", code.parent)
sys.path.insert(0, str(code.parent))
topic = Topic(code)
topic.read()
import macros.views.timeline, macros.render
before = dict(sys.modules)
os.utime(code / "{file}")
topic.read()
import macros.views.timeline, macros.render
from macros import render, views
from macros.views import timeline
assert (render, timeline) == (sys.modules["macros.render"], sys.modules["macros.views.timeline"])
names = ("dates", "model", "yamlio", "load", "queries", "views.timeline", "render")
print(*(name for name in names if sys.modules[f"macros.{{name}}"] is not before[f"macros.{{name}}"]))
"""


@pytest.mark.parametrize(
    ("file", "anew"),
    [
        ("views/timeline.py", "views.timeline"),
        ("render.py", "render"),
        ("yamlio.py", "yamlio load"),
        ("dates.py", "dates model load queries views.timeline"),
        ("__init__.py", "model yamlio load queries views.timeline"),
    ],
)
def test_changed_code_is_imported_anew_with_what_is_built_on_it(topic: Path, file: str, anew: str) -> None:
    """After a change of code its module is new, and so is each that imports it; the others stay as they are."""
    done = sites.run("-c", _CODE.format(file=file), EXPLAINER_TOPIC=str(topic))
    assert (done.stderr, done.stdout.split()) == ("", anew.split())


_SAVED_TWICE = """
import os, shutil, sys
from pathlib import Path
from scripts.arguments import ROOT
from scripts.rereading import Topic

code = Path(os.environ["EXPLAINER_TOPIC"]).parent / "macros"
shutil.copytree(ROOT / "macros", code)
shutil.copy(ROOT / "mkdocs.yml", code.parent)
sys.path.insert(0, str(code.parent))
topic = Topic(code)
for value in (1, 2, 3):
    (code / "probe.py").write_text(f"VALUE = {value}")
    os.utime(code / "probe.py", ns=(value, value))
    topic.read()
    from macros import probe
    print(probe.VALUE)
"""


def test_code_saved_twice_in_a_second_is_what_it_is_now(topic: Path) -> None:
    """A file of the same length, saved again within the second, is not taken for what it was."""
    done = sites.run("-c", _SAVED_TWICE, EXPLAINER_TOPIC=str(topic), PYTHONDONTWRITEBYTECODE="")
    assert (done.stderr, done.stdout.split()) == ("", ["1", "2", "3"])
