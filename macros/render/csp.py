"""The Content Security Policy of pages, and the settings of MkDocs that cannot work under it."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = "it needs a script of the theme or of another site, and pages load neither; take it out"
_ELSEWHERE = "pages load nothing from other sites; put the file into docs/, and name it under files in topic.yml"
_REASONS: Mapping[str, str] = {
    "theme.features": "pages have a frame of their own and none of the theme's scripts; take it out",
    "theme.font": "fonts would come from another site; set it to false, and name fonts in a style sheet of extra_css",
    "extra_css": _ELSEWHERE,
    "extra_javascript": _ELSEWHERE,
    "plugins: search": "the site has a search of its own; take it out",
    "markdown_extensions: pymdownx.arithmatex": _SCRIPT,
    "markdown_extensions: pymdownx.progressbar": "it writes styles into a page, which the policy forbids; take it out",
    "custom_fences: mermaid": _SCRIPT,
    "extra: analytics": _SCRIPT,
    "extra: consent": _SCRIPT,
    "extra: version": _SCRIPT,
}
"""Why a setting cannot work, by its name, or by its name and one of its values."""


def hash_source(text: str) -> str:
    """Return the source expression that allows the script or style that is exactly ``text`` (CSP level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def content_security_policy(script: str, markup: str) -> str:
    """Return the policy of every page: files of the site, one inline script, and the style elements of ``markup``."""
    styles = " ".join(["'self'", *map(hash_source, _STYLE.findall(markup))])
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hash_source(script)}; style-src {styles}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )


def refused(config: Mapping[str, Any]) -> list[str]:
    """Return a sentence with a remedy for each setting of ``mkdocs.yml`` that cannot work on a page."""
    found = ((setting, name, _reason(setting, name)) for setting, name in _given(config))
    return [f"mkdocs.yml: {setting}: {name} cannot work here: {reason}" for setting, name, reason in found if reason]


def _reason(setting: str, name: str) -> str | None:
    return _REASONS.get(setting) or _REASONS.get(f"{setting}: {name}")


def _given(config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each setting that may be refused with each of its values; of addresses, only those of other sites."""
    yield from (("theme.features", name) for name in config["theme"].get("features") or ())
    yield from (("theme.font", str(font)) for font in [config["theme"].get("font")] if font)
    yield from (("plugins", str(name).removeprefix("material/")) for name in config["plugins"])
    yield from (("markdown_extensions", str(name)) for name in config["markdown_extensions"])
    fences = config["mdx_configs"].get("pymdownx.superfences", {}).get("custom_fences", ())
    yield from (("custom_fences", fence["name"]) for fence in fences)
    yield from (("extra", name) for name in config["extra"])
    for setting in ("extra_css", "extra_javascript"):
        yield from ((setting, str(path)) for path in config[setting] if "//" in str(path))
