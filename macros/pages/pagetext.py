"""Checks the text of a hand-written page: harmless markup, and figures and quotations that come from facts."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import unescape

from macros.checks.prose import avoided, uncited
from macros.model import Topic
from macros.model.addresses import Url, own_network
from macros.model.docs import CALLS, OUTSIDE_PROSE
from macros.model.words import QUOTED, ascii_punctuation, blank
from macros.notation.strays import Stray, strays
from macros.pages import layout, links, markup
from macros.pages.literal import literals, without_code
from macros.problems import LineMistake, Problem, line_at
from macros.yamlio.characters import first_mistake

_MARKUP = "write Markdown; scripts and styles belong to macros/theme, and macro calls stand outside of tags"
RAW = "to show braces as they are, write {% raw %} before them and {% endraw %} behind"
_ADDRESS = "begin the address of another site with https://, of a mail with mailto:; write that of a page as it is"
_URL = f"{' '.join(str(Url.__doc__).split())} No name of a user stands in it, and a port is 65535 at most."
_COPY = "pages load nothing from other sites: keep a copy in docs/, and name that: ![what it shows](picture.png)"
_IN_TAB = "give what is in the tab an anchor, such as ## The cost {#the-cost}, and link to that: #the-cost"
_OF_CALLS = {"in code": RAW, "in a comment": "write {#- -#} around what nobody is to see, instead of <!-- -->"}
"""What to do about a call, by where it stands."""
_REFERENCE = re.compile(r"&#?\w{1,32};")
_OF_WORDS = "\u00ad\u200c\u200d"
"""What may be asked for so in the middle of a word: a place for a hyphen, and whether letters join."""
_SCHEME = re.compile(r"[A-Za-z][\w+.-]*:|//")
_WEB = re.compile("https?:", re.IGNORECASE)


def form(text: str, rendered: str, name: str, is_made: Callable[[str], bool]) -> Iterator[Problem]:
    """Yield a problem for markup that may do harm, for syntax that cannot work, and for what is laid out wrong.

    ``rendered`` is the text with a ``markup.mark`` in place of each macro call; ``is_made`` tells whether a macro makes
    an anchor.
    """
    words, faults = markup.page(rendered)
    for found in faults:
        line = markup.line_of(found.what) or _line(text, found)
        message, remedy = _explain(found)
        yield Problem(name, line, "markup", message, "markup", remedy)
    for line, mistake in literals(text, words):
        yield Problem(name, line, "markup", *mistake)
    for line, mistake in _unseen(text):
        yield Problem(name, line, "text", *mistake)
    if not faults:
        html = markup.converted(rendered) or ""
        yield from layout.twice(text, html, name, is_made)
        for line, mistake in layout.mistakes(blank(without_code(text), [CALLS]), html):
            yield Problem(name, line, "text", *mistake)


def _unseen(text: str) -> Iterator[LineMistake]:
    """Yield a mistake for each reference to a character that a page may not hold, such as &#8238;."""
    for reference in _REFERENCE.finditer(without_code(text)):
        found = first_mistake(unescape(reference[0]).strip(_OF_WORDS))
        if found:
            line = line_at(without_code(text), reference.start())
            yield line, found[1]._replace(message=f"{reference[0]} stands for {found[1].message}", remedy="delete it")


def _line(text: str, found: markup.Refused) -> int:
    """Return the line of what a page may not hold: of a link with this address, or of these letters outside of code."""
    if found.why in ("address", "loaded", "tab") and (line := links.line_of(text, found.what)):
        return line
    places = (written.lower().find(found.what.lower()) for written in (without_code(text), text))
    return line_at(text, next((place for place in places if place >= 0), -1))


def _explain(found: markup.Refused) -> tuple[str, str]:
    """Return message and remedy for what a page may not hold."""
    shown, remedy = markup.shown(found.what), _OF_CALLS.get(found.why, _MARKUP)
    if found.why == "half":
        return (
            f"“{shown}>” stands without its other half",
            "write both the start and the end of the element, or neither",
        )
    if found.why == "tab":
        return f"“{shown}” leads to a tab, and no link opens one", _IN_TAB
    if found.why == "address" and (host := own_network(found.what)):
        message = f'“{shown}” leads to "{host}", which is a number or a name in a network of one\'s own'
        return message, "give an address that everyone reaches, or write it as code"
    if found.why == "address" and len(found.what) > Url.max_length:
        return (
            f"“{shown[: markup.SHOWN]}…” has more than {Url.max_length} letters",
            "give a shorter address of that page",
        )
    if found.why == "loaded":
        remedy = _COPY
    elif found.why == "address" and _SCHEME.match(found.what):
        remedy = _URL if _WEB.match(found.what) else _ADDRESS
    place = f" {found.why}" if found.why in _OF_CALLS else ""
    return f"“{shown}{place}” is markup that a page may not hold", remedy


def prose(
    text: str, name: str, patterns: tuple[re.Pattern[str], ...], quotes: Sequence[str], topic: Topic
) -> Iterator[Problem]:
    """Yield a problem for each figure without a fact, each quotation that is not cited, and each term to avoid.

    ``patterns`` match what is not prose, and the names of the topic.
    """
    blanked, found = _read(text, patterns, topic.language)
    for stray in found:
        message = f'the figure "{stray.words}" comes from no fact'
        remedy = 'use {{ number("id") }} or {{ date("id") }}, or allow it in topic.yml with a reason'
        yield Problem(name, line_at(text, stray.start), "prose", message, "figure", remedy)
    for match in uncited(blanked, quotes):
        message = f"“{match[1]}” is in quotation marks, and no fact cites these words"
        remedy = "quote words that a fact cites, or use our own"
        yield Problem(name, line_at(text, match.start()), "prose", message, "quotation", remedy)
    for place, mistake in avoided(blanked, topic):
        yield Problem(name, line_at(text, place), "prose", *mistake)


@lru_cache(1024)  # a preview asks again at every change of another file
def _read(text: str, patterns: tuple[re.Pattern[str], ...], language: str) -> tuple[str, list[Stray]]:
    """Return a text with spaces in place of all that matches a pattern, and its figures that come from no fact."""
    unquoted = blank(text, [*OUTSIDE_PROSE, QUOTED])
    found = strays(ascii_punctuation(unquoted), (), (), language, patterns)
    return blank(text, patterns), found
