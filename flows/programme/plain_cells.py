"""What stands in the cells of a plain worksheet: its value, by what is written of it.

Equal texts in cells of equal attributes mean the same, so each is read once: the labels of a
scale stand a few times in a table of any length.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from flows.programme.sheets import CellError, CellValue, shown_value

TEXT = r'<t(?: xml:space="preserve")?>[^<]*</t>'
FORMULA = r'<f(?: [\w:]+="[^"<>&]*")* ?(?:/>|>[^<]*</f>)'
CONTENT = (
    rf"[^<>/]*+(?:/|>(?:{FORMULA})?"
    rf"(?:<v>[^<]*</v>|<v ?/>|<is>{TEXT}</is>|<is><t ?/></is>)?</c)"
)
"""What is written of a cell behind its name, down to the last sign."""

PARTS_OF_CONTENT = re.compile(
    rf'((?: [a-z]+="\w*")*) ?'
    rf"(?:/|>({FORMULA})?(?:<v>([^<]*)</v>|<v ?/>|<is><t[^>]*>([^<]*).*)?</c)",
    re.ASCII,
)
ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
INLINE, FORMULA_TEXT = "inlineStr", "str"
REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));|&")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}

ValueReader = Callable[[str], CellValue]
"""Returns what a stored text means."""


class NotPlainError(ValueError):
    """The XML is spelled in another way; it may well be right."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the cells of a workbook refer to.

    `strings` are the shared strings as Excel shows them; `show_text` shows any other text.
    `moment_of` returns how a number in a cell of some style is a moment, or None.
    """

    strings: Sequence[CellValue]
    show_text: Callable[[str], CellValue]
    moment_of: Callable[[int], Callable[[float], CellValue] | None]


class StoredValues(dict[str, CellValue]):
    """What stored texts mean in cells of some attributes, read when they are first asked for.

    A dictionary, because no other way to look a million cells up is as quick.
    """

    def __init__(self, read: ValueReader) -> None:
        """Read with `read` what is asked for."""
        self.read = read

    def __missing__(self, stored: str) -> CellValue:
        """Return and keep the value. Raises NotPlainError where a tag stands in the text."""
        if "<" in stored:
            raise NotPlainError
        value = self[stored] = self.read(stored)
        return value


@dataclass(frozen=True, slots=True)
class PlainCell:
    """One cell as it is spelled: how its stored text is read, or what it is without one.

    `is_uncalculated` tells of a formula without a stored value.
    """

    stored: StoredValues | None
    value: CellValue = None
    is_uncalculated: bool = False


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one worksheet; `known` is what was read, by the attributes of cells."""

    vocabulary: Vocabulary
    known: dict[str, StoredValues] = field(default_factory=dict)

    def read(self, content: str) -> PlainCell:
        """Return the cell spelled as CONTENT says.

        A formula that shows nothing, such as =IF(A1="","",A1), has an empty text for its value.
        Raises NotPlainError, and ValueError for attributes of another kind.
        """
        parts = PARTS_OF_CONTENT.fullmatch(content)
        if parts is None:
            raise NotPlainError
        attributes, formula, stored, inline = parts.groups()
        kind = dict(ATTRIBUTE.findall(attributes)).get("t")
        if inline and kind != INLINE:
            raise NotPlainError
        if stored:
            return PlainCell(self.find_stored(attributes))
        value = self.vocabulary.show_text(resolve(inline)) if inline else None
        return PlainCell(None, value, is_uncalculated=bool(formula) and kind != FORMULA_TEXT)

    def find_stored(self, attributes: str) -> StoredValues:
        """Return what stored texts mean in cells with `attributes`."""
        if attributes not in self.known:
            reader = make_value_reader(attributes, self.vocabulary)
            self.known[attributes] = StoredValues(reader)
        return self.known[attributes]

    def forget(self) -> None:
        """Keep no more of what was read: most texts of a long table do not come again."""
        for stored in self.known.values():
            stored.clear()


def make_value_reader(attributes: str, vocabulary: Vocabulary) -> ValueReader:
    """Return what reads the stored text of a cell with `attributes`."""
    named = dict(ATTRIBUTE.findall(attributes))
    kind, style = named.get("t", "n"), int(named.get("s", 0))
    strings, show_text, moment = (
        vocabulary.strings,
        vocabulary.show_text,
        vocabulary.moment_of(style),
    )
    readers: Mapping[str, ValueReader] = {
        "s": lambda stored: strings[int(stored)],
        "n": parse_number
        if moment is None
        else lambda stored: moment(float(stored) if "." in stored else stored_number(stored)),
        "b": lambda stored: bool(int(stored)),
        "e": lambda stored: CellError(resolve(stored)),
        "str": lambda stored: show_text(resolve(stored)),
    }
    return readers.get(kind, refuse)


def refuse(_stored: str) -> CellValue:
    """Raise NotPlainError: a value of an unknown kind."""
    raise NotPlainError


def parse_number(stored: str) -> CellValue:
    """Return the number as Excel shows it: a whole one has no point."""
    return int(stored) if stored.isdecimal() else shown_value(stored_number(stored))


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
