"""What a cell answers: a value, codes or a kind of missing, never a guess."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flows.ingest.cell_values import chosen_options
from flows.programme.headers import display, normalise
from flows.programme.items import Item, ItemKind
from flows.programme.programme import Programme
from flows.programme.scales import MissingKind, ScaleLabel
from flows.programme.sheets import CellError, CellValue, Ticks, text_of
from flows.programme.typed_values import number_in, parse_number
from flows.validate.labels import Labels, index_labels, list_known_texts, list_texts, list_values


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """What one cell answers to its item.

    `flaw` is the code of the problem with it, "" where there is none; `found` what may be
    quoted of the cell: a number or a label, never anybody's own words.
    """

    value: float | None = None
    codes: tuple[str, ...] = ()
    missing: MissingKind | None = None
    flaw: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class AnswerReader:
    """How the answers to one item are read.

    `values` and `texts` list what it accepts, for people; `quotable` holds the normalised
    texts that may be quoted.
    """

    item: Item
    labels: Labels
    values: str
    texts: str
    quotable: frozenset[str]

    def expected(self, flaws: Iterable[str]) -> str:
        """Return what was expected where `flaws` were found: words where somebody wrote words."""
        return self.texts if "answer-not-a-label" in flaws else self.values

    def read(self, value: CellValue) -> CellAnswer:
        """Return what `value` answers. What cannot be read counts as not answered."""
        if not text_of(value).strip():
            return CellAnswer(missing=MissingKind.NOT_ANSWERED)
        if isinstance(value, CellError):
            return refuse("cell-error", value.text)
        return READERS[self.item.kind](self, value)

    def knows_all(self, text: str) -> bool:
        """Tell whether every option in `text` is a label of the scale."""
        options = chosen_options(text, self.labels.labels_by_text)
        return all(self.labels.find(option) for option in options)

    def read_label(self, value: CellValue) -> CellAnswer:
        """Return the one label that a cell means, of a scale or a single choice."""
        if isinstance(value, Ticks):
            value = value.only or value.text
        label = self.labels.find(value)
        if label:
            return answer_of(label)
        text = display(text_of(value))
        is_closed = parse_number(text) is not None or normalise(text) in self.quotable
        return refuse("answer-off-scale", text) if is_closed else refuse("answer-not-a-label")

    def read_choices(self, value: CellValue) -> CellAnswer:
        """Return the labels ticked in a multiple choice; unknown ones are told of and left out."""
        found = [
            self.labels.find(option) for option in chosen_options(value, self.labels.labels_by_text)
        ]
        labels = [label for label in found if label]
        flaw = "choice-unknown" if len(labels) < len(found) else ""
        valid = tuple(dict.fromkeys(label.code for label in labels if label.missing is None))
        if valid:
            return CellAnswer(codes=valid, flaw=flaw)
        kinds = [label.missing for label in labels if label.missing]
        return CellAnswer(missing=(kinds or [MissingKind.NOT_ANSWERED])[0], flaw=flaw)

    def read_number(self, value: CellValue) -> CellAnswer:
        """Return the number in a cell, or the kind of missing that the item's scale names."""
        label = self.labels.find(value)
        if label and label.missing:
            return answer_of(label)
        number = number_in(value)
        return refuse("answer-not-a-number") if number is None else CellAnswer(value=number)


READERS: dict[ItemKind, Callable[[AnswerReader, CellValue], CellAnswer]] = {
    ItemKind.SCALE: AnswerReader.read_label,
    ItemKind.CHOICE: AnswerReader.read_label,
    ItemKind.CHOICES: AnswerReader.read_choices,
    ItemKind.NUMBER: AnswerReader.read_number,
}


def answer_of(label: ScaleLabel) -> CellAnswer:
    """Return the answer that `label` stands for."""
    if label.missing:
        return CellAnswer(missing=label.missing)
    return CellAnswer(value=label.value, codes=(label.code,))


def refuse(flaw: str, found: str = "") -> CellAnswer:
    """Return the answer of a cell that cannot be read."""
    return CellAnswer(missing=MissingKind.NOT_ANSWERED, flaw=flaw, found=found)


def make_answer_reader(
    item: Item, programme: Programme, *, are_positions: bool = False
) -> AnswerReader:
    """Return how the answers to `item` are read: on its scale, if it has one.

    With `are_positions` a number is the place of the one label that was chosen; of several
    chosen ones, as of numbers, it stays what it is.
    """
    scale = programme.scale_of(item)
    by_position = are_positions and item.kind in (ItemKind.SCALE, ItemKind.CHOICE)
    labels = index_labels(scale, are_positions=by_position) if scale else Labels({}, {})
    return AnswerReader(
        item,
        labels,
        list_values(item, programme, are_positions=by_position),
        list_texts(item, programme),
        list_known_texts(programme),
    )
