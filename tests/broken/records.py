"""Files with the wrong name or in the wrong place, and records that do not fit each other."""

from macros.checks.records import RENAMED
from tests.broken import EVENT, Case, change, whole
from tests.factories import GOOD_TOPIC

_GOOD = (GOOD_TOPIC / EVENT).read_bytes()
_NAME = "use lower-case words and numbers joined by hyphens, such as first-report"
_ACT = "data/statutes/lights-act.yml"
_SHARED = 'the id "lamp-lit" is also that of'
_TWICE = "ids are unique across all kinds; choose another"
_MOVED = "delete every other line"


def _name(name: str, shown: str = "", remedy: str = _NAME) -> Case:
    shown = shown or repr(name)
    problem = f"1: file: {shown} is not a permanent name with the ending .yml [file-name]"
    return whole(_GOOD, problem, remedy, f"data/events/{name}")


CASES: dict[str, Case] = {
    "name in capitals": _name("Lamp-Lit.yml"),
    "name with underscores": _name("lamp_out.yml"),
    "name with a space": _name("lamp out.yml"),
    "name that starts with a digit": _name("1901-lamp.yml"),
    "name with two hyphens": _name("lamp--out.yml"),
    "name with a hyphen at the end": _name("lamp-out-.yml"),
    "name with an accent": _name("lampé.yml"),
    "name of 61 characters": _name(f"{'a' * 61}.yml", remedy="use no more than 60 characters"),
    "ending yaml": whole(
        _GOOD,
        "1: file: a record may not end in .yaml [file-name]",
        "call it lamp-out.yml",
        "data/events/lamp-out.yaml",
    ),
    "record in the folder of another kind": whole(
        _GOOD,
        "1: file: this is a record of data/events [folder]",
        "move it to data/events/lamp-out.yml",
        "data/terms/lamp-out.yml",
    ),
    "ending in capitals": whole(
        _GOOD,
        "1: file: a record may not end in .YML [file-name]",
        "call it lamp-out.yml",
        "data/events/lamp-out.YML",
    ),
    "ending json": _name("lamp-out.json", remedy="call it lamp-out.yml"),
    "no ending": _name("lamp-out", remedy="call it lamp-out.yml"),
    "backup of an editor": whole(
        _GOOD,
        "1: file: it is no record but what a program has left here [file-name]",
        "delete it",
        "data/events/lamp-lit.yml~",
    ),
    "two endings": _name("lamp.out.yml"),
    "unknown folder": Case(
        {"data/event/lamp-out.yml": _GOOD},
        ("data/event:1: folder: there is no kind of record called 'event' [folder]\n    did you mean \"events\"?",),
    ),
    "record beside the folders": whole(
        _GOOD,
        "1: file: a record outside the folder of its kind [folder]",
        "move it into the folder of its kind",
        "data/lamp-out.yml",
    ),
    "topic with another ending": whole(
        _GOOD,
        "1: file: a record outside the folder of its kind [folder]",
        "move it into the folder of its kind",
        "data/topic.yaml",
    ),
    "one id in two folders": whole(
        _GOOD,
        "1: file: the id 'keeper' is also that of data/terms/keeper.yml [id-twice]",
        "rename one of the two",
        "data/events/keeper.yml",
    ),
    "id of the topic's file": whole(
        _GOOD,
        "1: file: the id 'topic' is also that of data/topic.yml [id-twice]",
        "rename one of the two",
        "data/events/topic.yml",
    ),
    "moved with other fields": whole(
        "title: The lamp\nmoved_to: lamp-lit\n",
        "2: moved_to: a moved record holds nothing but its new id [moved]",
        _MOVED,
        "data/events/lamp-out.yml",
    ),
    "moved to a list": whole(
        "moved_to: [lamp-lit]\n",
        "1: moved_to: a moved record holds nothing but its new id [moved]",
        _MOVED,
        "data/events/lamp-out.yml",
    ),
    "moved to nowhere": whole(
        "moved_to: lamp-lot\n",
        '1: moved_to: no record "lamp-lot" [unknown-id]',
        'did you mean "lamp-lit"?',
        "data/events/lamp-out.yml",
    ),
    "moved to another kind": whole(
        "moved_to: keeper\n",
        '1: moved_to: "keeper" is not in data/events [unknown-id]',
        "a record keeps its kind: name one of the same folder, or delete this file",
        "data/events/lamp-out.yml",
    ),
    "moved to itself": whole(
        "moved_to: lamp-out\n",
        '1: moved_to: "lamp-out" was renamed itself [unknown-id]',
        "name the record as it is called now",
        "data/events/lamp-out.yml",
    ),
    "moved and still there": whole(
        "moved_to: lamp-lit\n",
        "1: file: the id 'lamp-cost' is also that of data/series/lamp-cost.yml [id-twice]",
        "rename one of the two",
        "data/charts/lamp-cost.yml",
    ),
    "unknown actor": change(
        "actors: [ann-reed]",
        "actors:\n  - ann-read",
        '13: actors.0: no actor "ann-read" [unknown-id]',
        f'did you mean "ann-reed"? {RENAMED}',
    ),
    "unknown source": change(
        "source: gazette",
        "source: gazete",
        '4: citations.0.source: no source "gazete" [unknown-id]',
        f'did you mean "gazette"? {RENAMED}',
    ),
    "unknown topic": change(
        "topics: [lamp]", "topics: [lamps]", '1: topics.0: no topic "lamps" [unknown-id]', 'did you mean "lamp"?'
    ),
    "unknown category": change(
        "category: opening",
        "category: closing",
        '10: category: no category "closing" [unknown-id]',
        "known: opening; or list it under 'categories' in topic.yml",
    ),
    "event for an actor": change(
        "actors: [ann-reed]",
        "actors: [lamp-lit]",
        '12: actors.0: the record "lamp-lit" is of the kind event, not actor [unknown-id]',
        "known: ann-reed",
    ),
    "renamed actor": Case(
        {
            "data/actors/ann.yml": b"moved_to: ann-reed\n",
            EVENT: _GOOD.replace(b"actors: [ann-reed]", b"actors: [ann]"),
        },
        (f'{EVENT}:12: actors.0: "ann" was renamed [unknown-id]\n    write "ann-reed"',),
    ),
    "passage that the source does not have": change(
        "locator: p1",
        "locator: p12",
        '4: citations.0.locator: "gazette" has no passage "p12" [locator]',
        'did you mean "p2"?',
    ),
    "citation without a quote": change(
        ', quote: {exact: "was lit on Wednesday"}',
        "",
        '4: citations.0: "gazette" has a text, and the citation quotes no words of it [no-quote]',
        "add 'quote: {exact: ...}' with 8 to 12 words",
    ),
    "fact without a citation": change(
        'citations:\n  - {source: gazette, locator: p1, quote: {exact: "was lit on Wednesday"}}\n',
        "",
        "1: citations: the fact has no citation [uncited]",
        "add 'citations' with source, locator and quote",
    ),
    "two names for one word": change(
        "label: keeper",
        "label: Lights Act",
        '5: label: the name "Lights Act" also belongs to "lights-act" [alias-twice]',
        "a name leads to one record; drop one",
        "data/terms/keeper.yml",
    ),
    "provision named as an event": Case(
        {_ACT: (GOOD_TOPIC / _ACT).read_bytes().replace(b"id: lights-act-first", b"id: lamp-lit")},
        (
            f'{EVENT}:1: record: {_SHARED} a provision of "lights-act" [id-twice]\n    {_TWICE}',
            f"{_ACT}:11: provisions.0.id: {_SHARED} a record of the kind event [id-twice]\n    {_TWICE}",
        ),
    ),
    "month for a year": change(
        'period: "1901"',
        'period: "1901-05"',
        '12: observations.0.period: "1901-05" is not a year [period]',
        "the series counts by calendar year",
        "data/series/lamp-cost.yml",
    ),
    "number beyond the limits": change(
        "maximum: 1000",
        "maximum: 100",
        "12: observations.0.value: 500 is outside 0 to 100 [limits]",
        "fix the number, or the series' limits if they are too narrow",
        "data/series/lamp-cost.yml",
    ),
    "answer of another source": change(
        "{source: gazette, facts: [lamp-cost-total], verdict: not confirmed}\n"
        "  - {source: lights-act-text, silent: true}",
        "{source: lights-act-text, facts: [lamp-cost-total]}",
        '5: answers.0.facts.0: "lamp-cost-total" does not cite "lights-act-text" [answer]',
        "name a fact that rests on this source",
        "data/questions/what-it-cost.yml",
    ),
    "verdict on a text that was not read": change(
        "verdict: not confirmed}\n  - {source: lights-act-text, silent: true}\n"
        "primary:\n  - {source: lights-act-text, text: The act names no cost, access: read}",
        "verdict: supported}\nprimary:\n  - {source: lights-act-text, text: The act names no cost, access: summarised}",
        '5: answers.0.verdict: the verdict "supported" needs a primary text that was read [unread]',
        'write "not confirmed", or cite a text that was read or reproduced',
        "data/questions/what-it-cost.yml",
    ),
}
