"""Addresses, ids and lines that could carry more than they say are refused."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.addresses import Url
from macros.model.values import Id, Line


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Url, "javascript:alert(1)"),
        (Url, "java&#115;cript:alert(1)"),
        (Url, "data:text/html,<script>alert(1)</script>"),
        (Url, "//evil.example/x"),
        (Url, 'https://a.example/" onclick="alert(1)'),
        (Url, "https://a.example/a b"),
        (Url, "https://www.c\u043engress.gov/"),
        (Url, "https:///path"),
        (Url, "http://127.0.0.1/"),
        (Url, "http://localhost/x"),
        (Url, "https://a..example/"),
        (Url, "http://0x7f000001/"),
        (Url, "http://[::1]/"),
        (Url, "http://a.example@evil.example/"),
        (Url, "https://a.example:0/"),
        (Url, "https://a.example:65536/"),
        (Url, "https://a.example:99999/"),
        *((Id, name) for name in ("__proto__", "__config", "Section-106", "..%2f..%2findex")),
        *((Id, name) for name in ("a/b", "a--b", "1a", "a_b")),
        (Line, "one\ntwo"),
        (Line, "[x][r]\n\n[r]: javascript:alert(1)"),
        (Line, "x\n\n```\n\n</code>"),
    ],
)
def test_what_could_carry_more_than_it_says_is_refused(kind: Any, text: str) -> None:
    """An address is one of the web, with a host, and without a quote, a space or a letter that looks like another.

    An id is no path, no key of JavaScript and no other file on another system; a line has no second one, which could
    start a block of Markdown.
    """
    with pytest.raises(ValidationError, match="String should match pattern"):
        TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize(
    "address",
    [
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://xn--bcher-kva.example/x",
        "https://a.example:65535/",
        "http://a-b.example",
    ],
)
def test_addresses_of_every_host_that_all_can_reach_are_accepted(address: str) -> None:
    """A host in letters of another script is written as its ``xn--`` name, and a port is any that there is."""
    assert TypeAdapter(Url).validate_python(address) == address
