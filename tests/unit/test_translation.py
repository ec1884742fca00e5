"""A topic in another language: what is translated, what is not yet, and what a translation may not change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import language
from macros.checks.sources import quotes_are_translated_where_needed
from macros.checks.translations import same_figures
from macros.load import load, read_docs
from macros.model import Event, Source
from macros.model.translation import Untranslated, texts, translated
from macros.pages.check import check_pages
from macros.problems import BadDataError
from macros.render.jinja import _environment
from macros.render.mentions import Names
from scripts.translate import main as translate_main
from tests import sites
from tests.edits import append, change
from tests.factories import dataset, make

_ENTRY = 'msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'


def _translate(topic: Path, *entries: tuple[str, str, str]) -> None:
    """Publish a topic in Spanish too, with some texts translated."""
    file = topic / "data" / "topic.yml"
    if "translations" not in file.read_text(encoding="utf-8"):
        append(file, "translations: [es]\n")
    (topic / "data" / "translations" / "es").mkdir(parents=True, exist_ok=True)
    text = "\n".join(_ENTRY.format(*entry) for entry in entries)
    (topic / "data" / "translations" / "es" / "events.po").write_text(text, encoding="utf-8")


def _problems(topic: Path) -> list[str]:
    with pytest.raises(BadDataError) as caught:
        load(topic)
    return [str(one) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("language", "original", "translation"),
    [
        ("es", "En el siglo XVIII", "In the 18th century"),
        ("fr", "quatre-vingt-dix-sept bateaux", "97 boats"),
        ("es", "más de mil quinientos", "more than 1,500"),
        ("fr", "le premier mars 2019", "on 1 March 2019"),
        ("fr", "14/06/2022", "14 June 2022"),
        ("ar", "عشرين ألف", "20,000"),
        ("zh", "3亿4000万元", "340 million yuan"),
    ],
)
def test_the_figures_of_a_translated_quote_may_be_in_words(language: str, original: str, translation: str) -> None:
    """Number words and dates of quoted words are in digits in their translation, and the other way round."""
    quote = {"exact": original, "translation": translation}
    lit = make(Event, citations=[{"source": "gazette", "locator": "p1", "quote": quote}])
    told = dataset(sources={"gazette": make(Source, language=language)}, events={"lit": lit})
    assert not list(quotes_are_translated_where_needed(told))


def test_texts_are_replaced_by_their_translation(topic: Path) -> None:
    """A translated title is shown; a summary without a translation is known as the topic's own language."""
    words = {name: words for _, name, words in texts(load(topic))}
    _translate(topic, ("lamp-lit.title", words["lamp-lit.title"], "Se enciende la lámpara"))
    dataset = load(topic)
    event = translated(dataset, dataset.translations["es"]).events["lamp-lit"]
    assert event.title == "Se enciende la lámpara"
    assert not isinstance(event.title, Untranslated)
    assert event.summary == dataset.events["lamp-lit"].summary
    assert isinstance(event.summary, Untranslated)
    assert event.citations == dataset.events["lamp-lit"].citations


def test_a_quote_in_the_language_of_the_topic_may_have_a_translation(topic: Path, command: sites.Command) -> None:
    """Readers of another language get the quoted words with our translation, figures in words or in digits."""
    change(topic / "data" / "events" / "lamp-lit.yml", "was lit on Wednesday", "Twenty lamps were lit")
    words = {name: words for folder, name, words in texts(load(topic)) if folder == "quotes"}
    _translate(topic, ("lamp-lit.citations.0.quote", "Twenty lamps were lit", "se encendieron 20 lámparas"))
    status, printed, _ = command(translate_main, "--topic", topic, "es", "--quotes")
    assert status == 0
    assert f"quotes: 1 of {len(words)} texts are translated" in printed
    dataset = load(topic)
    spanish = translated(dataset, dataset.translations["es"])
    quotes = [one.events["lamp-lit"].citations[0].quote for one in (dataset, spanish)]
    assert [(one.exact, one.translation) for one in quotes if one] == [
        ("Twenty lamps were lit", None),
        ("Twenty lamps were lit", "se encendieron 20 lámparas"),
    ]


def test_a_translation_of_words_that_changed_is_not_shown(topic: Path) -> None:
    """Who corrects a fact in one language does not leave the old fact in another."""
    _translate(topic, ("lamp-lit.title", "The lamp is blown out", "Se apaga la lámpara"))
    dataset = load(topic)
    assert isinstance(translated(dataset, dataset.translations["es"]).events["lamp-lit"].title, Untranslated)


def _terms(topic: Path, **terms: str) -> None:
    """Write terms, each with its aliases, and publish the topic in Spanish too."""
    keeper = (topic / "data" / "terms" / "keeper.yml").read_text(encoding="utf-8")
    for name, aliases in terms.items():
        text = keeper.replace("label: keeper\n", f"label: {name}\naliases: [{aliases}]\n")
        (topic / "data" / "terms" / f"{name}.yml").write_text(text, encoding="utf-8")
    _translate(topic)


def test_a_language_has_its_own_aliases_of_a_term(topic: Path) -> None:
    """They are one entry, as many as the language has; prose opens the definition at them, and at no English one."""
    _terms(topic, keeper="keepers, watch", wick="wicks")
    _translate(topic, ("keeper.aliases", "keepers; watch", "fareros; farera; guardián del faro"))
    words = load(topic)
    spanish = translated(words, words.translations["es"])
    assert spanish.terms["keeper"].aliases == ("fareros", "farera", "guardián del faro")
    assert spanish.terms["wick"].aliases == ()
    found = Names(spanish).segments("Dos fareros, no keepers; wicks.")
    assert [(one.text, one.record) for one in found if one.record] == [("fareros", "keeper")]
    assert ("terms", "wick.aliases", "wicks") in texts(words)


@pytest.mark.parametrize(
    ("given", "said", "remedy"),
    [
        ("farero; farero", 'the name "farero" stands twice', "write it once"),
        ("wick", 'the name "wick" also belongs to "wick"', "a name leads to one record; drop one"),
    ],
)
def test_a_name_belongs_to_one_term_in_each_language(topic: Path, given: str, said: str, remedy: str) -> None:
    """A name that is given twice, or is that of another term, is refused with the line of its entry."""
    _terms(topic, keeper="keepers", wick="wicks")
    _translate(topic, ("lamp-lit.title", "?", "?"), ("keeper.aliases", "keepers", given))
    place = "data/translations/es/events.po:6: keeper.aliases"
    assert _problems(topic) == [f"{place}: {said} [alias-twice]\n    {remedy}"]


def test_untranslated_words_are_marked_with_their_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader reads English words in English on a Spanish page, and they are escaped."""
    monkeypatch.setenv(language.VARIABLE, "es")
    language.use("en")
    monkeypatch.undo()
    html = _environment().from_string("{{ words }}").render(words=Untranslated("<lit>"))
    assert html == '<span class="x-untranslated" lang="en">&lt;lit&gt;</span>'
    assert language.use("en") == "en"


def test_a_translation_has_the_figures_of_its_original(topic: Path) -> None:
    """1,234.5 may become 1.234,5; another number is refused with its line."""
    _translate(topic, ("topic.summary", "A lamp was lit on Gull Island.", "Una lámpara de 1901."))
    (problem,) = _problems(topic)
    assert problem == (
        "data/translations/es/events.po:2: topic.summary: it has 1901, which the original has not"
        " [translation-figures]\n"
        "    write the figures of the original, in digits"
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (r"La luz\n", r"it has a line break (\n), which the original has not"),
        (r"La\nluz", r"it has a line break (\n), which the original has not"),
        ("La luz ", "it begins or ends with a space, which the original does not"),
        ("\u00a0La luz", "it begins or ends with a space, which the original does not"),
        (r"La\tluz", "it has a control character (U+0009)"),
        (r"La\rluz", "it has a control character (U+000D)"),
    ],
)
def test_a_translation_has_the_form_of_its_original(topic: Path, given: str, said: str) -> None:
    """A title is one line in every language, since calendars, charts and tables have it."""
    words = {name: words for _, name, words in texts(load(topic))}
    _translate(topic, ("lamp-lit.title", words["lamp-lit.title"], given))
    assert [one.splitlines()[0] for one in _problems(topic)] == [
        f"data/translations/es/events.po:2: lamp-lit.title: {said} [translation-form]"
    ]


@pytest.mark.parametrize(
    ("languages", "original", "translation", "said"),
    [
        (("ar", "en"), "في عام ١٩٦١ بلغ ١٬٢٥٠٫٥", "1,250.5 in 1961", []),  # noqa: RUF001 - digits of Arabic
        (("en", "es"), "in fiscal 1999-00", "en 1999-2000", []),
        (("en", "es"), "0.000012", "0,00012", ["it lacks 0.000012; it has 0,00012, which the original has not"]),
        (("en", "es"), "from 2010-12", "2010-2012", ["it lacks 12; it has 2012, which the original has not"]),
        (("en", "es"), "€3.2 billion, €4bn", "3200 millones de euros y 4.000 millones", []),
        (
            ("en", "es"),
            "3.2 billion",
            "3,2 millones",
            ["it lacks 3.2 billion; it has 3,2 millones, which the original has not"],
        ),
        (("en", "fr"), "2 million to 3 million", "2 à 3 millions", []),
        (("ar", "en"), "٤ مليارات يورو", "4 billion euros", []),
        (("en", "es"), "60m of rope", "60 m de cuerda", []),
        (("en", "ja"), "20,000 people, 300 million lamps", "2万人、3億個のランプ", []),
        (("en", "ja"), "20,000 people", "3万人", ["it lacks 20,000; it has 3万, which the original has not"]),
        (("ja", "en"), "3億4000万円", "340 million yen", []),
        (("en", "ru"), "2.4 million lamps", "2 млн 400 тыс. огней", []),
        (("en", "es"), "5 × 10⁶ lamps", "5 millones de lámparas", []),
        (("en", "es"), "10⁶ lamps", "1.000.000 lámparas", []),
        (
            ("en", "es"),
            "10⁶ lamps",
            "10⁵ lámparas",
            ["it lacks 10⁶; it has 10⁵, which the original has not"],
        ),
        (("en", "ru"), "3.2 billion", "о 3,2 миллиардах", []),  # noqa: RUF001 - letters of another script
    ],
)
def test_figures_are_the_same_in_any_script(
    languages: tuple[str, str], original: str, translation: str, said: list[str]
) -> None:
    """Figures are compared as values, whatever their digits and words of scale; a fault names them as they stand."""
    assert [message for message, *_ in same_figures(original, translation, languages)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nmsgid "a\nmsgstr "b"\n', "es/events.po:2: entry: it is not a line of a gettext catalog"),
        ('\nmsgid "a"\n', "es/events.po:2: entry: it is not a gettext catalog: missing msgstr"),
        (
            f"{2 * _ENTRY.format('a.title', 'b', 'c')}",
            "es/events.po:4: entry: this entry stands above already [entry-twice]",
        ),
        ('msgid "a b"\nmsgstr "c"\nmsgid ""\n"a "\n"b"\nmsgstr ""\n', "es/events.po:3: entry: this entry stands above"),
        ('msgid "a"\nmsgstr "\u200b"\n', "es/events.po:2: text: an invisible character"),
    ],
)
def test_a_broken_catalogue_is_a_problem_with_its_line(topic: Path, text: str, said: str) -> None:
    """Nothing of it is shown, and nothing fails otherwise."""
    _translate(topic)
    (topic / "data" / "translations" / "es" / "events.po").write_text(text, encoding="utf-8")
    assert any(said in problem for problem in _problems(topic))


def test_blank_words_are_no_translation(topic: Path) -> None:
    """A space that an editor of catalogues has left is not published as a title."""
    words = {name: words for _, name, words in texts(load(topic))}
    _translate(topic, ("lamp-lit.title", words["lamp-lit.title"], " "))
    dataset = load(topic)
    assert translated(dataset, dataset.translations["es"]).events["lamp-lit"].title == words["lamp-lit.title"]


@pytest.mark.parametrize("named", ["CHARSET", "iso-8859-1", "utf-16"])
def test_a_catalogue_is_utf8_whatever_it_says(topic: Path, named: str) -> None:
    """A header that a tool has written, or left to be filled in, spoils no letter."""
    words = {name: words for _, name, words in texts(load(topic))}
    _translate(topic, ("lamp-lit.title", words["lamp-lit.title"], "Se enciende la lámpara"))
    file = topic / "data" / "translations" / "es" / "events.po"
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={named}\\n"\n\n'
    file.write_text(head + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert "Se enciende la lámpara" in load(topic).translations["es"].values()


def test_a_catalogue_of_no_language_of_the_topic_is_a_problem(topic: Path) -> None:
    """A mistyped name hides no translation."""
    _translate(topic)
    (topic / "data" / "translations" / "fr").mkdir()
    assert "data/translations/fr:1: file: it is not a language that topic.yml lists" in _problems(topic)[0]


def test_translate_keeps_what_was_done(topic: Path, command: sites.Command) -> None:
    """A changed text keeps its translation as a proposal, with what it said before until that is right again."""
    words = {name: words for _, name, words in texts(load(topic))}
    _translate(
        topic,
        ("lamp-lit.title", words["lamp-lit.title"], "Se enciende la lámpara"),
        ("lamp-lit.summary", "What it said before.", "Lo que decía antes."),
    )
    status, printed, _ = command(translate_main, "--topic", topic, "es")
    assert status == 0
    assert "events: 1 of 2 texts are translated" in printed
    assert "changed since it was translated: lamp-lit.summary" in printed
    assert "not translated: docs/index.md; docs/es/index.md then has 'translates: v" in printed
    file = topic / "data" / "translations" / "es" / "events.po"
    first = file.read_bytes()
    assert b"# was: What it said before.\n#, fuzzy\n" in first
    command(translate_main, "--topic", topic, "es")
    assert file.read_bytes() == first
    file.write_bytes(first.replace(b"#, fuzzy\n", b""))
    command(translate_main, "--topic", topic, "es")
    assert b"# was" not in file.read_bytes()
    file.write_bytes(first)
    assert load(topic).translations["es"] == {("lamp-lit.title", words["lamp-lit.title"]): "Se enciende la lámpara"}


def test_a_catalogue_of_quotes_is_begun_on_request(topic: Path, command: sites.Command) -> None:
    """It is as long as all that is quoted, and most topics translate none of it; one that has begun is kept."""
    _, printed, _ = command(translate_main, "--topic", topic, "es")
    assert "quotes: " not in printed
    change(topic / "data" / "events" / "lamp-lit.yml", "was lit on Wednesday", "Twenty lamps were lit")
    _translate(topic, ("lamp-lit.citations.0.quote", "Twenty lamps were lit", "se encendieron 20 lámparas"))
    _, printed, _ = command(translate_main, "--topic", topic, "es")
    assert "quotes: 1 of" in printed


def test_translate_takes_no_list_of_aliases_for_a_quote(topic: Path, command: sites.Command) -> None:
    """Words that a source quotes and the editors use too are translated apart from these."""
    change(topic / "data" / "events" / "lamp-lit.yml", "was lit on Wednesday", "keepers")
    append(topic / "data" / "terms" / "keeper.yml", "aliases: [keepers]\n")
    _translate(topic, ("keeper.aliases", "keepers", "fareros; guardianes"))
    command(translate_main, "--topic", topic, "es", "--quotes")
    written = (topic / "data" / "translations" / "es" / "quotes.po").read_text(encoding="utf-8")
    assert 'msgctxt "lamp-lit.citations.0.quote"\nmsgid "keepers"\nmsgstr ""' in written


def test_translate_asks_for_the_language_in_the_topic(topic: Path, command: sites.Command) -> None:
    """Only languages that the site is published in are translated into."""
    status, _, error = command(translate_main, "--topic", topic, "es")
    assert status == 2
    assert "topic.yml does not list es: add translations: [es]" in error


@pytest.fixture
def page(topic: Path) -> Callable[[str], list[str]]:
    """Return a function that gives the problems with a Spanish page of the text, which is up to date."""
    _translate(topic)
    original = topic / "docs" / "index.md"
    original.write_text('# The lamp\n\nLit in {{ date("lamp-lit") }}, at 20 marks.\n', encoding="utf-8")
    digest = read_docs(topic).pages["index.md"].digest

    def problems(text: str, name: str = "index.md") -> list[str]:
        (topic / "docs" / "es").mkdir(exist_ok=True)
        (topic / "docs" / "es" / name).write_text(f"---\ntranslates: {digest}\n---\n{text}", encoding="utf-8")
        return [str(one) for one in check_pages(read_docs(topic), load(topic)) if one.path.startswith("docs/es/")]

    return problems


def test_a_translated_page_makes_the_same_calls(page: Callable[[str], list[str]]) -> None:
    """A page in another language shows the same facts."""
    assert page('# La lámpara\n\nPor 20 marcos, encendida en {{ date("lamp-lit") }}.\n') == []
    (problem,) = page("# La lámpara\n\nEncendida, por 20 marcos.\n")
    assert 'docs/es/index.md:1: page: it lacks date("lamp-lit") [translation-macros]' in problem
    (problem,) = page('# La lámpara\n\nEncendida en {{ date("lamp-lit") }} por 21 marcos.\n')
    assert "page: it lacks 20; it has 21, which the original has not [translation-figures]" in problem


def test_a_page_translates_a_page(page: Callable[..., list[str]]) -> None:
    """A translation of no page would be published nowhere."""
    (problem,) = page("# Nada\n", "nada.md")
    assert "docs/es/nada.md:1: page: there is no docs/nada.md, which it could translate [no-page]" in problem


def test_a_translated_page_says_of_which_version(topic: Path, page: Callable[..., list[str]]) -> None:
    """A page that says so nowhere would be shown in the language of the topic without a word."""
    page("# La lámpara\n")  # the topic has a Spanish site
    (topic / "docs" / "es" / "index.md").write_text("# La lámpara\n", encoding="utf-8")
    digest = read_docs(topic).pages["index.md"].digest
    (problem,) = (str(one) for one in check_pages(read_docs(topic), load(topic)) if one.path.startswith("docs/es/"))
    assert "docs/es/index.md:1: page: it does not say which version it translates, so that it is not shown" in problem
    assert f"begin it with three lines: '---', 'translates: {digest}' and '---'" in problem
