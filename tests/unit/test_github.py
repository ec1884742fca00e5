"""What GitHub runs and shows: workflows that call our own commands, forms that need no git, and what is posted."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from selectolax.lexbor import LexborHTMLParser

from macros.model import Event, Topic
from macros.queries import Queries
from macros.render import render
from macros.render.context import context
from macros.views.contribute import FORM, actions
from macros.views.facts import fact
from macros.yamlio import characters
from scripts.github import COMMENT, JOINED, MOST, harmless
from tests.factories import ROOT, dataset, make, queries_of
from tests.sites import run

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
STARTED = ROOT / "scripts/starter/common/.github/workflows/check.yml"
FORMS = sorted(file for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if file.name != "config.yml")


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only: "on" stays "on"


def _jobs(file: Path) -> Iterator[Mapping[str, Any]]:
    yield from _read(file)["jobs"].values()


def _steps(file: Path) -> Iterator[Mapping[str, Any]]:
    for job in _jobs(file):
        yield from job["steps"]


def _name(file: Path) -> str:
    return file.name


def test_there_is_a_workflow_for_each_task() -> None:
    """Changes are checked and reviewed, main is published, and links are tried."""
    assert [file.stem for file in WORKFLOWS] == ["check", "links", "publish", "review"]


def test_workflows_are_safe_and_well_formed() -> None:
    """Nothing is found by zizmor, and every file has the form that GitHub reads."""
    command = ["sh", "scripts/github.sh", str(Path(sys.executable).parent)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=_name)
def test_no_job_may_do_more_than_it_says(file: Path) -> None:
    """Nothing is permitted by default, each job names what it needs, and has an end."""
    assert _read(file)["permissions"] == {}
    for job in _jobs(file):
        assert all(value in ("read", "write") for value in job.get("permissions", {}).values())
        assert int(job["timeout-minutes"]) <= 60


@pytest.mark.parametrize("file", WORKFLOWS, ids=_name)
def test_actions_are_pinned(file: Path) -> None:
    """Every action is named by a commit, with its version beside it, and the same one everywhere."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert all(re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in lines)
    every = "\n".join(other.read_text(encoding="utf-8") for other in WORKFLOWS)
    pins = set(re.findall("uses: (.*)", every))
    assert len(pins) == len({pin.partition("@")[0] for pin in pins})


@pytest.mark.parametrize("file", WORKFLOWS, ids=_name)
def test_nothing_from_outside_is_run(file: Path) -> None:
    """No expression stands in a command: values reach it as variables of the environment."""
    assert [step["run"] for step in _steps(file) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=_name)
def test_what_runs_there_runs_here(file: Path) -> None:
    """Each command is a target of make, a command of ours, a call of gh, or installs R."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for step in _steps(file):
        words = step.get("run", "make site").split()
        if words[:4] == ["if", "make", "--dry-run", "audit"]:
            assert words[-3:] == ["make", "audit;", "fi"]
        elif words[0] == "make":
            assert words[1] in targets
        elif words[0] == "python3":
            assert words[1:3] == ["-m", "scripts.github"]
        elif words[0] == "sudo":
            assert words[-1] == "r-base-core"
        else:
            assert words[:2] in (["gh", "api"], ["gh", "release"], ["gh", "workflow"])


def test_code_of_pull_requests_has_no_secrets() -> None:
    """What runs the code of a pull request may only read."""
    for file in WORKFLOWS:
        events, text = _read(file)["on"], file.read_text(encoding="utf-8")
        assert "workflow_run" not in events
        assert ("pull_request_target" in events) == (file.stem == "review")
        if "pull_request" in events:
            assert all(set(job["permissions"].values()) <= {"read"} for job in _jobs(file))
            assert "secrets." not in text
            assert "github.token" not in text


def _uses(job: Mapping[str, Any], action: str) -> list[Mapping[str, str]]:
    """Return what a job gives to an action, each time it uses it."""
    return [step["with"] for step in job["steps"] if f"actions/{action}@" in step.get("uses", "")]


def test_the_report_is_written_by_the_code_of_the_base() -> None:
    """The change lies in a folder of its own, in a job that only reads; all that runs is the base's, on that folder."""
    jobs = _read(GITHUB / "workflows" / "review.yml")["jobs"]
    base, change = _uses(jobs["report"], "checkout")
    assert set(base) == {"persist-credentials"}
    assert change["ref"] == "refs/pull/${{ github.event.pull_request.number }}/merge"
    assert change["path"] == "change"
    assert [one["persist-credentials"] for one in (base, change)] == ["false", "false"]
    assert jobs["report"]["permissions"] == {"contents": "read"}
    assert not any("env" in step or "working-directory" in step or "shell" in step for step in jobs["report"]["steps"])
    assert [step["run"] for step in jobs["report"]["steps"] if "run" in step] == [
        "make report TOPIC=change REVIEW=review BASE=HEAD^1 HEAD=HEAD",
        "make review TOPIC=change REVIEW=review TRUST=HEAD^1",
    ]


def test_the_comment_is_posted_without_the_change() -> None:
    """The job that may write takes the code of the base alone, and the report as a file; runs do not overlap."""
    review = _read(GITHUB / "workflows" / "review.yml")
    job = review["jobs"]["comment"]
    assert job["needs"] == "report"
    assert [set(one) for one in _uses(job, "checkout")] == [{"persist-credentials"}]
    left = [one["name"] for one in _uses(review["jobs"]["report"], "upload-artifact")]
    assert left == ["report", "site"]
    assert [one["name"] for one in _uses(job, "download-artifact")] == ["report"]
    assert review["concurrency"] == {
        "group": "review-${{ github.event.pull_request.number }}",
        "cancel-in-progress": "true",
    }


def test_the_threat_model_names_each_workflow_and_test() -> None:
    """Every workflow is in the threat model, and what that names of workflows, tests and folders is there."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w.-]+/[\w./-]+)`", text))
    assert {f".github/workflows/{file.name}" for file in WORKFLOWS} <= named
    assert {name for name in named if not (ROOT / name).exists()} == set()
    assert "SECURITY.md" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "/data/verified/" in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8")
    assert not re.search(r"https?://|\w@\w", text), "no address is invented"


def test_the_commands_of_the_readme_are_there() -> None:
    """Every target of make that the README names has one recipe."""
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = set(re.findall(r"\bmake ([a-z-]+)(?=`| *#| )", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"site", "test", "preview", "check", "test-fast", "report"} <= named
    assert {name: targets.count(name) for name in named if targets.count(name) != 1} == {}


@pytest.mark.parametrize(("given", "folder"), [([], "{}/review"), (["REVIEW=review"], "review")])
def test_two_reviews_in_a_row(tmp_path: Path, given: list[str], folder: str) -> None:
    """What make report and make review write lies side by side in the topic, so that a second time finds what it left.

    A workflow names another folder: that of a change is not to be written into.
    """
    command = ["make", "--dry-run", "--old-file=.venv/ready", "report", "review", f"TOPIC={tmp_path}", *given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    topic, out = f'--topic "{tmp_path}"', folder.format(tmp_path)
    assert [re.sub(r"\S+/python", "python", line) for line in done.stdout.splitlines() if "make" not in line] == [
        f'mkdir -p "{out}" && rm -rf "{out}/before-and-after.html" "{out}/charts"',
        f'python -m scripts.diff {topic} --html "{out}/before-and-after.html" -- "HEAD"  > "{out}/report.md"',
        f"python -m scripts.check {topic} ",
        f'python -m scripts.build {topic} --site "{out}/site" ',
    ]


@pytest.mark.parametrize("file", FORMS, ids=_name)
def test_forms_need_no_git(file: Path) -> None:
    """A form speaks of facts and sources, not of files, branches or YAML."""
    text = file.read_text(encoding="utf-8").partition("body:")[2]
    assert not re.search(r"\b(git|YAML|branch|commit|pull request|repository|id:? of)\b", text, re.IGNORECASE)


def test_report_link_fills_in_the_form() -> None:
    """The address "report a mistake" opens a form that is there, and fills in a field that it has."""
    topic = make(Topic, repository="https://git.example/gull/lamp/")
    queries = Queries(
        dataset(topic=topic, events={"lamp-lit": make(Event)}, places={"lamp-lit": ("data/events/lamp-lit.yml", 1)})
    )
    links = actions("lamp-lit", (), queries)
    assert links.report == "https://git.example/gull/lamp/issues/new?template=correction.yml&fact=lamp-lit"
    assert links.edit == "https://git.example/gull/lamp/blob/HEAD/data/events/lamp-lit.yml#L1"
    within = make(Topic, repository=topic.repository, repository_folder="topics/lamp")
    moved = actions("lamp-lit", (), queries.on(replace(queries.dataset, topic=within)))
    assert moved.edit.endswith("/gull/lamp/blob/HEAD/topics/lamp/data/events/lamp-lit.yml#L1")
    assert "fact" in [part.get("id") for part in _read(GITHUB / "ISSUE_TEMPLATE" / FORM)["body"]]


_PAGE = "about/us.md#mistakes"


@pytest.mark.parametrize(
    ("repository", "mistakes", "links"),
    [
        (None, None, {}),
        (None, _PAGE, {"report a mistake": "../about/us.html#mistakes"}),
        *(
            (
                "https://git.example/gull/lamp",
                page,
                {
                    "edit this fact": "https://git.example/gull/lamp/blob/HEAD/data/events/lamp-lit.yml#L1",
                    "report a mistake": f"https://git.example/gull/lamp/issues/new?template={FORM}&fact=lamp-lit",
                },
            )
            for page in (None, _PAGE)
        ),
    ],
)
def test_each_fact_shows_its_links(repository: str | None, mistakes: str | None, links: dict[str, str]) -> None:
    """In the repository facts are edited and mistakes reported; without one a page tells how to report them."""
    places = {"lamp-lit": ("data/events/lamp-lit.yml", 1)}
    topic = make(Topic, repository=repository, mistakes=mistakes)
    queries = queries_of(topic=topic, events={"lamp-lit": make(Event)}, places=places)
    html = render("statement", view=fact("lamp-lit", queries), **context(queries, "../"))
    found = {one.text(): one.attributes["href"] for one in LexborHTMLParser(html).css(".x-actions a")}
    assert {name: found.get(name) for name in ("edit this fact", "report a mistake") if name in found} == links


def test_no_owner_is_invented() -> None:
    """The file of owners names nobody as long as nobody is known, and says how to."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(line.startswith("#") for line in lines)


GH = """#!{python}
import json, os, sys
from pathlib import Path
arguments = sys.argv[1:]
with Path(os.environ["GH_LOG"]).open("a") as log:
    body = json.loads(sys.stdin.read()) if "--input" in arguments else None
    log.write(json.dumps([arguments, body]) + "\\n")
if "--paginate" in arguments:
    print(json.dumps([json.loads(os.environ["GH_" + arguments[-1].partition("?")[0].rpartition("/")[2].upper()])]))
"""
PULLS = json.dumps([{"number": 7, "head": {"sha": "a" * 40}}, {"number": 8, "head": {"sha": "b" * 40}}])


def _post(folder: Path, text: str | None, *arguments: str, **answers: str) -> tuple[list[Any], str]:
    """Run the command with a program in the place of gh; return what it was asked, and what was printed."""
    (folder / "gh").write_text(GH.format(python=sys.executable), encoding="utf-8")
    (folder / "gh").chmod(0o755)
    if text is not None:
        (folder / "report.md").write_text(text, encoding="utf-8")
    variables = {"PATH": f"{folder}:{os.environ['PATH']}", "GH_LOG": str(folder / "log"), **answers}
    command = [
        sys.executable,
        "-m",
        "scripts.github",
        arguments[0],
        str(folder / "report.md"),
        "--repository",
        "gull/lamp",
    ]
    done = subprocess.run(
        [*command, *arguments[1:]], cwd=ROOT, env=os.environ | variables, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in (folder / "log").read_text(encoding="utf-8").splitlines()], done.stdout


def test_first_report_becomes_a_comment(tmp_path: Path) -> None:
    """The pull request is the one that ends in the commit; without a comment of ours one is written."""
    asked, told = _post(tmp_path, "**1 new.**", "comment", "--commit", "b" * 40, GH_PULLS=PULLS, GH_COMMENTS="[]")
    assert told == "Wrote the comment of pull request 8\n"
    assert asked[-1] == [
        ["api", "--method", "POST", "repos/gull/lamp/issues/8/comments", "--input", "-"],
        {"body": f"{COMMENT}\n**1 new.**"},
    ]


def test_a_comment_leads_to_the_pages_before_and_after(tmp_path: Path) -> None:
    """Under the report stands a link to the run, where its artifacts are."""
    run = ("--run", "https://github.com/gull/lamp/actions/runs/1")
    asked, _ = _post(tmp_path, "x", "comment", "--commit", "b" * 40, *run, GH_PULLS=PULLS, GH_COMMENTS="[]")
    assert asked[-1][1]["body"].endswith(
        f"\n\n[The pages and charts before and after, and the built site]({run[1]}#artifacts)"
    )


def test_next_report_updates_the_comment(tmp_path: Path) -> None:
    """There is one comment: ours is updated, and nobody else's who starts like it."""
    found = [
        {"id": 1, "user": {"login": "someone"}, "body": f"{COMMENT} hello"},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "Of another workflow"},
        {"id": 4, "user": None, "body": None},
        {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{COMMENT}\nold"},
    ]
    asked, _ = _post(tmp_path, "new", "comment", "--commit", "a" * 40, GH_PULLS=PULLS, GH_COMMENTS=json.dumps(found))
    assert asked[-1][0][1:4] == ["--method", "PATCH", "repos/gull/lamp/issues/comments/3"]


def test_the_pull_request_is_that_of_the_event(tmp_path: Path) -> None:
    """Where two pull requests end in one commit, the named one gets the report; one that has moved on gets none."""
    pulls = json.dumps([{"number": number, "head": {"sha": "b" * 40}} for number in (8, 9)])
    named = ("comment", "--commit", "b" * 40, "--pull", "9")
    asked, _ = _post(tmp_path, "x", *named, GH_PULLS=pulls, GH_COMMENTS="[]")
    assert asked[-1][0][3] == "repos/gull/lamp/issues/9/comments"
    _, told = _post(tmp_path, "x", *named, GH_PULLS=PULLS, GH_COMMENTS="[]")
    assert told == f"No open pull request ends in {'b' * 40}\n"


def test_the_reason_of_gh_is_told(tmp_path: Path) -> None:
    """What GitHub answers to a refused request is in the log of the workflow; so is that there is no gh."""
    (tmp_path / "report.md").write_text("x", encoding="utf-8")
    command = ["-m", "scripts.github", "comment", str(tmp_path / "report.md"), "--repository", "a/b", "--commit", "c"]
    assert "No such file or directory: 'gh'" in run(*command, PATH=str(tmp_path)).stderr
    (tmp_path / "gh").write_text("#!/bin/sh\necho 'gh: Resource not accessible (HTTP 403)' >&2\nexit 1\n", "utf-8")
    (tmp_path / "gh").chmod(0o755)
    done = run(*command, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", "gh: Resource not accessible (HTTP 403)")
    (tmp_path / "gh").write_text("#!/bin/sh\necho '<html>'\n", "utf-8")
    done = run(*command, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("gh answers in another form than expected: JSONDecodeError(")


def test_report_of_no_open_pull_request(tmp_path: Path) -> None:
    """Nothing is written where no open pull request ends in the commit."""
    asked, told = _post(tmp_path, "x", "comment", "--commit", "c" * 40, GH_PULLS=PULLS)
    assert len(asked) == 1
    assert told == f"No open pull request ends in {'c' * 40}\n"


def test_issue_is_opened_once(tmp_path: Path) -> None:
    """A finding of a week updates the open issue of the week before."""
    found = json.dumps([{"number": 5, "title": "Links", "user": {"login": "github-actions[bot]"}}])
    asked, _ = _post(tmp_path, "x", "issue", "--title", "Links", GH_ISSUES=found)
    assert asked[-1][0][1:4] == ["--method", "PATCH", "repos/gull/lamp/issues/5"]
    asked, _ = _post(tmp_path, "x", "issue", "--title", "Links", GH_ISSUES="[]")
    assert asked[-1][0][1:4] == ["--method", "POST", "repos/gull/lamp/issues"]


def test_a_summary_is_not_longer_than_github_takes() -> None:
    """A summary of more than 1 MiB is dropped as a whole, so that a reviewer would read nothing."""
    (written,) = re.findall(r"run: (.*) >> \"\$GITHUB_STEP_SUMMARY\"", STARTED.read_text(encoding="utf-8"))
    assert int(re.findall(r"--bytes=(\d+)", written)[0]) < 2**20


def test_report_is_made_harmless() -> None:
    """A report calls nobody, turns no text around, and is cut where GitHub would refuse it."""
    assert harmless("@all and @<!-- -->all") == "@<!-- -->all and @<!-- -->all"
    assert harmless("`a@2x.png` ``b`@c`` \\`@all` ```@all") == "`a@2x.png` ``b`@c`` \\`@<!-- -->all` ```@<!-- -->all"
    assert harmless("a\u202eb\x1b[0m\u200bc\td – “é”") == "ab[0mc\td – “é”"
    assert harmless("a\u200cb \u200dक्\u200dष") == "ab क्\u200dष"  # between letters of India, a joiner is seen
    assert characters.JOINED == JOINED
    assert harmless(" \n") == ""


def test_a_long_report_is_cut_where_it_is_folded() -> None:
    """Of a report that GitHub would refuse the longest folded part goes first, and it says where that is."""
    fold = "<details><summary>{}</summary>\n\n{}\n\n</details>"
    rest = "This is not all of it: the whole is among the artifacts of the workflow."
    short, long = fold.format("12 files", "x"), fold.format("All that it says", "- line\n" * MOST)
    told = harmless(f"### One\n\n{short}\n\n{long}\n\n### Two")
    assert told == f"### One\n\n{short}\n\n*All that it says: among the artifacts*\n\n### Two\n\n{rest}"
    for text in ("line\n" * MOST, "😀\n" * MOST, f"<details>\n{'line' * MOST}\n", f"<details>\n{long}"):
        told = harmless(text)
        assert len(told.encode("utf-16-le")) // 2 < 65_000
        assert told.count("<details>") == told.count("</details>")
        assert told.endswith(f"\n\n{rest}")


def test_pictures_are_among_the_artifacts(tmp_path: Path) -> None:
    """A link to a picture beside the report leads to the artifacts; words of a fact that look like one stay words."""
    text = "- Cost: [before](charts/cost-before.svg)\n- \\[x\\](charts/cost-before.svg)"
    found = ("comment", "--commit", "b" * 40, "--run", "https://github.com/gull/lamp/actions/runs/1")
    asked, _ = _post(tmp_path, text, *found, GH_PULLS=PULLS, GH_COMMENTS="[]")
    body = asked[-1][1]["body"]
    assert f"- Cost: [before]({found[-1]}#artifacts)\n- \\[x\\](charts/cost-before.svg)\n" in body


@pytest.mark.parametrize("text", [None, "", " \n"])
def test_where_no_report_was_made(tmp_path: Path, text: str | None) -> None:
    """A workflow that failed leaves a comment that says so, in the place of the one about an earlier commit."""
    ours = json.dumps([{"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{COMMENT}\nold"}])
    asked, _ = _post(tmp_path, text, "comment", "--commit", "a" * 40, GH_PULLS=PULLS, GH_COMMENTS=ours)
    assert asked[-1][0][3] == "repos/gull/lamp/issues/comments/3"
    assert asked[-1][1]["body"].startswith(f"{COMMENT}\n**No report could be made of this change.**")


def test_guides_name_commands_that_exist() -> None:
    """Each ``make`` command that a guide or a workflow names is a target of the Makefile, and stands there once."""
    targets = re.findall(r"^([a-z][\w-]*):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(targets) == len(set(targets))
    guides = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *WORKFLOWS]
    named = {
        name for file in guides for name in re.findall(r"\bmake ([a-z][\w-]*)\b", file.read_text(encoding="utf-8"))
    }
    assert {"site", "test", "preview", "check"} <= named
    assert named - set(targets) <= {"sets"}  # "that make sets up"


def _pins(name: str) -> dict[str, str]:
    """Return what a file of pins says of each package: its version, where it is needed, and its hashes."""
    text = re.sub(r"(?m)^ *#.*\n", "", (ROOT / name).read_text(encoding="utf-8"))
    assert not re.search(r"://|--(?!hash=sha256:)", text), "pins name no host"
    return {str(package).partition("==")[0]: str(package) for package in re.split(r"\n(?=\S)", text.strip())}


def test_publishing_installs_what_a_site_needs_and_no_more() -> None:
    """It has pins of its own, which agree with those of everything, and no tool of the tests."""
    everything, site = _pins("requirements.txt"), _pins("requirements-site.txt")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named, tools = (
        {canonicalize_name(Requirement(one).name) for one in group}
        for group in (project["dependencies"], project["optional-dependencies"]["test"])
    )
    assert site.items() <= everything.items()
    assert named <= site.keys()
    assert not tools & site.keys()
    assert tools <= everything.keys()
    pins = {file.stem: {job.get("env", {}).get("PINS") for job in _jobs(file)} for file in WORKFLOWS}
    assert pins.pop("publish") >= {"requirements-site.txt"}
    assert all(one == {None} for one in pins.values())
