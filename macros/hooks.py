"""What MkDocs needs of us and mkdocs-macros cannot give: generated pages, assets, the topic's own settings. Layer 9.

Kept thin: MkDocs never reloads this file while it serves. Everything else is dropped from memory at the start of
each build, so that edits of Python and data show.
"""

import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_THEME = Path(__file__).parent / "theme"
_PREVIEW = False
_ID = re.compile(r'\bid="([^"]+)"')


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is a preview, whose reloading needs a script that the site's policy forbids."""
    global _PREVIEW  # noqa: PLW0603 - MkDocs tells hooks once, before there is any configuration
    _PREVIEW = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the topic, and take from it what is the topic's own; runs before every other plugin."""
    _forget_library()
    from markupsafe import escape  # noqa: PLC0415

    from macros import problems, site, tokens  # noqa: PLC0415 - only now are they fresh

    try:
        topic = site.queries().dataset.topic
    except problems.BadDataError as error:
        count = len(error.problems)
        raise PluginError(f"{count} problem{'s' if count > 1 else ''} in the data or the pages\n{error}") from error
    folder = site.topic_dir()
    config.docs_dir = str(folder / "docs")
    config.site_name = str(escape(topic.title))
    config.site_description = str(escape(topic.tagline))
    config.site_url = str(topic.site_url) if topic.site_url else config.site_url
    config.copyright = str(escape(f"{topic.notice} Data and prose {topic.licences.data}, code {topic.licences.code}."))
    config.nav = [{str(escape(page.label)): page.page} for page in topic.nav]
    config.extra["preview"] = _PREVIEW
    config.extra["theme_css"] = _theme_css(config)
    config.markdown_extensions.append(tokens.TokenExtension())  # type: ignore[arg-type] # Markdown takes both
    config.watch = [*config.watch, str(folder / "data"), str(_THEME.parent)]
    return config


def _forget_library() -> None:
    """Let the library be imported anew, from the project's folder."""
    project = str(_THEME.parent.parent)
    if project not in sys.path:
        sys.path.insert(0, project)
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]


def _theme_css(config: MkDocsConfig) -> str:
    """Return the address of the theme's style sheet, whose name changes with its content."""
    for folder in map(Path, config.theme.dirs):
        for file in folder.glob("assets/stylesheets/main.*.min.css"):
            return file.relative_to(folder).as_posix()
    raise PluginError("the theme has no style sheet assets/stylesheets/main.*.min.css")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and the theme's files joined into one of each kind."""
    from macros import pages, site  # noqa: PLC0415 - after on_config has dropped the old ones

    for page in pages.pages(site.queries()):
        files.append(File.generated(config, page.path, content=page.markdown))
    for kind in ("css", "js"):
        parts = sorted((_THEME / kind).glob(f"*.{kind}"))
        joined = "\n".join(part.read_text(encoding="utf-8") for part in parts)
        files.append(File.generated(config, f"assets/explainer.{kind}", content=joined))
    scheme = (_THEME / "scheme.js").read_text(encoding="utf-8")
    files.append(File.generated(config, "assets/scheme.js", content=scheme))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index of search, which a page loads only when its reader searches."""
    from macros import search, searchindex, site  # noqa: PLC0415 - as above

    for name, data in searchindex.files(search.entries(site.queries())).items():
        file = Path(config.site_dir) / "pagefind" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Tell MkDocs which anchors our HTML brings, so that strict mode can check links to them."""
    anchors = set(_ID.findall(html))
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
    return html
