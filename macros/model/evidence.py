"""Sources, their texts, what was verified of them, and corrections."""

import hashlib
from typing import Literal

from pydantic import Field

from macros.model.base import Basis, Entity, Link, Name, Record, Rules, one_of
from macros.model.documents import Outline
from macros.model.kinds import SOURCE_KINDS
from macros.model.values import Count, Date, EntityRef, FullDay, Label, Language, Line, Prose, Sentence, SourceRef, Text

Interest = Literal["none", "party", "advocacy"]


class Sha256(Text):
    """A SHA-256 digest in hexadecimal."""

    pattern = r"^[0-9a-f]{64}$"


class FileName(Text):
    """The name of a file, with the folders that it is in, if any."""

    pattern = r"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$"


class TextLines(Record):
    """Which lines of a source's text are content, counted from 1; everything else is boilerplate."""

    headline: Count | None = None
    """The line of the headline."""
    dek: Count | None = None
    """The line of the sentence under the headline."""
    caption: Count | None = None
    """The line of a picture's caption."""
    stamp: Count | None = None
    """The line that dates the text."""
    credit: Count | None = None
    """The line that names who reported."""
    paragraphs: tuple[Count, ...] = ()
    """The lines of the paragraphs, in order: the first is p1."""
    rows: tuple[Count, ...] = ()
    """The lines of the rows of a table, in order: the first is r1."""

    def _rules(self) -> Rules:
        lines = self.locators().values()
        are_sorted = all(list(one) == sorted(one) for one in (self.paragraphs, self.rows))
        are_in_order = are_sorted and len(set(lines)) == len(lines)
        return {
            "give the lines of 'paragraphs', or of 'rows'": bool(self.paragraphs or self.rows),
            "a line stands twice, or the paragraphs or rows are not in order": are_in_order,
        }

    def locators(self) -> dict[str, int]:
        """Return every locator of the text with its line."""
        named = {name: getattr(self, name) for name in ("headline", "dek", "caption", "stamp", "credit")}
        numbered = {f"p{number}": line for number, line in enumerate(self.paragraphs, 1)}
        numbered |= {f"r{number}": line for number, line in enumerate(self.rows, 1)}
        return {name: line for name, line in (named | numbered).items() if line is not None}


class SourceText(Record):
    """The text that the quotes of a source are verified against; it is never published."""

    file: FileName
    """The name of its file."""
    sha256: Sha256
    """The digest of the file."""
    lines: TextLines | None = None
    """Which lines are content; without it, the text is a law, and locators are the designators that it prints."""
    section: Line | None = None
    """What a law's designators follow where the text is one section: "17 U.S.C. § 107", for "17 U.S.C. § 107(a)"."""
    notes: Count | None = None
    """The line where the notes on a law begin; their locator is "17 U.S.C. § 107 note"."""

    def _rules(self) -> Rules:
        is_law = bool(self.section or self.notes)
        return {"'section' and 'notes' are for the text of a law, which has no 'lines'": not (self.lines and is_law)}

    def has(self, locator: str) -> bool:
        """Return whether a locator can be one of this text."""
        if self.lines:
            return locator in self.lines.locators()
        own = self.section or ""
        return locator in (own, f"{own} note") or locator.startswith(f"{own}(" if own else "")

    def place(self, locator: str) -> str:
        """Return the digest of the text and the line of a locator; when either changes, proofs made with it end."""
        return f"{self.sha256} {self.lines.locators().get(locator) if self.lines else locator}"


class VerifiedQuote(Record):
    """A quote that was found at its place."""

    locator: Line
    """The place."""
    exact: Line
    """The words."""
    proof: Line
    """The digest of text, place and words: see Citation.proof."""


class Verification(Record):
    """What was verified of one source, against which text; written by scripts.verify alone."""

    text: Sha256
    """The digest of the text, or of the digests of its texts."""
    quotes: tuple[VerifiedQuote, ...]
    """Every quote, sorted; facts may share one."""


class Uncited(Record):
    """A paragraph from which no fact was taken."""

    locator: Line
    """The paragraph, such as p9."""
    reason: Sentence
    """Why nothing was taken from it."""


class Source(Entity):
    """A document relied on."""

    title: Line
    """Its headline or title; where the text has none, a description in square brackets."""
    publisher: Line
    """Who published it."""
    provenance: Label | None = None
    """How its publisher came by it, said after the name: republishing the Herald, as reported by the Gazette."""
    authors: tuple[Name, ...] = ()
    """Who wrote it, where it says so: {given: Ann B., family: Reed} for a person, a line for a body."""
    citation: Line | None = None
    """How lawyers cite it, without its date, if it is a legal authority: "Exec. Order No. 13,767, 82 Fed. Reg. 8793".

    A judgment is cited by its parties, its reporter or docket number, and its court in round brackets at the end where
    the reporter does not tell it: "Reed v. Gull, No. 7 (D. Gull)". Only what is proven is given.
    """
    kind: Line = Field(examples=[kind.name for kind in SOURCE_KINDS])
    """What kind of document it is: one of 'source_kinds' in topic.yml, or of those that every topic has."""
    language: Language = Language("en")
    """The language of its text, by which its numbers and dates are read."""
    rights: Literal["reserved", "public domain"] = "reserved"
    """Who may copy it; of one whose rights are reserved, 30 % of the words are quoted at most, of others any part."""
    reports: tuple[SourceRef, ...] = ()
    """The documents that it reports; of such a document it is no independent confirmation."""
    interest: Interest
    """Whether its publisher has a stake: none, party to the matter, advocacy."""
    independence_group: Line
    """The group it belongs to; sources of one group count once, as two reports of one agency do."""
    issued: Date | None = None
    """When it was published."""
    basis: Basis | None = None
    """How that is known."""
    updated: Sentence | None = None
    """What it says of later changes to itself."""
    link: Link | None = None
    """Where it is."""
    archive: Link | None = None
    """A saved copy, where one is recorded."""
    copies: tuple[Link, ...] = ()
    """Pages that reproduce or summarize it and that the editors read."""
    accessed: FullDay
    """The day on which the editors read it."""
    text: SourceText | None = None
    """The text that its quotes are verified against."""
    sections: tuple[SourceText, ...] = ()
    """The texts of a code of law, one file a section, each with its 'section'."""
    unverifiable: Sentence | None = None
    """Why there is no text to verify against; needed where there is none."""
    uncited: tuple[Uncited, ...] = ()
    """Paragraphs that yield no fact, each with the reason."""
    outline: Outline | None = None
    """Its sections and clauses in order, where the topic is about it."""

    def _rules(self) -> Rules:
        why = "give either 'text' or 'sections', or 'unverifiable' with the reason why there is none"
        are_apart = not (self.text and self.sections) and all(one.section for one in self.sections)
        return {
            "'issued' and 'basis' come together": (self.issued is None) == (self.basis is None),
            why: one_of(self.texts, self.unverifiable),
            "'sections' stand instead of 'text', each with its 'section'": are_apart,
        }

    @property
    def published_by(self) -> Line:
        """Its publisher, with the provenance: "Gull Gazette, reprinting the Herald"."""
        return Line(f"{self.publisher}, {self.provenance}") if self.provenance else self.publisher

    @property
    def texts(self) -> tuple[SourceText, ...]:
        """Every text that its quotes are verified against."""
        return (self.text,) if self.text else self.sections

    def text_at(self, locator: str) -> SourceText | None:
        """Return the text that a locator is in; None if there is none."""
        return next((text for text in self.texts if text.has(locator)), None)

    def address_at(self, locator: str = "") -> Link | None:
        """Return where a place of it is read: at its own address, in its only copy, or in the copy of a section of law.

        Such a copy has the section for a label: "17 U.S.C. § 107", for "17 U.S.C. § 107(a)". None if it is unknown
        which of several copies holds the place.
        """
        if self.link or len(self.copies) == 1:
            return self.link or self.copies[0]
        labelled = (one for one in self.copies if one.label)
        return next((one for one in labelled if f"{locator} ".startswith((f"{one.label}(", f"{one.label} "))), None)

    @property
    def digest(self) -> str:
        """One digest for all its texts."""
        digests = [text.sha256 for text in self.texts]
        return digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()


class Correction(Entity):
    """A change to what was published."""

    entity: EntityRef
    """What was changed."""
    date: Date
    """When."""
    kind: Literal["correction", "clarification", "update"]
    """An error fixed, words made clearer, or new facts."""
    was: Prose
    """What it said."""
    now: Prose
    """What it says."""
    reason: Prose
    """Why."""
