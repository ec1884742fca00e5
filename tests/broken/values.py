"""Dates, addresses and numbers that are none."""

from tests.broken import Case, change

_DATE = "When it happened: our finding. Where sources give different dates, a question compares them."
_FORM = (
    'write "2017-04-11", "2017-04", "2017", "2017~" for about 2017, a span such as "2017-04-10/2017-04-11", '
    'one of several days, "[2017-04-10..2017-04-11]", a season, "2018-21" for spring, "186X", "18XX", '
    'or "-0043" for 44 BCE'
)
_DAY = "write one of the calendar"
_ORDER = 'year, month and day in this order: "2017-04-11"'
_FORM_OF_URL = "An http(s) address with a public host name, in ASCII; %22 is a quotation mark, %20 a space, %25 a %."


def _date(value: str, says: str, remedy: str = _DATE) -> Case:
    return change('date: "1901-05-01"', f"date: {value}", f"5: date: {says} [value]", remedy)


def _looked_on(value: str) -> Case:
    says = f'11: accessed: "{value}" is not a full day [value]'
    remedy = 'write year, month and day, such as "2017-04-11"'
    return change('accessed: "1901-06-01"', f'accessed: "{value}"', says, remedy, "data/sources/gazette.yml")


def _url(value: str) -> Case:
    says = f'10: link.url: "{value}" has the wrong form [form]'
    return change(
        "https://gazette.example/lamp", value.replace('"', '\\"'), says, _FORM_OF_URL, "data/sources/gazette.yml"
    )


def _own_network(url: str, host: str) -> Case:
    says = f'10: link.url: "{host}" is a name in a network of one\'s own; give one that everyone reaches [value]'
    return change("https://gazette.example/lamp", url, says, "The address.", "data/sources/gazette.yml")


def _number(value: str, says: str = "", remedy: str = "") -> Case:
    shown = value.strip('"')
    said = 'The number: 52 as it is, but "68.2" and "6.02e23" in quotation marks.'
    remedy = remedy or (said if says else 'write 52, "52.3" or "6.02e23"')
    says = says or f'"{shown}" is not a number'
    problem = f"12: observations.0.value: {says} [value]"
    return change("value: 500,", f"value: {value},", problem, remedy, "data/series/lamp-cost.yml")


CASES: dict[str, Case] = {
    "number of 5,000 digits": _number(
        f'"{"9" * 5000}"', f'"{"9" * 60}" is not a number', 'write 52, "52.3" or "6.02e23"'
    ),
    "sum of one number": change(
        "value: 500,",
        "formula: {operation: sum, of: [lamp-cost-total]},",
        "12: observations.0.formula.of: the list needs 2 items at least [too-few]",
        "The numbers it is computed from.",
        "data/series/lamp-cost.yml",
    ),
    "a year in which somebody looked": _looked_on("1901"),
    "a month in which somebody looked": _looked_on("1901-06"),
    "about a day on which somebody looked": _looked_on("1901-06-01~"),
    "days on which somebody looked": _looked_on("1901-05-30/1901-06-01"),
    "day that is none, on which somebody looked": change(
        'checked: "1901-06-01"',
        'checked: "1901-06-31"',
        "6: checked: '1901-06-31' is not a date, as there is no such day [value]",
        _DAY,
        "data/topic.yml",
    ),
    "date as a number": _date("1901", 'a date is a quoted string such as "2017-04-11"'),
    "law of every day since": change(
        'as_of: "1901-05-01"',
        'as_of: "1901-05-01/.."',
        '12: as_of: "1901-05-01/.." has an open end [value]',
        'write the day, such as "2017-04-11"',
        "data/statutes/lights-act.yml",
    ),
    "prison term of a number without end": change(
        'max_prison: "6 months"',
        'max_prison: "99999999999999999999 years"',
        '11: provisions.0.max_prison: "99999999999999999999 years" has the wrong form [form]',
        'A term of imprisonment: "14 days", "6 months", "+10 years", "life", "life or death", "remainder" or "none".',
        "data/statutes/lights-act.yml",
    ),
    "school year": change(
        'period: "1901"',
        'period: "1901/02"',
        "12: observations.0.period: '1901/02' is not a date [value]",
        "write \"1901\" for the year that starts then, and 'year_starts' for its month in the series",
        "data/series/lamp-cost.yml",
    ),
    "date in words": _date('"1 May 1901"', "'1 May 1901' is not a date", _FORM),
    "date in American order": _date('"05/01/1901"', "'05/01/1901' is not a date", f"write {_ORDER}"),
    "date without noughts": _date('"1901-5-1"', "'1901-5-1' is not a date", _FORM),
    "date with a time": _date('"1901-05-01T10:00"', "'1901-05-01T10:00' is not a date", _FORM),
    "30 February": _date(
        '"2017-02-30"', "'2017-02-30' is not a date, as there is no such day", "write one of the calendar"
    ),
    "29 February": _date(
        '"1901-02-29"', "'1901-02-29' is not a date, as there is no such day", "write one of the calendar"
    ),
    "thirteenth month": _date(
        '"2017-13"', "'2017-13' is not a date, as there is no such day", "write one of the calendar"
    ),
    "month nought": _date('"2017-00"', "'2017-00' is not a date, as there is no such day", _DAY),
    "day nought": _date(
        '"2017-04-00"', "'2017-04-00' is not a date, as there is no such day", "write one of the calendar"
    ),
    "wide digits": _date('"\uff11\uff19\uff10\uff11"', "'\uff11\uff19\uff10\uff11' is not a date", _FORM),
    "span that ends first": _date('"1902/1901"', "'1902/1901' ends before it starts", "write the earlier date first"),
    "span without a date": _date('"../.."', "'../..' is not a date", _FORM),
    "span of three": _date('"1901/1902/1903"', "'1901/1902/1903' is not a date", _FORM),
    "list for a date": _date("[1901]", 'a date is a quoted string such as "2017-04-11"'),
    "javascript address": _url("javascript:alert(1)"),
    "javascript address in capitals": _url("JaVaScRiPt:alert(1)"),
    "address in entities": _url("java&#115;cript:alert(1)"),
    "data address": _url("data:text/html,<script>alert(1)</script>"),
    "file address": _url("file:///etc/passwd"),
    "address without a scheme": _url("gazette.example/lamp"),
    "address without a host": _url("https:///lamp"),
    "protocol-relative address": _url("//evil.example/x"),
    "address with a % of nothing": _url("https://gazette.example/%"),
    "address with a % of half a number": _url("https://gazette.example/a%2"),
    "address with a quotation mark": _url('https://a.example/" onclick="alert(1)'),
    "address with a space": _url("https://a.example/x y"),
    "address with a bracket": _url("https://a.example/<script>"),
    "address with a user": _url("https://a.example@evil.example/"),
    "address of a host in Cyrillic": _url("https://g\u0430zette.example/"),
    "address with a port in wide digits": _url("https://a.example:\uff18\uff10/"),
    "address of the editor's machine": _url("http://localhost:8000/lamp"),
    "address of a printer": _own_network("http://printer.local/lamp", "printer.local"),
    "address of a server at work, in capitals": _own_network("https://Wiki.INTERNAL.:443/", "wiki.internal"),
    "address of a router": _own_network("http://a.home.arpa", "a.home.arpa"),
    "number in words": _number("many"),
    "number with a comma": _number('"5,000"'),
    "number with an exponent and no more": _number('"e23"'),
    "number with an underscore": _number('"5_000"'),
    "number with a plus": _number('"+5"'),
    "number in wide digits": _number("\uff15"),
    "number of forty digits": _number(f'"{"12345" * 8}"'),
    "year of five digits": _date(
        '"12018"', "'12018' is not a date", 'write "Y12018", which is 12018: as 0000 is 1 BCE, -0043 is 44 BCE'
    ),
    "number without end": _number('"Infinity"'),
    "number that is none": _number('"NaN"'),
    "truth for a number": _number("true", 'a number is a whole number or a quoted decimal such as "52.3"'),
    "list for a number": _number("[500]", 'a number is a whole number or a quoted decimal such as "52.3"'),
}
