"""The topic itself: topic.yml, which says what a site is about."""

import re
from collections import Counter

from pydantic import Field, ValidationInfo, field_validator

from macros import language
from macros.model.addresses import FolderName, FolderPath, PageAddress, PagePlace, Url
from macros.model.base import Name, Record, Rules
from macros.model.docs import OTHER_FOLDERS
from macros.model.kinds import LawKind, SourceKind
from macros.model.unfit import UnfitError
from macros.model.values import ClosedDate, FullDay, Id, Label, Line, Prose, Sentence, SourceRef, WrittenLanguage

_TAKEN = {"assets", "data", *OTHER_FOLDERS}  # folders of a site that cannot be of pages alone


class Named(Record):
    """An entry of a list of choices."""

    id: Id
    """Its permanent name."""
    label: Label
    """What readers see."""
    description: Sentence | None = None
    """What belongs to it."""


class Page(Record):
    """An entry of the navigation."""

    label: Label
    """What readers see."""
    page: Line
    """The Markdown file, relative to the topic's docs folder."""


class FocusDocument(Record):
    """A document that the topic is about, and the page that shows it."""

    source: SourceRef
    """The document, a source with an 'outline'."""
    page: Line
    """The Markdown file, relative to the topic's docs folder, that calls the macro document with it."""


class Folders(Record):
    """The folders of the pages that are made from records, one page a record."""

    statutes: FolderName = FolderName("statutes")
    """Of laws."""
    sources: FolderName = FolderName("sources")
    """Of sources."""
    questions: FolderName = FolderName("questions")
    """Of questions."""
    series: FolderName = FolderName("numbers")
    """Of series, with their files to download."""
    actors: FolderName = FolderName("people")
    """Of people and organizations of whom many statements are recorded."""

    def _rules(self) -> Rules:
        names = [str(getattr(self, name)) for name in type(self).model_fields]
        twice = {f'"{name}" is the folder of two kinds of page': names.count(name) == 1 for name in names}
        return twice | {f'"{name}" is a folder of other files of the site': name not in _TAKEN for name in names}


class Redirect(Record):
    """A page that has moved."""

    was: PageAddress
    """The address that it was published under, such as "old-name.html"."""
    now: PageAddress
    """Its address today."""


class Wording(Record):
    """A term of the house style."""

    avoid: Line
    """The term that is not used outside quotations."""
    use: Line
    """What to write instead."""
    reason: Sentence
    """Why."""


class Alike(Record):
    """Words of which a search for one also finds the others."""

    words: tuple[Line, ...] = Field(min_length=2)
    """All forms that readers may type, in one language: tram, trams, streetcar."""


class VerbStep(Record):
    """A step of the scale of force."""

    label: Line
    """One of the verbs, by which the step is called."""
    shown: Label | None = None
    """What readers see instead, such as on a site in another language than the sources."""
    verbs: tuple[Line, ...] = ()
    """Further verbs of sources, or forces of directives, that belong to it, as the records have them."""


class AllowedFigure(Record):
    """Figures that prose may hold without a fact behind them."""

    pattern: Line
    """A regular expression for the words that hold the figures."""
    reason: Sentence
    """Why they need no fact."""

    @field_validator("pattern")
    @classmethod
    def _can_be_used(cls, pattern: Line) -> Line:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f'"{pattern}" is not a regular expression: {error}') from error
        return pattern


class Licences(Record):
    """Under which terms the work may be used."""

    code: Line
    """Of the code."""
    data: Line
    """Of the data and the prose."""


class Topic(Record):
    """What a site is about."""

    title: Label
    """The name of the site."""
    language: WrittenLanguage = WrittenLanguage("en")
    """The language that it is written in."""
    translations: tuple[WrittenLanguage, ...] = ()
    """Further languages that it is published in, such as [es]; their words are in data/translations and docs/es."""
    tagline: Sentence
    """What it is, in a few words."""
    summary: Prose
    """The topic in one paragraph."""
    as_of: ClosedDate | None = None
    """The day whose law is shown, where there is law."""
    checked: FullDay
    """The day on which the sources were last read."""
    notice: Sentence
    """What the site is not, such as "not legal advice"."""
    editors: tuple[Name, ...] = ()
    """Who is responsible: {given: Ann B., family: Reed} for a person, a line for a body; no name is invented."""
    licences: Licences
    """Terms of use."""
    nav: tuple[Page, ...] = Field(min_length=1)
    """The navigation, hand-written and short."""
    documents: tuple[FocusDocument, ...] = ()
    """The documents that the topic is about, each with a page of its own."""
    folders: Folders = Field(default_factory=Folders)
    """The folders of the pages that are made from records."""
    footer: tuple[Page, ...] = ()
    """Links at the foot of every page."""
    redirects: tuple[Redirect, ...] = ()
    """Old addresses of pages that moved, which lead to the new ones; a renamed record has one by itself."""
    files: tuple[Line, ...] = ()
    """Files of the docs folder that may run in a browser and are published as they are, such as "map.html"."""
    topics: tuple[Named, ...] = Field(min_length=1)
    """What facts can be about."""
    categories: tuple[Named, ...] = ()
    """Kinds of events."""
    law_kinds: tuple[LawKind, ...] = ()
    """Kinds of law, in the order of the glossary; they come before those that every topic has."""
    source_kinds: tuple[SourceKind, ...] = ()
    """Further kinds of source, or other headings for those that every topic has."""
    jurisdictions: tuple[Named, ...] = ()
    """Where laws are in force, such as states; shown beside a law."""
    grades: tuple[Line, ...] = ()
    """Classes of offense, such as "summary offense"; without them, a penalty may name any."""
    verbs: tuple[VerbStep, ...] = ()
    """The verbs of directives from the weakest to the strongest; without them, common English ones."""
    party: Label | None = None
    """What readers see beside a publisher that is itself part of the matter, such as "Government side"."""
    lanes: tuple[Named, ...] = ()
    """Rows of the picture of the timeline, from top to bottom, such as who acts."""
    figures: tuple[AllowedFigure, ...] = ()
    """Figures that prose may hold without a fact."""
    wording: tuple[Wording, ...] = ()
    """Terms to avoid outside quotations."""
    alike: tuple[Alike, ...] = ()
    """Words of the topic that readers use for one another; the search knows everyday ones by itself."""
    site_url: Url | None = None
    """Where the site is published, once it is."""
    repository: Url | None = None
    """Where its source is, once it is public."""
    repository_folder: FolderPath | None = None
    """The topic's folder in that repository; without it, the topic is the repository."""
    mistakes: PagePlace | None = None
    """Where the site tells how to report a mistake, such as about.md#mistakes; a repository has a form for that."""

    @field_validator("translations")
    @classmethod
    def _are_others(cls, tags: tuple[WrittenLanguage, ...], given: ValidationInfo) -> tuple[WrittenLanguage, ...]:
        if twice := [tag for tag, times in Counter([*tags, given.data.get("language")]).items() if times > 1]:
            raise UnfitError(f'the site has "{twice[0]}" already', "write only others")
        return tags

    @field_validator("checked")
    @classmethod
    def _law_was_read(cls, checked: FullDay, given: ValidationInfo) -> FullDay:
        if (law := given.data.get("as_of")) and law.last > checked.last:
            raise ValueError("'as_of', the day whose law is shown, is later")
        return checked

    @field_validator("site_url")
    @classmethod
    def _is_a_folder(cls, url: Url | None) -> Url | None:
        if url and ("?" in url or "#" in url):
            raise ValueError("pages stand below this address: it has no '?' and no '#'")
        return url

    @property
    def labels(self) -> dict[str, str]:
        """What the navigation calls its pages, by their Markdown files."""
        return {str(entry.page): str(entry.label) for entry in self.nav}

    def address(self, path: str = "", version: str = "") -> str:
        """Return where a path of the site is published in the language in use; "" if the site has no address.

        ``version`` names the published version in which it is; without it, it is where it is today.
        """
        if not self.site_url:
            return ""
        kept = f"versions/{version}/" if version else ""
        folder = f"{language.code()}/" if language.code() != self.language else ""
        return f"{self.site_url.rstrip('/')}/{kept}{folder}{path}"
