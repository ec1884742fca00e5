"""What a page leads to and shows, and what of it a built site lacks."""

from pathlib import Path

import pytest

from macros.model.addresses import linked
from scripts.links import dead_links


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ({"href": "law.html#lamp", "title": "a.png 2x"}, ["law.html#lamp"]),
        ({"src": "v.mp4", "poster": "lamp.png"}, ["v.mp4", "lamp.png"]),
        ({"src": "a.png", "srcset": "a.png 1x, b.png 1.5x"}, ["a.png", "a.png", "b.png"]),
        ({"srcset": "\n a,b.png 320w,\n c.png\t640w, d.png"}, ["a,b.png", "c.png", "d.png"]),
        ({"srcset": "a.png,"}, ["a.png"]),
        ({"srcset": None, "href": None}, [""]),
        ({}, []),
    ],
)
def test_every_address_of_an_element_is_found(attributes: dict[str, str | None], found: list[str]) -> None:
    """One is in each attribute but the set of pictures, which commas part, with the screens that each is for."""
    assert list(linked(attributes)) == found


def test_a_picture_for_some_screens_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The first picture of a video, and each of a set, is in the site as any other."""
    picture = '<picture><source srcset="gone.png"><img src="lamp.png" srcset="lamp.png 1x, far/lamp.png 2x"></picture>'
    page = f'<!doctype html><body>{picture}<video poster="first.png" src="lamp.mp4"></video>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    for name in ("lamp.png", "lamp.mp4"):
        (tmp_path / name).touch()
    told = {problem.message for problem in dead_links(tmp_path)}
    assert told == {f'"{name}" leads nowhere' for name in ("gone.png", "far/lamp.png", "first.png")}


@pytest.mark.parametrize("home", ["/", "/lamp/", "/caf%C3%A9/", "/café/", "/a%20lamp/100%25/", "/a//lamp/"])
def test_a_site_may_stand_anywhere_on_its_host(tmp_path: Path, home: str) -> None:
    """The page for missing pages has the whole path before its addresses, with its signs written as in the address."""
    (tmp_path / "404.html").write_text(f'<a href="{home}lamp%20one.html"></a><a href="{home}no.html"></a>', "utf-8")
    (tmp_path / "lamp one.html").write_text("<p>A lamp</p>", "utf-8")
    assert [problem.message for problem in dead_links(tmp_path, home)] == [f'"{home}no.html" leads nowhere']
