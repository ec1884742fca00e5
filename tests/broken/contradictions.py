"""Fields of a record that do not go together."""

from tests.broken import Case, change

_SOURCE = "data/sources/gazette.yml"
_STATEMENT = "data/statements/keeper-on-cost.yml"
_SERIES = "data/series/lamp-cost.yml"
_CLAIM = "data/questions/what-it-cost.yml"
_STATUTE = "data/statutes/lights-act.yml"
_CHART = "data/charts/lamp-cost-chart.yml"
_TOPIC = "data/topic.yml"
_BASIS = "How a date is known."
_STATEMENT_IS = "What someone says, holds, orders, plans, alleges or declines to say; or what a source explains."
_VOICE = "Who says something: exactly one of the three."
_QUOTE = "Exact words of a source, 12 at most; after the W3C Web Annotation TextQuoteSelector."


def _number(new: str, says: str, remedy: str = "One number.") -> Case:
    return change("value: 500,", new, f"12: {says}", remedy, _SERIES)


def _statement(old: str, new: str, says: str, remedy: str = _STATEMENT_IS) -> Case:
    return change(old, new, says, remedy, _STATEMENT)


CASES: dict[str, Case] = {
    "inferred without how": change(
        "kind: stated",
        "kind: inferred",
        "6: basis: an inferred date says from what, in 'how' [value]",
        _BASIS,
    ),
    "issued without basis": change(
        "basis: {kind: stated}\n",
        "",
        "1: record: 'issued' and 'basis' come together [value]",
        "A document relied on.",
        _SOURCE,
    ),
    "text and a reason for none": change(
        "uncited:",
        "unverifiable: It was lost\nuncited:",
        "1: record: give either 'text' or 'sections', or 'unverifiable' with the reason why there is none [value]",
        "A document relied on.",
        _SOURCE,
    ),
    "a text and its sections": change(
        "uncited:",
        f'sections: [{{file: a.txt, sha256: "{"0" * 64}", section: "1 U.S.C. § 1"}}]\nuncited:',
        "1: record: 'sections' stand instead of 'text', each with its 'section' [value]",
        "A document relied on.",
        _SOURCE,
    ),
    "quote of thirteen words": change(
        '"was lit on Wednesday"',
        '"one two three four five six seven eight nine ten eleven twelve thirteen"',
        "4: citations.0.quote: 13 words are quoted; 12 are the most [value]",
        _QUOTE,
    ),
    "value and range": _number(
        "value: 500, low: 400, high: 600,", "observations.0: give either 'value', or 'low' and 'high' [value]"
    ),
    "value and half a range": _number(
        "value: 500, low: 400,", "observations.0: give either 'value', or 'low' and 'high' [value]"
    ),
    "law of a day after the last reading": change(
        'as_of: "1901-05-01"',
        'as_of: "1901-06-02"',
        "6: checked: 'as_of', the day whose law is shown, is later [value]",
        "The day on which the sources were last read.",
        _TOPIC,
    ),
    "translation into the language of the topic": change(
        "editors:",
        "translations: [es, en]\neditors:",
        '9: translations: the site has "en" already [value]',
        "write only others",
        _TOPIC,
    ),
    "folder that Windows cannot have": change(
        "editors:",
        "folders: {sources: Con}\neditors:",
        '9: folders.sources: Windows cannot have a file or folder "Con" [value]',
        "write another name",
        _TOPIC,
    ),
    "address that Windows cannot have": change(
        "editors:",
        "redirects: [{was: old/nul.html, now: facts.html}]\neditors:",
        '9: redirects.0.was: Windows cannot have a file or folder "nul.html" [value]',
        "write another name",
        _TOPIC,
    ),
    "half a range": _number("low: 400,", "observations.0: give either 'value', or 'low' and 'high' [value]"),
    "no number": _number("", "observations.0: give either 'value', or 'low' and 'high' [value]"),
    "range upside down": _number("low: 600, high: 400,", "observations.0: 'low' is above 'high' [value]"),
    "gap with a value": _number("value: 500, status: gap,", "observations.0: a gap has no number [value]"),
    "gap without a reason": _number(
        "status: gap,", "observations.0: a gap says in 'note' why there is no number [value]"
    ),
    "share of three": _number(
        "value: 500, formula: {operation: share, of: [a, b, c]},",
        "observations.0.formula: a share is of two numbers [value]",
        "How a derived number is computed from other numbers; recomputed at every build.",
    ),
    "directive without force": _statement(
        "kind: explanation",
        "kind: directive",
        "1: record: 'force' is given for every directive and for nothing else [value]",
    ),
    "force without directive": _statement(
        "kind: explanation",
        "kind: explanation\nforce: shall",
        "1: record: 'force' is given for every directive and for nothing else [value]",
    ),
    "date without basis": _statement(
        "event: lamp-lit", 'date: "1901"', "1: record: 'date' and 'basis' come together [value]"
    ),
    "nobody's statement": _statement(
        "attributed_to: {actor: ann-reed}",
        "attributed_to: {}",
        "6: attributed_to: give exactly one of actor, described or source [value]",
        _VOICE,
    ),
    "statement of two": _statement(
        "attributed_to: {actor: ann-reed}",
        "attributed_to: {actor: ann-reed, described: her friends}",
        "6: attributed_to: give exactly one of actor, described or source [value]",
        _VOICE,
    ),
    "silent with an answer": change(
        "facts: [lamp-cost-total], verdict: not confirmed",
        "facts: [lamp-cost-total], silent: true",
        "5: answers.0: give 'facts', or 'silent: true', or 'before: true' [value]",
        "What one source answers to a question.",
        _CLAIM,
    ),
    "neither silent nor an answer": change(
        "silent: true",
        "silent: false",
        "6: answers.1: give 'facts', or 'silent: true', or 'before: true' [value]",
        "What one source answers to a question.",
        _CLAIM,
    ),
    "verdict on silence": change(
        "silent: true",
        "silent: true, verdict: supported",
        "6: answers.1: a source without an answer has no verdict [value]",
        "What one source answers to a question.",
        _CLAIM,
    ),
    "quote of a text that was not read": change(
        "access: read}",
        "access: summarised, quote: {exact: no cost}}",
        "8: primary.0: a text that was not read is not quoted [value]",
        "What the primary document says to a question.",
        _CLAIM,
    ),
    "limits the wrong way round": change(
        "minimum: 0, maximum: 1000",
        "minimum: 1000, maximum: 0",
        "10: limits: 'minimum' is not above 'maximum': exchange the two [value]",
        "Between which numbers every observation must lie.",
        _SERIES,
    ),
    "minimum above the maximum": change(
        "min_prison: none",
        'min_prison: "1 year"',
        "11: provisions.0: 'min_prison' is longer than 'max_prison' [value]",
        "One tier of a penalty, or one part of a law.",
        _STATUTE,
    ),
    "chart of two kinds of data": change(
        "series: [lamp-cost]",
        "series: [lamp-cost]\nstatutes: [lights-act]",
        "1: record: give exactly one of series, statutes or sources [value]",
        "A drawn comparison and the one sentence it shows.",
        _CHART,
    ),
    "chart of nothing": change(
        "series: [lamp-cost]\n",
        "",
        "1: record: give exactly one of series, statutes or sources [value]",
        "A drawn comparison and the one sentence it shows.",
        _CHART,
    ),
}
