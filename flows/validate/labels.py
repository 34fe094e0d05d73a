"""Which label of a scale a cell means: its text in either language, or its number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flows.programme.headers import normalise
from flows.programme.items import Item
from flows.programme.programme import Programme
from flows.programme.scales import Scale, ScaleLabel
from flows.programme.sheets import CellValue, text_of
from flows.programme.typed_values import parse_number

NUMBER_WITH_LABEL = re.compile(r"(?P<number>[+-]?\d+(?:[.,]\d+)?)\s*[-–—:.)=]?\s*(?P<label>.+)")
"""How tools and people write a value together with its label: "4 – Instämmer", "5 (Helt)"."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one scale by normalised text and by the number that is written for them."""

    labels_by_text: Mapping[str, ScaleLabel]
    labels_by_number: Mapping[float, ScaleLabel]

    def find(self, value: CellValue) -> ScaleLabel | None:
        """Return the label that a filled cell means, or None.

        A number with a text beside it counts only where the text is that number's label.
        """
        text = normalise(text_of(value))
        label = self.labels_by_text.get(text)
        if label:
            return label
        number = parse_number(text)
        if number is not None:
            return self.labels_by_number.get(number)
        parts = NUMBER_WITH_LABEL.fullmatch(text)
        if parts is None:
            return None
        numbered = self.labels_by_number.get(parse_number(parts["number"]) or 0.0)
        named = self.labels_by_text.get(parts["label"].strip("()[] "))
        return named if named is numbered else None


def index_labels(scale: Scale, *, are_positions: bool = False) -> Labels:
    """Return the labels of `scale` as they are looked up; of equal ones the first counts.

    A number is a label's value in points or, with `are_positions`, its place, from 1.
    """
    by_text: dict[str, ScaleLabel] = {}
    by_number: dict[float, ScaleLabel] = {}
    for position, label in enumerate(scale.labels, 1):
        for text in (label.label.sv, label.label.en):
            if text:
                by_text.setdefault(normalise(text), label)
        number = position if are_positions else label.value
        if number is not None:
            by_number.setdefault(number, label)
    return Labels(by_text, by_number)


def list_values(item: Item, programme: Programme, *, are_positions: bool = False) -> str:
    """Return the numbers that `item` accepts, "1, 2, 3, 4, 5"; its texts where it has none."""
    scale = programme.scale_of(item)
    if scale and are_positions:
        return ", ".join(str(position) for position in range(1, len(scale.labels) + 1))
    labels = scale.valid_labels if scale else ()
    if labels and all(label.value is not None for label in labels):
        return ", ".join(label.code for label in labels)
    return list_texts(item, programme)


def list_texts(item: Item, programme: Programme) -> str:
    """Return the answers that `item` accepts in the words of its scale."""
    scale = programme.scale_of(item)
    labels = scale.valid_labels if scale else ()
    language = programme.project.language
    return ", ".join(label.label.in_language(language) for label in labels) or "–"


def list_known_texts(programme: Programme) -> frozenset[str]:
    """Return every label of every scale, normalised: what may be quoted from a closed question."""
    return frozenset(
        normalise(text)
        for scale in programme.scales
        for label in scale.labels
        for text in (label.label.sv, label.label.en)
        if text
    )
