"""Which column asks which item: by normalised wording, never by position or by guess."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.ingest.exports import Column, ColumnRole, Export
from flows.programme.decisions import WordingDecision
from flows.programme.headers import normalise
from flows.programme.items import Instrument, Item, ItemKind
from flows.programme.problems import Problem, problem
from flows.programme.programme import ExportKind
from flows.programme.sheet_rows import is_empty
from flows.validate.defects import Defects
from flows.validate.spelling import measure_similarity_pct

MATCHED_ROLES = (
    ColumnRole.QUESTION,
    ColumnRole.KEY,
    ColumnRole.ROLE,
    ColumnRole.ORGANISATION,
    ColumnRole.WAVE,
)
"""A column that recognition takes for a role may be asked as an item too: the workbook decides."""

ASKED_KINDS = (ItemKind.SCALE, ItemKind.CHOICE, ItemKind.CHOICES, ItemKind.NUMBER, ItemKind.TEXT)
"""The kinds of items that ask for an answer; a key, a wave or an unused column does not."""


@dataclass(frozen=True, slots=True)
class Question:
    """A column and the item that it asks; `position` is where its values stand in a response."""

    column: Column
    position: int
    item: Item


@dataclass(frozen=True, slots=True)
class Wordings:
    """The items by each normalised wording they are known under, confirmed ones included."""

    items_by_wording: dict[str, tuple[Item, ...]]

    def find(self, column: Column) -> tuple[Item, ...]:
        """Return the items that `column` may ask: by its header, its grid row or its code."""
        found = (self.items_by_wording.get(key, ()) for key in column.keys)
        return next((items for items in found if items), ())

    def find_nearest(self, column: Column) -> tuple[str, int]:
        """Return the id of the item whose wording is most alike, and how alike in per cent."""
        headers = column.keys
        alike = (
            (measure_similarity_pct(header, wording), items[0].item_id)
            for wording, items in self.items_by_wording.items()
            for header in headers
        )
        similarity_pct, item_id = max(alike, default=(0, "–"))
        return item_id, similarity_pct


def collect_wordings(items: Iterable[Item], decisions: Iterable[WordingDecision]) -> Wordings:
    """Return the wordings of `items` together with those that `decisions` confirm."""
    found: dict[str, tuple[Item, ...]] = defaultdict(tuple)
    confirmed = defaultdict(list)
    for decision in decisions:
        confirmed[decision.item_id].append(decision.wording)
    for item in items:
        known = {normalise(text) for text in (*item.wordings, *confirmed[item.item_id])}
        for wording in sorted(known - {""}):
            found[wording] += (item,)
    return Wordings(dict(found))


def match_columns(export: Export, wordings: Wordings) -> tuple[tuple[Question, ...], Defects]:
    """Return the questions of `export`, in the order of its columns.

    A question column that asks no known item is a problem, and so is a second column for
    an item: the first one counts.
    """
    candidates = [
        (position, column, wordings.find(column))
        for position, column in enumerate(export.columns)
        if column.role in MATCHED_ROLES
    ]
    instrument = most_common_instrument(
        items[0].instrument for _, _, items in candidates if len(items) == 1
    )
    questions: dict[str, Question] = {}
    problems: list[Problem] = []
    for position, column, items in candidates:
        header = export.header_place(column)
        if items:
            item = prefer_instrument(items, instrument)
            first = questions.setdefault(item.item_id, Question(column, position, item))
            if first.column is not column:
                cell = export.header_place(first.column).cell
                problems.append(problem("item-asked-twice", header, item=item.item_id, cell=cell))
            elif item.kind in ASKED_KINDS and is_reworded(first):
                problems.append(problem("wording-changed", header, item=item.item_id))
        elif column.role is ColumnRole.QUESTION:
            item_id, similarity_pct = wordings.find_nearest(column)
            problems.append(
                problem("column-unknown", header, item=item_id, similarity_pct=similarity_pct)
            )
    return tuple(questions.values()), Defects(notes=tuple(problems))


def most_common_instrument(instruments: Iterable[Instrument]) -> Instrument | None:
    """Return the instrument that most items belong to; of equals the first of the enum."""
    counts = Counter(instruments)
    return max(Instrument, key=lambda instrument: counts[instrument]) if counts else None


def prefer_instrument(items: tuple[Item, ...], instrument: Instrument | None) -> Item:
    """Return the item of `instrument` among items of one wording, else the first."""
    return next((item for item in items if item.instrument is instrument), items[0])


def is_reworded(question: Question) -> bool:
    """Tell whether the column asks its item in other words than the workbook's first ones."""
    wording = question.item.wording
    first_words = {normalise(wording.sv), normalise(wording.en)} - {""}
    return first_words.isdisjoint(question.column.keys)


def find_unused(exports: Iterable[Export]) -> Iterator[Problem]:
    """Yield a note for each filled column of a list, not a survey, that nobody knows."""
    for export in exports:
        if export.kind is ExportKind.SURVEY:
            continue
        for position, column in enumerate(export.columns):
            if column.role is ColumnRole.QUESTION and not is_empty(
                export.responses.column(position)
            ):
                yield problem("column-unused", export.header_place(column))


def find_unasked(
    items: Iterable[Item], wordings: Wordings, exports: Iterable[Export]
) -> Iterator[Problem]:
    """Yield a problem at the row of each item that no column of any export asks."""
    asked = {
        item.item_id
        for export in exports
        for column in export.columns
        for item in wordings.find(column)
    }
    for item in items:
        if item.kind in ASKED_KINDS and item.item_id not in asked:
            yield problem("item-never-asked", item.place, item=item.item_id)


def find_idle_wordings(
    items: Iterable[Item], decisions: Iterable[WordingDecision], exports: Iterable[Export]
) -> Iterator[Problem]:
    """Yield a problem for each confirmed wording that names no item or that no export has."""
    known = {item.item_id for item in items}
    headers = {text for export in exports for column in export.columns for text in column.keys}
    for decision in decisions:
        if decision.item_id not in known:
            yield problem("wording-item-unknown", decision.place)
        elif normalise(decision.wording) not in headers:
            yield problem("wording-unused", decision.place, item=decision.item_id)
