"""MkDocs hooks, for what mkdocs-macros cannot do: generated pages, assets, the topic's own settings.

In a preview, ``config.extra["only"]`` holds the paths of the pages to build; the print page, search and downloads are
left out.
"""

import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
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
from macros.model import Docs
from macros.model.docs import PRINT_PAGE
from macros.pages import settings, titles
from macros.render import csp, popovers, render, speak, tokens
from macros.review import versions
from macros.search import asked, index, sections
from macros.site import assets, languages, pages, printing
from macros.views.colours import COLOURS

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
    try:
        current = site.current()
    except problems.BadDataError as error:
        raise PluginError(f"Problems in the data or the pages: {len(error.problems)}\n{error}") from error
    if faults := settings.refused(Path(config.config_file_path or ""), current.docs.files):
        raise PluginError("\n".join(map(str, faults)))
    topic = current.queries.dataset.topic
    config.use_directory_urls = False
    config.theme["language"] = languages.of_theme(config.theme.dirs)
    config.docs_dir = str(site.topic_dir() / "docs")
    config.site_name, config.site_description = str(escape(topic.title)), str(escape(topic.tagline))
    config.site_url = topic.address() or config.site_url
    if language.code() != topic.language and not config.site_url:
        config.theme.static_templates.discard("404.html")  # its links to other languages need an address
    config.copyright = str(escape(languages.imprint(topic)))
    # Without labels, since mkdocs-macros renders titles as templates.
    config.nav = [entry.page for entry in topic.nav if entry.page in current.docs.pages]
    settings.prepare(config.mdx_configs)
    config.markdown_extensions.append(tokens.TokenExtension())  # type: ignore[arg-type] # Markdown takes both
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Remove files that were not checked or that no page loads; add generated pages, style sheet and scripts."""
    docs = site.current().docs
    checked = {**docs.pages, **docs.files}
    for file in list(files):
        is_of_topic = file.src_dir == config.docs_dir
        is_kept = file.src_uri in checked if is_of_topic else assets.is_served(file.src_uri, config.theme)
        if not is_kept:
            files.remove(file)
    only: set[str] | None = config.extra.get("only")
    for path, content in _generated_files(docs, only, config).items():
        files.append(File.generated(config, path, content=content))
    for file in files.documentation_pages():
        if only is not None and file.src_uri not in only:
            file.inclusion = InclusionLevel.EXCLUDED  # not built, but links to it stay valid
    return files


def _generated_files(docs: Docs, only: set[str] | None, config: MkDocsConfig) -> dict[str, str]:
    """Return the content of every file that is not in the docs folder, by path.

    Keep the settings of all pages in ``config.extra["heads"]``, and in ``["parents"]`` the page above each.
    """
    heads = {PRINT_PAGE: printing.head()} | {path: page.head for path, page in docs.pages.items()}
    parents = {path: f"{path.rpartition('/')[0]}/index.md" for path in docs.pages if "/" in path}
    contents = dict(chain(pages.redirects(site.queries()), assets.files()))
    for page in chain(pages.pages(site.queries(), only, docs), versions.generated_pages(only)):
        contents[page.path] = page.markdown
        heads[page.path] = page.head
        parents[page.path] = page.parent
    if only is None:
        contents[PRINT_PAGE] = ""  # its content is set when all other pages are rendered
    config.extra |= {"heads": heads, "parents": parents}
    return contents


@event_priority(-100)
def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Set the labels of pages, which a preview may not build; after the plugins that render titles as templates."""
    labels = site.queries().dataset.topic.labels
    for page in nav.pages:
        page.title = str(escape(labels[page.file.src_uri]))
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Set the variables of templates, fill the print page, and keep the HTML of hand-written pages for search."""
    speak(env)
    scheme = (_THEME / "scheme.js").read_text(encoding="utf-8")
    icons = env.get_template("partials/icons.html").render(config=config)
    env.globals |= {"scheme": scheme, "policy": csp.content_security_policy(scheme, icons)}
    env.globals["papers"] = dict(zip(("light", "dark"), COLOURS["--chart-paper"], strict=True))
    shared = languages.template_globals(site.queries().dataset.topic, site.current().docs)
    env.globals |= shared | {"footer": shared["footer"] + versions.links(), "version": versions.shown()}
    if (print_file := files.get_file_from_path(PRINT_PAGE)) and print_file.page:
        print_file.page.content = printing.document(_printed_parts(files), site.queries())
        env.globals["exhibits"] = exports.binder.count(site.queries())
    config.extra["searched"] = [
        (file.dest_uri, file.page.content or "")
        for file in files.documentation_pages()
        if file.page and not file.generated_by and "search" not in config.extra["heads"][file.src_uri].hide
    ]
    return env


def _printed_parts(files: Files) -> Iterator[printing.Part]:
    """Yield the pages of the print page, then the series, which have no chapters of their own."""
    for path, label, is_chapter in printing.contents(site.queries()):
        file = files.get_file_from_path(path)
        if file and file.page:
            yield printing.Part(file.dest_uri, label, file.page.content or "", is_chapter)
    yield from pages.series_parts(site.queries())


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index and the downloads: charts, data, citations, feeds."""
    if config.extra.get("only") is not None:
        return
    folder = Path(config.site_dir)
    queries, docs = site.queries(), versions.with_page(site.current().docs)
    entries = chain(search.entries(queries), sections.entries(config.extra["searched"], asked.pages(queries)))
    suggested = search.suggested(queries, docs.pages["index.md"].text)
    for path, data in index.files(entries, suggested, queries.dataset.topic.alike).items():
        _write(folder, f"pagefind/{path}", [data])
    sheets = [file.relative_to(folder).as_posix() for file in folder.glob("assets/stylesheets/main.*.css")]
    sheets += ["assets/explainer.css", *config.extra_css]
    for path, data in exports.files(queries, docs, sheets, versions.feed_changes(), versions.pinned()):
        _write(folder, path, [data])


def _write(folder: Path, name: str, parts: Iterable[bytes]) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as written:
        written.writelines(parts)


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
    vars(page).pop("title")  # so that MkDocs takes it from the settings or the heading
    path, queries = page.file.src_uri, site.queries()
    source = site.current().docs.pages.get(path)
    if label := queries.dataset.topic.labels.get(path) or (source and titles.heading(path, source.text, queries)):
        page.title = str(escape(label))
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Move popovers and definitions to the end of a page, list its headings, and tell MkDocs the ids in our HTML.

    Its charts are counted for the frame. A page without a heading of the first level gets its title as one.
    """
    unpacked = tokens.unpack(html)
    definitions = plugin.definitions_of(unpacked, page.url)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *_ID.findall(unpacked), *_ID.findall(definitions)}
    page.meta["charts"] = unpacked.count('<p class="x-figure__title')
    page.meta["contents"] = [] if "toc" in page.meta["hide"] else popovers.headings(unpacked)
    page.markdown = page.file.content_string = ""  # no longer needed, and large
    source = site.current().docs.pages.get(page.file.src_uri)
    title = str(render("title", title=Markup(page.title))) if source and "<h1" not in unpacked else ""  # noqa: S704 - it is escaped above
    page.meta["language"] = source.language if source else ""
    is_mixed, unpacked = "x-untranslated" in unpacked, ""  # it may be large
    html, extracted = popovers.extract(tokens.unpack(settings.accessible(html), popovers.POPOVER_START))
    noted = languages.with_language_note(title + html, page.meta["language"], is_mixed=is_mixed)
    return noted + definitions + popovers.section(extracted)


def on_page_context(context: _Context, page: Page, config: MkDocsConfig, nav: Navigation, **_: Any) -> _Context:
    """Add to the variables of a page's template its headings, its citation, its picture and its breadcrumb trail."""
    path = page.file.src_uri
    if config.extra.get("only") is None:
        texts = (page.meta.get("title") or page.title, page.meta.get("description"))
        title, description = (Markup(tokens.unpack(str(text or ""))).striptags() for text in texts)  # noqa: S704 - tags are stripped
        about = exports.structured.About(path, page.file.dest_uri, title, description, page.meta["language"])
        context |= exports.of_page(about, site.queries(), site.current().docs, versions.pinned())
    if path == versions.PATH:
        context["versions"] = ()  # the page is in the language of the topic only
    trail = [one for one in nav.pages if one.is_homepage or one.file.src_uri == config.extra["parents"].get(path)]
    return context | {"contents": page.meta.get("contents"), "trail": [] if page in nav.pages else trail}


def on_post_page(output: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Write a page, unpacked, and the same as plain text; return "", since MkDocs would hold a page several times.

    Raises PluginError if a token is left, which was not in a place for HTML.
    """
    html, folder, path = on_post_template(output), Path(config.site_dir), page.file.dest_uri
    if tokens.has_token(html):
        raise PluginError(f"docs/{page.file.src_uri}: a macro call is where only words can be, as in a title of code")
    _write(folder, path, (piece.encode() for piece in tokens.pieces(html)))
    if config.extra.get("only") is None:
        text = exports.plaintext.text(html) + exports.plaintext.foot(path, site.queries())
        _write(folder, path.replace(".html", ".txt"), [text.encode()])
    return ""


def on_post_template(output_content: str, **_: Any) -> str:
    """Remove what only the theme's script needs, and days of the last change that are not known."""
    if os.environ.get("SOURCE_DATE_EPOCH") == "0":
        output_content = output_content.replace("<lastmod>1970-01-01</lastmod>", "")
    return _TOGGLES.sub("", output_content, count=1)
