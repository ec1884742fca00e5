"""Macros as pages call them: links that fit the page's folder, names of popovers, and options."""

import re
from types import SimpleNamespace

import pytest

from macros import site
from macros.load import load
from macros.plugin import define_env
from macros.queries import Queries
from macros.render.calls import SIGNATURES, Macros
from macros.render.tokens import unwrap
from tests.factories import GOOD_TOPIC


class _Call:
    """Calls a macro on a page at ``url``, and gives the HTML."""

    def __init__(self) -> None:
        self.url = "index.html"
        self._macros = Macros(Queries(load(GOOD_TOPIC)), lambda: self.url)

    def __call__(self, name: str, *arguments: str, **options: object) -> str:
        """Return the HTML of one call."""
        wrapped = getattr(self._macros, name)(*arguments, **options)
        assert re.fullmatch("⟦[^⟧]+⟧", wrapped)
        return unwrap(wrapped)


@pytest.fixture
def call() -> _Call:
    """Return the macros of the small good topic."""
    return _Call()


def test_every_macro_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is given each macro under the name that pages use."""
    monkeypatch.setenv(site.TOPIC_VARIABLE, str(GOOD_TOPIC))
    site.current.cache_clear()
    registered = {}
    env = SimpleNamespace(macro=lambda function, name: registered.update({name: function}))
    define_env(env)
    site.current.cache_clear()
    assert set(registered) == set(SIGNATURES)


@pytest.mark.parametrize(("url", "root"), [("index.html", ""), ("about/index.html", "../"), ("a/b/c.html", "../../")])
def test_links_fit_the_folder_of_the_page(call: _Call, url: str, root: str) -> None:
    """The same macro on a page deeper down leads to the same place."""
    call.url = url
    assert f'href="{root}statutes/lights-act.html"' in call("statute", "lights-act")
    assert f'href="{root}index.html#lamp-lit"' in call("date", "lamp-lit")
    assert f'href="{root}numbers/lamp-cost.html#lamp-cost-total"' in call("period", "lamp-cost-total")


def test_links_can_have_other_words(call: _Call) -> None:
    """A link is called what the record is called, or what the page says."""
    assert ">Ann Reed</a>" in call("actor", "ann-reed")
    assert ">the keeper</a>" in call("actor", "ann-reed", text="the keeper")
    assert ">Gull Gazette, 1901</a>" in call("source", "gazette")
    assert ">up to 6 months</a>" in call("penalty", "lights-act-first")


def test_a_number_keeps_its_qualifier_and_takes_its_unit(call: _Call) -> None:
    """A number in a sentence is never without its qualifier; the unit stands where it is asked for."""
    assert ">more than 500</button>" in call("number", "lamp-cost-total")
    assert ">more than 500 pounds</button>" in call("number", "lamp-cost-total", unit=True)


def test_no_two_popovers_of_a_page_have_one_name(call: _Call) -> None:
    """The same number twice on a page has two popovers, each of them opened by its own button."""
    shown = [call("number", "lamp-cost-total") for _ in range(3)] + [call("cite", "lamp-cost-total")]
    ids = [re.findall(' id="([^"]+)"', html) for html in shown]
    assert [re.findall('popovertarget="([^"]+)"', html) for html in shown] == ids
    assert len({name for names in ids for name in names}) == 4


def test_a_mark_tells_the_support_of_one_fact_and_adds_up_none(call: _Call) -> None:
    """A mark says what supports its fact; of several facts it gives no number, and each tells its own inside."""
    assert ': one source"' in call("cite", "lamp-lit")
    html = call("cite", "lamp-lit", "lights-act")
    assert ' and “Lights Act”: each with its own support"' in html
    assert "One source." in html


def test_beside_a_mark_stand_the_sources_that_support_its_fact(call: _Call) -> None:
    """The words in the margin stand behind the source that has them, and not behind a later one."""
    assert 'data-x-beside="Gull Gazette, 1901: “' in call("cite", "lamp-lit")


def test_a_quote_shows_words_and_speaker(call: _Call) -> None:
    """A quotation stands in quotation marks with who said it and how it was cut."""
    html = call("quote", "keeper-on-cost")
    assert "“more than 500 pounds”" in html
    assert ">Ann Reed</a>" in html
    assert "quoted in part" in html


def test_a_filtered_timeline_has_no_filters(call: _Call) -> None:
    """A timeline that the page has filtered shows what matches, or says that nothing does."""
    assert "<form" in call("timeline")
    some = call("timeline", actor="ann-reed")
    assert 'id="lamp-lit"' in some
    assert "<form" not in some
    assert "No event matches." in call("timeline", since="1902")
