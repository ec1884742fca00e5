"""Words by which readers ask for a page that the site has on any topic; a page need not hold them itself."""

from macros.language import gettext_noop, message
from macros.queries import Queries

_PAGES = {
    "sources": gettext_noop(
        "source newspaper newspapers news outlet outlets media press article articles story stories journalists "
        "reporter reporters reported reporting covered wrote published primary references bibliography"
    ),
    "timeline": gettext_noop("chronology chronological dates events history order sequence happened printable"),
    "glossary": gettext_noop("laws statute statutes sections code legal"),
    "penalties": gettext_noop("penalty penalties punishments sentences comparison compared table"),
    "terms": gettext_noop("glossary vocabulary definitions dictionary words terminology"),
    "people": gettext_noop("persons names officials groups organizations involved"),
    "opinions": gettext_noop(
        "opinions critics criticism criticized criticize opposed opponents against supporters views argument arguments "
        "debate pros cons"
    ),
    "series_tables": gettext_noop("statistics charts chart graphs graph figures tables data"),
    "questions": gettext_noop(
        "disagree disagreements contradict contradictions differ differences conflict conflicts reports sources"
    ),
    "health": gettext_noop("sourced verified reliable reliability trust trustworthy checked accurate accuracy"),
    "corrections": gettext_noop("mistake mistakes error errors wrong corrected changed updates site website"),
}
"""The words of a page, by the macro for what it shows."""


def pages(queries: Queries) -> dict[str, str]:
    """Return the words of each page, by its address."""
    words: dict[str, list[str]] = {}
    for macro, asked in _PAGES.items():
        if address := queries.home(macro):
            words.setdefault(address, []).append(message(asked))
    return {address: " ".join(own) for address, own in words.items()}
