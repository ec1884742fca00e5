"""The style sheets of the site in one, for pages that need no other file."""

from importlib.resources import files
from pathlib import Path

from scripts.arguments import ROOT

THEME = ROOT / "macros" / "theme"


def css(*more: Path) -> str:
    """Return the style sheets of the theme and of the site, and more of ours."""
    material = sorted(Path(str(files("material"))).glob("templates/assets/stylesheets/main.*.min.css"))
    sheets = (*material, *sorted((THEME / "css").glob("*.css")), *more)
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
