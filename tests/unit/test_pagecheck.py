"""What the check says of a hand-written page: the line, what is wrong with a macro call, and how to mend it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.checks.records import RENAMED
from macros.load import load
from macros.load.docs import read_docs
from macros.model import KINDS
from macros.model.addresses import own_network
from macros.pages import settings
from macros.pages.check import VALUES, check_pages, without_wrong_calls
from macros.pages.links import line_of
from macros.pages.pagetext import RAW
from macros.problems import BadDataError, Problem
from macros.queries import Queries
from macros.render.calls import SIGNATURES
from tests.edits import append, change
from tests.factories import GOOD_TOPIC

Check = Callable[[str], list[Problem]]


@pytest.fixture
def said_of(topic: Path) -> Check:
    """Return a function that checks the small good topic with this text as its home page."""
    file = topic / "data" / "statements" / "undated.yml"
    words = (topic / "data" / "statements" / "keeper-on-cost.yml").read_text(encoding="utf-8")
    file.write_text(words.replace("event: lamp-lit\n", ""), encoding="utf-8")
    dataset = load(topic)

    def run(text: str) -> list[Problem]:
        (topic / "docs" / "index.md").write_text(text, encoding="utf-8")
        return check_pages(read_docs(topic), dataset)

    return run


def _said(problems: list[Problem]) -> list[tuple[int, str, str, str]]:
    return [(one.line, one.field, one.message, one.remedy) for one in problems]


_GOOD = """---
hide: [toc]
---

# The lamp {#lamp-2}

{#- a remark for editors: {{ nothing() }} -#}

It cost {{ number("lamp-cost-total", unit=true) }} in {{ period('lamp-cost-total') }}, lit on {{ date("lamp-lit") }}.
The {{ term("keeper", text="keeper") }} {{ actor("ann-reed") }} kept {{ statute("lights-act") }}.
{{ penalty("lights-act-first") }}
{{ cite("lamp-lit", "keeper-on-cost", "lamp-cost-total", "lights-act", "ann-reed", "keeper", "lamp-cost") }}

{{ timeline(category="opening", topic="lamp", actor="ann-reed", source="gazette", since="1901-05", until="1902") }}

1. [a link](facts.md#lamp-lit "7"), <span class="c7">raw HTML</span> and `code 7`

```text
{% raw %}{{ number("12") }}{% endraw %} 99
```

{{ statement("keeper-on-cost") }}

- {{ quote("keeper-on-cost") }}

{{ source("gazette") }} {{ date("gazette") }}

{{ chart("lamp-cost-chart") }}
"""


def test_a_good_page_has_no_problem(said_of: Check) -> None:
    """Macros with the right ids, figures in code, addresses, lists and front matter are all fine."""
    assert said_of(_GOOD) == []


_A_DATE = 'a date such as "2017-04-11"'
_DATED = "cite it instead, or add the date to its file"
_QUOTED = 'write the id in quotes, such as {{ number("id") }}'
_NEAR = 'did you mean "{}"?'


@pytest.mark.parametrize(
    ("call", "message", "remedy"),
    [
        ('nubmer("x")', 'there is no macro "nubmer"', _NEAR.format("number")),
        ('number("lamp-cost-totl")', 'no observation "lamp-cost-totl"', _NEAR.format("lamp-cost-total")),
        ('statute("ann-reed")', 'no statute "ann-reed"', "known: lights-act"),
        ('date("gazete")', 'no event or statement or source "gazete"', f"{_NEAR.format('gazette')} {RENAMED}"),
        ("number()", "it takes 1 id, not 0", 'write {{ number("observation-id") }}'),
        ("cite()", "it takes 1 to 12 ids, not 0", 'write {{ cite("event-id") }}'),
        ('timeline("lamp-lit")', "it takes no ids, not 1", "write {{ timeline() }}"),
        ('number("lamp-cost-total", units=true)', 'it has no option "units"', _NEAR.format("unit")),
        ('number("lamp-cost-total", unit="yes")', '"yes" is not true or false', "write true or false"),
        ('term("keeper", text=5)', '"5" is not words in quotes', "write words in quotes"),
        ('timeline(since="May")', f'"May" is not {_A_DATE}', f"write {_A_DATE}"),
        ("timeline(until=1901)", f'"1901" is not {_A_DATE}', f"write {_A_DATE}"),
        ('timeline(category="opened")', 'no category "opened"', _NEAR.format("opening")),
        ("number(lamp)", "an argument is not a plain value", _QUOTED),
        ('cite("lamp-lit", *["keeper"])', "an argument is not a plain value", _QUOTED),
        ('date("undated")', '"undated" has no known date', _DATED),
        ('date("lights-act-text")', '"lights-act-text" has no known date', _DATED),
    ],
)
def test_a_wrong_call_is_named_with_line_and_remedy(said_of: Check, call: str, message: str, remedy: str) -> None:
    """A macro, an option, an id or a value that cannot be right is reported on its line, with what to write."""
    field = call.split("(", maxsplit=1)[0] + "()"
    assert _said(said_of(f"# The lamp\n\n{{{{ {call} }}}}\n")) == [(3, field, message, remedy)]


def test_a_name_is_no_call(said_of: Check) -> None:
    """A variable is named as it was written."""
    remedy = f"pages may only call macros, with ids in quotes; {RAW}"
    assert _said(said_of("# The lamp\n\n{{ lamp }}")) == [(3, "macro", "{{ lamp }} is not a call", remedy)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7 * 7 }}",
        '{{ "<b>" }}',
        '{{ number("lamp-cost-total") | upper }}',
        '{{ number("lamp-cost-total") ~ "0" }}',
        '{{ config["site_name"] }}',
        "{{ ''.__class__ }}",
        '{{ x.popen("id") }}',
        "{% for x in y %}{{ x }}{% endfor %}",
        '{% include "secrets" %}',
        '{% if number("lamp-cost-total") %}more{% endif %}',
    ],
)
def test_pages_may_only_call_macros(said_of: Check, text: str) -> None:
    """A sum, a filter, an attribute, a loop or any other instruction is refused: pages hold words and calls."""
    problems = said_of(f"One\n\n{text}\n")
    assert _said(problems)[0] == (
        3,
        "macro",
        "an instruction in braces is not a call",
        f"pages may only call macros, with ids in quotes; {RAW}",
    )


@pytest.mark.parametrize("text", ['{{ number("a" }}', "{{ number(", "{% raw %} x"])
def test_a_broken_call_is_named(said_of: Check, text: str) -> None:
    """Braces that do not close are reported as such, and nothing breaks."""
    (problem,) = said_of(f"One\n\n{text}\n")
    assert problem.message.startswith("not a macro call: ")
    assert (problem.line, problem.rule, problem.remedy) == (3, "syntax", f'a macro call is {{{{ name("id") }}}}; {RAW}')


def test_a_quote_needs_words(topic: Path) -> None:
    """A statement without quoted words cannot be shown as a quotation."""
    quoted = '{source: gazette, locator: p2, quote: {exact: "more than 500 pounds"}}'
    file = topic / "data" / "statements" / "keeper-on-cost.yml"
    change(file, quoted, "{source: lights-act-text, locator: whole}")
    (topic / "docs" / "index.md").write_text('{{ quote("keeper-on-cost") }}', encoding="utf-8")
    remedy = 'use {{ statement("id") }}, or add a quote to its citation'
    assert _said(check_pages(read_docs(topic), load(topic))) == [
        (1, "quote()", '"keeper-on-cost" quotes no words', remedy)
    ]


def test_every_problem_is_reported_at_once(said_of: Check) -> None:
    """An editor sees all mistakes of a page together, each on its line."""
    problems = said_of('{{ term("x") }}\n\nIt cost 12 pounds.\n\n{{ what() }}\n')
    assert sorted((one.line, one.rule) for one in problems) == [(1, "unknown-id"), (3, "figure"), (5, "macro")]


@pytest.mark.parametrize("text", ["It cost 500 pounds.", "It cost more than 500 pounds on 1 May 1901."])
def test_a_page_takes_its_figures_from_facts(said_of: Check, text: str) -> None:
    """A figure typed into prose is refused even where a fact has it: the page asks the fact."""
    first = said_of(f"\n{text}")[0]
    remedy = 'use {{ number("id") }} or {{ date("id") }}, or allow it in topic.yml with a reason'
    assert (first.line, first.field, first.message) == (2, "prose", 'the figure "500" comes from no fact')
    assert (first.rule, first.remedy) == ("figure", remedy)


def test_figures_in_quotations_are_words(said_of: Check) -> None:
    """The figures of a quotation on a page need no fact of their own; its words need one that cites them."""
    assert said_of("They said “more than 500 pounds”.") == []


def test_a_page_quotes_what_a_fact_cites(said_of: Check) -> None:
    """Words in quotation marks on a page are words of a quote of the data."""
    assert said_of("The lamp “was lit on Wednesday”.") == []
    (problem,) = said_of("\nThe lamp “was never lit”.")
    assert (problem.line, problem.rule) == (2, "quotation")
    assert problem.message == "“was never lit” is in quotation marks, and no fact cites these words"
    assert problem.remedy == "quote words that a fact cites, or use our own"


def test_the_house_wording_holds_on_pages(topic: Path) -> None:
    """A term that topic.yml avoids is refused on a page, with the reason and what to write."""
    rule = "wording:\n  - {avoid: light house, use: lighthouse, reason: It is one word}\n"
    append(topic / "data" / "topic.yml", rule)
    (topic / "docs" / "index.md").write_text("# A\n\nThe Light House.\n", encoding="utf-8")
    message = '"light house" is not used outside quotations: It is one word'
    assert _said(check_pages(read_docs(topic), load(topic))) == [(3, "prose", message, 'write "lighthouse"')]


def test_pages_of_folders_are_checked(said_of: Check, topic: Path) -> None:
    """A page in a folder is named with its path from the topic."""
    (topic / "docs" / "about").mkdir()
    (topic / "docs" / "about" / "us.md").write_text("In 12 steps.", encoding="utf-8")
    assert [problem.path for problem in said_of("# The lamp\n\n[Us](about/us.md)\n")] == ["docs/about/us.md"]


def test_a_page_of_the_navigation_exists(topic: Path) -> None:
    """A page that the navigation names and nobody wrote is reported in topic.yml, with the nearest name."""
    change(topic / "data" / "topic.yml", "facts.md", "fact.md")
    (topic / "docs" / "index.md").write_text("# A\n\n[All](facts.md)\n", encoding="utf-8")
    (problem,) = check_pages(read_docs(topic), load(topic))
    assert str(problem) == (
        'data/topic.yml:12: nav.1.page: there is no docs/fact.md [no-page]\n    did you mean "facts.md"?'
    )
    change(topic / "data" / "topic.yml", "fact.md", '"https://lamp.example/"')
    (problem,) = check_pages(read_docs(topic), load(topic))
    assert problem.remedy == "name a page of docs/; a link to another site stands in the text of a page"


def test_a_page_stands_in_the_navigation_once(topic: Path) -> None:
    """A page under two names would have two neighbours; the foot may name it again."""
    change(topic / "data" / "topic.yml", "facts.md", "index.md")
    (topic / "docs" / "index.md").write_text("# A\n\n[All](facts.md)\n", encoding="utf-8")
    (problem,) = check_pages(read_docs(topic), load(topic))
    assert str(problem) == (
        "data/topic.yml:12: nav.1.page: index.md is named above already [page-twice]\n"
        "    delete one of the two, or name another page"
    )


@pytest.mark.parametrize("name", ["extra.MD", "extra.markdown"])
def test_a_page_ends_in_md(topic: Path, name: str) -> None:
    """A page under another ending is told its name, and not to be published as a file."""
    (topic / "docs" / name).write_text("# Extra\n", encoding="utf-8")
    (problem,) = check_pages(read_docs(topic), load(topic))
    assert str(problem) == (
        f"docs/{name}:1: file: a page may not end in .{name.partition('.')[2]} [file-name]\n    call it extra.md"
    )


def test_a_page_that_nothing_leads_to_is_named(topic: Path) -> None:
    """A page is in the navigation, or another page links to it."""
    (topic / "docs" / "extra.md").write_text("# Extra\n", encoding="utf-8")
    (problem,) = check_pages(read_docs(topic), load(topic))
    assert (problem.path, problem.message) == ("docs/extra.md", "no page and no navigation leads to it")
    append(topic / "docs" / "index.md", "\n[More](extra.md).\n")
    assert check_pages(read_docs(topic), load(topic)) == []


def test_a_page_of_the_navigation_stands_in_docs(topic: Path) -> None:
    """A path that leads out of the folder of the pages names none, even where there is a file."""
    change(topic / "data" / "topic.yml", "index.md", "../data/topic.yml")
    (problem,) = check_pages(read_docs(topic), load(topic))
    assert problem.message == "there is no docs/../data/topic.yml"


@pytest.mark.parametrize(
    ("redirects", "field", "message", "remedy"),
    [
        (
            "{was: index.html, now: index.html}",
            "redirects.0.was",
            "index.html is a page",
            "take the redirect out, or give the page another name",
        ),
        (
            "{was: statutes/lights-act.html, now: index.html}",
            "redirects.0.was",
            "statutes/lights-act.html is a page",
            "take the redirect out, or give the page another name",
        ),
        (
            "{was: Index.html, now: index.html}",
            "redirects.0.was",
            "Index.html is a page",
            "take the redirect out, or give the page another name",
        ),
        (
            "{was: binder.html, now: index.html}",
            "redirects.0.was",
            "the build writes binder.html itself",
            "take the redirect out",
        ),
        (
            "{was: embed/timeline/index.html, now: index.html}",
            "redirects.0.was",
            "the build writes embed/timeline/index.html itself",
            "take the redirect out",
        ),
        (
            "{was: a.html, now: indx.html}",
            "redirects.0.now",
            "there is no page indx.html",
            'did you mean "index.html"?',
        ),
        (
            "{was: sources/old-gazette.html, now: index.html}",
            "redirects.0.was",
            "sources/old-gazette.html is redirected twice",
            "keep one of the two; a renamed record has one by itself",
        ),
    ],
)
def test_a_redirect_leads_from_no_page_to_a_page(
    topic: Path, redirects: str, field: str, message: str, remedy: str
) -> None:
    """A redirect that would hide a page, lead nowhere, or start where another does is refused."""
    (topic / "data" / "sources" / "old-gazette.yml").write_text("moved_to: gazette\n", encoding="utf-8")
    append(topic / "data" / "topic.yml", f"redirects: [{redirects}]\n")
    assert [one[1:] for one in _said(check_pages(read_docs(topic), load(topic)))] == [(field, message, remedy)]


def test_two_redirects_from_one_address_are_refused(topic: Path) -> None:
    """Nobody could tell to which of two pages an old address leads."""
    append(
        topic / "data" / "topic.yml",
        "redirects:\n  - {was: a.html, now: index.html}\n  - {was: a.html, now: statutes/lights-act.html}\n",
    )
    said = _said(check_pages(read_docs(topic), load(topic)))
    assert [one[1] for one in said] == ["redirects.0.was", "redirects.1.was"]


@pytest.mark.parametrize("address", ["../a.html", "/a.html", "https://a.example/b.html", "a.md", 'a"b.html'])
def test_a_redirect_stays_in_the_site(topic: Path, address: str) -> None:
    """An old address is that of a page of the site."""
    append(topic / "data" / "topic.yml", f"redirects: [{{was: '{address}', now: index.html}}]\n")
    with pytest.raises(BadDataError, match=r"redirects\.0\.was: .* has the wrong form"):
        load(topic)


def test_a_folder_named_like_a_page_is_none(said_of: Check, topic: Path) -> None:
    """A folder whose name ends like that of a page is not read as one."""
    (topic / "docs" / "about.md").mkdir()
    assert said_of("# The lamp\n") == []


@pytest.mark.parametrize(
    ("data", "line", "rule"),
    [(b"One\ntwo \xff\n", 2, "not-utf8"), ("One\n\u202etwo\n".encode(), 2, "bidi"), (b"\xef\xbb\xbfOne\n", 1, "bom")],
)
def test_a_page_is_text_that_everyone_can_see(topic: Path, data: bytes, line: int, rule: str) -> None:
    """Bytes that are no text and characters that hide are reported with their line, as in data."""
    (topic / "docs" / "index.md").write_bytes(data)
    assert [(one.path, one.line, one.rule) for one in check_pages(read_docs(topic), load(topic))] == [
        ("docs/index.md", line, rule)
    ]


def test_macros_take_what_the_check_can_judge() -> None:
    """Every argument and option of a macro takes ids of kinds that there are, or a plain value with a test."""
    taken = {kind for one in SIGNATURES.values() for kinds in (one.kinds, *one.keywords.values()) for kind in kinds}
    assert "observation" in taken
    assert taken <= {*load(GOOD_TOPIC).kinds().values(), *KINDS, *VALUES}


_HYPHENS = "write 'name: value' lines between two lines of exactly three hyphens"
_ENDS = "the settings at the head of the page do not start and end with three hyphens on a line of their own"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("---\nhide: toc\n", (1, "settings", _ENDS, _HYPHENS)),
        ("--- \ndescription: a: b\n---\n", (1, "settings", _ENDS, _HYPHENS)),
        ("---\nhide: [toc]\n--- \n", (1, "settings", _ENDS, _HYPHENS)),
        (
            "---\ntitle: A\nhide: yes\n---\n",
            (3, "hide", "yes is read differently by different programs", 'quote it: "yes"'),
        ),
        ("---\nhide: [all]\n---\n", (2, "hide.0", '"all" is not a choice', "choose one of: navigation, toc, search")),
        ("---\ntitle: 5\n---\n", (2, "title", "5 is not text", 'quote it: "5"')),
        ("\n---\ntitle: A\n---\n", (1, "settings", _ENDS, _HYPHENS)),
        ('+++\ntitle = "A"\n+++\n', (1, "settings", _ENDS, _HYPHENS)),
        ("---json\n{}\n---\n", (1, "settings", _ENDS, _HYPHENS)),
        ("----\ntitle: A\n----\n", (1, "settings", _ENDS, _HYPHENS)),
        ("title: A\n", (1, "settings", _ENDS, _HYPHENS)),
        ("---\ntitel: A\n---\n", (2, "titel", "no such field", 'did you mean "title"?')),
        (
            "---\ntitle: &a [*a, *a]\n---\n",
            (2, "title", "an anchor or alias (& or *)", "write the value out, or quote it"),
        ),
        ("---\n- toc\n---\n", (2, "yaml", "the file is not a list of fields", "write 'field: value' lines")),
    ],
)
def test_settings_at_the_head_of_a_page_are_read_strictly(
    said_of: Check, head: str, said: tuple[int, str, str, str]
) -> None:
    """Settings are read as data is: an unknown one, a value of another type and a head without an end are named."""
    assert _said(said_of(f"{head}\n# The lamp\n")) == [said]


@pytest.mark.parametrize("name", ["template", "render_macros", "ignore_macros", "search"])
def test_settings_of_the_engine_are_not_for_pages(said_of: Check, name: str) -> None:
    """What would change how the engine builds a page is no setting of a page."""
    assert [one.message for one in said_of(f"---\n{name}: x.html\n---\n")] == ["no such field"]


def test_a_conflict_is_named(said_of: Check) -> None:
    """The marks that git leaves where two versions were not brought together are refused with their line."""
    found = said_of("# The lamp\n\n<<<<<<< HEAD\nLit.\n=======\nOut.\n>>>>>>> fix-lamp\n")
    assert [(one.line, one.message) for one in found] == [
        (3, "“<<<<<<< HEAD” marks a conflict that git left"),
        (7, "“>>>>>>> fix-lamp” marks a conflict that git left"),
    ]


_MARKUP = (
    ("<script>x()</script>", "<script"),
    ("<script src=own.js></script>", "<script src=own.js></script>"),
    ("\\`<script src=own.js></script>`", "<script src=own.js></script>`</p>"),
    ("If a <b and c> b.", "<b and c>"),
    ("<scr{#- a remark -#}ipt>x()</script>", "<script"),
    ('<p style="color: red">x</p>', "style="),
    ('<b onclick="x()">x</b>', "onclick="),
    ("<b onclick='x()'>x</b>", "<b onclick='x()'>x</b></p>"),
    ("**b**{ onclick=x() }", "onclick="),
    ("# x { style=color:red }", "style="),
    ("[x](javascript:x)", "javascript:x"),
    ('<a href="java&#10;script&colon;x">x</a>', "java\nscript:x"),
    ('<a href="&#106;avascript:x">x</a>', "javascript:x"),
    ("[x](data:text/html,x)", "data:text/html,x"),
    ("![x](https://elsewhere.example/x.png)", "https://elsewhere.example/x.png"),
    ("![x](//elsewhere.example/x.png)", "//elsewhere.example/x.png"),
    ('<img srcset="a.png 1x, //elsewhere.example/x.png 2x">', " //elsewhere.example/x.png 2x"),
    ('<div><img src="a.png"onerror=x()></div>', '<img src="a.png"onerror=x()></div>'),
    ("<div><title>x</title></div>", "<title"),
    ('<div>a</div x="><b title="><script></script>">z</b>', '</div x=">'),
    ('<div>\n<!-- -- > <b title="--> <img src=x>">x</b>\n</div>', '<!-- -- > <b title="--> <img src=x>">x</b>'),
    ("<!--><img src=x onerror=x()>-->", "<!--><img src=x onerror=x()>-->"),
    ("<p><img title='<span id=\"a\" popover>'></p>", "<img title='<span id=\"a\" popover>'></p>"),
    ("<div>\n<![x\n</div>", "<![x"),
    ("<div><b title='x'\n", "<b title='x'"),
    ('<iframe srcdoc="x"></iframe>', "<iframe"),
    ('<b\u00a0title=" onmouseover=x() ">x</b>', '<b\u00a0title=" onmouseover=x() ">x</b></p>'),
    ('<a href="http://[a">x</a>', "http://[a"),
    ('<img src="///elsewhere.example/a.png">', "///elsewhere.example/a.png"),
    ('<img src="a.png" attributionsrc="https://elsewhere.example">', "attributionsrc="),
    ('<svg><path d="M0" mask="url(https://elsewhere.example/x)"/></svg>', "mask="),
    ('<b title="&#4444444444;">x</b>', "&#44444444"),
    ("x &#" + "4" * 4_400 + "; y", "&#44444444"),
    ('<span data-x-explore="a">x</span>', "data-x-explore="),
    ('<input popovertarget="definition-nope">', "popovertarget="),
    ('<a href="{{ number("lamp-cost-total") }}">x</a>', 'href="{{ }}"'),
    ('<div title="{{ statement("keeper-on-cost") }}">x</div>', 'title="{{ }}"'),
    ('`{{ number("lamp-cost-total") }}`', "{{ }} in code"),
    ('```\n{{ number("lamp-cost-total") }}\n```', "{{ }} in code"),
)


@pytest.mark.parametrize(("markup", "named"), _MARKUP)
def test_markup_that_may_run_is_refused(said_of: Check, markup: str, named: str) -> None:
    """What would run, load from elsewhere, or be read in two ways is refused, however Markdown comes to it."""
    found = [one.message for one in said_of(f"# The lamp\n\n{markup}\n") if one.rule == "markup"]
    assert f"“{named}” is markup that a page may not hold" in found


def test_markup_is_named_with_its_line(said_of: Check) -> None:
    """Refused markup is found on its line, and in code it is words."""
    code = "<script>x()</script>"
    assert said_of(f"# The lamp\n\n`{code}`\n\n```html\n{code}\n```\n\n<!-- a remark -->\n") == []
    remedy = "write Markdown; scripts and styles belong to macros/theme, and macro calls stand outside of tags"
    message = "“<script” is markup that a page may not hold"
    assert _said(said_of(f"---\ntitle: A\n---\n\n{code}\n")) == [(5, "markup", message, remedy)]


def test_a_tag_has_its_other_half(said_of: Check) -> None:
    """What does not end would take in the rest of the page, and what does not start would end a part of its frame."""
    remedy = "write both the start and the end of the element, or neither"
    for text, tag in (("<details>\n<summary>a</summary>\n\nWords.", "<details>"), ("Words.\n</div>", "</div>")):
        (found,) = said_of(f"# The lamp\n\n{text}\n")
        assert (found.line, found.remedy) == (3 if tag == "<details>" else 4, remedy)
        assert found.message == f"“{tag}” stands without its other half"


@pytest.mark.parametrize(
    ("link", "address", "host"),
    [
        ("[x](http://localhost:8000/lamp)", "http://localhost:8000/lamp", "localhost"),
        ("[x](//lamp.localhost)", "//lamp.localhost", "lamp.localhost"),
        ("<https://127.0.0.1/>", "https://127.0.0.1/", "127.0.0.1"),
        ("[x](http://2130706433)", "http://2130706433", "2130706433"),
        ("[x](http://0x7f.1)", "http://0x7f.1", "0x7f.1"),
        ("[x](http://192.168.1.0x1)", "http://192.168.1.0x1", "192.168.1.0x1"),
        ("[x](http://a@[::1]/)", "http://a@[::1]/", "::1"),
        ('<a href="http://Printer.LOCAL.:631">x</a>', "http://Printer.LOCAL.:631", "printer.local"),
        ("[x][y]\n\n[y]: https://wiki.internal/x", "https://wiki.internal/x", "wiki.internal"),
        ("[x](http://router.home.arpa)", "http://router.home.arpa", "router.home.arpa"),
    ],
)
def test_links_lead_where_everyone_can_go(said_of: Check, link: str, address: str, host: str) -> None:
    """A machine of one's own, a number and a name of a network at work are refused with their line, as in records."""
    message = f'“{address}” leads to "{host}", which is a number or a name in a network of one\'s own'
    remedy = "give an address that everyone reaches, or write it as code"
    line = 5 if "\n" in link else 3
    assert _said(said_of(f"# The lamp\n\n{link}\n")) == [(line, "markup", message, remedy)]


def test_links_to_other_sites_are_those_of_everyone() -> None:
    """A host whose name only looks like one of one's own is none, in any script, and mail has no host."""
    hosts = ("local.example", "my-internal.example", "b\u00fccher.example", "127.0.0.1.example", "0x7f.example")
    assert [own_network(f"https://{host}/") for host in hosts] == [""] * len(hosts)
    assert [own_network(one) for one in ("mailto:ann@localhost", "a.md", "#lamp", "http://[a", "tel:112")] == [""] * 5


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a b",
        "http://x.example:99999/",
        "https://ann:key@x.example/",
        "https://пример.example/",
        "HTTPS://x.example/100%",
        "https://x..example/",
        "//x.example",
        "mailto:ann reed@x.example",
    ],
)
def test_a_link_to_another_site_has_the_form_of_one_in_a_record(said_of: Check, address: str) -> None:
    """What no browser opens, or opens elsewhere, is refused with its line, in Markdown and in HTML."""
    defined = () if " " in address else (f"[x][y]\n\n[y]: {address}",)
    for link in (f"[x](<{address}>)", f'<a href="{address}">x</a>', *defined):
        (found,) = (one for one in said_of(f"# The lamp\n\n`{address}`\n\n{link}\n") if one.rule != "figure")
        assert (found.line, found.rule) == (7 if "\n" in link else 5, "markup")
        assert found.message.startswith(f"“{address}” ")


def test_an_address_that_is_too_long_is_named_in_short(said_of: Check) -> None:
    """The message shows its beginning, and says what is wrong with it."""
    (found,) = said_of(f"# The lamp\n\n[it](https://gull.example/{'a' * 500})\n")
    assert found.message.startswith("“https://gull.example/aaa")
    assert found.message.endswith("aaa…” has more than 500 letters")
    assert len(found.message) < 100


def test_a_picture_of_another_site_is_to_be_copied(said_of: Check) -> None:
    """Whatever a browser would fetch by itself is refused with what to do instead."""
    for shown in ("![y](https://x.example/a.png)", '<img src="//x.example/a.png">', "![y](data:image/png;base64,x)"):
        (found,) = said_of(f"# The lamp\n\n{shown}\n")
        assert found.remedy.startswith("pages load nothing from other sites: keep a copy in docs/")


def test_no_link_leads_to_a_tab_that_it_does_not_open(said_of: Check) -> None:
    """A link to a tab is refused on every page, one to what is in the tab, and to the tab of another site, is right."""
    tabs = '=== "A"\n\n    Lit.\n\n=== "B"\n\n    ## Dark\n\n    Dark.\n'
    right = "[a](#dark) [b](https://x.example/#__tabbed_1_2)"
    assert said_of(f"# The lamp\n\n{right}\n\n{tabs}") == []
    for link in ("[a](#__tabbed_1_2)", '<a href="index.md#__tabbed_1_1">a</a>', "[a](facts.md#%5F_tabbed_1_2)"):
        (found,) = said_of(f"# The lamp\n\n{link}\n\n{tabs}")
        assert (found.line, found.message.partition("” ")[2]) == (3, "leads to a tab, and no link opens one")


_SCRIPT = "needs a script, and pages load none of the theme's"
_UNWORKABLE = (
    ("A lamp (1) lit.\n{ .annotate }\n\n1.  Then.", 4, "{ .annotate", f"an annotation {_SCRIPT}"),
    ("!!! note annotate\n\n    A lamp (1).", 3, "!!! note annotate", f"an annotation {_SCRIPT}"),
    ("``` yaml\na: b # (1)!\n```", 4, "(1)!", f"an annotation {_SCRIPT}"),
    ("$$\nE = m\n$$", 3, "$$", f"mathematics {_SCRIPT}"),
    ("It is $x^{n}$.", 3, "$x^{n}$", f"mathematics {_SCRIPT}"),
    (r"It is \(x + y\).", 3, r"\(x + y\)", f"mathematics {_SCRIPT}"),
    ("```math\nx\n```", 3, "```math", f"mathematics {_SCRIPT}"),
    ('=== "A"\n\n    ~~~ mermaid\n    a\n    ~~~', 5, "~~~ mermaid", f"a diagram {_SCRIPT}"),
    ('```\n--8<-- "lamp.py"\n```', 4, "--8<--", "a page includes no other file"),
    ('[=85% "x"]', 3, "[=85%", "a progress bar needs a style in the page, which the policy forbids"),
    ("``` { .yaml .copy }\na\n```", 3, "{ .yaml .copy", f"what this asks for {_SCRIPT}"),
    ("> [!NOTE]\n> Lit.", 3, "[!NOTE]", "no box or tab opens so"),
    ("Lit:\n\n::: note\nLit.\n:::", 5, "::: note", "no box or tab opens so"),
    ("[[Lamp]]", 3, "[[Lamp]]", "no link is written so, or it lacks its words or its address"),
    ("`[^a]` and[^a]", 3, "[^a]", "there is no such footnote"),
    ("`:material-x:`\n:material-lamb:", 4, ":material-lamb:", "there is no such icon or emoji"),
    ("Lit { .b }.", 3, "{ .b }", "nothing stands before it to have this"),
    ("<div>\nA **lamp**.\n</div>", 4, "**lamp**", "inside of an element of HTML, Markdown is not read"),
    ("<div>[it](a.md)</div>", 3, "[it](a.md)", "inside of an element of HTML, Markdown is not read"),
    ("Lit.\n\n```\nx\n\n## More\n", 5, "```", "the block of code is not closed"),
    ("Lit.\n\n<!-- remark\n\nMore.", 5, "<!--", "the comment is not closed"),
    ("[the lamp]()", 3, "[the lamp]()", "no link is written so, or it lacks its words or its address"),
    ("Lit: [](facts.md)", 3, "[](facts.md)", "no link is written so, or it lacks its words or its address"),
    ('++"lamp"++ ++ctrl+lamp++', 3, "++ctrl+lamp++", "there is no such key"),
    ("Lit {# or not #}.", 3, "{# or not #}", "a remark is not hidden so"),
    ("The lamp\\\nis lit.", 3, "\\", "a line is not broken so"),
    *(
        (f"`{link}`\n\nSee {link} now.", 5, signs, "no link is written so, or it lacks its words or its address")
        for link, signs in (
            ("[the law][]", "[the law][]"),
            ("![the law][]", "[the law][]"),
            ("[the law][law]", "[the law][law]"),
        )
    ),
    ("See [the\nlaw][].", 3, "[the\nlaw][]", "no link is written so, or it lacks its words or its address"),
)


@pytest.mark.parametrize(("text", "line", "signs", "reason"), _UNWORKABLE)
def test_syntax_that_cannot_work_is_named(said_of: Check, text: str, line: int, signs: str, reason: str) -> None:
    """What would be published as the signs that an editor wrote, or do nothing, is named with its line."""
    found = [(one.line, one.message) for one in said_of(f"# The lamp\n\n{text}\n") if one.rule == "syntax"]
    assert found == [(line, f"“{signs}” does not work: {reason}")]


def test_brackets_of_readers_and_links_that_are_defined_are_fine(said_of: Check) -> None:
    """References of every form are links, and words in brackets of which none is defined are words."""
    links = "[facts][] [Facts] [the facts][facts] [the\nfacts][facts]\n\n[facts]: facts.md\n"
    words = (
        "It is [as told], \\[lit], a[lamp] of [§ 1] and [x]. - [ ] { [a] }\n\n> It was [the lamp] lit.\n\n- [x] lit\n"
    )
    assert said_of(f"# The lamp\n\n{links}\n{words}\n*[lit]: burning\n") == []


def test_a_page_has_one_title_and_each_anchor_once(said_of: Check) -> None:
    """A second title and a second place of an anchor are named; sections may have the same name."""
    assert said_of("# A\n\n```\n# no title\n```\n\n## More { #x }\n\n## Notes\n\n## Notes\n") == []
    remedy = "begin the heading of a section with ##; the page has its one title already"
    for title in ("# B", "B\n="):
        (second,) = said_of(f"# A\n\n```\n# no title\n```\n\n{title}\n")
        assert str(second) == f"docs/index.md:7: title: it is a second title [title-twice]\n    {remedy}"
    remedy = "links lead to one place; rename one"
    text = '# A\n\n## B { #x }\n\n<p id="x">C</p>\n\n## Notes\n\n<p id="notes">D</p>\n'
    assert [*map(str, said_of(text))] == [
        f'docs/index.md:5: anchor: the anchor "x" stands twice on the page [id-twice]\n    {remedy}',
        f'docs/index.md:9: anchor: the anchor "notes" stands twice on the page [id-twice]\n    {remedy}',
    ]


_LAYOUTS = (
    ("- a\n  - b", 4, "it is no item of the one above: it is indented too little"),
    ("1. a\n    - b\n\n       - c", 6, "it is no item of the one above: it is indented too little"),
    ("Lit by:\n- **Ann** {{ number('lamp-cost-total') }}", 4, "the list would be words of the paragraph above it"),
    ("Lit.[^1]\n\n[^1]: By\n    - Ann", 6, "the list would be words of the paragraph above it"),
    ("Lit by:\n- Ann\n- Tom", 4, "the list would be words of the paragraph above it"),
    (
        "| a | b |\n|---|---|\n| `|` | \\| |\n| c | d | e |",
        6,
        "the row has 3 cells, its table 2: the last would be lost",
    ),
    ("\\- Lit by:\n- Ann", 4, "the list would be words of the paragraph above it"),
    ("Lit by:\n| a |\n|---|\n| b |", 4, "the table would be words of the paragraph above it"),
    (
        "See [the\n{{ term('keeper') }}][a].\n\n[a]: facts.md",
        4,
        "what this macro renders is a link, and stands within another",
    ),
    (
        "Cost:\n\nIt is {{ timeline() }} all.",
        5,
        "what this macro renders cannot stand within a sentence or a heading",
    ),
    ("!!! note\n\n    Lit.\n\n!!! note\nLit.", 8, "the text would stand below the box or tab, not in it"),
    ('=== "A"\n\n    === "B"\n    Lit.', 6, "the text would stand below the box or tab, not in it"),
    ("!!! note\n\nLit.", 3, "the box or tab holds nothing"),
    ('??? note "Lit"\n\n\nLit.', 3, "the box or tab holds nothing"),
    ('Lit.\n\n???+ tip "Lit"', 5, "the box or tab holds nothing"),
    ('=== "A"\n\n    Lit.\n\n=== "B"\n\nLit.', 7, "the box or tab holds nothing"),
    ("> !!! note \"{{ number('lamp-cost-total') }}\"\n>\n> Lit.", 3, "the box or tab holds nothing"),
    ("!!! note\n\n    Lit.\n\n    !!! note\n\n    Lit.", 7, "the box or tab holds nothing"),
    ("<details><summary>Lit</summary></details>", 1, "the box or tab holds nothing"),
    ("/// note | Lit\n///", 1, "the box or tab holds nothing"),
    ("Lit.\n\n[^a]: By Ann.", 5, "no mark leads to the footnote [^a]"),
    ("Lit[^a].\n\n[^a]: By Ann.\n\n[^a]: By Tom.", 7, "the footnote [^a] stands twice: one would be lost"),
    ("## A\n\n##\n\nB", 5, "the heading has no words"),
    ("## A\n\n## :smile: § {.b}", 5, "the heading has no anchor of its own, and no letters to make one of"),
    (
        '## Cost {#cost}\n\n## It cost {{ number("lamp-cost-total") }}',
        5,
        "the heading has no anchor of its own, and a macro call: links to it would break",
    ),
)


@pytest.mark.parametrize(("text", "line", "message"), _LAYOUTS)
def test_what_markdown_lays_out_otherwise_than_it_looks_is_named(
    said_of: Check, text: str, line: int, message: str
) -> None:
    """Lists, tables and calls that a page would show in another form, or lose a part of, are named with their line."""
    found = [(one.line, one.message) for one in said_of(f"# The lamp\n\n{text}\n") if one.rule == "layout"]
    assert found == [(line, message)]


def test_lists_and_tables_in_their_form_are_fine(said_of: Check) -> None:
    """What Markdown lays out as it looks has no problem."""
    lists = "- a\n    - b\n\n        continued\n\n- c\n\n!!! note\n\n    1. a\n    2. b\n        - c\n"
    table = "| a | b |\n|:--|--:|\n| {{ term('keeper', text='x | y') }} | |\n\na – b | c\n---|---\nd | e\n"
    lists += "\n??? note\n\n    - a\n\nLit[^a] and lit[^a].\n\n[^a]: By Ann.\n\n## § {#sign}\n\n## 灯\n\n## Ann\n"
    others = "## It cost {{ number('lamp-cost-total') }} {#cost}\n\n> - a\n>     - b\n\n```\n- a\n  - b\n```\n"
    signs = "\\- Ann\n\\+ Tom\n\\| a\n\nI\n\\* see\n"
    assert said_of(f"# The lamp\n\n{lists}\n{table}\n{others}\n{signs}") == []


def test_boxes_that_hold_no_words_of_their_own_are_full(said_of: Check, topic: Path) -> None:
    """A call, a picture, a block of code or a rule is what a box or a tab holds."""
    (topic / "docs" / "lamp.png").write_bytes(b"a picture")
    shown = (
        '{{ number("lamp-cost-total") }}',
        '![a](lamp.png "t")',
        "```\n    a\n    ```",
        "***",
        "!!! tip\n\n        Lit.",
        "| a |\n    |---|",
    )
    for words in shown:
        text = "\n\n".join(f"{box}\n\n    {words}" for box in ("!!! note", '??? note "A"'))
        assert said_of(f"# The lamp\n\n{text}\n") == []


def test_an_anchor_is_not_that_of_a_record_on_the_page(said_of: Check) -> None:
    """A fact has its permanent address where its list stands; on other pages a heading may be called as it is."""
    assert said_of("# A\n\n## The lamp { #lamp-lit }\n\n## Opening { #opening }\n") == []
    (listed,) = said_of("# A\n\n{{ series_tables() }}\n\nIt cost much.\n{ #lamp-cost-total }\n")
    assert (listed.line, listed.rule) == (6, "id-twice")
    found = [str(one) for one in said_of("# A\n\n{{ timeline() }}\n\n## The lamp { #lamp-lit }\n")]
    remedy = "links lead to one place; rename one"
    assert f'docs/index.md:5: anchor: the anchor "lamp-lit" stands twice on the page [id-twice]\n    {remedy}' in found


def test_what_a_page_shows_stands_there_once(said_of: Check) -> None:
    """A chart or a list that stands twice has its anchors twice; lists of different facts are no repetition."""
    found = said_of('# A\n\n{{ timeline(topic="lamp") }}\n\n{{ timeline() }}\n\n{{ timeline() }}\n')
    told = ("the page shows this twice, and links lead to one place", "take one of the two out")
    assert _said(found) == [(7, "timeline()", *told)]


def test_a_call_is_not_put_into_a_comment(said_of: Check) -> None:
    """What a macro renders is published, so a comment of HTML does not hide it."""
    remedy = "write {#- -#} around what nobody is to see, instead of <!-- -->"
    message = "“{{ }} in a comment” is markup that a page may not hold"
    assert _said(said_of("# A\n\n<!-- B\n{{ term('keeper') }} -->\n")) == [(4, "markup", message, remedy)]
    assert said_of("# A\n\n<!-- B -->\n\n{#- {{ term('keeper') }} -#}\n") == []


def test_a_reference_stands_for_what_a_page_may_hold(said_of: Check) -> None:
    """A reference is neither a figure nor a way to write what nobody sees; in code it is words."""
    assert said_of("# The lamp\n\nLit &#8211; &#x2014; at&nbsp;sea, or `&#8238;`, by lamp&shy;light.\n") == []
    found = said_of("# The lamp\n\nLit.\n\nIt &#8238;was&#x202C; lit&rlm; by&ZeroWidthSpace; Ann&#x200B;.\n")
    assert [(one.line, one.rule) for one in found] == [(5, "bidi")] * 3 + [(5, "invisible")] * 2
    assert found[0].message == "&#8238; stands for a character that changes the direction of text (U+202E)"
    assert [one.rule for one in said_of("# The lamp\n\nIt cost &#55;&#x30; pounds.\n")] == ["figure", "figure"]


@pytest.mark.parametrize("words", ["灯**「亮」**了", "**등대(섬)**입니다", "The**(old)** lamp", "**Lit.**by Ann"])
def test_bold_that_does_not_begin_says_so(said_of: Check, words: str) -> None:
    """Between a letter and another sign no bold begins or ends, as CommonMark has it: the remedy shows a way."""
    (found,) = (one for one in said_of(f"# The lamp\n\n{words}\n") if one.rule == "syntax")
    assert "neither begins nor ends what is bold" in found.message
    assert "<strong>words</strong>" in found.remedy


def test_signs_in_code_and_of_money_are_words(said_of: Check) -> None:
    """Code may show every syntax; dollars, brackets that are escaped, and colons are ordinary words."""
    code = "`$$x$$`, `{ .annotate }`\n\n```` md\n``` mermaid\n$$x$$ [^a] :::\n```\n````\n"
    words = (
        "It cost $a and $b, US$c (or C$), a_b from $c-$d. § \\(c\\) \\[sic\\], at a:b:c, (b)! ??? What? {x} Right!!!"
    )
    assert said_of(f"# The lamp\n\n{code}\n{words}\n") == []


@pytest.mark.parametrize("text", ["a\\x02b", "a\\nb", "\\ud800", "a\\u202eb", " "])
def test_words_of_a_link_are_a_line_that_everyone_sees(said_of: Check, text: str) -> None:
    """Words that a call brings into a page obey the rules of text, however their escapes are written."""
    (problem,) = said_of(f'{{{{ term("keeper", text="{text}") }}}}')
    assert problem.message.endswith("is not words in quotes")


def test_words_of_a_link_obey_the_rules_of_prose(said_of: Check) -> None:
    """A figure, or a quotation, in the words of a link is held against the facts as any other."""
    found = said_of('\n{{ term("keeper", text="5,000 died, “he lied”") }}')
    assert [(one.line, one.rule) for one in found] == [(2, "figure"), (2, "quotation")]


@pytest.mark.parametrize("text", ["{{ " * 4_000, '{{ term("keeper", text=' + "5" * 5_000 + ") }}"])
def test_what_is_too_deep_is_named(said_of: Check, text: str) -> None:
    """A page that no parser can hold is refused, without a traceback."""
    assert [one.path for one in said_of(text)][:1] == ["docs/index.md"]


def test_what_was_too_deep_hides_nothing_of_the_next_page(topic: Path) -> None:
    """A page that Markdown gives up in the middle of does not change how the next one is read."""
    (topic / "docs" / "a.md").write_text("<a\n" * 16_000, encoding="utf-8")
    (topic / "docs" / "b.md").write_text("<script>x()</script>\n", encoding="utf-8")
    found = {(one.path, one.rule) for one in check_pages(read_docs(topic), load(topic)) if one.rule != "no-way"}
    assert found == {("docs/a.md", "too-slow"), ("docs/b.md", "markup")}


def test_code_about_our_own_markup_is_words(said_of: Check) -> None:
    """What our templates write may be shown as code."""
    assert said_of('`<button popovertarget="definition-nope">`') == []


def test_ordinary_markup_is_fine(said_of: Check, topic: Path) -> None:
    """Markdown and HTML of texts, tables, pictures and media may stand in a page, with links to other sites."""
    (topic / "docs" / "lamp.png").write_bytes(b"\x89PNG")
    good = """# The lamp

[a](https://elsewhere.example/?q=a&b) <mail@lamp.example> <kbd>x</kbd> a < b & c > d ![x](lamp.png "t")

<div class="a" markdown>**b**</div>

<details open><summary>a</summary><table><tr><td colspan="2">b</td></tr></table></details>

a | b
--|--
c | d
"""
    assert said_of(good) == []


def test_a_link_leads_to_a_page_that_will_be_there(said_of: Check, topic: Path) -> None:
    """A link to no page, and to one that is left out since it would list nothing, is named with its line."""
    (topic / "docs" / "bare.md").write_text("# Opinions\n\n{{ opinions() }}", encoding="utf-8")
    good = "# A\n\n[b](facts.md#lamp-lit) [c](https://a.example/no.md) [d](#a)\n\n"
    assert _said(said_of(f"{good}[f](fact.md) [g](bare.md#h)")) == [
        (5, "link", '"fact.md" leads to docs/fact.md, which is not there', 'did you mean "facts.md"?'),
        (
            5,
            "link",
            '"bare.md#h" leads to docs/bare.md, which is left out',
            "take the link out, until the topic has some of what that page lists",
        ),
    ]
    (topic / "docs" / "bare.md").unlink()
    assert said_of(good) == []


def test_a_dead_link_is_named_where_it_stands(said_of: Check, topic: Path) -> None:
    """Its line is that of the link, not of the same letters in a sentence, in code, or in a longer address."""
    (topic / "docs" / "lamp.png").write_bytes(b"a picture")
    before = (
        "# The lamp.\n\nLit. a.md `[x](a.md)` [b](facts.md#lamp-lit)\n\n<!-- [x](a.md) -->\n\n```\n[x](a.md)\n```\n\n"
    )
    links = (
        "[x](a.md)",
        "[x]( <a.md> 't')",
        "![x](a.md)",
        '<a href="a.md">x</a>',
        '<img srcset="lamp.png 1x, a.md 2x">',
    )
    for link in (*links, "[x]\n\n[x]: a.md", "[lit\nx](a.md)"):
        text = f"{before}{link}\n"
        (found,) = said_of(text)
        assert found.rule == "dead-link", link
        assert found.line == text[: text.rindex("a.md")].count("\n") + 1, link
    (found,) = said_of("# The lamp.\n\nLit.\n\n[x](.)\n")
    assert found.line == 5


def test_a_picture_for_some_screens_will_be_there(said_of: Check, topic: Path) -> None:
    """Each of a set, and the first picture of a video, is named with its line where it is missing."""
    (topic / "docs" / "lamp.png").write_bytes(b"a picture")
    picture = '<img src="lamp.png" srcset="lamp.png 1x, {} 2x" alt="A">\n\n<video poster="{}" src="lamp.png"></video>'
    assert said_of(f"# A\n\n{picture.format('lamp.png', 'lamp.png')}\n") == []
    told = [(line, message) for line, _, message, _ in _said(said_of(f"# A\n\n{picture.format('a.png', 'b.png')}\n"))]
    lacking = '"{0}" leads to docs/{0}, which is not there'
    assert told == [(3, lacking.format("a.png")), (5, lacking.format("b.png"))]


def test_a_link_leads_to_an_anchor_that_will_be_there(said_of: Check, topic: Path) -> None:
    """An anchor that neither a heading of a page has nor a macro makes there is named with its line."""
    (topic / "docs" / "us.md").write_text("# Us\n\n## Who we are\n\n## Café\n", encoding="utf-8")
    made = "[h](facts.md#lamp-lit) [i](facts.md#letter-k)"
    good = f"# The lamp\n\n[a](us.md#who-we-are) [b](us.md#caf%C3%A9) {made} [d](#lit) [e](#)\n\n## Lit\n"
    assert said_of(good) == []
    drawn = '{{ chart("lamp-cost-chart") }}\n\n[the chart](#lamp-cost-chart)\n'
    assert said_of(f"{good}\n{drawn}") == []
    assert _said(said_of(f"{good}\n[f](us.md#who we are) [g](#Lit) [c](facts.md#Lamp-lit)\n")) == [
        (7, "link", '"us.md#who we are" leads to no anchor of docs/us.md', 'did you mean "who-we-are"?'),
        (7, "link", '"#Lit" leads to no anchor of docs/index.md', 'did you mean "lit"?'),
        (7, "link", '"facts.md#Lamp-lit" leads to no anchor of docs/facts.md', 'did you mean "lamp-lit"?'),
    ]


def test_the_place_for_mistakes_is_there(topic: Path) -> None:
    """What topic.yml names as the place to report a mistake is a page, with that anchor; else its line is named."""
    file = topic / "data" / "topic.yml"
    text = file.read_text(encoding="utf-8")
    line = text.count("\n") + 1
    for place, where in (
        ("facts.md#lamp-lit", ""),
        ("fact.md", "docs/fact.md, which is not there"),
        ("facts.md#no", "no anchor of docs/facts.md"),
    ):
        file.write_text(f'{text}mistakes: "{place}"\n', encoding="utf-8")
        problems = check_pages(read_docs(topic), load(topic))
        told = [("data/topic.yml", line, f'"{place}" leads to {where}')] if where else []
        assert [(problem.path, problem.line, problem.message) for problem in problems] == told


def test_a_macro_that_lists_nothing_is_named(said_of: Check) -> None:
    """A heading over nothing is no good page; one that lists nothing else is left out instead."""
    told = ("opinions()", "there are no opinions to show here", "take it out, with the heading above it")
    assert _said(said_of("# A\n\n{{ timeline() }}\n\n{{ opinions() }}")) == [(5, *told)]


def test_a_drawing_holds_no_reference_to_a_character_that_there_is_not(topic: Path) -> None:
    """It is named as written, since parsers end in an error there."""
    (topic / "docs" / "a.svg").write_text("<svg><text>&#x110000000;</text></svg>", encoding="utf-8")
    (problem,) = check_pages(read_docs(topic), load(topic))
    assert problem.message == "it holds “&#x11000000”, which a drawing does not need"
    assert problem.remedy == "delete it, or publish it as it is: in topic.yml, files: [a.svg]"


def test_a_preview_shows_a_sign_for_a_call_that_is_wrong(topic: Path) -> None:
    """The other calls stay as they are written; so does a page that cannot be read at all."""
    queries = Queries(load(topic))
    text = 'A {{ term("keeper") }} and a {{ term("kepper") }}.'
    assert without_wrong_calls(text, queries) == 'A {{ term("keeper") }} and a ⚠.'
    assert without_wrong_calls("a {{ b", queries) == "a {{ b"


def test_a_heading_that_holds_a_link_is_no_link_itself() -> None:
    """A link within a link is none; other headings link to themselves."""
    html = settings.accessible(settings.markdown().reset().convert("## A [b](c.md)\n\n## D"))
    assert '<h2 id="a-b">A <a href="c.md">b</a></h2>' in html
    assert '<h2 id="d"><a class="x-anchor" href="#d">D</a></h2>' in html


def test_a_list_begins_with_its_number() -> None:
    """A list that goes on after words between counts on."""
    assert '<ol start="3">' in settings.markdown().reset().convert("3. c\n4. d")


def test_tables_and_tasks_can_be_used_without_a_mouse() -> None:
    """A table scrolls by keyboard, and a task says what its box is."""
    html = settings.markdown().reset().convert("| a |\n|---|\n| b |\n\n- [x] c")
    assert '<table tabindex="0">' in settings.accessible(html)
    assert '<input type="checkbox" aria-label="done" disabled' in settings.accessible(html)


def test_what_stands_below_code_is_read(said_of: Check) -> None:
    """The end of a block of code is not the start of another one, which would hide the rest of the page."""
    for fence in ("```", "~~~ python\na\n~~~\n\n````"):
        end = fence.rpartition("\n")[2]
        text = f"# The lamp\n\n{fence}\n{{% raw %}}x{{% endraw %}}\n{end}\n\n!!! note\nLit.\n\n[the lamp]()\n"
        found = {one.rule: one.line for one in said_of(text)}
        line = text[: text.index("[the lamp]")].count("\n") + 1
        assert found == {"layout": line - 2, "syntax": line}


@pytest.mark.parametrize("name", ["facts.md", "index.md", "lamp.png", "lamp.svg"])
def test_what_cannot_be_read_is_named_once(topic: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A page, a picture or a drawing that may not be read is there: no other file is said to name what is missing."""
    (topic / "docs" / "lamp.png").write_bytes(b"a picture")
    (topic / "docs" / "lamp.svg").write_text("<svg></svg>", encoding="utf-8")
    append(topic / "docs" / "index.md", "\n![a](lamp.png) ![b](lamp.svg) [c](facts.md)\n")
    append(topic / "data" / "topic.yml", "files: [lamp.png, lamp.svg]\n")
    opened, may = Path.open, os.access

    def refuse(file: Path, *arguments: Any, **options: Any) -> Any:
        if file.name == name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(file, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("os.access", lambda path, mode: Path(path).name != name and may(path, mode))
    told = [*map(str, check_pages(read_docs(topic), load(topic)))]
    expected = f"docs/{name}:1: file: it cannot be read: Permission denied [unreadable]\n    make it readable"
    assert told == [expected]


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("about/us.html#who", 5),
        ("us.html", 7),
        ("#who", 9),
        ("../a.html#caf%C3%A9", 11),
        ("b.html?c=1&d=2", 13),
        ("no.html", 0),
    ],
)
def test_an_address_of_the_site_is_found_in_the_source(address: str, line: int) -> None:
    """A link is found by the address that its page has in the site, and by that which an editor wrote."""
    links = (
        "[a](about/us.md#who)",
        "[b](us.md)",
        "[c](#who)",
        "[d](../a.md#café)",
        '<a href="b.html?c=1&amp;d=2">e</a>',
    )
    assert line_of("# us.html #who\n\n`[c](#who)`\n\n" + "\n\n".join(links), address) == line
