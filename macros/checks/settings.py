"""Reads mkdocs.yml: the extensions of Markdown, and the settings that cannot work on our pages.

What the extensions make is adjusted: nothing comes from other sites, and everything has a name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from yaml_env_tag import construct_env_tag

from macros.problems import BadDataError, FieldPath, Problem

FILE = Path(__file__).parent.parent.parent / "mkdocs.yml"
_SCRIPT = ("it needs a script of the theme or of another site, and pages load neither", "take it out")
_ELSEWHERE = ("pages load nothing from other sites", "put the file into docs/, and name it under files in topic.yml")
_REASONS: Mapping[str, tuple[str, str]] = {
    "theme.features": ("pages have a frame of their own and none of the theme's scripts", "take it out"),
    "theme.font": (
        "fonts would come from another site",
        "set it to false, and name fonts in a style sheet of extra_css",
    ),
    "extra_css": _ELSEWHERE,
    "extra_javascript": _ELSEWHERE,
    "plugins: search": ("the site has a search of its own", "take it out"),
    "markdown_extensions: pymdownx.arithmatex": _SCRIPT,
    "markdown_extensions: pymdownx.progressbar": (
        "it writes styles into a page, which the policy forbids",
        "take it out",
    ),
    "custom_fences: mermaid": _SCRIPT,
    "extra: analytics": _SCRIPT,
    "extra: consent": _SCRIPT,
    "extra: version": _SCRIPT,
}
"""Why a setting cannot work, and what to do, by its name, or by its name and one of its values."""


_AROUND_LINKS = re.compile(
    r'<a class="x-anchor" href="[^"]*">((?:(?!</h\d>).)*?<(?:a|button)\b(?:(?!</h\d>).)*)</a>(?=</h\d>)', re.DOTALL
)


class _Loader(yaml.UnsafeLoader):
    """Reads what MkDocs reads, as it does: functions of extensions, and variables of the environment.

    A safe loader would guard nothing, since MkDocs runs what the file names in any case, and it is the generator's own,
    which no topic brings. It would refuse what Material documents: ``!!python/object/apply:pymdownx.slugs.slugify``.
    """


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_constructor("!relative", lambda *_: None)


@cache
def markdown() -> Markdown:
    """Return Markdown with the extensions of ``mkdocs.yml``, and those that the engine has in any case."""
    options: dict[str, Any] = dict.fromkeys(("toc", "tables", "fenced_code")) | _options(_configuration(FILE))
    given = {name: value for name, value in options.items() if value}
    prepare(given)
    return Markdown(extensions=list(options), extension_configs=given)


def prepare(options: dict[str, dict[str, Any]]) -> None:
    """Change the options of Markdown's extensions: an emoji is itself, where the theme loads it from another site."""
    if emoji := options.get("pymdownx.emoji"):
        emoji["emoji_generator"] = _with_letters(emoji["emoji_generator"])


def _with_letters(generator: Callable[..., Any]) -> Callable[..., Any]:
    def generate(index: str, shortname: str, alias: str, uc: str | None, alt: str, *rest: Any) -> Any:
        return rest[-1].htmlStash.store(alt) if uc else generator(index, shortname, alias, uc, alt, *rest)

    return generate


def accessible(html: str) -> str:
    """Return the HTML of a page with a label for the box of each task, and tables that scroll by keyboard.

    A heading that holds a link or a button is no link to itself, since a link can hold neither.
    """
    html = _AROUND_LINKS.sub(r"\1", html)
    named = html.replace('<input type="checkbox" disabled', '<input type="checkbox" aria-label="done" disabled')
    return named.replace("<table>", '<table tabindex="0">')


def _configuration(file: Path) -> dict[str, Any]:
    return dict(yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader))  # noqa: S506 - our own file, which names functions of extensions


def check_settings(file: Path = FILE) -> list[Problem]:
    """Return a problem for each setting that cannot work on a page; raises BadDataError if it cannot be read."""
    try:
        found = refused(_configuration(file), file)
        markdown()
    except (yaml.YAMLError, ImportError, AttributeError, KeyError, TypeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = f"it cannot be read: {getattr(error, 'problem', None) or error}"
        remedy = "write it as MkDocs, or the extension, documents it"
        problem = Problem(file.name, mark.line + 1 if mark else 1, "settings", message, "syntax", remedy)
        raise BadDataError([problem]) from error
    return found


def refused(config: Mapping[str, Any], file: Path) -> list[Problem]:
    """Return the same for the settings of a file, as they are there or as the engine has completed them."""
    root = yaml.compose(file.read_text(encoding="utf-8"))
    return sorted(
        Problem(file.name, _line(root, path), setting, f"{name} cannot work here: {reason[0]}", "setting", reason[1])
        for path, setting, name in _given(config)
        if (reason := _REASONS.get(setting) or _REASONS.get(f"{setting}: {name}"))
    )


def _given(config: Mapping[str, Any]) -> Iterator[tuple[FieldPath, str, str]]:
    """Yield path, name and value of each setting that may be refused; of addresses, only those of other sites."""
    theme = config.get("theme") or {}
    theme = {} if isinstance(theme, str) else theme
    others = ("plugins", "markdown_extensions", "extra", "extra_css", "extra_javascript")
    for setting, given in {"theme.features": theme.get("features"), **{one: config.get(one) for one in others}}.items():
        for step, name in _names(given):
            if "//" in name or not setting.startswith("extra_"):
                yield (*setting.split("."), step), setting, name.removeprefix("material/")
    if font := theme.get("font"):
        yield ("theme", "font"), "theme.font", str(font)
    for fence in (_options(config).get("pymdownx.superfences") or {}).get("custom_fences", ()):
        yield ("markdown_extensions",), "custom_fences", fence["name"]


def _names(given: Any) -> Iterator[tuple[str | int, str]]:
    """Yield place and name of each item of a setting, which may have options of its own."""
    for step, item in given.items() if isinstance(given, Mapping) else enumerate(given or ()):
        if isinstance(given, Mapping):
            yield step, str(step)
        else:
            yield step, str(item.get("path", next(iter(item))) if isinstance(item, Mapping) else item)


def _options(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of each extension of Markdown, by its name."""
    given = config.get("markdown_extensions") or ()
    options: dict[str, Any] = {}
    for item in [given] if isinstance(given, Mapping) else given:
        options |= item if isinstance(item, Mapping) else {item: None}
    return {**options, **config.get("mdx_configs", {})}


def _line(node: yaml.Node | None, path: FieldPath) -> int:
    """Return the line, from 1, of a value, or of the nearest one around it."""
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), node)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
    return node.start_mark.line + 1 if node else 1
