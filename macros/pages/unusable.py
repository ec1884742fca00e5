"""Tells which settings of the engine cannot work on our pages or would do nothing, why, and what to do."""

import functools
from collections.abc import Iterable, Mapping
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path

from macros.problems import did_you_mean

Fault = tuple[str, str]
"""Why a setting cannot work, and what to do."""
_OUT = "take it out"
_SCRIPT = ("it needs a script of the theme or of another site, and pages load neither", _OUT)
_ELSEWHERE = ("pages load nothing from other sites", "put the file into docs/, and name it under files in topic.yml")
_FRAME = ("pages have a frame of their own, in which this has no place", _OUT)
_COMMANDS = ("the commands of this project do not use it", _OUT)
_PAGES = ("which pages there are, docs/ and data/ say", "move what is not to be published out of docs/")
_PLUGIN = ("pages, pictures and search are made without it, and from no network", _OUT)
_UNUSED: Mapping[str, Fault] = {
    "copyright": ("the topic says it", "set 'notice', 'editors' and 'licences' in data/topic.yml"),
    "nav": ("the topic says it", "set 'nav' in data/topic.yml"),
    "pages": ("the topic says it", "set 'nav' in data/topic.yml"),
    "site_author": ("the topic says it", "set 'editors' in data/topic.yml"),
    "site_description": ("the topic says it", "set 'tagline' in data/topic.yml"),
    **dict.fromkeys(
        ("repo_url", "repo_name", "edit_uri", "edit_uri_template"),
        ("the theme would call another site for it", "set 'repository' in data/topic.yml"),
    ),
    "site_dir": ("the command says it", "name the folder with: python -m scripts.build --site OUT"),
    "dev_addr": ("the command says it", "name the port with: python -m scripts.preview --port PORT"),
    "watch": ("a preview looks at data/, docs/ and macros/", _OUT),
    "remote_branch": _COMMANDS,
    "remote_name": _COMMANDS,
    "exclude_docs": _PAGES,
    "draft_docs": _PAGES,
    "extra_templates": ("no file of a topic is run as a template", _OUT),
    "google_analytics": _SCRIPT,
}
"""Faults of the settings that would do nothing, by their names."""
_REASONS: Mapping[str, Fault] = {
    "use_directory_urls: true": ("the addresses of pages end in .html, so that they open from a file too", "set false"),
    "theme.features": ("pages have a frame of their own and none of the theme's scripts", _OUT),
    "theme.font": (
        "fonts would come from another site",
        "set it to false, and name fonts in a style sheet of extra_css",
    ),
    "extra_css": _ELSEWHERE,
    "extra_javascript": _ELSEWHERE,
    "extra_javascript.path": _ELSEWHERE,
    "plugins: search": ("the site has a search of its own", _OUT),
    **{
        f"plugins: {name}": _PLUGIN
        for name in "blog group info meta offline optimize privacy projects social tags typeset".split()
    },
    "markdown_extensions: pymdownx.arithmatex": _SCRIPT,
    "markdown_extensions: pymdownx.progressbar": ("it writes styles into a page, which the policy forbids", _OUT),
    "markdown_extensions.pymdownx.superfences.custom_fences.name: mermaid": _SCRIPT,
    "markdown_extensions.pymdownx.tabbed: slugify": ("it is for links to tabs, and no link opens a tab", _OUT),
    "markdown_extensions.pymdownx.blocks.tab: slugify": ("it is for links to tabs, and no link opens a tab", _OUT),
    "extra: alternate": ("the topic says it", "set 'translations' in data/topic.yml"),
    "extra: polyfills": ("scripts have one place", "name it under extra_javascript"),
    **dict.fromkeys(("extra: status", "extra: tags", "extra: manifest"), _FRAME),
    **dict.fromkeys((f"extra: {name}" for name in "analytics annotate consent scope version".split()), _SCRIPT),
}
"""Faults by the name of the setting, or by its name and one of its values or of the names in it.

Files of the site itself may be named, and no font.
"""
_THEME = frozenset("name custom_dir direction favicon features font icon language logo palette material".split())
"""The settings of the theme that pages use, or that have a reason of their own; and its name."""
_OTHER_LANGUAGE = ("the topic says it", "set 'language' in data/topic.yml")
_NO_ICON = ("there is no such icon", "take its name from Material's list, such as material/lighthouse")
_NO_PLUGIN = ("no plugin of this name is installed", "correct its name, or install it")
_FILES = ("theme.logo", "theme.favicon", "extra_css", "extra_javascript", "extra_javascript.path")
_TEMPLATES = Path(str(resources.files("material").joinpath("templates")))


def fault(setting: str, value: str, folders: Iterable[Path]) -> Fault | None:
    """Return why a value or a name in a setting cannot work, or None; ``folders`` hold files besides the theme's."""
    name = value.removeprefix("material/")
    if setting == "theme.font" and name == "false":
        return None
    if setting.startswith("extra_") and "//" not in name:
        return None
    if not setting:
        return _UNUSED.get(name)
    if known := _REASONS.get(setting) or _REASONS.get(f"{setting}: {name}"):
        return known
    is_other = {
        "theme": (name not in _THEME, _FRAME),
        "theme.name": (name != "material", _FRAME),
        "theme.icon": (name not in ("logo", "admonition"), _FRAME),
        "theme.language": (name != "en", _OTHER_LANGUAGE),
        "plugins": (not {name, f"material/{name}"} & _installed(), _NO_PLUGIN),
    }
    is_icon = setting in ("theme.icon.logo", "extra.social.icon") or setting.startswith("theme.icon.admonition.")
    is_wrong, reason = is_other.get(setting, (is_icon and not _is_there(f".icons/{value}.svg", folders), _NO_ICON))
    return reason if is_wrong else None


def missing(setting: str, value: str, folders: Iterable[Path], files: Iterable[str] | None) -> Fault | None:
    """Return what is wrong with the name of a file that is neither of ``files`` nor of the theme, or None."""
    if files is None or setting not in _FILES or "//" in value or value in files or _is_there(value, folders):
        return None
    if setting == "extra_javascript" and value in ("path", "type", "async", "defer"):  # the names of its own settings
        return None
    return "there is no such file in docs/", did_you_mean(value, files)


def _is_there(name: str, folders: Iterable[Path]) -> bool:
    """Whether the theme, or one of some folders, has a file."""
    return any((folder / name).is_file() for folder in (_TEMPLATES, *folders))


@functools.cache
def _installed() -> frozenset[str]:
    """Return the names of the plugins that this process can use: to read them takes the time of a small topic."""
    return frozenset(entry_points(group="mkdocs.plugins").names)
