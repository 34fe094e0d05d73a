"""What stands in the cells of a plain worksheet: its value, by what is written of it.

Equal cells are written in equal signs, so each spelling is taken apart once: the labels of a
scale are read a few times in a table of any length.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flows.programme.sheets import CellError, CellValue, shown_value

TEXT = r'<t(?: xml:space="preserve")?>[^<]*</t>'
FORMULA = r'<f(?: [\w:]+="[^"<>&]*")* ?(?:/>|>[^<]*</f>)'
STORED = "><v>"
STORED_END = "</v></c"
CONTENT = (
    rf"[^<>/]*+(?:{STORED}[^<]*+{STORED_END}|/|>(?:{FORMULA})?"
    rf"(?:<v>[^<]*</v>|<v ?/>|<is>{TEXT}</is>|<is><t ?/></is>)?</c)"
)
"""What is written of a cell behind its name, down to the last sign."""

ATTRIBUTES = r'((?: [a-z]+="\w*")*) ?'
PARTS_OF_CONTENT = re.compile(
    rf"{ATTRIBUTES}(?:/|>({FORMULA})?(?:<v>([^<]*)</v>|<v ?/>|<is><t[^>]*>([^<]*).*)?</c)",
    re.ASCII,
)
PLAIN_ATTRIBUTES = re.compile(ATTRIBUTES, re.ASCII)
ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
INLINE, FORMULA_TEXT = "inlineStr", "str"
REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));|&")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}

ValueReader = Callable[[Collection[str]], Iterable[CellValue]]
"""Returns what some stored texts mean: all of them at once, since a call takes as long."""


class NotPlainError(ValueError):
    """The XML is spelled in another way; it may well be right."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the cells of a workbook refer to.

    `strings` are the shared strings as Excel shows them; `show_text` shows any other text.
    `moments_of` returns how numbers in cells of some style are moments, or None.
    """

    strings: Sequence[CellValue]
    show_text: Callable[[str], CellValue]
    moments_of: Callable[[int], Callable[[Iterable[float]], list[CellValue]] | None]


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one worksheet.

    `readers` are those known so far, by the attributes of a cell; `uncalculated` are the
    contents seen so far whose formula has no stored value.
    """

    vocabulary: Vocabulary
    readers: dict[str, ValueReader] = field(default_factory=dict)
    uncalculated: set[str] = field(default_factory=set)

    def read(self, contents: Sequence[str | None]) -> tuple[CellValue, ...]:
        """Return the values of cells spelled as CONTENT says; None of what is no cell.

        Equal contents are read once, those of equal attributes together. Raises NotPlainError,
        and ValueError or IndexError for a value of another kind.
        """
        values: dict[str | None, CellValue] = {None: None}
        stored_by_attributes: dict[str, dict[str, str]] = defaultdict(dict)
        for content in filter(None, set(contents)):
            attributes, _stored, rest = content.partition(STORED)
            if stored := rest[: -len(STORED_END)]:
                stored_by_attributes[attributes][content] = stored
            else:
                values[content] = self.read_rarely_written(content)
        for attributes, stored_by_content in stored_by_attributes.items():
            reader = self.readers.get(attributes) or self.find_reader(attributes)
            read = (
                reader(stored_by_content.values())
                if reader
                else map(self.read_rarely_written, stored_by_content)
            )
            values.update(zip(stored_by_content, read, strict=True))
        return tuple(map(values.__getitem__, contents))

    def find_reader(self, attributes: str) -> ValueReader | None:
        """Return what reads the cells with `attributes`; None of what has more than those."""
        if not PLAIN_ATTRIBUTES.fullmatch(attributes):
            return None
        reader = self.readers[attributes] = make_value_reader(attributes, self.vocabulary)
        return reader

    def read_rarely_written(self, content: str) -> CellValue:
        """Return the value of a cell with a formula, a text of its own or nothing at all.

        A formula that shows nothing, such as =IF(A1="","",A1), has an empty text for its value.
        """
        parts = PARTS_OF_CONTENT.fullmatch(content)
        if parts is None:
            raise NotPlainError
        attributes, formula, stored, inline = parts.groups()
        kind = dict(ATTRIBUTE.findall(attributes)).get("t")
        if inline and kind != INLINE:
            raise NotPlainError
        if stored:
            (value,) = make_value_reader(attributes, self.vocabulary)([stored])
            return value
        if formula and kind != FORMULA_TEXT:
            self.uncalculated.add(content)
        return self.vocabulary.show_text(resolve(inline)) if inline else None


def make_value_reader(attributes: str, vocabulary: Vocabulary) -> ValueReader:
    """Return what reads the stored texts of cells with `attributes`."""
    named = dict(ATTRIBUTE.findall(attributes))
    kind, style = named.get("t", "n"), int(named.get("s", 0))
    strings, show_text, show_moments = (
        vocabulary.strings,
        vocabulary.show_text,
        vocabulary.moments_of(style),
    )
    readers: Mapping[str, ValueReader] = {
        "s": lambda stored: [strings[int(text)] for text in stored],
        "n": read_numbers
        if show_moments is None
        else lambda stored: show_moments(map(stored_number, stored)),
        "b": lambda stored: [bool(int(text)) for text in stored],
        "e": lambda stored: [CellError(resolve(text)) for text in stored],
        "str": lambda stored: [show_text(resolve(text)) for text in stored],
    }
    return readers.get(kind, refuse)


def refuse(_stored: Collection[str]) -> Iterable[CellValue]:
    """Raise NotPlainError: values of an unknown kind."""
    raise NotPlainError


def read_numbers(stored: Collection[str]) -> list[CellValue]:
    """Return the numbers as Excel shows them: a whole one has no point."""
    return [int(text) if text.isdecimal() else shown_value(stored_number(text)) for text in stored]


def stored_number(stored: str) -> float:
    """Return the number as it is stored: a float where it has a point or an exponent."""
    return float(stored) if "." in stored or "E" in stored or "e" in stored else int(stored)


def resolve(text: str) -> str:
    """Return `text` with the signs that XML writes as references."""
    return REFERENCE.sub(referenced, text) if "&" in text else text


def referenced(match: re.Match[str]) -> str:
    """Return the sign that a reference stands for."""
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED[name]
    if not (decimal or hexadecimal):
        raise NotPlainError
    return chr(int(decimal) if decimal else int(hexadecimal, 16))
