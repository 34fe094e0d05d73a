"""Value codes: what the numbers mean that a tool writes, as another sheet of the file tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.programme.headers import display, normalise
from flows.programme.sheets import CellValue, Row, text_of
from flows.programme.typed_values import parse_number

CODE_AND_LABEL = re.compile(r"\s*([^=]+?)\s*=\s*(.+?)\s*")


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of coded answers: the question it asks and the labels of its codes.

    `label` is the question with, after it, the option or the row that is the column's own;
    `kind` is what the tool calls its type. `missing` are the codes of no answer.
    """

    name: str
    label: str
    kind: str = ""
    labels_by_code: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()

    def decode(self, value: CellValue) -> CellValue:
        """Return the label of the code in a cell; None for a missing one, else the value itself."""
        code = code_of(value)
        return None if code in self.missing else self.labels_by_code.get(code, value)


@dataclass(frozen=True, slots=True)
class Codebook:
    """The variables by the 1-based column of the sheet that holds their codes."""

    variables_by_index: Mapping[int, Variable]

    def read_cell(self, row: Row, index: int) -> CellValue:
        """Return what a row says in a cell: the label of its code, where it has one."""
        value = row.value_at(index)
        variable = self.variables_by_index.get(index)
        return variable.decode(value) if variable else value


def code_of(value: CellValue) -> str:
    """Return a code as it is compared: 1, 1.0 and "1,0" are the same."""
    text = normalise(text_of(value))
    number = parse_number(text)
    return text if number is None else f"{number:g}"


def parse_codes(text: str) -> dict[str, str]:
    """Return the labels of codes listed as "1 = Ja", one a line; none where no line is such."""
    lines = (CODE_AND_LABEL.fullmatch(line) for line in text.splitlines())
    return {code_of(match[1]): display(match[2]) for match in lines if match}
