"""Unpack the sites of releases into the folder versions/ of a built site, so that each keeps an address of its own."""

import argparse
import re
import sys
import tarfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import output
from scripts.arguments import UsageError, argument, command, folder, say

_RELEASE = re.compile(r"published-([0-9A-Za-z][0-9A-Za-z.-]*)")
_PACKED = "site.tar.gz"
_RELEASES = f"folder with a folder for each tag published-*, which holds the {_PACKED} of its release"


@command(
    __doc__,
    argument("releases", metavar="FOLDER", type=folder, help=_RELEASES),
    argument("--site", type=folder, metavar="OUT", help="the built site (default: site/ of the topic)"),
)
def main(options: argparse.Namespace) -> int:
    """Unpack every release, and return the exit status."""
    if not (site := options.site or options.topic / "site").is_dir():
        raise UsageError(f"{site} is not a folder: build the site first")
    folders = {match[1]: place for place in options.releases.iterdir() if (match := _RELEASE.fullmatch(place.name))}
    output.refuse_foreign(site)
    try:
        for name, place in sorted(folders.items()):
            _unpack(place / _PACKED, site / "versions" / name)
    finally:  # what was unpacked is part of the site
        output.list_files(site)
    say(f"{len(folders)} versions are in {site / 'versions'}")
    return 0


def _unpack(packed: Path, place: Path) -> None:
    """Unpack a site; raises UsageError unless every file in it is as its build listed it."""
    if place.exists():
        raise UsageError(f"{place} is there already: build the site anew")
    with TemporaryDirectory(dir=place.parents[1]) as scratch:
        try:
            with tarfile.open(packed) as archive:
                archive.extractall(scratch, filter="data")
        except (tarfile.TarError, EOFError, zlib.error) as error:
            raise UsageError(f"{packed} cannot be unpacked, so fetch it anew: {error}") from error
        site = Path(scratch, "site")
        output.refuse_foreign(site)
        if not (site / output.LIST).is_file():
            raise UsageError(f"{packed} holds no site")
        place.parent.mkdir(exist_ok=True)
        site.rename(place)


if __name__ == "__main__":
    sys.exit(main())
