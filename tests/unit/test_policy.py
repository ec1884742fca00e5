"""What pages may load, and the settings of the engine that the build refuses since they could not work."""

from macros.render import csp


def test_a_setting_that_cannot_work_is_named_with_its_remedy() -> None:
    """Each is told by its name in mkdocs.yml, why it cannot work, and what to do; others pass."""
    config = {
        "theme": {"features": ["content.code.annotate", "navigation.instant"], "font": {"text": "Roboto"}},
        "plugins": {"material/search": None, "macros": None},
        "markdown_extensions": ["toc", "pymdownx.arithmatex"],
        "mdx_configs": {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid"}, {"name": "lamp"}]}},
        "extra": {"analytics": {"provider": "google"}, "social": []},
        "extra_css": ["own.css", "https://a.example/b.css"],
        "extra_javascript": ["//a.example/b.js"],
    }
    faults = csp.refused(config)
    assert [fault.split(" cannot work here: ")[0] for fault in faults] == [
        "mkdocs.yml: theme.features: content.code.annotate",
        "mkdocs.yml: theme.features: navigation.instant",
        "mkdocs.yml: theme.font: {'text': 'Roboto'}",
        "mkdocs.yml: plugins: search",
        "mkdocs.yml: markdown_extensions: pymdownx.arithmatex",
        "mkdocs.yml: custom_fences: mermaid",
        "mkdocs.yml: extra: analytics",
        "mkdocs.yml: extra_css: https://a.example/b.css",
        "mkdocs.yml: extra_javascript: //a.example/b.js",
    ]
    assert faults[3].endswith("cannot work here: the site has a search of its own; take it out")


def test_only_styles_that_are_named_pass() -> None:
    """The policy allows the one script, and the style elements that the theme makes of its settings, by their hash."""
    told = csp.content_security_policy("go()", "<p>x</p><style>:root{--a:1}</style>")
    assert f"script-src 'self' 'wasm-unsafe-eval' {csp.hash_source('go()')};" in told
    assert f"style-src 'self' {csp.hash_source(':root{--a:1}')};" in told
    assert told.startswith("default-src 'none'; ")
