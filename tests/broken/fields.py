"""Fields that a record does not have, lacks, or fills with what it cannot hold."""

from tests.broken import Case, change

_SOURCE = "data/sources/gazette.yml"
_CLAIM = "data/questions/what-it-cost.yml"
_STATUTE = "data/statutes/lights-act.yml"
_TOPIC = "data/topic.yml"

_TITLE = "What happened, in a few words."
_SENTENCE = "One line of prose, without space around it; its figures must be those of a fact that the record links to."
_ACTOR = "The id of a person or an organization. A permanent name: lower-case words and numbers joined by hyphens."
_LIST = "write '[one, two]', or one '- item' a line"


def _title(new: str, says: str, remedy: str = _TITLE) -> Case:
    return change("title: The lamp is lit", new, says, remedy)


CASES: dict[str, Case] = {
    "field misspelt": _title(
        "titel: The lamp is lit\ntitle: Lit", "7: titel: no such field [unknown-field]", 'did you mean "title"?'
    ),
    "field of a quote misspelt": change(
        'exact: "was lit on Wednesday"',
        'exact: "was lit on Wednesday", sufix: by',
        "4: citations.0.quote.sufix: no such field [unknown-field]",
        'did you mean "suffix"?',
    ),
    "field of another kind": _title(
        "title: The lamp\nxyz: lit",
        "8: xyz: no such field [unknown-field]",
        "known: access, actors, basis, category, citations, date, key, lane, ...",
    ),
    "prototype as a field": _title(
        "title: The lamp\n__proto__: lit",
        "8: __proto__: no such field [unknown-field]",
        "known: access, actors, basis, category, citations, date, key, lane, ...",
    ),
    "field with a line break in its name": _title(
        'title: The lamp\n"x\\ndata/topic.yml:1": lit',
        "8: x\\ndata/topic.yml:1: no such field [unknown-field]",
        "known: access, actors, basis, category, citations, date, key, lane, ...",
    ),
    "field missing": _title("place: Gull Island", "1: title: the field is missing [missing]"),
    "field of a citation missing": change(
        "source: gazette, ",
        "",
        "4: citations.0.source: the field is missing [missing]",
        "The source.",
    ),
    "number for a text": _title("title: 5", "7: title: 5 is not text [type]", 'quote it: "5"'),
    "truth for a text": _title("title: true", "7: title: true is not text [type]", 'quote it: "true"'),
    "list for a text": _title("title: [The, lamp]", "7: title: a list is not text [type]"),
    "group for a text": _title("title: {the: lamp}", "7: title: a group of fields is not text [type]"),
    "text for a list": change(
        "actors: [ann-reed]", "actors: ann-reed", '12: actors: "ann-reed" is not a list [type]', _LIST
    ),
    "group for a list": change(
        "actors: [ann-reed]", "actors: {ann: reed}", "12: actors: a group of fields is not a list [type]", _LIST
    ),
    "text for a group": change(
        "basis: {kind: stated}",
        "basis: stated",
        '6: basis: "stated" is not a group of fields [type]',
        "How the date is known. Write {kind: ..., how: ...}.",
    ),
    "words for a quote": change(
        '{exact: "was lit on Wednesday"}',
        '"was lit on Wednesday"',
        '4: citations.0.quote: "was lit on Wednesday" is not a group of fields [type]',
        "Exact words at that place; needed where the source has a text. "
        "Write {exact: ..., prefix: ..., suffix: ..., translation: ...}.",
    ),
    "text for a flag": change(
        "opened: true",
        'opened: "true"',
        '10: link.opened: "true" is neither true nor false [type]',
        "Whether a copy of the page was opened by the editors; false is shown as unconfirmed. Write true.",
        _SOURCE,
    ),
    "name of a person without a part": change(
        "kind: news report",
        "authors: [{given: Ann}]\nkind: news report",
        "5: authors.0.family: the field is missing [missing]",
        "The family name: Reed.",
        _SOURCE,
    ),
    "name that is a number": change(
        "kind: news report",
        "authors: [5]\nkind: news report",
        "5: authors.0: 5 is not text [type]",
        'quote it: "5"',
        _SOURCE,
    ),
    "text for silence": change(
        "silent: true",
        'silent: "yes"',
        '6: answers.1.silent: "yes" is neither true nor false [type]',
        "Whether the source does not say. Write true.",
        _CLAIM,
    ),
    "a word of YAML for a flag": change(
        "opened: true",
        "opened: No",
        "10: link.opened: No is read differently by different programs [ambiguous-scalar]",
        "write false",
        _SOURCE,
    ),
    "a number for a flag": change(
        "silent: true",
        "silent: 1",
        "6: answers.1.silent: 1 is neither true nor false [type]",
        "Whether the source does not say. Write true or false.",
        _CLAIM,
    ),
    "a word of YAML for silence": change(
        "silent: true",
        "silent: yes",
        "6: answers.1.silent: yes is read differently by different programs [ambiguous-scalar]",
        "write true",
        _CLAIM,
    ),
    "text for a line number": change(
        "headline: 1",
        "headline: first",
        '15: text.lines.headline: "first" is not a whole number [type]',
        "The line of the headline.",
        _SOURCE,
    ),
    "line number nought": change(
        "headline: 1",
        "headline: 0",
        "15: text.lines.headline: input should be greater than or equal to 1 [greater-than-equal]",
        "The line of the headline.",
        _SOURCE,
    ),
    "empty text": _title('title: ""', "7: title: the text is empty [empty]"),
    "blank text": _title('title: " "', '7: title: " " has the wrong form [form]', _SENTENCE),
    "space before a text": _title('title: " Lit"', '7: title: " Lit" has the wrong form [form]', _SENTENCE),
    "two lines for one": _title(
        'title: "The lamp\\nis lit"', '7: title: "The lamp\\nis lit" has the wrong form [form]', _SENTENCE
    ),
    "long title": _title(f"title: {'a' * 301}", "7: title: more than 300 characters [too-long]"),
    "empty list": change(
        "topics: [lamp]",
        "topics: []",
        "1: topics: the list is empty [empty]",
        "What it is about, from the list in topic.yml.",
    ),
    "choice misspelt": change(
        "access: read",
        "access: raed",
        '2: access: "raed" is not a choice [choice]',
        "choose one of: read, reproduced, summarised, unconfirmed",
    ),
    "choice in capitals": change(
        "kind: stated",
        "kind: Stated",
        '6: basis.kind: "Stated" is not a choice [choice]',
        "choose one of: stated, inferred",
    ),
    "list for a choice": change(
        "status: happened",
        "status: [happened]",
        "11: status: a list is not a choice [choice]",
        "choose one of: happened, due, planned, in force, suspended, rescinded, revoked, expired",
    ),
    "reference in capitals": change(
        "actors: [ann-reed]",
        "actors: [Ann Reed]",
        '12: actors.0: "Ann Reed" has the wrong form [form]',
        _ACTOR,
    ),
    "reference to a path": change(
        "actors: [ann-reed]",
        "actors: [../ann-reed]",
        '12: actors.0: "../ann-reed" has the wrong form [form]',
        _ACTOR,
    ),
    "text in another folder": change(
        "file: gazette.txt",
        "file: ../gazette.txt",
        '13: text.file: "../gazette.txt" has the wrong form [form]',
        "The name of a file, with the folders that it is in, if any.",
        _SOURCE,
    ),
    "digest of letters": change(
        'sha256: "a28b5b15860173687aa7e6239ac890fb8a701bbdf4d93d77cdf4a620561dc264"',
        "sha256: unknown",
        '14: text.sha256: "unknown" has the wrong form [form]',
        "A SHA-256 digest in hexadecimal.",
        _SOURCE,
    ),
    "prison term in hours": change(
        'max_prison: "6 months"',
        'max_prison: "6 hours"',
        '11: provisions.0.max_prison: "6 hours" has the wrong form [form]',
        'A term of imprisonment: "14 days", "6 months", "+10 years", "life", "life or death", "remainder" or "none".',
        _STATUTE,
    ),
    "fine in words": change(
        "grade: petty",
        'fine: "£5,000"',
        '11: provisions.0.fine: "£5,000" is not a group of fields [type]',
        "The highest fine. Write {amount: ..., least: ..., currency: ..., note: ...}.",
        _STATUTE,
    ),
    "kind of law that nobody listed": change(
        "kind: offence",
        "kind: by-law",
        '7: kind: "by-law" is not a choice [choice]',
        "choose one of: constitution, treaty, act, offence, procedure, regulation, directive, decision, order, "
        "judgment; or list it under 'law_kinds' in topic.yml",
        _STATUTE,
    ),
    "pattern that is none": change(
        "topics:\n",
        "figures:\n  - {pattern: 'MS-(13', reason: The name of a lamp}\ntopics:\n",
        '14: figures.0.pattern: "MS-(13" is not a regular expression: '
        "missing ), unterminated subpattern at position 3 [value]",
        "A regular expression for the words that hold the figures.",
        _TOPIC,
    ),
    "paragraphs out of order": change(
        "paragraphs: [3, 5, 7]",
        "paragraphs: [3, 7, 5]",
        "15: text.lines: a line stands twice, or the paragraphs or rows are not in order [value]",
        "Which lines of a source's text are content, counted from 1; everything else is boilerplate.",
        "data/sources/gazette.yml",
    ),
    "navigation without a page": change(
        "{label: Home, page: index.md}",
        "{label: Home}",
        "11: nav.0.page: the field is missing [missing]",
        "The Markdown file, relative to the topic's docs folder.",
        _TOPIC,
    ),
    "comma in braces without quotes": change(
        'exact: "was lit on Wednesday"',
        "exact: was lit, on Wednesday",
        '4: citations.0.quote: the comma before "on Wednesday" ends the value [comma]',
        "put the whole value in quotation marks; write a number without commas",
    ),
    "comma in a number": change(
        "value: 500",
        "value: 1,500",
        '12: observations.0: the comma before "500" ends the value [comma]',
        "put the whole value in quotation marks; write a number without commas",
        "data/series/lamp-cost.yml",
    ),
    "someone named twice": change(
        "actors: [ann-reed]",
        "actors: [ann-reed, ann-reed]",
        '12: actors: "ann-reed" stands twice [value]',
        "Who took part.",
    ),
    "the same citation twice": change(
        'citations: [{source: gazette, locator: p2, quote: {exact: "more than 500 pounds"}}]',
        "citations: [{source: gazette, locator: p2}, {source: gazette, locator: p2}]",
        "12: observations.0.citations: two entries are the same [value]",
        "The places it rests on; without them, those of its series.",
        "data/series/lamp-cost.yml",
    ),
    "term of no length": change(
        'max_prison: "6 months"',
        'max_prison: "0 months"',
        '11: provisions.0.max_prison: "0 months" has the wrong form [form]',
        'A term of imprisonment: "14 days", "6 months", "+10 years", "life", "life or death", "remainder" or "none".',
        _STATUTE,
    ),
    "address of a site with a query": change(
        "title: The lamp on Gull Island",
        "title: The lamp on Gull Island\nsite_url: https://example.org/?lamp",
        "2: site_url: pages stand below this address: it has no '?' and no '#' [value]",
        "Where the site is published, once it is.",
        _TOPIC,
    ),
    "number of a paragraph for a place": change(
        "locator: p1", "locator: 1", "4: citations.0.locator: 1 is not text [type]", "write p1 for paragraph 1"
    ),
    "usual name of another field": change(
        "status: happened",
        "status: happened\nlocation: Gull Island",
        "12: location: no such field [unknown-field]",
        'did you mean "place"?',
    ),
}
