"""Rules about ids, names, references, and the kinds of law and of sources that topic.yml lists."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.checks.finding import Finding
from macros.model import Actor, Correction, Dataset, Entity, Record, Reference, Statute, Term, walk
from macros.model.dataset import FOLDERS, LISTS, kind_of, present
from macros.model.dates import Day, Edtf
from macros.model.docs import page_name
from macros.model.values import DEVICE
from macros.model.words import normalise
from macros.problems import FieldPath, did_you_mean
from macros.queries import grouped

_NamePlace = tuple[str, FieldPath, str]
"""The id of a record, the path to a name in it, and the name."""
_NAMES: Mapping[type[Entity], tuple[str, ...]] = {
    Statute: ("citation", "also_cited_as", "aliases"),
    Term: ("label", "aliases"),
    Actor: ("name", "aliases"),
}
"""The fields with the names of a record, by its class."""
_DAYS_OF_EDITORS = ("accessed", "checked", "on")
"""Fields with the day on which editors did something."""
_KINDS_WITH_FILES = {model.__name__.lower() for model in FOLDERS.values()}
"""The kinds of record that have a file of their own."""
RENAMED = "(if it was renamed: published ids are permanent, so leave a file of the old name that says only moved_to)"
"""What a remedy says of an id that is not known, since it may have been renamed."""


def ids_are_unique(dataset: Dataset) -> Iterator[Finding]:
    """No two records, numbers, provisions, topics, categories or lanes have the same id."""
    owners = grouped((used, (home, path, owner)) for home, path, used, owner in _ids(dataset))
    for used, (first, *others) in owners.items():
        for (home, path, _), (_, _, owner) in [(first, one) for one in others[:1]] + [(one, first) for one in others]:
            message = f'the id "{used}" is also that of {owner}'
            yield Finding(home, path, message, "id-twice", "ids are unique across all kinds; choose another")


def ids_are_not_reserved(dataset: Dataset) -> Iterator[Finding]:
    """No id is the name of a file that the site itself has, or that Windows cannot have."""
    for home, path, used, _ in _ids(dataset):
        if home != "topic" and is_reserved(used):
            message = f'"{used}" is kept for citations of the site itself'
            yield Finding(home, path, message, "id-taken", "choose an id other than all, sources and page-…")
        elif home != "topic" and DEVICE.fullmatch(used):
            yield Finding(home, path, f'Windows cannot have a file "{used}"', "id-taken", "choose another id")


def is_reserved(record_id: str) -> bool:
    """Whether the site itself has a citation under this name."""
    return record_id in ("all", "sources") or record_id.startswith(page_name(""))


def _ids(dataset: Dataset) -> Iterator[tuple[str, FieldPath, str, str]]:
    """Yield every id with its place: the id of its file, the path in it, the id itself, and in words what it names."""
    for entity_id, entity in dataset.entities():
        yield entity_id, (), entity_id, f"a record of the kind {kind_of(entity)}"
    for name in LISTS.values():
        for index, named in enumerate(getattr(dataset.topic, name)):
            yield "topic", (name, index, "id"), named.id, f"one of the {name} in topic.yml"
    for series_id, series in dataset.series.items():
        for index, observation in enumerate(series.observations):
            yield series_id, ("observations", index, "id"), observation.id, f'a number of "{series_id}"'
    for statute_id, statute in dataset.statutes.items():
        for index, provision in enumerate(statute.provisions):
            yield statute_id, ("provisions", index, "id"), provision.id, f'a provision of "{statute_id}"'


def references_exist(dataset: Dataset) -> Iterator[Finding]:
    """Every reference is the id of a record of a kind that the field allows."""
    kinds = dataset.kinds()
    twice = {one for one, times in Counter(used for _, _, used, _ in _ids(dataset)).items() if times > 1}
    for entity_id, entity in [*dataset.entities(), ("topic", dataset.topic)]:
        for path, value in walk(entity):
            if not isinstance(value, Reference) or kinds.get(value) in value.kinds or value in twice:
                continue
            wanted = " or ".join(value.kinds)
            remedy = known_ids(value, value.kinds, kinds)
            if value in dataset.moved:
                message, remedy = f'"{value}" was renamed', f'write "{dataset.moved[value]}"'
            elif value in kinds:
                message = f'the record "{value}" is of the kind {kinds[value]}, not {wanted}'
            else:
                message = f'no {wanted} "{value}"'
            yield Finding(entity_id, path, message, "unknown-id", remedy)


def records_name_others(dataset: Dataset) -> Iterator[Finding]:
    """A record does not refer to itself; only a source may cite itself."""
    own: list[tuple[str, FieldPath, str, Record]] = [(name, (), name, entity) for name, entity in dataset.entities()]
    own += [(one.series_id, one.path(), name, one.observation) for name, one in dataset.observations.items()]
    for home, start, name, record in own:
        for path, value in walk(record):
            is_own = isinstance(value, Reference) and value == name and kind_of(record) in value.kinds
            if is_own and {"citations", "predecessor", "formula"}.isdisjoint(path):  # circles of these have own rules
                yield Finding(home, (*start, *path), "it refers to itself", "itself", "name another, or delete it")


def known_ids(value: str, wanted: Iterable[str], kinds: Mapping[str, str]) -> str:
    """Return a remedy for an unknown id: the known ids of the wanted kinds, the nearest first.

    It adds that a record may have been renamed, or that an entry may be missing in a list of topic.yml.
    """
    known = [name for name, kind in kinds.items() if kind in wanted]
    remedy = did_you_mean(value, known)
    lists = [LISTS[kind] for kind in wanted if kind in LISTS]
    if known and value not in kinds and not _KINDS_WITH_FILES.isdisjoint(wanted):
        return f"{remedy} {RENAMED}"
    if not lists or '"' in remedy:
        return remedy
    return f"{remedy}; {'or ' * remedy.startswith('known')}list it under '{lists[0]}' in topic.yml"


def moved_records_exist(dataset: Dataset) -> Iterator[Finding]:
    """A renamed record leads to one that exists."""
    kinds = dataset.kinds()
    for old, new in dataset.moved.items():
        if new in dataset.moved:
            is_circle = dataset.moved[new] in dataset.moved
            remedy = "name the record as it is called now" if is_circle else f'write "{dataset.moved[new]}"'
            yield Finding(old, ("moved_to",), f'"{new}" was renamed itself', "unknown-id", remedy)
        elif new not in kinds:
            yield Finding(old, ("moved_to",), f'no record "{new}"', "unknown-id", did_you_mean(new, kinds))
        elif (home := _folder(old, dataset)) != _folder(new, dataset):
            remedy = "a record keeps its kind: name one of the same folder, or delete this file"
            yield Finding(old, ("moved_to",), f'"{new}" is not in {home}', "unknown-id", remedy)


def _folder(record_id: str, dataset: Dataset) -> str:
    """Return the folder of a record's file; "" if it was not read from one."""
    return dataset.places.get(record_id, ("",))[0].rpartition("/")[0]


def names_are_unique(dataset: Dataset) -> Iterator[Finding]:
    """No two statutes, terms or actors share a name or an alias."""
    yield from (finding for finding, _ in shared_names(dataset))


def shared_names(dataset: Dataset) -> Iterator[tuple[Finding, Finding]]:
    """Yield two findings, one at each place, for each name that two records share or that one record has twice."""
    owner: dict[tuple[str, str], _NamePlace] = {}
    for entity_id, entity in dataset.entities():
        group = "actor" if isinstance(entity, Actor) else "word"
        for path, name in _names(entity):
            this = entity_id, path, name
            other = owner.setdefault((group, normalise(name).casefold()), this)
            if other is not this and (entity_id != other[0] or name == other[2]):  # one may have several spellings
                yield _clash(this, other[0]), _clash(other, entity_id)


def _clash(place: _NamePlace, other: str) -> Finding:
    entity_id, path, name = place
    if other == entity_id:
        return Finding(entity_id, path, f'the name "{name}" stands twice', "alias-twice", "write it once")
    message = f'the name "{name}" also belongs to "{other}"'
    return Finding(entity_id, path, message, "alias-twice", "a name leads to one record; drop one")


def _names(entity: Entity) -> Iterator[tuple[FieldPath, str]]:
    """Yield path and text of each name of a statute, a term or an actor."""
    fields = _NAMES.get(type(entity), ())
    return ((path, value) for path, value in walk(entity) if path[0] in fields) if fields else iter(())


def nothing_happened_in_the_future(dataset: Dataset) -> Iterator[Finding]:
    """An event that happened is not dated after the day on which the sources were last read."""
    last = dataset.topic.checked.last
    for event_id, event in dataset.events.items():
        if event.status == "happened" and last and event.date.first and last < event.date.first:
            message = "it is to happen after the day in 'checked' of topic.yml, on which the sources were last read"
            yield Finding(event_id, ("status",), message, "future", 'write "planned" or "due", or fix one of the days')


def editors_days_have_come(dataset: Dataset, today: Day) -> Iterator[Finding]:
    """No correction, review or reading of a source is dated after ``today``."""
    for record_id, record in [*dataset.entities(), ("topic", dataset.topic)]:
        for path, value in walk(record):
            is_done = path[-1] in _DAYS_OF_EDITORS or (isinstance(record, Correction) and path == ("date",))
            if is_done and isinstance(value, Edtf) and value.first and value.first > today:
                message = f"{value} has not come yet"
                yield Finding(record_id, path, message, "future", "write the day on which it was done")


def successors_follow(dataset: Dataset) -> Iterator[Finding]:
    """An event is not earlier than its predecessor, and it is not its own predecessor, even by a detour."""

    def predecessors(name: str) -> list[str]:
        return [one.predecessor for one in present([name], dataset.events) if one.predecessor]

    for event_id, event in dataset.events.items():
        before = dataset.events.get(event.predecessor or "")
        if before and before.date.first and event.date.last and event.date.last < before.date.first:
            message = f'it comes before its predecessor "{event.predecessor}"'
            yield Finding(event_id, ("predecessor",), message, "order", "swap them, or fix one of the dates")
        if event_id in reachable(event_id, predecessors):
            message = "it follows up itself, in a circle"
            yield Finding(event_id, ("predecessor",), message, "order", "name an earlier event, or delete the field")


def reachable(start: str, following: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the ids that an id leads to, directly or through others; in a circle it is one of them itself."""
    found, waiting = set[str](), [start]
    while waiting:
        new = {*following(waiting.pop())} - found
        found |= new
        waiting += new
    return found


def kinds_are_known(dataset: Dataset) -> Iterator[Finding]:
    """The kind of a law or a source, and the grade of a penalty, is in the lists of the topic."""
    for law_id, law in dataset.statutes.items():
        yield from _unknown(law_id, ("kind",), law.kind, dataset.law_kinds, "law_kinds")
        for index, provision in enumerate(law.provisions):
            if dataset.topic.grades and provision.grade:
                path = ("provisions", index, "grade")
                yield from _unknown(law_id, path, provision.grade, dataset.topic.grades, "grades")
    for source_id, source in dataset.sources.items():
        yield from _unknown(source_id, ("kind",), source.kind, dataset.source_kinds, "source_kinds")


def _unknown(record_id: str, path: FieldPath, value: str, known: Iterable[str], field: str) -> Iterator[Finding]:
    if value not in known:
        remedy = f"choose one of: {', '.join(known)}; or list it under '{field}' in topic.yml"
        yield Finding(record_id, path, f'"{value}" is not a choice', "choice", remedy)
