"""What pages may load, and the settings of the engine that check and build refuse since they could not work."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from macros.pages.settings import FUNCTIONS, check_settings
from macros.render import csp
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
  social: []
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
