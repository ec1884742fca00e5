"""The languages of a topic, as its pages show them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from macros import language, phrase
from macros.language import gettext
from macros.model import Docs, Topic
from macros.model.addresses import address_of
from macros.render import render


def of_theme(folders: Iterable[str]) -> str:
    """Return the language whose words of the theme are shown: that of the site, its main language, or English."""
    tag = language.code()
    places = [Path(folder, "partials/languages") for folder in folders]
    names = (tag, tag.partition("-")[0])
    return next((name for name in names if any((place / f"{name}.html").is_file() for place in places)), "en")


def named(topic: Topic, docs: Docs) -> dict[str, Any]:
    """Return what templates know: the language of the site, its direction, the links of its footer, its ``versions``.

    Each version has its tag, its name and its folder, relative to that of this site; ``homes`` are their addresses, if
    the site has one, since search engines take no other.
    """
    code, up = language.code(), "" if language.code() == topic.language else "../"
    tags = (topic.language, *topic.translations) if topic.translations else ()
    versions = [(tag, _name(tag, tags), up if tag == topic.language else f"{up}{tag}/") for tag in tags]
    site = f"{topic.site_url.rstrip('/')}/" if topic.site_url else ""
    homes = [(tag, f"{site}{'' if tag == topic.language else f'{tag}/'}") for tag in tags if site]
    footer = [(address_of(one.page), one.label) for one in topic.footer if one.page in docs.pages]
    told = {"footer": footer, "site_language": code, "direction": language.direction(code)}
    return told | {"versions": versions, "homes": homes}


def _name(tag: str, tags: tuple[str, ...]) -> str:
    """Return what a language calls itself as a label, without a country where the site has no other form of it."""
    main = tag.partition("-")[0]
    is_one_of_several = sum(one.partition("-")[0] == main for one in tags) > 1
    return phrase.capital(language.name(tag if is_one_of_several else main))


def imprint(topic: Topic) -> str:
    """Return what stands at the foot of each page: what the site is not, its editors, its licences."""
    editors = gettext("Edited by %(names)s.", names=", ".join(topic.editors)) if topic.editors else ""
    licences = gettext("Data and prose %(data)s, code %(code)s.", data=topic.licences.data, code=topic.licences.code)
    return " ".join(filter(None, (topic.notice, editors, licences)))


def told_apart(html: str, tag: str, whole: str) -> str:
    """Return the HTML of a page with a note if it, or a part of it, is not in the language of the site.

    ``tag`` is the language of the whole page, if it is not that of the site; ``whole`` is its HTML without tokens.
    """
    if tag:
        html = f'<div class="x-untranslated" lang="{tag}" dir="{language.direction(tag)}">\n{html}\n</div>'
    elif "x-untranslated" not in whole:
        return html
    tag = language.original()
    return f"{render('untranslated', tag=tag, language=language.name(tag))}\n{html}"
