"""Addresses, ids and lines that could carry more than they say are refused."""

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.addresses import Url
from macros.model.values import Id, Line


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x",
        'https://a.example/" onclick="alert(1)',
        "https://a.example/a b",
        "https://www.c\u043engress.gov/",
        "https:///path",
        "http://127.0.0.1/",
        "http://localhost/x",
        "https://a..example/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://a.example@evil.example/",
        "https://a.example:0/",
        "https://a.example:65536/",
        "https://a.example:99999/",
    ],
)
def test_only_plain_web_addresses_are_accepted(address: str) -> None:
    """An address with another scheme, without a host, with a quote, a space or a look-alike letter is refused."""
    with pytest.raises(ValidationError, match="String should match pattern"):
        TypeAdapter(Url).validate_python(address)


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


@pytest.mark.parametrize(
    "name", ["__proto__", "__config", "Section-106", "..%2f..%2findex", "a/b", "a--b", "1a", "a_b"]
)
def test_only_plain_names_are_ids(name: str) -> None:
    """An id that could be a path, a key of JavaScript or another file on another system is refused."""
    with pytest.raises(ValidationError, match="String should match pattern"):
        TypeAdapter(Id).validate_python(name)


@pytest.mark.parametrize("text", ["one\ntwo", "[x][r]\n\n[r]: javascript:alert(1)", "x\n\n```\n\n</code>"])
def test_a_line_is_one_line(text: str) -> None:
    """A name or a label has no second line that could start a block of Markdown."""
    with pytest.raises(ValidationError, match="String should match pattern"):
        TypeAdapter(Line).validate_python(text)
