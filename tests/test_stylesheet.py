"""The style sheet of the site: the theme's rules that pages can use, then our own."""

import re
from pathlib import Path

import material

from macros.stylesheet import joined
from tests import sites

_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")


def test_rules_for_components_of_the_theme_are_dropped() -> None:
    """A rule stays for those of its selectors that a page can match, and goes where there are none."""
    theme = ".md-header{top:0}.md-typeset a,.md-nav a{color:red}@media print{.md-tabs{top:0}}p{margin:0}"
    assert joined(theme, "") == ".md-typeset a{color:red}p{margin:0}\n"


def test_groups_and_lists_in_selectors_are_read() -> None:
    """Commas within :is() and rules within @media are understood."""
    theme = "@media print{.md-typeset :is(b,i){top:0}.md-nav :is(b,i){top:0}}"
    assert joined(theme, "") == "@media print{.md-typeset :is(b,i){top:0}}\n"


def test_variables_that_nothing_uses_are_dropped() -> None:
    """The theme's variables stay where its rules or ours use them; icons hold every sign but quotes."""
    theme = ":root{--md-x-icon:url(\"data:;,<a b='c:d;e'>\");--md-used:1px;--md-ours:2px}p{top:var(--md-used)}"
    own = "i{top:var(--md-ours)}"
    assert joined(theme, own) == f":root{{--md-used:1px;--md-ours:2px}}p{{top:var(--md-used)}}\n{own}"


def test_no_class_of_a_page_loses_its_rules(built_site: Path, site_pages: dict[str, sites.Page]) -> None:
    """Each class that a page of the real site has, and the theme's sheet styles by itself, is styled in ours too."""
    (sheet,) = (Path(material.__file__).parent / "templates" / "assets" / "stylesheets").glob("main.*.min.css")
    theme, ours = (set(_CLASS.findall(file.read_text())) for file in (sheet, built_site / "assets" / "explainer.css"))
    written = {one for page in site_pages.values() for tag in page.root.walk() for one in _classes(tag)}
    assert written & theme - ours == set()


def _classes(element: sites.Element) -> list[str]:
    return element.attributes.get("class", "").split()
