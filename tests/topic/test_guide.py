"""The guide for editors says all that a page may hold."""

from macros.render.calls import SIGNATURES
from tests.factories import ROOT


def test_the_editors_guide_names_every_macro() -> None:
    """The guide for editors shows each macro that a page may call."""
    guide = (ROOT / "docs" / "about" / "editing.md").read_text(encoding="utf-8")
    assert [name for name in SIGNATURES if f"{{{{ {name}(" not in guide] == []
