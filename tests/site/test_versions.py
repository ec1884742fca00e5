"""Published versions: each at its own address, what changed between them, and citations that lead to them."""

import json
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import feedparser
import pytest

from scripts import output
from scripts.versions import main
from tests import sites
from tests.edits import append, begin, change, commit, git
from tests.site import reading

_EVENT = "data/events/lamp-lit.yml"
_DAY = "2001-02-03"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site of a topic whose event was changed between two releases, and its number since.

    As when main is published, ``releases`` has the packed site of each release; ``site`` has them in ``versions``.
    """

    def make(folder: Path) -> None:
        topic = sites.chartless_topic(folder / "topic")
        append(topic / "data/topic.yml", "site_url: https://lamp.example/\n")
        begin(topic)
        _release(folder, "2001-01-01")
        append(topic / "data/topic.yml", "translations: [es]\n")
        change(topic / _EVENT, "title: The lamp is lit", "title: The lamp burns")
        _release(folder, "2001-02-03")
        change(topic / "data/terms/keeper.yml", "label: keeper", "label: warden")
        commit(topic, _DAY)
        sites.built("--topic", topic, "--site", folder / "site", guard=folder / "guard")
        done = sites.run("-m", "scripts.versions", "--site", folder / "site", folder / "releases")
        assert done.returncode == 0, done.stdout + done.stderr

    return sites.once(tmp_path_factory, "published", make)


def _release(folder: Path, name: str) -> None:
    """Publish what the topic says, and pack its site as a release does."""
    commit(folder / "topic", _DAY)
    git(folder / "topic", "tag", f"published-{name}", day=_DAY)
    sites.built("--topic", folder / "topic", "--site", folder / "built" / name, guard=folder / "guard")
    _packed(folder / "built" / name, folder / "releases", name)


def test_the_page_of_versions_tells_what_changed(published: Path) -> None:
    """Each release leads to its own address, and says what a fact said before, and what it says."""
    page = sites.pages(published / "site")["versions.html"]
    now, newest, first = (one.words() for one in page.article.all("section"))
    assert "Label: was “keeper”, now “warden”" in now
    assert "Title: was “The lamp is lit”, now “The lamp burns”" in newest
    assert "approval" not in now
    assert "2001-01-01" in first
    assert "Published on 3 February 2001" in first
    assert "The first version" in first
    links = {one.attributes["href"] for one in page.article.all("a")}
    assert {f"https://lamp.example/versions/{day}/index.html" for day in ("2001-01-01", "2001-02-03")} <= links
    assert any(target == "versions.html" for _, target, _ in sites.pages(published / "site")["index.html"].links)


def test_the_page_of_versions_is_read_by_programs(published: Path) -> None:
    """It is an article with a citation that leads to what it is today, plain text, and listed, as any page."""
    site = published / "site"
    (script,) = sites.pages(site)["versions.html"].root.all("script", type="application/ld+json")
    (article,) = json.loads(script.text)["@graph"]
    assert (article["@type"], article["headline"]) == ("Article", "Published versions")
    assert "archivedAt" not in article
    assert "was “The lamp is lit”, now “The lamp burns”" in (site / "versions.txt").read_text(encoding="utf-8")
    assert "](versions.txt)" in (site / "llms.txt").read_text(encoding="utf-8")
    (entry,) = reading.library(site / "cite/page-versions.bib").entries
    assert entry["url"] == "https://lamp.example/versions.html"


def test_the_feeds_have_the_changes_of_releases(published: Path) -> None:
    """A change between two releases is an entry, with what it was and what it is; what is not published yet is none."""
    feed = feedparser.parse((published / "site/changes.atom").read_bytes())
    (entry,) = (one for one in feed.entries if one.title == "Changed: The lamp burns")
    assert "was “The lamp is lit”; now “The lamp burns”" in entry.content[0].value
    assert "Why: no correction is recorded." in entry.content[0].value
    assert not any("warden" in one.title for one in feed.entries)
    told = json.loads((published / "site/changes.json").read_text(encoding="utf-8"))
    assert "Corrections only" not in told["description"]
    assert entry.id in {one["id"] for one in told["items"]}


def test_a_citation_leads_to_the_version_that_reads_the_same(published: Path) -> None:
    """A fact that was published as it is leads there, with its address of today beside it; a newer one does not."""
    items = json.loads((published / "site/cite/all.json").read_text(encoding="utf-8"))
    addresses = {item["id"]: item.get("URL", "") for item in items}
    assert addresses["lamp-lit"].startswith("https://lamp.example/versions/2001-02-03/")
    assert "/versions/" not in addresses["page-terms"]
    note = next(item["note"] for item in items if item["id"] == "lamp-lit")
    assert note.startswith("Version of 2001-02-03; today: https://lamp.example/timeline.html")


def test_a_page_says_where_it_is_kept(published: Path) -> None:
    """For programs, a page that reads the same in a published version names its address there."""
    assert '"archivedAt": "https://lamp.example/versions/2001-02-03/sources/gazette.html"' in _source(published)
    assert "archivedAt" not in (published / "site/terms.html").read_text(encoding="utf-8")


def test_a_page_of_a_version_says_which_it_is(published: Path) -> None:
    """Its foot has the name, the day and the way to the page of today; that of a site with newer facts says nothing."""
    for place, told in (
        ("versions/2001-01-01/timeline.html", "Version 2001-01-01, published on 3 February 2001. This page today"),
        ("versions/2001-02-03/timeline.html", "Version 2001-02-03, published on 3 February 2001. This page today"),
        ("versions/2001-02-03/es/timeline.html", "Versión 2001-02-03, publicada el 3 de febrero de 2001. Esta página"),
    ):
        page = sites.pages(published / "site")[place]
        (foot,) = page.root.all("footer")
        assert told in " ".join(foot.words().split()), place
        language = "es/" if "/es/" in place else ""
        assert f"https://lamp.example/{language}timeline.html" in {one.attributes.get("href") for one in foot.all("a")}
    assert "Version 2001" not in (published / "site/timeline.html").read_text(encoding="utf-8")


def _source(published: Path) -> str:
    return (published / "site/sources/gazette.html").read_text(encoding="utf-8")


def _packed(site: Path, folder: Path, name: str) -> Path:
    place = folder / f"published-{name}"
    place.mkdir(parents=True)
    with tarfile.open(place / "site.tar.gz", "w:gz") as archive:
        archive.add(site, "site")
    return folder


def test_a_release_keeps_its_bytes(published: Path) -> None:
    """What a release packed is under its own name, byte for byte, after the next one too."""
    for name in ("2001-01-01", "2001-02-03"):
        assert sites.content(published / "site/versions" / name) == sites.content(published / "built" / name)


def test_a_site_with_its_versions_is_still_a_site(published: Path) -> None:
    """What the releases brought is listed, so that the next build may replace it, and anyone can check every file."""
    output.refuse_foreign(published / "site")
    for place in (published / "site", published / "site/versions/2001-02-03"):
        done = subprocess.run(
            ["sha256sum", "--check", "--quiet", "explainer.sha256"], cwd=place, capture_output=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, b"")


def test_every_address_in_a_citation_is_there(published: Path) -> None:
    """Whatever the site, a translation or a version says of where something is, is a file with that anchor."""
    pages = sites.pages(published / "site")
    told = set[str]()
    for name in ("", "es/", "versions/2001-01-01/", "versions/2001-02-03/", "versions/2001-02-03/es/"):
        items = json.loads((published / "site" / name / "cite/all.json").read_text(encoding="utf-8"))
        told |= {item["URL"] for item in items if item.get("URL", "").startswith("https://lamp.example/")}
        told |= {note[1] for item in items if (note := re.search(r"(https://\S+)$", item.get("note", "")))}
    kept = (re.findall(r'"archivedAt": "([^"]+)"', page.root.words()) for page in pages.values())
    told |= {address for found in kept for address in found}
    versions = {address for address in told if "/versions/" in address}
    assert {address.split("/versions/")[1].partition("/")[2][:3] == "es/" for address in versions} == {True, False}
    for address in told:
        path, _, anchor = address.removeprefix("https://lamp.example/").partition("#")
        assert path in pages, address
        assert not anchor or anchor in pages[path].ids, address


def test_a_translation_leads_to_the_versions(published: Path) -> None:
    """The page of versions is there once; no page promises it in another language."""
    pages = sites.pages(published / "site")
    assert "versions.html" in {target for _, target, _ in pages["es/index.html"].links}
    assert "versions.html" in {target for _, target, _ in pages["es/about/health.html"].links}
    assert "es/versions.html" not in pages
    told = {
        name: [one.attributes["href"] for one in page.root.all("link") if "hreflang" in one.attributes]
        for name, page in pages.items()
    }
    assert told["es/law.html"] == told["law.html"] == [f"https://lamp.example/{path}law.html" for path in ("", "es/")]
    assert told["versions.html"] == []


def test_a_release_that_was_changed_is_refused(published: Path, tmp_path: Path, command: sites.Command) -> None:
    """A file that the build of a release did not list gets no address."""
    site = shutil.copytree(published / "built/2001-02-03", tmp_path / "site")
    folder = _packed(site, tmp_path / "releases", "2001-02-03")
    with tarfile.open(folder / "published-2001-02-03/site.tar.gz", "w:gz") as archive:
        (tmp_path / "a.html").write_text("<script>", encoding="utf-8")
        archive.add(site, "site")
        archive.add(tmp_path / "a.html", "site/a.html")
    status, _, error = command(main, folder, "--site", site)
    assert status == 2
    assert "holds a.html, which no build has made" in error
    assert not (site / "versions").exists()


def test_a_broken_release_leaves_a_site_that_can_be_built_anew(tmp_path: Path, command: sites.Command) -> None:
    """A half of a download is named, what was unpacked before it is listed, and a version is unpacked once."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("A page\n" * 9_999, encoding="utf-8")
    output.list_files(site)
    releases = _packed(site, tmp_path / "releases", "1")
    broken = _packed(site, tmp_path / "releases", "2") / "published-2/site.tar.gz"
    whole = broken.read_bytes()
    broken.write_bytes(whole[: len(whole) // 2])
    status, _, error = command(main, releases, "--site", site)
    assert status == 2
    assert f"{broken} cannot be unpacked, so fetch it anew" in error
    output.refuse_foreign(site)
    broken.write_bytes(whole)
    status, _, error = command(main, releases, "--site", site)
    assert status == 2
    assert f"{site / 'versions/1'} is there already: build the site anew" in error
    shutil.rmtree(site / "versions")
    output.list_files(site)
    assert command(main, releases, "--site", site)[0] == 0
    output.refuse_foreign(site)
