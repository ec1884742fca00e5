"""The data model: frozen records with the rules about a single one; schemas and tables of fields are made from it."""

from macros.model.base import (
    ACCESS,
    Access,
    Basis,
    Citation,
    Entity,
    Link,
    Moved,
    Name,
    PersonName,
    Quote,
    Record,
    Voice,
    walk,
)
from macros.model.dataset import FOLDERS, KINDS, LISTS, Dataset, SeriesPoint, cited_parts, kind_of, present
from macros.model.docs import Docs, PageHead, PageSource
from macros.model.documents import Aspect, Clause, Comparison, Outline, Section, Side
from macros.model.evidence import Correction, Source, SourceText, TextLines, Verification, VerifiedQuote
from macros.model.facts import Actor, Answer, Event, Primary, Question, Statement, Term
from macros.model.law import Element, Fine, PrisonTerm, Provision, Statute
from macros.model.numbers import Chart, Formula, Observation, Series
from macros.model.topic import FocusDocument, Topic
from macros.model.values import FACT_KINDS, Chronicle, Label, Language, Line, Prose, Reference, Sentence
