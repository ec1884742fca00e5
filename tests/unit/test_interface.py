"""The words of the interface: each is marked to be translated, and each language has all of them."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages import Message

from macros import language
from macros.language import catalogues, of_script
from macros.load import load
from macros.model import dates
from macros.problems import BadDataError
from macros.render import render
from scripts.words import FOLDER, VALUES, collected, is_whole, read
from scripts.words import main as words_main
from tests import sites
from tests.edits import append, change
from tests.factories import ROOT

_TEMPLATES = [
    *(file for file in sorted(ROOT.glob("macros/templates/*.html.jinja")) if not file.name.startswith("diff")),
    *sorted(ROOT.glob("macros/theme/overrides/**/*.html")),
]
"""What readers see: all templates but those of the report for reviewers."""
_SAID = re.compile(r"\{#.*?#\}|\{%-?\s*trans\b.*?endtrans\s*-?%\}", re.DOTALL)
_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_ATTRIBUTE = re.compile(r' (?:aria-label|title|placeholder|alt|data-x-(?:back|hint|failed))="([^"]*[A-Za-z]{2}[^"]*)"')
_ELEMENT = re.compile(r"<(script|style|code)\b.*?</\1>|<[^>]*>", re.DOTALL)
_NO_WORDS = {"KB", "SHA", "lang", "dir"}


_BRITISH = re.compile(
    r"\w*(?:colour|licence|offence|defence|favour|harbour|labour|neighbour|behaviour|catalogue|cancelled|labelled|centre|programme\b"
    r"|(?:organ|recogn|summar|critic|priorit|author|initial|categor|minim|maxim|emphas|normal|general|apolog)is(?:e|ing|ation))\w*",
    re.IGNORECASE,
)
_NO_PROSE = re.compile(r"```.*?```|`[^`]*`|\{\{.*?\}\}|\{ #[^}]*\}|\]\([^)]*\)|“[^”]*”", re.DOTALL)
"""Code, calls of macros, anchors, addresses and quotations."""


@pytest.fixture
def spanish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the interface speak Spanish."""
    monkeypatch.setenv(language.VARIABLE, "es")
    language.use("en")
    yield
    monkeypatch.undo()
    language.use("en")


@pytest.mark.usefixtures("spanish")
def test_words_that_take_two_lines_of_a_template_are_translated() -> None:
    """Where a template breaks its lines is no part of the words."""
    html = render("explore", root="", view=SimpleNamespace(id="lamps", title="Lamps"))
    assert "Para ver cada cifra, señalar o tocar una marca, o usar las teclas de flecha. Con Escape" in html


@pytest.mark.usefixtures("spanish")
def test_words_that_are_not_translated_say_their_language() -> None:
    """Those of the topic are marked with it, and with its direction where that is another."""
    marked = '<p class="x-notice x-quiet x-compact"><span class="x-untranslated" lang="{}">A lamp</span></p>'
    assert render("notice", notice=language.OfTopic("A lamp")) == marked.format("en")
    language.use("ar")
    assert render("notice", notice=language.OfTopic("A lamp")) == marked.format('ar" dir="rtl')


def test_words_are_spelled_one_way() -> None:
    """The interface and the guides have the spelling of the United States; values of the data are names, and stay."""
    told = {str(part) for one in collected() if one.id for part in (one.id if isinstance(one.id, tuple) else (one.id,))}
    guides = [*ROOT.glob("docs/*.md"), *ROOT.glob("docs/about/*.md"), *ROOT.glob("scripts/starter/en/docs/**/*.md")]
    guides += [
        ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY", "LICENSE-DATA", "LICENSE-DEPENDENCIES")
    ]
    texts = [*(told - set(VALUES)), *(_NO_PROSE.sub("", file.read_text(encoding="utf-8")) for file in guides)]
    found = {word for text in texts for word in _BRITISH.findall(re.sub(r"%\(\w+\)s", "", text))}
    assert found == set()


def test_templates_have_no_words_of_their_own() -> None:
    """Every word that a reader sees can be translated; the words of diff are for reviewers."""
    assert len(_TEMPLATES) > 50
    found = []
    for file in _TEMPLATES:
        html = _CODE.sub("", _SAID.sub("", file.read_text(encoding="utf-8")))
        words = re.findall(r"[A-Za-z]{2,}", _ELEMENT.sub(" ", html))
        found += [(file.name, word) for word in [*words, *_ATTRIBUTE.findall(html)] if word not in _NO_WORDS]
    assert found == []


@pytest.mark.parametrize("tag", catalogues()[1:])
def test_a_language_has_every_word(tag: str) -> None:
    """Each is translated for every count, none is only a proposal, and each has the values of the original."""
    catalogue = read(FOLDER / tag / "LC_MESSAGES" / "messages.po", tag)
    wanted = [one for one in collected() if one.id]
    entries = {one.id: catalogue.get(one.id) for one in wanted}
    assert [text for text, one in entries.items() if one is None or one.fuzzy or not is_whole(one)] == []
    assert [one.id for one in entries.values() if one and not _is_alike(one)] == []
    assert len(catalogue) == len(wanted), "words that nothing shows: .venv/bin/python -m scripts.words"


def _is_alike(entry: Message) -> bool:
    """Whether a translation has the values of its text, and nothing that would be HTML; one thing needs no number."""
    texts, own = ((one,) if isinstance(one, str) else one or () for one in (entry.id, entry.string))
    if re.search('[<>"]', " ".join(own)):
        return False
    wanted = [Counter(re.findall(r"%\(\w+\)s|%%", text)) for text in texts]
    return all(Counter(re.findall(r"%\(\w+\)s|%%", text)) in wanted for text in own)


@pytest.mark.usefixtures("spanish")
def test_a_script_has_the_forms_for_counts() -> None:
    """The browser picks one by the plural category of a count; what has none is translated as it is."""
    words = of_script('_("copied"); ngettext("%(num)s found", "%(num)s found", 3)')
    assert words["copied"] == "copiado"
    assert words["%(num)s found"] == {
        "one": "%(num)s resultado",
        "many": "%(num)s resultados",
        "other": "%(num)s resultados",
    }


def test_scripts_in_english_need_no_table() -> None:
    """What they say stands in them."""
    assert of_script('_("copied")') == {}


@pytest.mark.usefixtures("spanish")
def test_names_against_the_direction_stand_apart() -> None:
    """Arabic in a Spanish sentence is isolated, so that what follows it stays in its place."""
    assert language.crosses("صحيفة 2017")
    assert not language.crosses("Gaceta Ñandú 2017")
    assert language.apart("صحيفة") == "\u2068صحيفة\u2069"
    assert language.for_programs(language.apart("صحيفة")) == "صحيفة"
    assert (language.turned("ar"), language.turned("en")) == ("rtl", "")


def test_words_are_collected(tmp_path: Path, command: sites.Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new language begins with every word; a translation stays, and one that nothing shows is left out."""
    monkeypatch.setattr("scripts.words.FOLDER", tmp_path)
    status, printed, _ = command(words_main, "fr")
    file = tmp_path / "fr" / "LC_MESSAGES" / "messages.po"
    assert status == 0
    assert f"fr: 0 of {len(collected())} words are translated\n    not translated: " in printed
    change(file, 'msgid "cite"\nmsgstr ""', 'msgid "cite"\nmsgstr "citer"')
    append(file, '\nmsgid "gone"\nmsgstr "disparu"\n')
    _, printed, _ = command(words_main)
    assert f"fr: 1 of {len(collected())} words" in printed
    assert read(file, "fr")["cite"].string == "citer"
    assert "disparu" not in file.read_text(encoding="utf-8")


def test_a_topic_may_bring_the_words_of_its_language(topic: Path, command: sites.Command) -> None:
    """A language that the interface does not speak is begun in the topic's own folder, and its words are shown."""
    status, printed, _ = command(words_main, "fr", "--topic", str(topic))
    assert (status, "fr: 0 of" in printed) == (0, True)
    file = topic / "data" / "interface" / "fr.po"
    spring = 'msgid "spring %(year)s"\nmsgstr "{}"'
    change(file, spring.format(""), spring.format("printemps %(year)s"))
    language.use("fr", load(topic).interface)
    assert [str(dates.parse(one)) for one in ("2018-21", "2018-22")] == ["printemps 2018", "summer 2018"]
    language.use("en")
    status, _, told = command(words_main, "français", "--topic", str(topic))
    assert (status, '"français" is not the tag of a language that is known' in told) == (2, True)


@pytest.mark.parametrize(
    "forms",
    [
        "nplurals=INTEGER; plural=EXPRESSION;",
        "nplurals=2; plural=(n > 1;",
        "nplurals=2; plural=n/0;",
        "nplurals=1; plural=n > 1;",
        "nplurals=1000000000; plural=0;",
    ],
)
def test_a_head_that_gives_a_count_no_form_is_a_problem(topic: Path, command: sites.Command, forms: str) -> None:
    """The check and the command for words name its line and say what to write, and nothing is overwritten."""
    file = topic / "data" / "interface" / "fr.po"
    file.parent.mkdir()
    file.write_text(f'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Plural-Forms: {forms}\\n"\n', encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(BadDataError) as caught:
        load(topic)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.field) == ("data/interface/fr.po", 4, "Plural-Forms")
    assert problem.remedy == 'write "Plural-Forms: nplurals=2; plural=(n > 1);\\n"'
    status, printed, _ = command(words_main, "--topic", str(topic))
    assert (status, f"{problem}\n" in printed, file.read_bytes()) == (1, True, before)
    change(file, forms, "nplurals=2; plural=(n > 1);")
    assert list(load(topic).interface) == ["fr"]
    assert command(words_main, "--topic", str(topic))[0] == 0


def test_the_forms_of_counts_may_take_two_lines(topic: Path) -> None:
    """Editors of catalogues break a long line of the head, and leave out what every language has."""
    file = topic / "data" / "interface" / "pl.po"
    file.parent.mkdir()
    forms = 'nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 "\n"&& (n%100<10 || n%100>=20) ? 1 : 2);'
    for head in (f'"Plural-Forms: {forms}\\n"\n', "", '"Plural-Forms: \\n"\n'):
        file.write_text(f'msgid ""\nmsgstr ""\n"Language: pl\\n"\n{head}', encoding="utf-8")
        assert list(load(topic).interface) == ["pl"]


@pytest.mark.parametrize(
    ("name", "entry", "said"),
    [
        ("fr.po", 'msgid "spring %(year)s"\nmsgstr "en %(an)s"\n', "its values are not those of the original"),
        ("fr.po", 'msgid "Search"\nmsgstr "100 %"\n', "its values are not those of the original"),
        ("fr.po", 'msgid "Search"\nmsgstr "<b>Chercher"\n', 'it has a mark of HTML, <, > or "'),
        ("fr.po", 'msgid "Search"\nmsgstr "Chercher\\n"\n', r"it has a line break (\n), which the original has not"),
        ("french.po", "", "it is not the catalog of a language"),
        ("fr.po", "x\n", "it is not a line of a gettext catalog"),
    ],
)
def test_words_that_would_break_pages_are_problems(topic: Path, name: str, entry: str, said: str) -> None:
    """What a page could not fill in, or would take for HTML, is told with file and line."""
    file = topic / "data" / "interface" / name
    file.parent.mkdir()
    file.write_text(f'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n{entry}', encoding="utf-8")
    with pytest.raises(BadDataError) as caught:
        load(topic)
    (problem,) = caught.value.problems
    assert (problem.path, problem.message) == (f"data/interface/{name}", said)
