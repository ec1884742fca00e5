"""Rules about the documents that a topic is about, and about comparisons of them."""

from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.model import Citation, Dataset
from macros.problems import Mistake


def documents_have_an_outline(dataset: Dataset) -> Iterator[Finding]:
    """A document that topic.yml names has an outline, and is named once."""
    named = [document.source for document in dataset.topic.documents]
    for index, name in enumerate(named):
        path, source = ("documents", index, "source"), dataset.sources.get(name)
        if source and source.outline is None:
            remedy = f"list its sections and clauses under 'outline' in data/sources/{name}.yml"
            yield Finding("topic", path, f'"{name}" has no outline to show', "outline", remedy)
        if name in named[:index]:
            yield Finding("topic", path, f'"{name}" stands twice', "outline", "a document has one page")


def outlines_hold_their_clauses(dataset: Dataset) -> Iterator[Finding]:
    """An outline lists only statements that rest on its document, each once, and every directive among them."""
    for source_id, source in dataset.sources.items():
        if source.outline is None:
            continue
        seen: set[str] = set()
        for number, section in enumerate(source.outline.sections):
            for index, clause in enumerate(section.clauses):
                if mistake := _misplaced(clause.statement, source_id, seen, dataset):
                    path = ("outline", "sections", number, "clauses", index, "statement")
                    yield Finding(source_id, path, *mistake)
                seen.add(clause.statement)
        for name in sorted(_directives(source_id, dataset) - seen):
            message = f'the directive "{name}" has no place in the outline'
            remedy = "list it under the section that it stands in"
            yield Finding(source_id, ("outline", "sections"), message, "clause", remedy)


def _misplaced(statement_id: str, source_id: str, seen: set[str], dataset: Dataset) -> Mistake | None:
    """Return why a statement cannot be the next clause of an outline, or None."""
    if statement_id in seen:
        remedy = "keep the one at its place in the document"
        return Mistake(f'the clause "{statement_id}" stands twice', "clause", remedy)
    statement = dataset.statements.get(statement_id)
    if statement and not any(_is_support(citation, source_id) for citation in statement.citations):
        message = f'"{statement_id}" is not a clause of "{source_id}", which it does not cite as its support'
        remedy = "list it under 'reported' of the clause that it speaks of, or cite the document in it"
        return Mistake(message, "clause", remedy)
    return None


def _is_support(citation: Citation, source_id: str) -> bool:
    return citation.source == source_id and citation.role == "supports"


def _directives(source_id: str, dataset: Dataset) -> set[str]:
    """Return the ids of the directives that rest on a document before any other source."""
    directives = ((name, one) for name, one in dataset.statements.items() if one.kind == "directive")
    return {name for name, one in directives if one.citations and _is_support(one.citations[0], source_id)}


def compared_documents_have_a_page(dataset: Dataset) -> Iterator[Finding]:
    """The second document of a comparison has a page, on which the comparison stands."""
    listed = {document.source for document in dataset.topic.documents}
    for comparison_id, comparison in dataset.comparisons.items():
        if comparison.second in dataset.sources and comparison.second not in listed:
            message = f'"{comparison.second}" has no page for the comparison to stand on'
            remedy = "name it under 'documents' in topic.yml"
            yield Finding(comparison_id, ("second",), message, "outline", remedy)
