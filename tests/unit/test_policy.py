"""What pages may load, and the settings of the engine that check and build refuse since they could not work."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from macros.pages.settings import FUNCTIONS, check_settings
from macros.render import csp
from tests.edits import append
from tests.sites import Check

_SETTINGS = """site_name: !ENV [NAME, A]
theme:
  name: material
  features:
    - content.code.annotate
    - navigation.instant
  font: {text: Roboto}
plugins:
  - material/search
  - macros: {module_name: macros/plugin}
markdown_extensions:
  - toc:
      slugify: !!python/name:markdown.extensions.toc.slugify_unicode
  - pymdownx.arithmatex
  - pymdownx.superfences:
      custom_fences: [{name: mermaid}, {name: lamp}]
extra:
  social: [{icon: material/lighthouse, link: "https://a.example"}]
  analytics: {provider: google}
extra_css: [own.css, "https://a.example/b.css"]
extra_javascript:
  - {path: //a.example/b.js, async: true}
"""


@pytest.fixture
def checked(topic: Path, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Return a function for what the check prints where mkdocs.yml holds a text."""

    def run(settings: str) -> str:
        file = tmp_path / "mkdocs.yml"
        file.write_text(settings, encoding="utf-8")
        (topic / "docs" / "own.css").touch()
        append(topic / "data" / "topic.yml", "files: [own.css]\n")
        monkeypatch.setattr("scripts.check.check_settings", partial(check_settings, file))
        status, printed = check(topic)
        assert status == 1
        return printed

    return run


def test_a_setting_that_cannot_work_is_named_with_its_remedy(checked: Callable[[str], str]) -> None:
    """Each is told with its line, its name in mkdocs.yml, why it cannot work, and what to do; others pass."""
    told = checked(_SETTINGS).splitlines()
    assert [line.split(" cannot work here: ")[0] for line in told[:-1:2]] == [
        "mkdocs.yml:5: theme.features: content.code.annotate",
        "mkdocs.yml:6: theme.features: navigation.instant",
        "mkdocs.yml:7: theme.font: text",
        "mkdocs.yml:9: plugins: search",
        "mkdocs.yml:14: markdown_extensions: pymdownx.arithmatex",
        "mkdocs.yml:16: markdown_extensions.pymdownx.superfences.custom_fences.name: mermaid",
        "mkdocs.yml:19: extra: analytics",
        "mkdocs.yml:20: extra_css: https://a.example/b.css",
        "mkdocs.yml:22: extra_javascript.path: //a.example/b.js",
    ]
    assert told[6] == "mkdocs.yml:9: plugins: search cannot work here: the site has a search of its own [setting]"
    assert told[7] == "    take it out"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("copyright: © Ann Reed", "1: copyright: it cannot work here: the topic says it"),
        ("nav: [{Home: index.md}, {More: [facts.md]}]", "1: nav: it cannot work here: the topic says it"),
        ("site_author: Ann Reed", "1: site_author: it cannot work here: the topic says it"),
        ("edit_uri: edit/main/docs/", "1: edit_uri: it cannot work here: the theme would call another site for it"),
        ("site_dir: out", "1: site_dir: it cannot work here: the command says it"),
        ("exclude_docs: |\n  facts.md\n", "1: exclude_docs: it cannot work here: which pages there are"),
        ("extra_templates: [a.html]", "1: extra_templates: it cannot work here: no file of a topic is run"),
        ("use_directory_urls: true", "1: use_directory_urls: true cannot work here: the addresses of pages end in"),
        ("use_directory_urls: Yes", "1: use_directory_urls: true cannot work here: the addresses of pages end in"),
        ("use_directory_urls: !ENV [A, true]", "1: use_directory_urls: true cannot work here: the addresses"),
        ("theme: readthedocs", "1: theme: readthedocs cannot work here: pages have a frame of their own"),
        ("theme:\n  name: mkdocs", "2: theme.name: mkdocs cannot work here: pages have a frame of their own"),
        ("theme: {name: material, locale: fr}", "1: theme: locale cannot work here: pages have a frame of their own"),
        ("theme: {language: fr}", "1: theme.language: fr cannot work here: the topic says it"),
        ("theme:\n  icon:\n    repo: material/home", "3: theme.icon: repo cannot work here: pages have a frame of"),
        (
            "theme: {icon: {logo: material/nosuch}}",
            "1: theme.icon.logo: material/nosuch cannot work here: there is",
        ),
        ("theme: {icon: {admonition: {note: lamp}}}", "1: theme.icon.admonition.note: lamp cannot work here: there is"),
        (
            "extra: {social: [{icon: a/b, link: x}]}",
            "1: extra.social.icon: a/b cannot work here: there is no such",
        ),
        ("extra: {alternate: [{lang: es, link: /es/}]}", "1: extra: alternate cannot work here: the topic says it"),
        ("plugins: [tags]", "1: plugins: tags cannot work here: pages, pictures and search are made without it"),
        ("plugins:\n  - lamp: {a: b}", "2: plugins: lamp cannot work here: no plugin of this name is installed"),
        ("theme: {logo: lamb.svg}", "1: theme.logo: lamb.svg cannot work here: there is no such file in docs/"),
        ("extra_css: [owm.css]", "1: extra_css: owm.css cannot work here: there is no such file in docs/"),
        ("extra_javascript:\n  - path: a.js", "2: extra_javascript.path: a.js cannot work here: there is no such file"),
    ],
)
def test_a_setting_that_would_do_nothing_is_named(checked: Callable[[str], str], settings: str, said: str) -> None:
    """What MkDocs and Material document is done, or is named once, by the check and not by what the build meets."""
    told = checked(f"{settings}\n")
    assert told.startswith(f"mkdocs.yml:{said}")
    assert told.endswith("\n1 problem\n")


def test_settings_that_pages_use_pass(tmp_path: Path) -> None:
    """Icons and files of the theme or of the docs folder, and false for what is refused, are right."""
    file = tmp_path / "mkdocs.yml"
    icons = "{logo: material/lighthouse, admonition: {note: octicons/tag-16}}"
    files = "logo: a.svg, favicon: assets/images/favicon.png"
    theme = f"{{name: material, language: en, direction: ltr, {files}, icon: {icons}}}"
    scripts = "[a.js, {path: a.js, async: true}]"
    text = f"site_name: A\nuse_directory_urls: no\ntheme: {theme}\nextra_javascript: {scripts}\nstrict: true\n"
    file.write_text(text, encoding="utf-8")
    assert check_settings(file, ["a.svg", "a.js"]) == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("theme: material\nextra: [\n", "mkdocs.yml:3: settings: it cannot be read: "),
        (
            "a: !!python/name:os.system\n",
            "mkdocs.yml:1: settings: it cannot be read: os.system is none of the functions",
        ),
        (
            "\na: !!python/object/apply:os.system [touch pwned]\n",
            "mkdocs.yml:2: settings: it cannot be read: os.system is none of the functions that it may name [syntax]\n",
        ),
        ("a: !!python/object/new:os.system [touch pwned]\n", "mkdocs.yml:1: settings: it cannot be read: could not"),
        ("a: !!python/module:antigravity\n", "mkdocs.yml:1: settings: it cannot be read: could not"),
        ("INHERIT: other.yml\n", "mkdocs.yml:1: settings: it cannot be read: INHERIT names another file"),
        ("a: !lamp x\n", "mkdocs.yml:1: settings: it cannot be read: could not determine a constructor"),
    ],
)
def test_settings_that_cannot_be_read_are_named(checked: Callable[[str], str], settings: str, said: str) -> None:
    """A mistake of YAML, a function or a tag that is not known are told with file and line, and nothing is run."""
    assert checked(settings).startswith(said)


def test_functions_that_material_documents_pass(tmp_path: Path) -> None:
    """A setting may name them, and have some made with arguments, as Material writes it; all of them exist."""
    named = (f"  - !!python/name:{name}\n" for name in sorted(FUNCTIONS))
    file = tmp_path / "mkdocs.yml"
    made = "slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
    file.write_text(f"site_name: A\nnames:\n{''.join(named)}{made}", encoding="utf-8")
    assert check_settings(file) == []


def test_only_styles_that_are_named_pass() -> None:
    """The policy allows the one script, and the style elements that the theme makes of its settings, by their hash."""
    told = csp.content_security_policy("go()", "<p>x</p><style>:root{--a:1}</style>")
    assert f"script-src 'self' 'wasm-unsafe-eval' {csp.hash_source('go()')};" in told
    assert f"style-src 'self' {csp.hash_source(':root{--a:1}')};" in told
    assert told.startswith("default-src 'none'; ")
