"""The library knows nothing of this topic."""

import re
from collections.abc import Iterator

import yaml

from tests.factories import ROOT


def _data(pattern: str) -> Iterator[dict[str, object]]:
    for file in sorted((ROOT / "data").glob(pattern)):
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
        if isinstance(content, dict):
            yield content


def _topic_words() -> set[str]:
    """Return the words by which this topic would be known: its title, people, bodies, laws and ids."""
    words = {word for topic in _data("topic.yml") for word in re.findall(r"[a-z]{4,}", str(topic["title"]).lower())}
    for actor in _data("actors/*.yml"):
        name, aliases = str(actor.get("name")), actor.get("aliases") or []
        if actor.get("kind") == "person":
            words.add(name.rsplit(maxsplit=1)[-1])
        assert isinstance(aliases, list)
        words |= {alias for alias in [name, *aliases] if re.fullmatch(r"[A-Z]{3,}|[A-Z]\w+(?: [A-Z]\w+)+", alias)}
    for statute in _data("statutes/*.yml"):
        citation = str(statute.get("citation"))
        words |= {citation, *re.findall(r"\d{4,}", citation)}
    facts = (ROOT / "data" / folder for folder in ("sources", "events", "statements", "statutes"))
    return words | {file.stem for folder in facts for file in folder.glob("*-*.yml")}


SUBJECT = ("border", "alien", "aliens", "migrant", "migrants", "deportation", "asylum", "smuggling")
"""Words of the subject that stand in no title; style sheets know another kind of border."""


def _finds(word: str, text: str) -> bool:
    """Return whether a text has a word; capitals matter for names, which may be common words besides."""
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE if word.islower() else 0))


def test_library_does_not_name_the_topic() -> None:
    """Another topic is another data/ and docs/: no title, person, body, law or id of this one stands in macros/."""
    words = sorted(_topic_words())
    assert len(words) > 100
    files = [
        file
        for file in (ROOT / "macros").rglob("*")
        if file.suffix in (".py", ".jinja", ".html", ".css", ".js", ".svg")
    ]

    found = {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        subject = SUBJECT if file.suffix in (".py", ".jinja") else ()
        if named := [word for word in (*words, *subject) if word in text and _finds(word, text)]:
            found[file.name] = named
    assert found == {}
