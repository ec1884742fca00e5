"""What a newcomer gets: a folder that builds, whose guide is true of it, and commands that work on it."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from macros.load import load
from macros.model import FOLDERS, Topic
from macros.render.calls import SIGNATURES
from scripts import arguments, command, fmt, schema, start
from scripts.check import main as check_main
from tests import sites
from tests.edits import append
from tests.factories import ROOT

LANGUAGES = ("en", "es")
_NOT_GIVEN = """
translations: [en]
editors: [Ada Finch]
redirects: [{was: old.html, now: cronologia.html}]
files: [map.html]
law_kinds: [{name: by-law, heading: By-laws}]
source_kinds: [{name: almanac, heading: Almanacs, role: press}]
jurisdictions: [{id: isle, label: The isle}]
grades: [summary offence]
party: The council's side
mistakes: acerca/index.md
figures: [{pattern: no. 7, reason: The name of a berth}]
wording: [{avoid: lamp house, use: lighthouse, reason: One word for one thing}]
alike: [{words: [light, beacon]}]
site_url: https://rock.example/light
repository: https://code.example/rock
repository_folder: topic
"""
"""What topic.yml may say and the Spanish one that is written does not."""


@pytest.fixture(scope="module", params=LANGUAGES)
def started(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Return a topic as the command writes it."""
    folder = tmp_path_factory.mktemp("start") / "topic"
    done = sites.run("-m", "scripts.start", folder, "--language", request.param)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"The topic is in {folder}. What is next:\n1. cd {folder} && git init")
    assert len(done.stdout.splitlines()) == 6
    return folder


def test_it_passes_the_check(started: Path, command: sites.Command) -> None:
    """Nothing is wrong or in another form."""
    status, printed, _ = command(check_main, "--topic", started)
    assert (status, printed.splitlines()[-1]) == (0, "No mistake in 24 records and 17 pages")
    assert command(fmt.main, "--topic", started, "--check") == (0, "", "")
    assert command(schema.main, "--topic", started, "--check") == (0, "", "")


def test_it_is_published_once_everything_is_written(tmp_path: Path, started: Path, command: sites.Command) -> None:
    """Each text that the start leaves to its editors is named, and no other; then the address is asked for."""
    topic = Path(shutil.copytree(started, tmp_path / "topic"))
    _, listed, _ = command(check_main, "--topic", topic)
    status, printed, _ = command(check_main, "--topic", topic, "--require-complete")
    left = re.findall(r"^data/topic.yml.*(?=: TODO)|^docs/[a-z/-]+", printed, re.MULTILINE)
    assert status == 1
    assert [re.sub(r"^.*(licences|about|acerca)", "", one) for one in left[:3]] == [".code", ".data", "/index"]
    assert len(left) == listed.count("still to do: TODO: ") == 4
    for file in (topic / "data" / "topic.yml", *(topic / "docs").rglob("*.md")):
        file.write_text(file.read_text(encoding="utf-8").replace("TODO: ", ""), encoding="utf-8")
    append(topic / "docs" / "index.md", "\nEl consejo lo decidió TODO: la luz.\n")
    status, _, error = command(check_main, "--topic", topic, "--require-complete")
    assert (status, error.count("such as site_url: https://OWNER.github.io/NAME")) == (0, 1)
    append(topic / "data" / "topic.yml", "site_url: https://owner.example/name\n")
    assert "site_url" not in command(check_main, "--topic", topic, "--require-complete")[2]


def test_what_stays_names_nothing_of_an_example(started: Path) -> None:
    """Besides the page that is deleted, what an editor keeps names no record of this example, and no law of ours."""
    ids = {file.stem for folder in FOLDERS for file in (started / "data" / folder).glob("*.yml")} - {
        "keeper",
        "orders",
    }  # words too
    laws = re.findall(r"^citation: (.*)", "".join(map(_read, (ROOT / "data" / "statutes").glob("*.yml"))), re.MULTILINE)
    kept = [*started.glob("docs/a*/*.md"), *started.glob("*.md"), *(started / ".github").rglob("*.*")]
    for file in kept:
        if "{ #replace }" not in _read(file):
            assert [one for one in ids if re.search(rf"(?<![\w-]){one}(?![\w-])", _read(file))] == [], file
            assert [one for one in laws if one in _read(file)] == [], file


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_every_quote_is_verified(started: Path, command: sites.Command) -> None:
    """The records of verification are those of the texts beside them."""
    status, printed, _ = command(check_main, "--topic", started, "--texts", started / "texts")
    assert (status, re.findall("^(?!No mistake|.*still to do: TODO)", printed.strip(), re.MULTILINE)) == (0, [])


@pytest.mark.parametrize("started", ["es"], indirect=True)
def test_what_holds_for_any_topic_holds(started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is built too, and its pages pass the tests of any topic, in its language, with all that topic.yml can say."""
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)  # it shares no site with this run, or with one before
    topic = Path(shutil.copytree(started, tmp_path / "topic"))
    settings, law = topic / "data" / "topic.yml", topic / "data" / "statutes" / "lights-act.yml"
    settings.write_text(settings.read_text("utf-8") + _NOT_GIVEN, "utf-8")
    law.write_text(law.read_text("utf-8").replace("kind: act", "kind: by-law\njurisdiction: isle"), "utf-8")
    (topic / "docs" / "map.html").write_text("<!doctype html><title>The rock</title>", "utf-8")
    said = load(topic).topic
    assert [name for name in Topic.model_fields if not getattr(said, name)] == []
    place = (f"--topic={topic}", ROOT / "tests" / "site")
    done = sites.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", *place)
    assert done.returncode == 0, done.stdout
    assert re.search("1[0-9] passed", done.stdout)


def test_the_guide_is_of_this_topic(started: Path) -> None:
    """It names a record of each kind that is there, quotes one as it is, and shows each macro."""
    texts = [file.read_text(encoding="utf-8") for file in (started / "docs").rglob("*.md")]
    (guide,) = (text for text in texts if "{ #replace }" in text)
    (rules,) = (text for text in texts if "{ #rules }" in text)
    named = re.findall(r"data/([a-z]+)/[a-z0-9-]+\.yml", guide)
    assert set(named) == set(FOLDERS)
    assert [one for one in re.findall(r"data/[a-z]+/[a-z0-9-]+\.yml", guide) if not (started / one).is_file()] == []
    (shown,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert shown.strip() == (started / "data" / "events" / "light-lit.yml").read_text(encoding="utf-8").strip()
    assert [name for name in SIGNATURES if f"{{{{ {name}(" not in rules] == []
    ids = {file.stem for folder in FOLDERS for file in (ROOT / "data" / folder).glob("*.yml")}
    assert ids & set(re.findall(r"[\w-]+", rules)) == set()  # nor of the first topic, whose rules they are too


def test_every_kind_has_an_example(started: Path) -> None:
    """Each folder of the data has a record."""
    assert [folder for folder in FOLDERS if not list((started / "data" / folder).glob("*.yml"))] == []


def test_a_folder_with_files_is_left_alone(tmp_path: Path, command: sites.Command) -> None:
    """Nothing of an editor is written over; an empty folder is filled."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    status, _, error = command(start.main, tmp_path / "full")
    assert (status, [one.name for one in (tmp_path / "full").iterdir()]) == (2, ["mine.txt"])
    assert error.endswith("full is not an empty folder: give another, or the name of a new one\n")
    (tmp_path / "empty").mkdir()
    assert command(start.main, tmp_path / "empty")[0] == 0
    assert (tmp_path / "empty" / "data" / "topic.yml").is_file()


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("https://code.example/explainer@1f2e3d", "git+https://code.example/explainer@1f2e3d"),
        ("git+ssh://git@code.example/a/explainer@v1.2", "git+ssh://git@code.example/a/explainer@v1.2"),
        ("ssh://git@code.example/a/explainer@v1.2", "git+ssh://git@code.example/a/explainer@v1.2"),
        ("file:///home/ada/explainer@1f2e3d", "git+file://localhost/home/ada/explainer@1f2e3d"),
    ],
)
def test_the_generator_is_pinned(tmp_path: Path, command: sites.Command, given: str, written: str) -> None:
    """The topic names the address of its generator with a commit, and is refused one without."""
    assert command(start.main, tmp_path / "a", "--generator", given)[0] == 0
    requirements = (tmp_path / "a" / "requirements.txt").read_text(encoding="utf-8")
    assert requirements.splitlines()[-1] == f"explainer @ {written}"
    status, _, error = command(start.main, tmp_path / "b", "--generator", given.rpartition("@")[0])
    assert status == 2
    assert "is not an address with a commit" in error
    assert not (tmp_path / "b").exists()
    status, _, error = command(start.main, tmp_path / "c", "--language", "de")
    assert status == 2
    assert "there is no example in \"de\": take en or es, then write de as 'language' in data/topic.yml" in error


def test_messages_name_commands_that_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed copy works on the folder it is run in, and names its own program."""
    told = "run: .venv/bin/python -m scripts.fmt, then make check"
    assert (
        arguments.hint(told, tmp_path)
        == f"run: .venv/bin/python -m scripts.fmt --topic {tmp_path}, then make check TOPIC={tmp_path}"
    )
    monkeypatch.setattr(arguments, "IS_INSTALLED", True)
    assert (
        arguments.hint(told, tmp_path)
        == f"run: .venv/bin/explainer fmt --topic {tmp_path}, then make -C {tmp_path} check"
    )
    monkeypatch.chdir(tmp_path)
    assert arguments.hint(told, tmp_path) == "run: .venv/bin/explainer fmt, then make check"


def test_the_program_of_an_installed_copy(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command has a name; any other word is told which there are."""
    monkeypatch.setattr(sys, "argv", ["explainer", "schema", "--check"])
    assert command.main() == 0
    monkeypatch.setattr(sys, "argv", ["explainer", "bulid"])
    assert command.main() == 2
    error = capsys.readouterr().err
    assert error.startswith("explainer: no command bulid\nusage: explainer COMMAND")
    files = (ROOT / "scripts").glob("*.py")
    modules = {file.stem for file in files if "def main(" in file.read_text(encoding="utf-8")}
    listed = set(re.findall(r"^  (\w+)", error, re.MULTILINE))
    assert modules - listed == {"command", "github"}
    assert listed <= modules
    starter = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "scripts/starter").rglob("*") if file.is_file()
    )
    told = set(re.findall(r"(?:bin/explainer|`explainer|\(EXPLAINER\)) ([a-z]+)", starter))
    assert {"words", "draft", "check"} <= told <= listed  # what its guide and its Makefile run


@pytest.mark.parametrize("started", ["es"], indirect=True)
def test_the_example_can_be_emptied_as_the_guide_says(tmp_path: Path, started: Path, command: sites.Command) -> None:
    """Without a record, and with a front page of its own, the topic is right and can be built."""
    topic = Path(shutil.copytree(started, tmp_path / "topic"))
    for folder in (one for one in (topic / "data").iterdir() if one.is_dir()):
        shutil.rmtree(folder)
    for page in topic.glob("docs/ord*.md"):
        page.unlink()
    file = topic / "data" / "topic.yml"
    text = re.sub(r"(documents|verbs):\n(  - .*\n)+|  - .*page: ord.*\n", "", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    (topic / "docs" / "index.md").write_text("# A topic\n\nIt has no facts yet.\n", encoding="utf-8")
    status, printed, _ = command(check_main, "--topic", topic)
    assert (status, printed.splitlines()[-1]) == (0, "No mistake in 0 records and 15 pages")
    sites.built("--topic", topic, guard=tmp_path / "guard")
