"""The style sheet and the scripts of a site, and which files of the theme pages load."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros import language

_THEME = Path(__file__).parent.parent / "theme"
_NOT_SERVED = ("assets/javascripts/", "assets/images/favicon.png")


def is_served(path: str, theme: Any) -> bool:
    """Whether pages load a file of the theme: none of its scripts, and its palettes only if its settings name one."""
    if path.startswith(_NOT_SERVED) or path.endswith(".map"):
        return bool(path == theme["favicon"])
    return not path.startswith("assets/stylesheets/palette") or bool(theme.get("palette"))


def files() -> Iterator[tuple[str, str]]:
    """Yield path and content of the style sheet and of the scripts, which know their words in the language in use."""
    for kind in ("css", "js"):
        parts = sorted((_THEME / kind).glob(f"*.{kind}"))
        text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
        words = f"const words = {json.dumps(language.of_script(text), ensure_ascii=False)};\n" if kind == "js" else ""
        yield f"assets/explainer.{kind}", words + text
    yield "assets/redirect.js", (_THEME / "redirect.js").read_text(encoding="utf-8")
