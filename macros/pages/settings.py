"""Reads mkdocs.yml: the extensions of Markdown, and the settings that cannot work on our pages.

What the extensions make is adjusted: nothing comes from other sites, and everything has a name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from html import escape
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import yaml
from markdown import Markdown
from markdown.util import get_installed_extensions
from yaml.constructor import ConstructorError
from yaml_env_tag import construct_env_tag

from macros.language import gettext
from macros.pages import unusable
from macros.problems import BadDataError, Problem

FILE = Path(__file__).parent.parent.parent / "mkdocs.yml"
_AROUND_LINKS = re.compile(
    r'<a class="x-anchor" href="[^"]*">((?:(?!</h\d>).)*?<(?:a|button)\b(?:(?!</h\d>).)*)</a>(?=</h\d>)', re.DOTALL
)
FUNCTIONS = frozenset(
    (
        *("markdown.extensions.toc.slugify", "markdown.extensions.toc.slugify_unicode", "pymdownx.slugs.slugify"),
        *("material.extensions.emoji.twemoji", "material.extensions.emoji.to_svg"),
        *("pymdownx.emoji.emojione", "pymdownx.emoji.gemoji", "pymdownx.emoji.twemoji", "pymdownx.emoji.to_alt"),
        *("pymdownx.superfences.fence_code_format", "pymdownx.superfences.fence_div_format"),
    )
)
"""The functions that a setting may name: those that MkDocs, Material and the extensions tell of and pages can use."""
_PACKAGES = ("markdown.extensions.", "material.extensions.", "pymdownx.")
"""Where an extension of Markdown stands that is named by its module; others have the name that they install."""


class _Loader(yaml.CSafeLoader):
    """Reads what MkDocs reads, and of functions those that are known: MkDocs would run any that the file names."""

    def function(self, name: str, node: yaml.Node) -> Any:
        """Return the function that a tag names; raises an error of YAML for any that is not known."""
        if name not in FUNCTIONS:
            raise ConstructorError(
                problem=f"{name} is none of the functions that it may name", problem_mark=node.start_mark
            )
        return resolve_name(name)

    def applied(self, name: str, node: yaml.MappingNode) -> Any:
        """Return what such a function makes of the arguments under kwds."""
        return self.function(name, node)(**self.construct_mapping(node, deep=True).get("kwds", {}))


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_constructor("!relative", lambda *_: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _Loader.function)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _Loader.applied)


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    """Raise BadDataError, with its line where that is known, for what keeps the settings of a file from being read."""
    try:
        yield
    except (yaml.YAMLError, ImportError, AttributeError, KeyError, TypeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = f"it cannot be read: {getattr(error, 'problem', None) or error}"
        remedy = "write it as MkDocs, or the extension, documents it"
        problem = Problem(file.name, mark.line + 1 if mark else 1, "settings", message, "syntax", remedy)
        raise BadDataError([problem]) from error


@cache
def markdown() -> Markdown:
    """Return Markdown with the extensions of ``mkdocs.yml``, and those that the engine has in any case.

    Raises BadDataError if they cannot be read, or are not of installed packages.
    """
    with _readable(FILE):
        options: dict[str, Any] = dict.fromkeys(("toc", "tables", "fenced_code")) | _options(_configuration(FILE))
        installed = {entry.name for entry in get_installed_extensions()}
        for name in options.keys() - installed:
            if not name.startswith(_PACKAGES):  # Markdown would import any file of that name
                raise ValueError(f"there is no extension of Markdown {name}")
        given = {name: value for name, value in options.items() if value}
        prepare(given)
        return Markdown(extensions=list(options), extension_configs=given)


def prepare(options: dict[str, dict[str, Any]]) -> None:
    """Change the options of Markdown's extensions.

    An emoji is itself, where the theme loads it from another site; the link back from a footnote has its title in the
    language of the site.
    """
    title = gettext("Jump back to footnote %(number)s in the text", number="{}")
    options.setdefault("footnotes", {}).setdefault("BACKLINK_TITLE", title)
    if emoji := options.get("pymdownx.emoji"):
        theirs = emoji["emoji_generator"]

        def generate(index: str, shortname: str, alias: str, uc: str | None, alt: str, *rest: Any) -> Any:
            return rest[-1].htmlStash.store(alt) if uc else theirs(index, shortname, alias, uc, alt, *rest)

        emoji["emoji_generator"] = generate


def accessible(html: str) -> str:
    """Return the HTML of a page with a label for the box of each task, and tables that scroll by keyboard.

    A heading that holds a link or a button is no link to itself, since a link can hold neither.
    """
    html = _AROUND_LINKS.sub(r"\1", html)
    label = escape(gettext("done"))
    named = html.replace('<input type="checkbox" disabled', f'<input type="checkbox" aria-label="{label}" disabled')
    return named.replace("<table>", '<table tabindex="0">')


def _configuration(file: Path) -> dict[str, Any]:
    loader = _Loader(file.read_text(encoding="utf-8"))
    found = dict(loader.get_single_data() or {})
    if "INHERIT" in found:
        raise ValueError("INHERIT names another file, which nothing here checks")
    return found


def check_settings(file: Path = FILE, files: Iterable[str] | None = None) -> list[Problem]:
    """Return a problem for each setting that cannot work on a page; raises BadDataError if it cannot be read.

    ``files`` are those of the docs folder; without them, it is not looked for files that settings name.
    """
    with _readable(file):
        _configuration(file)
        found = refused(file, files)
    markdown()
    return found


def refused(file: Path, files: Iterable[str] | None = None) -> list[Problem]:
    """Return a problem for each setting of a file that cannot work on a page; ``files`` as in ``check_settings``."""
    given = [*_given(yaml.compose(file.read_text(encoding="utf-8"), yaml.CSafeLoader))]
    folders = [file.parent / value for setting, value, _ in given if setting == "theme.custom_dir"]
    found = []
    for setting, value, line in given:
        if fault := unusable.fault(setting, value, folders) or unusable.missing(setting, value, folders, files):
            name = (value.removeprefix("material/") if setting == "plugins" else value) if setting else "it"
            message = f"{name} cannot work here: {fault[0]}"
            found.append(Problem(file.name, line, setting or value, message, "setting", fault[1]))
    return found


def _given(node: yaml.Node | None, setting: str = "") -> Iterator[tuple[str, str, int]]:
    """Yield each setting, the values and the names in it, and their lines: theme.features, content.code.copy, 5."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield setting, key.value, key.start_mark.line + 1
            yield from _given(value, f"{setting}.{key.value}".removeprefix("."))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _given(item, setting)
    elif node:
        is_flag = node.tag == "tag:yaml.org,2002:bool"
        value = str(yaml.safe_load(node.value)).lower() if is_flag else node.value
        yield setting, value, node.start_mark.line + 1


def _options(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of each extension of Markdown, by its name."""
    given = config.get("markdown_extensions") or ()
    options: dict[str, Any] = {}
    for item in [given] if isinstance(given, Mapping) else given:
        options |= item if isinstance(item, Mapping) else {item: None}
    return options
