"""Our own Jinja, autoescaped and strict: text from data is always a value, never part of a template."""

import base64
import re
import secrets
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros import language

_TEMPLATES = Path(__file__).parent.parent / "templates"
SECRET = secrets.token_hex(16)
"""A part of every token of this run, so that no page can forge one."""
TOKEN = re.compile(f"⟦{SECRET}([A-Za-z0-9+/=]*)⟧")
"""A token; its group is the packed HTML."""
_PIECES = 100  # how many parts of a template's output are compressed at a time

_WHITE_SPACE = re.compile(r"[\t-\r\x1c- \x85\u2028\u2029]+")
_NOT_OF_ANCHORS = re.compile(r"[\W_]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|$!]")
_START = re.compile(r"^(?=[#+=:-])|^[0-9]{1,9}(?=[.)]( |$))")
"""The position before a mark that would turn a text into a heading, a list, a rule or a table."""
_ACTIVE = re.compile(
    r"""@|\#(?=\w)|:(?=[\w+-]+:)|/(?=/)  # a mention, a reference, a picture, an address
    |www(?=\.)|(?<=\w)\.(?=[^\W\d_]{2})|(?<=gh)-(?=\d)  # a host, a reference
    |[0-9a-f]{6}(?=[0-9a-f])  # a commit""",
    re.VERBOSE | re.IGNORECASE,
)
"""What GitHub turns into a link, a notification or a picture although it is not Markdown."""


class Markdown(str):
    """Text that is Markdown already, and is not escaped again."""

    __slots__ = ()


@cache
def _environment(escape: Callable[[Any], str] | None = None, *, is_page: bool = True) -> Environment:
    """Return the environment for HTML and other XML, or for text that ``escape`` escapes.

    On a page, words that are not translated yet are marked with their language.
    """
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=escape is None,  # noqa: S701 - other forms have an escape of their own
        finalize=escape or (_with_language if is_page else None),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.i18n"],
    )
    speak(environment)
    _know_languages(environment)
    environment.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["code"] = code
    environment.filters["anchor"] = lambda text: _NOT_OF_ANCHORS.sub("-", str(text).lower()).strip("-")
    environment.filters["marked"] = marked
    return environment


def _know_languages(environment: Environment) -> None:
    """Add filters, tests and functions for the language in use and for words in others."""
    environment.filters |= {"number": language.number, "percent": language.percent, "apart": language.apart}
    environment.filters |= {"quoted": language.quoted, "word": language.message, "plain": _attribute_text}
    environment.tests["crossing"] = language.crosses
    environment.tests["untranslated"] = lambda text: isinstance(text, language.OfTopic)
    environment.globals |= {"site_language": language.code, "topic_language": language.original}
    environment.globals |= {"direction": language.direction, "turned": language.turned}


def _attribute_text(value: Any) -> str:
    """Return a value as plain text for an attribute, where the template escapes it; Markup is unescaped first."""
    return value.unescape() if isinstance(value, Markup) else str(value)


def _with_language(value: Any) -> Any:
    """Return a value for a page; words that are not translated yet stand in an element with their language.

    An attribute cannot hold an element: there the filter ``plain`` leaves it out.
    """
    if not isinstance(value, language.OfTopic):
        return value
    tag = language.original()
    turned = Markup(' dir="{}"').format(language.turned(tag)) if language.turned(tag) else ""
    return Markup('<span class="x-untranslated" lang="{}"{}>{}</span>').format(tag, turned, str(value))


def speak(environment: Environment) -> None:
    """Let templates write words of the interface as ``_("...")`` or between ``{% trans %}`` and ``{% endtrans %}``."""
    environment.policies["ext.i18n.trimmed"] = True
    install: Any = environment
    install.install_gettext_callables(language.message, language.messages, newstyle=True)


def render(template: str, **context: Any) -> Markup:
    """Render ``templates/TEMPLATE.html.jinja``."""
    return Markup(_environment().get_template(f"{template}.html.jinja").render(**context))  # noqa: S704 - autoescaped


def macros(template: str, context: dict[str, Any]) -> Any:
    """Return the macros of ``templates/TEMPLATE.html.jinja`` as attributes; they can use the names in ``context``."""
    return _environment().get_template(f"{template}.html.jinja").make_module(context)


def render_file(name: str, **context: Any) -> str:
    """Render ``templates/NAME.jinja``, a file that stands alone: "picture.svg"."""
    return _environment(is_page=False).get_template(f"{name}.jinja").render(**context)


def render_markdown(template: str, **context: Any) -> str:
    """Render ``templates/TEMPLATE.md.jinja``, for GitHub; the filter ``code`` makes a code span there."""
    return _environment(escape_markdown).get_template(f"{template}.md.jinja").render(**context)


def escape_markdown(value: Any) -> str:
    """Return a value as text on one line that neither Markdown nor GitHub turns into anything else.

    Invisible characters are written as escapes, except the pairs that ``language.apart`` adds.
    """
    if isinstance(value, Markdown):
        return value
    runs = language.APART.split(_WHITE_SPACE.sub(" ", str(value)).strip())  # every second run was isolated
    text = "".join(f"\u2068{_visible(run)}\u2069" if index % 2 else _visible(run) for index, run in enumerate(runs))
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _ACTIVE.sub(r"\g<0><!-- -->", _START.sub(r"\g<0>\\", text))


def code(value: Any) -> Markdown:
    """Return any value as a Markdown code span; invisible characters are written as escapes."""
    text = _visible(str(value)) or " "
    marks = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.strip(" ") and {text[0], text[-1]} & {"`", " "} else ""
    return Markdown(f"{marks}{pad}{text}{pad}{marks}")


def marked(pieces: Iterable[tuple[str, str]]) -> Markdown:
    """Return pieces of a text as Markdown: those with the mark "gone" are struck, those with another mark are bold.

    Signs do it beside a space or a letter, and elements where Markdown would take signs for a part of the text.
    """
    text = ""
    for (piece, mark), (following, next_mark) in pairwise([*pieces, ("", "")]):
        core = escape_markdown(piece)
        ends = not following or bool(mark and next_mark) or " " in (piece[-1], following[0])
        text += " " if piece[0] == " " else ""
        has_room = (text[-1:] in ("", " ") or core[:1].isalnum()) and (ends or core[-1:].isalnum())
        sign, tag = ("~~", "del") if mark == "gone" else ("**", "b")
        before, after = (sign, sign) if has_room else (f"<{tag}>", f"</{tag}>")
        text += (f"{before}{core}{after}" if mark and core else core) + (" " if ends else "")
    return Markdown(re.sub(" +", " ", text).strip(" "))


def _visible(text: str) -> str:
    """Return text with invisible characters written as escapes."""
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" else ascii(char)[1:-1] for char in text
    )


def token(html: str) -> str:
    """Return HTML as a token: one word, which Markdown leaves as it is and ``tokens`` replaces by the HTML.

    It is compressed, since MkDocs keeps several copies of a page.
    """
    return _token([html])


def render_token(template: str, *, element: str = "", **context: Any) -> str:
    """Return a rendered template as a token; it is compressed in parts, so that its HTML is never whole in memory.

    ``element``: wrap the HTML in this element with ``lang`` (and ``dir``, unless it is a span); "" for none.
    """
    stream = _environment().get_template(f"{template}.html.jinja").stream(**context)
    stream.enable_buffering(_PIECES)
    if not element:
        return _token(stream)
    tag = language.code()
    direction = "" if element == "span" else f' dir="{language.direction(tag)}"'
    return _token(chain([f'<{element} lang="{tag}"{direction}>'], stream, [f"</{element}>"]))


def _token(parts: Iterable[str]) -> str:
    packer = zlib.compressobj(1)
    data = b"".join([*(packer.compress(part.encode()) for part in parts), packer.flush()])
    return f"⟦{SECRET}{base64.b64encode(data).decode()}⟧"
