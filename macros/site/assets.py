"""The style sheet and the scripts of a site, the licences of its software, and which files of the theme pages load."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from rjsmin import jsmin

from macros import language
from macros.views.colours import COLOURS

LICENCES = "assets/licences.txt"
"""The file with the licences of the software that a site brings to a browser."""
THEME = Path(__file__).parent.parent / "theme"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_NOT_SERVED = ("assets/javascripts/", "assets/images/favicon.png")


def is_served(path: str, theme: Any) -> bool:
    """Whether a file of the theme is served: not its scripts, and its palettes only if its settings name one."""
    if path.startswith(_NOT_SERVED) or path.endswith(".map"):
        return bool(path == theme["favicon"])
    return not path.startswith("assets/stylesheets/palette") or bool(theme.get("palette"))


def css(*more: Path) -> str:
    """Return the style sheets of the theme and the site, then ``more``, for a page that needs no other file."""
    material = resources.files("material").joinpath("templates/assets/stylesheets")
    theirs, ours = sorted(Path(str(material)).glob("main.*.min.css")), sorted((THEME / "css").glob("*.css"))
    return "\n".join([_colours(), *(sheet.read_text(encoding="utf-8") for sheet in (*theirs, *ours, *more))])


def _colours() -> str:
    """Return the rule of the variables that have the colours of charts."""
    declarations = (f"  {name}: light-dark({light}, {dark});" for name, (light, dark) in COLOURS.items())
    return "\n".join([":root {", *declarations, "}\n"])


def files() -> Iterator[tuple[str, str]]:
    """Yield path and content of the style sheet, the scripts with their translations, and the licences."""
    css, js = _colours() + _joined("css"), _joined("js")
    words = json.dumps(language.of_script(js), ensure_ascii=False)
    yield "assets/explainer.css", _COMMENT.sub("", css)
    yield "assets/explainer.js", jsmin(f"const words = {words};\n{js}")
    yield LICENCES, (THEME / "licences.txt").read_text(encoding="utf-8")
    yield "assets/redirect.js", jsmin((THEME / "redirect.js").read_text(encoding="utf-8"))


def _joined(kind: str) -> str:
    """Return the files of the theme's folder for a kind of file, "css" or "js", as one."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((THEME / kind).glob(f"*.{kind}")))
