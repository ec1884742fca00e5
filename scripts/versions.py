"""Unpack the sites of releases into the folder versions/ of a built site, so that each keeps an address of its own."""

import re
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import output
from scripts.arguments import folder, guarded, parser, say

_RELEASE = re.compile(r"published-([0-9A-Za-z][0-9A-Za-z.-]*)")
_PACKED = "site.tar.gz"


@guarded
def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    help_text = f"folder with a folder for each tag published-*, which holds the {_PACKED} of its release"
    arguments.add_argument("releases", metavar="FOLDER", type=folder, help=help_text)
    arguments.add_argument("--site", type=folder, metavar="OUT", help="the built site (default: site/ of the topic)")
    options = arguments.parse_args()
    site = options.site or folder(str(options.topic / "site"))
    found = {match[1]: place for place in options.releases.iterdir() if (match := _RELEASE.fullmatch(place.name))}
    try:
        output.refuse_foreign(site)
        for name, place in sorted(found.items()):
            _unpack(place / _PACKED, site / "versions" / name)
        output.list_files(site)
    except (output.RefusedError, tarfile.TarError) as error:
        arguments.error(str(error))
    say(f"{len(found)} versions are in {site / 'versions'}")
    return 0


def _unpack(packed: Path, place: Path) -> None:
    """Unpack a site whose every file is as its build listed it; raises RefusedError or TarError if it is none."""
    with TemporaryDirectory(dir=place.parents[1]) as scratch:
        with tarfile.open(packed) as archive:
            archive.extractall(scratch, filter="data")
        site = Path(scratch, "site")
        output.refuse_foreign(site)
        if not (site / output.LIST).is_file():
            raise output.RefusedError(f"{packed} holds no site")
        place.parent.mkdir(exist_ok=True)
        site.rename(place)


if __name__ == "__main__":
    sys.exit(main())
