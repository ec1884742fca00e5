"""MkDocs hooks, for what mkdocs-macros cannot do: generated pages, assets, the topic's own settings.

In a preview, ``config.extra["only"]`` holds the paths of the pages to build; print, search and files to take away are
left out.
"""

import logging
import os
import re
import sys
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent.parent))  # MkDocs takes it back once this file is imported

from macros import exports, language, plugin, problems, search, site
from macros.checks import settings, titles
from macros.render import csp, popovers, render, speak, tokens
from macros.review import versions
from macros.search import index, sections
from macros.site import assets, languages, pages, printing

_Context = dict[str, Any]
_THEME = Path(__file__).parent / "theme"
_ID = re.compile(' id="([^"]+)"')
_TOGGLES = re.compile(r'<input class="md-toggle".*?<label class="md-overlay"[^>]*></label>', re.DOTALL)


def on_startup(**_: Any) -> None:
    """Log warnings only; with --quiet, strict builds would not count them."""
    if not sys.stdout.isatty():
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger("mkdocs.plugins").setLevel(logging.WARNING)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the topic, and take titles, licences, navigation and pages from it; runs before every other plugin."""
    if faults := settings.refused(Path(config.config_file_path or "")):
        raise PluginError("\n".join(map(str, faults)))
    try:
        topic, own = site.queries().dataset.topic, site.current().docs.pages
    except problems.BadDataError as error:
        raise PluginError(f"Problems in the data or the pages: {len(error.problems)}\n{error}") from error
    config.theme["language"] = languages.of_theme(config.theme.dirs)
    folder = site.topic_dir()
    config.docs_dir = str(folder / "docs")
    config.site_name = str(escape(topic.title))
    config.site_description = str(escape(topic.tagline))
    config.site_url = topic.address() or config.site_url
    if language.code() != topic.language and not config.site_url:
        config.theme.static_templates.discard("404.html")  # without an address its links cannot lead to the others
    config.copyright = str(escape(languages.imprint(topic)))
    # Without labels, since mkdocs-macros renders titles as templates.
    config.nav = [one.page for one in topic.nav if one.page in own]
    settings.prepare(config.mdx_configs)
    config.markdown_extensions.append(tokens.TokenExtension())  # type: ignore[arg-type] # Markdown takes both
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Remove files that were not checked or are not loaded; add generated pages, one style sheet and two scripts."""
    docs = site.current().docs
    known = {**docs.pages, **docs.files}
    for file in list(files):
        is_ours = file.src_dir == config.docs_dir
        if not (file.src_uri in known if is_ours else assets.is_served(file.src_uri, config.theme)):
            files.remove(file)
    only: set[str] | None = config.extra.get("only")
    for path, content in _made(docs, only, config).items():
        files.append(File.generated(config, path, content=content))
    for file in files.documentation_pages():
        if only is not None and file.src_uri not in only:  # links to it stay valid
            file.inclusion = InclusionLevel.EXCLUDED
    return files


def _made(docs: Any, only: set[str] | None, config: MkDocsConfig) -> dict[str, str]:
    """Return the content of every file that is not in the docs folder; note the settings and the parents of pages."""
    config.extra["parents"] = {path: f"{path.rpartition('/')[0]}/index.md" for path in docs.pages if "/" in path}
    config.extra["heads"] = {printing.PATH: printing.head()} | {path: page.head for path, page in docs.pages.items()}
    made = dict(chain(pages.redirects(site.queries()), assets.files()))
    for page in chain(pages.pages(site.queries(), only, docs), versions.generated_pages(only)):
        made[page.path], config.extra["heads"][page.path] = page.markdown, page.head
        config.extra["parents"][page.path] = page.parent
    if only is None:
        made[printing.PATH] = ""  # its content is set when the other pages are there
    return made


@event_priority(-100)
def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Give pages that a preview does not build their labels, after the plugins that render titles as templates."""
    labels = site.queries().dataset.topic.labels
    for page in nav.pages:
        page.title = str(escape(labels[page.file.src_uri]))
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the colour script and the policy, fill the print page, keep hand-written pages for search."""
    speak(env)
    scheme, topic = (_THEME / "scheme.js").read_text(encoding="utf-8"), site.queries().dataset.topic
    icons = env.get_template("partials/icons.html").render(config=config)
    named = languages.named(topic, site.current().docs)
    env.globals |= named | {"footer": named["footer"] + versions.links()}
    env.globals |= {"scheme": scheme, "policy": csp.content_security_policy(scheme, icons)}
    file = files.get_file_from_path(printing.PATH)
    if file and file.page:
        parts = [
            printing.Part(found.dest_uri, label, found.page.content or "", is_chapter)
            for path, label, is_chapter in printing.contents(site.queries())
            if (found := files.get_file_from_path(path)) and found.page
        ]
        parts += pages.printed(site.queries())
        file.page.content = printing.document(parts, site.queries())
        env.globals["exhibits"] = exports.binder.count(site.queries())
    written = (file for file in files.documentation_pages() if file.page and not file.generated_by)
    seen = (file for file in written if "search" not in config.extra["heads"][file.src_uri].hide)
    config.extra["written"] = [(file.dest_uri, file.page.content or "") for file in seen if file.page]
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index and what readers can take away: charts, data, citations, feeds."""
    if config.extra.get("only") is not None:
        return
    entries = chain(search.entries(site.queries()), sections.entries(config.extra["written"]))
    folder, docs = Path(config.site_dir), site.current().docs
    suggested = search.suggested(site.queries(), docs.pages["index.md"].text)
    for name, data in index.files(entries, suggested, site.queries().dataset.topic.alike).items():
        _write(folder, f"pagefind/{name}", data)
    sheets = [file.relative_to(folder).as_posix() for file in folder.glob("assets/stylesheets/main.*.css")]
    sheets += ["assets/explainer.css", *config.extra_css]
    for name, data in exports.files(site.queries(), docs, sheets, versions.feed_changes(), versions.pinned()):
        _write(folder, name, data)


def _write(folder: Path, name: str, data: bytes) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def on_page_read_source(page: Page, **_: Any) -> str | None:
    """Return the checked text of a hand-written page with empty settings; ``on_page_markdown`` sets them."""
    page.title = ""  # MkDocs takes it from the file name, and mkdocs-macros would render it as a template
    source = site.current().docs.pages.get(page.file.src_uri)
    return f"---\n{{}}\n---\n{source.text}" if source else None


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Set the settings and the navigation label of a page; runs last, so that no plugin renders them as templates."""
    head = config.extra["heads"][page.file.src_uri]
    page.meta = {"hide": list(head.hide)}
    page.meta |= {name: str(escape(text)) for name in ("title", "description") if (text := getattr(head, name))}
    vars(page).pop("title")  # so that MkDocs works it out anew, from settings or heading
    path, queries = page.file.src_uri, site.queries()
    source = site.current().docs.pages.get(path)
    if label := queries.dataset.topic.labels.get(path) or (source and titles.heading(path, source.text, queries)):
        page.title = str(escape(label))
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Move popovers and definitions to the end of a page, list its headings, and tell MkDocs the ids in our HTML.

    A page without a title has the one that MkDocs gives it, by its settings or its name.
    """
    whole = tokens.unpack(html)
    definitions = plugin.definitions_of(whole, page.url)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *_ID.findall(whole), *_ID.findall(definitions)}
    page.meta["contents"] = [] if "toc" in page.meta["hide"] else popovers.headings(whole)
    page.markdown = page.file.content_string = ""  # no longer needed, and large
    html, opened = popovers.taken(tokens.unpack(settings.accessible(html), popovers.MARK))
    source = site.current().docs.pages.get(page.file.src_uri)
    if source and "<h1" not in whole:
        html = str(render("title", title=Markup(page.title))) + html  # noqa: S704 - it is escaped
    told = languages.told_apart(html, source.language if source else "", whole)
    return told + definitions + popovers.section(opened)


def on_page_context(context: _Context, page: Page, config: MkDocsConfig, nav: Navigation, **_: Any) -> _Context:
    """Give templates the headings of a page, how it is cited, its picture, and the pages that lead to one elsewhere."""
    parent = config.extra["parents"].get(page.file.src_uri)
    above = [one for one in nav.pages if one.is_homepage or one.file.src_uri == parent]
    if _is_taken_away(page, config):
        given = (page.meta.get("title") or page.title, page.meta.get("description"))
        title, about = (Markup(tokens.unpack(str(text or ""))).striptags() for text in given)  # noqa: S704 - it is ours
        told = exports.structured.About(page.file.src_uri, page.file.dest_uri, title, about)
        context |= exports.of_page(told, site.queries(), versions.pinned())
    in_one = {"versions": ()} if page.file.src_uri == versions.PATH else {}  # it is in the language of the topic alone
    return context | in_one | {"contents": page.meta.get("contents"), "trail": [] if page in nav.pages else above}


def _is_taken_away(page: Page, config: MkDocsConfig) -> bool:
    """Whether a page can be cited and is there as plain text: not in a preview, nor all pages in one, nor versions."""
    return config.extra.get("only") is None and page.file.src_uri not in (printing.PATH, versions.PATH)


def on_post_page(output: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Return a page with its packed HTML unpacked, just before it is written; write it as plain text beside."""
    html = tokens.unpack(on_post_template(output))
    if tokens.is_left(html):
        raise PluginError(f"docs/{page.file.src_uri}: a macro call is where only words can be, as in a title of code")
    if _is_taken_away(page, config):
        text = exports.plaintext.text(html).encode()
        _write(Path(config.site_dir), page.file.dest_uri.replace(".html", ".txt"), text)
    return html


def on_post_template(output_content: str, **_: Any) -> str:
    """Leave out what the theme's script would need, and a day of the last change that nobody knows."""
    if os.environ.get("SOURCE_DATE_EPOCH") == "0":
        output_content = output_content.replace("<lastmod>1970-01-01</lastmod>", "")
    return _TOGGLES.sub("", output_content, count=1)
