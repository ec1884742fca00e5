"""The languages of a topic: what templates know of them, and notes on pages in another one."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros import language, phrase
from macros.language import gettext
from macros.model import Docs, Topic
from macros.model.addresses import address_of
from macros.render import render


def of_theme(folders: Iterable[str]) -> str:
    """Return the language of the theme's own words: that of the site or its main language, or else English.

    ``folders`` are the folders of the theme.
    """
    tag = language.code()
    places = [Path(folder, "partials/languages") for folder in folders]
    for name in (tag, tag.partition("-")[0]):
        if any((place / f"{name}.html").is_file() for place in places):
            return name
    return "en"


def template_globals(topic: Topic, docs: Docs) -> dict[str, Any]:
    """Return variables of all templates.

    ``versions`` has the tag of each language of the topic, its name, and the folder of its site relative to this one.
    ``homes`` has the tags with whole addresses, which search engines need; it is empty if the site has no address.
    """
    code = language.code()
    up = "" if code == topic.language else "../"
    tags = (topic.language, *topic.translations) if topic.translations else ()
    folders = {tag: "" if tag == topic.language else f"{tag}/" for tag in tags}
    site = f"{topic.site_url.rstrip('/')}/" if topic.site_url else ""
    return {
        "footer": [(address_of(entry.page), entry.label) for entry in topic.footer if entry.page in docs.pages],
        "site_language": code,
        "direction": language.direction(code),
        "versions": [(tag, _label(tag, tags), f"{up}{folder}") for tag, folder in folders.items()],
        "homes": [(tag, f"{site}{folder}") for tag, folder in folders.items() if site],
    }


def _label(tag: str, tags: tuple[str, ...]) -> str:
    """Return the name of a language in that language, with its country only if ``tags`` have it for several."""
    main = tag.partition("-")[0]
    is_one_of_several = sum(other.partition("-")[0] == main for other in tags) > 1
    return phrase.capital(language.name(tag if is_one_of_several else main))


def imprint(topic: Topic) -> str:
    """Return the text at the foot of each page: the notice, the editors and the licences."""
    editors = gettext("Edited by %(names)s.", names=", ".join(map(str, topic.editors))) if topic.editors else ""
    licences = gettext("Data and prose %(data)s, code %(code)s.", data=topic.licences.data, code=topic.licences.code)
    return " ".join(filter(None, (topic.notice, editors, licences)))


def with_language_note(html: str, tag: str, *, is_mixed: bool) -> str:
    """Return the HTML of a page with a note if it, or a part of it, is not in the language of the site.

    ``tag`` is the language of the whole page, "" for that of the site; ``is_mixed`` says that a part is in another.
    """
    if tag:
        html = f'<div class="x-untranslated" lang="{tag}" dir="{language.direction(tag)}">\n{html}\n</div>'
    elif not is_mixed:
        return html
    tag = language.original()
    return f"{render('untranslated', tag=tag, language=language.name(tag))}\n{html}"
