"""The licences of what is installed and of what a site brings along: all are told, and none forbids our own."""

import re
from importlib.metadata import distribution
from pathlib import Path

from macros.site import assets
from tests import licences
from tests.factories import ROOT

_ROW = re.compile(r"(?m)^\| ([\w-]+) \| (.+) \|$")
_FREE = re.compile(r"(MIT|BSD|Apache|Academic Free|PSF-2\.0|Mozilla Public License 2\.0|ISC|Zlib|CC0)\b")
"""Licences under which something may be used beside what is under the MIT License."""


def _letters(text: str) -> str:
    """Return the letters of a text, which makers write with other lines, marks and capitals."""
    return re.sub("[^a-z]", "", text.casefold())


def test_each_dependency_is_listed_with_its_licence() -> None:
    """The list has every pin, with the licence in the metadata of what is installed, each of which lets us use it."""
    listed = dict(_ROW.findall(licences.FILE.read_text(encoding="utf-8")))
    assert [*listed][1:] == licences.pinned()
    assert {name: told for name in licences.pinned() if (told := licences.licence(name))}.items() <= listed.items()
    for name in licences.pinned():
        assert all(map(_FREE.match, re.split("; | OR | AND ", listed[name]))), f"{name}: {listed[name]}"


def test_a_site_carries_the_notices_of_what_it_brings() -> None:
    """Copyright and permission stand in it as they stand in what is installed, and as in our own licence."""
    theme = distribution("mkdocs-material").read_text("licenses/LICENSE") or ""
    icons = Path(str(distribution("mkdocs-material").locate_file("material/templates/.icons/octicons/LICENSE")))
    told = dict(assets.files())[assets.LICENCES]
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    for text in (own, theme, icons.read_text(encoding="utf-8")):
        assert re.findall(r"Copyright \(c\) .+", text)[0] in told
        assert _letters(text[text.index("Permission") :]) in _letters(told)
    assert "Copyright 2022 CloudCannon" in told
