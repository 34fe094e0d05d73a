"""What stands in the cells of a plain worksheet: its value, by what is written of it.

Equal cells are written in equal signs, so each spelling is taken apart once: the labels of a
scale are read a few times in a table of any length.
"""

import re
from collections.abc import Callable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one worksheet.

    `readers` are those known so far, by the attributes of a cell; `uncalculated` are the
    contents seen so far whose formula has no stored value.
    """

    vocabulary: Vocabulary
    readers: dict[str, ValueReader] = field(default_factory=dict)
    uncalculated: set[str] = field(default_factory=set)

    def read(self, content: str | None) -> CellValue:
        """Return the value of a cell spelled as CONTENT says; None of what is no cell.

        A formula that shows nothing, such as =IF(A1="","",A1), has an empty text for its value.
        Raises NotPlainError, and ValueError or IndexError for a value of another kind.
        """
        if content is None:
            return None
        attributes, _stored, rest = content.partition(STORED)
        stored = rest[: -len(STORED_END)]
        reader = self.readers.get(attributes)
        if reader is None and PLAIN_ATTRIBUTES.fullmatch(attributes):
            reader = self.readers[attributes] = make_value_reader(attributes, self.vocabulary)
        return reader(stored) if reader and stored else self.read_rarely_written(content)

    def read_rarely_written(self, content: str) -> CellValue:
        """Return the value of a cell with a formula, a text of its own or nothing at all."""
        parts = PARTS_OF_CONTENT.fullmatch(content)
        if parts is None:
            raise NotPlainError
        attributes, formula, stored, inline = parts.groups()
        kind = dict(ATTRIBUTE.findall(attributes)).get("t")
        if inline and kind != INLINE:
            raise NotPlainError
        if stored:
            return make_value_reader(attributes, self.vocabulary)(stored)
        if formula and kind != FORMULA_TEXT:
            self.uncalculated.add(content)
        return self.vocabulary.show_text(resolve(inline)) if inline else None


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
        "n": parse_number if moment is None else lambda stored: moment(stored_number(stored)),
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
    number = stored_number(stored)
    return number if isinstance(number, int) else shown_value(number)


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
