"""The licences of what a site is built with: ``python -m tests.licences`` writes ``LICENSE-DEPENDENCIES.md`` anew."""

import re
from importlib.metadata import PackageNotFoundError, metadata

from tests.factories import ROOT

FILE = ROOT / "LICENSE-DEPENDENCIES.md"
_HEAD = """# Licenses of the dependencies

What `requirements-site.txt` installs to build a site, and its license as its makers tell it. None of it is part of this
repository. What a site brings to a browser is told in `assets/licences.txt` there.

| package | license |
|---|---|
"""
_PIN = re.compile(r"(?m)^(\S+)==")


def pinned() -> list[str]:
    """Return the packages that are pinned for building a site."""
    return list(dict.fromkeys(_PIN.findall((ROOT / "requirements-site.txt").read_text(encoding="utf-8"))))


def licence(package: str) -> str:
    """Return the licence of a package by its metadata; "" where it is not installed, as those of other systems."""
    try:
        told = metadata(package).json
    except PackageNotFoundError:
        return ""
    classes = [one.rpartition(" :: ")[2] for one in told.get("classifier", ()) if one.startswith("License :: ")]
    named = str(told.get("license_expression") or "; ".join(classes) or told.get("license", ""))
    return named.partition("\n")[0]


def page() -> str:
    """Return the list of every package that is installed here."""
    rows = ((name, licence(name)) for name in pinned())
    return _HEAD + "".join(f"| {name} | {told} |\n" for name, told in rows if told)


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
