"""A topic whose every text field carries a payload that the schema accepts, once for each payload."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from macros.load import load
from macros.model import FOLDERS, Chronicle, Dataset, Entity, Prose, Sentence
from macros.model.dates import Edtf
from macros.model.values import CategoryRef, Id, Label, LaneRef, Line, TopicRef
from tests import sites

PAYLOADS = (
    "--></script></svg><img src=x onerror=alert()> <!--<script>",
    '# Title {: #__search onmouseover=alert() } <noscript><p title="</noscript><img src=x onerror=alert()>">',
    '![x](y "onerror=alert()" ) [x](javascript:alert()) &lt;img src=x onerror=alert()&gt; &amp;amp; AT&T',
    "</style></title></textarea><script>alert()</script> <details open ontoggle=alert()>x</details>",
    "{{ cycler.__init__.__globals__.os.popen('echo pwn'~'ed').read() }} \" autofocus onfocus=alert() x=\"",
    "{% raw %}{# everything after this vanishes x' onpointerenter='alert() </text></tspan><script>alert()</script>",
    "*[Act]: <b>x</b> ``` `x` | y | \\",
    '=HYPERLINK("https://evil.example/","⟦PGI+⟧ ]]> <b>bold</b>") <script>alert()</script> <svg/onload=alert()>',
)
"""Each is several that do not hide one another; those that mean something at a start begin one."""
MARK = re.compile("~[A-Za-z]+-[a-z_]+-[a-z]~")
"""The marker of a text."""
_PAGE = """---
title: "A </title><script>alert()</script> {{ x }} &lt;img src=x onerror=alert()&gt;"
description: "x\\" onload=\\"alert()"
---

# Act &lt;/title&gt;&lt;script&gt;alert()&lt;/script&gt; "x" onload=alert()

## Part &lt;img src=x onerror=alert()&gt;

[words](../index.md "&quot; onmouseover=alert() x=&quot;"):
*&lt;script&gt;alert()&lt;/script&gt;* `<script>alert()</script>`
"""
"""A page that passes the check, whose settings, headings and links carry what another reader would take for more."""
_PLAIN = (Line, Label, Sentence, Prose, Chronicle)
_BOUND = {
    ("Voice", "described"),
    ("Source", "unverifiable"),
    ("SourceText", "section"),
    ("Term", "everyday"),
    ("Chart", "marked_labels"),
}
"""Fields that may not be given besides another that is there, or only hold what another holds."""
_LINK = {"url": "https://gazette.example/lamp", "opened": False, "label": "x"}
_AS_WRITTEN = {
    *(("Quote", "translation"), ("Correction", "was")),
    *(("Topic", "tagline"), ("Topic", "summary"), ("Topic", "notice"), ("Named", "description")),
}
"""Prose in which straight quotation marks are accepted: that of ``topic.yml``, and of two fields of records."""
_VARIANTS: dict[str, dict[str, Any]] = {
    "statements": {"attributed_to": {"described": "x"}},
    "sources": {"text": None, "uncited": [], "unverifiable": "x"},
    "charts": {"mark": "lines", "marked": ["lamp-cost-total"], "marked_labels": ["x"]},
}
"""Fields of a second record that is made of each, for texts that exclude each other."""
_MORE: dict[str, dict[str, Any]] = {
    "sources": {"archive": _LINK, "copies": [_LINK], "link": _LINK, "language": "es"},
    "actors": {"roles": [{"title": "x", "period": "1901"}]},
    "statutes": {"links": [_LINK], "elements": [{"text": "x"}]},
    "questions": {"relations": ["same"]},
}


def marker(owner: str, field: str, letter: str) -> str:
    """Return the word that follows the payload in a field of one copy."""
    return f"~{owner}-{field}-{letter}~"


def in_prose(payload: str) -> str:
    """Return a payload as prose of records takes it: without the straight quotation marks that are refused there."""
    return payload.replace('"', "″")


def texts(folder: Path) -> dict[str, str]:
    """Return what stands before each marker in the data of the topic."""
    files = (json.loads(file.read_text(encoding="utf-8")) for file in (folder / "data").glob("**/*.yml"))
    found = (text.rpartition(" ") for file in files for text in strings(file))
    return {last: first for first, _, last in found if MARK.fullmatch(last)}


def strings(value: Any) -> Iterator[str]:
    """Yield each text in what JSON holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def letters() -> str:
    """Return one letter for each payload, which ends the ids of its copy."""
    return "abcdefghijklmnopqrstuvwxyz"[: len(PAYLOADS)]


def topic(folder: Path) -> Path:
    """Make the topic."""
    sites.small_topic(folder)
    base = load(folder)
    for name in (*FOLDERS, "verified"):
        for file in (folder / "data" / name).glob("*.yml"):
            file.unlink()
    for letter, payload in zip(letters(), PAYLOADS, strict=True):
        for kind, name, record in _records(base):
            raw = _poisoned(record, payload, letter)
            if kind == "questions":
                asked = [answer["source"].removesuffix(letter) for answer in raw["answers"]]
                others = [f"{source}{other}" for source in asked for other in letters() if other != letter]
                raw["answers"] += [{"source": source, "silent": True} for source in others]
            text = json.dumps(raw, ensure_ascii=False)
            (folder / "data" / kind / f"{name}-{letter}.yml").write_text(text + "\n", encoding="utf-8")
    _poison_topic(folder / "data" / "topic.yml", base)
    (folder / "docs" / "index.md").write_text(f"{_calls()}\n[page](about/page.md)\n", encoding="utf-8")
    (folder / "docs" / "about" / "page.md").write_text(_PAGE, encoding="utf-8")
    names = (f"lamp-cost-chart{variant}-{letter}" for letter in letters() for variant in ("", "-too"))
    charts = "\n\n".join(f'{{{{ chart("{name}") }}}}' for name in names)
    (folder / "docs" / "numbers.md").write_text(
        f"# Numbers\n\n{charts}\n\n{{{{ series_tables() }}}}\n", encoding="utf-8"
    )
    return folder


def _records(base: Dataset) -> Iterator[tuple[str, str, Entity]]:
    """Yield every record of the good topic with more of its optional parts, and some variants."""
    for kind, model in FOLDERS.items():
        for name, record in getattr(base, kind).items():
            raw = record.model_dump(mode="json", exclude_none=True) | _MORE.get(kind, {})
            raw["reviewed"] = {"by": "x", "on": "1901-06-01"}
            if kind == "series":
                raw["observations"][0]["attributed_to"] = {"described": "x"}
            if kind == "questions":
                raw["primary"][0]["quote"] = {"exact": "x"}
            yield kind, name, model.model_validate(raw)
            if kind in _VARIANTS:
                yield kind, f"{name}-too", model.model_validate(raw | _VARIANTS[kind])


def _poisoned(value: Any, payload: str, letter: str, owner: str = "", name: str = "") -> Any:
    """Return a value with a payload in each text, and with ids of this copy."""
    if isinstance(value, BaseModel):
        owner = type(value).__name__
        items = {field: _present(value, field) for field in type(value).model_fields}
        return {f: _poisoned(item, payload, letter, owner, f) for f, item in items.items() if item not in (None, ())}
    if isinstance(value, tuple):
        return [_poisoned(item, payload, letter, owner, name) for item in value]
    if type(value) in _PLAIN and name != "locator":
        is_curly = isinstance(value, Sentence) and (owner, name) not in _AS_WRITTEN
        return f"{in_prose(payload) if is_curly else payload} {marker(owner, name, letter)}"
    if isinstance(value, Id) and not isinstance(value, TopicRef | CategoryRef | LaneRef):
        return f"{value}-{letter}"
    if isinstance(value, Edtf):
        return value.text
    return str(value) if isinstance(value, Decimal) else value


def _present(record: BaseModel, field: str) -> Any:
    """Return the value of a field, or some text where it may hold text and is empty."""
    value, annotation = getattr(record, field), type(record).model_fields[field].annotation
    bound = (type(record).__name__, field) in _BOUND
    plain = next((one for one in (annotation, *get_args(annotation)) if one in _PLAIN), None)
    if value not in (None, ()) or bound or plain is None:
        return value
    return (plain("x"),) if get_origin(annotation) is tuple else plain("x")


def _poison_topic(file: Path, base: Dataset) -> None:
    fields = ((field, _present(base.topic, field)) for field in type(base.topic).model_fields)
    copies = zip(fields, cycle(zip(letters(), PAYLOADS, strict=True)), strict=False)
    raw = {f: _poisoned(value, payload, letter, "Topic", f) for (f, value), (letter, payload) in copies}
    raw = {f: value for f, value in raw.items() if value not in (None, [], ())} | {"files": [], "grades": []}
    raw["nav"] = [
        {"label": f"{payload} {marker('Page', 'label', letter)}", "page": page.page}
        for page, (letter, payload) in zip(base.topic.nav, cycle(zip(letters(), PAYLOADS, strict=True)), strict=False)
    ]
    for owner, kinds, more in (("Source", "source_kinds", {"role": "press"}), ("Statute", "law_kinds", {})):
        raw[kinds] = [
            {
                "name": f"{payload} {marker(owner, 'kind', letter)}",
                "heading": f"{payload} {marker(owner, 'heading', letter)}",
            }
            | more
            for letter, payload in zip(letters(), PAYLOADS, strict=True)
        ]
    for name in ("topics", "categories", "lanes"):
        for named, was in zip(raw[name], getattr(base.topic, name), strict=True):
            named["id"] = was.id
    file.write_text(json.dumps(raw, ensure_ascii=False) + "\n", encoding="utf-8")


def _calls() -> str:
    """Return a page that calls every macro which shows a single record, for each copy."""
    calls = (
        'number("lamp-cost-total-{0}", unit=true)',
        'period("lamp-cost-total-{0}")',
        'date("lamp-lit-{0}")',
        'statute("lights-act-{0}")',
        'term("keeper-{0}")',
        'actor("ann-reed-{0}")',
        'source("gazette-{0}")',
        'penalty("lights-act-first-{0}")',
        'cite("lamp-lit-{0}", "keeper-on-cost-{0}", "lamp-cost-total-{0}", "ann-reed-{0}")',
    )
    blocks = ('statement("keeper-on-cost-{0}")', 'quote("keeper-on-cost-too-{0}")')
    lines = ["# The lamp"]
    for letter in letters():
        lines.append("- In a list: " + " ".join(f"{{{{ {call.format(letter)} }}}}" for call in calls))
        lines.append("\n\n".join(f"{{{{ {call.format(letter)} }}}}" for call in blocks))
    return "\n\n".join(lines) + "\n"
