"""What the people in the sample answered, decided by hand where the files are at fault."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from tests.sample_cells import Record, read_sample

LEFT_OUT = {
    "sessions/03/*": {7},  # an address that nobody in the register has
    "sessions/04/*": {13},  # row 12, pasted once more
    "sessions/10/*": {5},  # whoever answered again in row 24
    "exports/Självskattning efter*": {12},  # a code that nobody has
}
"""The numbers of the rows that a person would not count, by file."""

REWORDED = {"Tiden räckte för att prova metoderna": "tid"}
OFF_THE_SCALE = "6"
"""Typed once, on a scale that ends with 5: an answer that is not there."""

NOT_ANSWERED = "not_answered"
MISSING_KINDS = {
    "": NOT_ANSWERED,
    OFF_THE_SCALE: NOT_ANSWERED,
    "vet ej": "dont_know",
    "ej aktuellt": "not_applicable",
    "jag deltog inte": "did_not_attend",
}
NUMBER = "tal"
SESSIONS = range(1, 11)
WAVES = {
    "before": "exports/Självskattning före*",
    "after": "exports/Självskattning efter*",
    "retrospective": "exports/Självskattning i efterhand*",
}
PRESENT = ("x", "1", "ja", "närv")
UNKNOWN_MARK = "?"


class Item(NamedTuple):
    """A question; its codes by the label that the respondent saw, in lower case."""

    item_id: str
    kind: str
    instrument: str
    codes: dict[str, str]
    favourable: frozenset[str]
    missing_kinds: frozenset[str]

    def chosen(self, text: str) -> frozenset[str]:
        """Return the codes of the labels in a cell; the paper forms hold the codes themselves."""
        labels = filter(None, re.split(r"[;,] ?", text))
        return frozenset(self.codes.get(label, label) for label in labels)


class Answer(NamedTuple):
    """What one person's cell says about one item, in lower case."""

    item_id: str
    person: str
    role: str
    text: str

    @property
    def missing(self) -> str:
        """The kind of missing that the cell stands for, "" where it holds an answer."""
        is_number = self.item_id == "helhet"
        return "" if is_number and self.text else MISSING_KINDS.get(self.text, "")


def workbook(sheet: str) -> list[Record]:
    """Return the rows of a sheet of the programme workbook, whose headers stand in row 4."""
    return list(read_sample("programme.xlsx", sheet).records(header_row=4))


def read_items() -> list[Item]:
    """Return the items that can be counted, each with what may be answered to it."""
    return [
        read_item(row)
        for row in workbook("Frågor")
        if row["Svarstyp"] in ("skala", "ett val", "flera val", NUMBER)
    ]


def read_item(row: Record) -> Item:
    """Return the item in one row of the sheet of questions."""
    labels = {
        label["Svarsalternativ (svenska)"].lower(): label
        for label in workbook("Skalor")
        if label["Skala"] == row["Skala"]
    }
    codes = {
        text: label["Värde"] or text for text, label in labels.items() if not label["Bortfall"]
    }
    return Item(
        row["Fråge-id"],
        row["Svarstyp"],
        row["Formulär"],
        codes,
        frozenset(codes[text] for text, label in labels.items() if label["Positivt svar"]),
        frozenset({NOT_ANSWERED, *(MISSING_KINDS[text] for text in labels.keys() - codes.keys())}),
    )


def rows_used(pattern: str) -> list[Record]:
    """Return the rows of an export without those that are left out."""
    left_out = LEFT_OUT.get(pattern, ())
    return [row for row in read_sample(pattern).records() if int(row["row"]) not in left_out]


def sign_of(row: Record) -> str:
    """Return what a respondent is recognised by: code or address, "" if anonymous."""
    sign = row.get("Din deltagarkod") or row.get("E-post") or row.get("E-postadress") or ""
    return "" if sign == "anonymous" else sign


def role_of(row: Record) -> str:
    """Return the respondent's role as the register has it, else as the paper form has it."""
    sign = sign_of(row)
    enrolled = [person["Roll"] for person in workbook("Deltagare") if sign in person.values()]
    return enrolled[0] if sign and enrolled else row.get("Roll", "").lower()


def read_answers(pattern: str) -> Iterator[Answer]:
    """Yield every cell below a question of the workbook in one export."""
    return chain.from_iterable(read_forms(pattern))


def read_forms(pattern: str) -> Iterator[list[Answer]]:
    """Yield the cells below the workbook's questions in each row of one export."""
    item_ids = {row["Formulering (svenska)"]: row["Fråge-id"] for row in workbook("Frågor")}
    item_ids |= REWORDED
    for row in rows_used(pattern):
        found = ((item_ids.get(h.rpartition("[")[2].rstrip("]")), text) for h, text in row.items())
        yield [
            Answer(item_id, sign_of(row), role_of(row), text.lower())
            for item_id, text in found
            if item_id
        ]


def read_marks() -> list[tuple[int, Record, bool]]:
    """Return session, person and presence of every mark of the attendance list that is clear."""
    enrolled = {person["Nyckel"]: person for person in workbook("Deltagare")}
    return [
        (session, enrolled[row["Nr"]], row[f"Träff {session}"].lower() in PRESENT)
        for row in read_sample("exports/Närvarolista*").records(header_row=5)
        for session in SESSIONS
        if row["Nr"] in enrolled and row[f"Träff {session}"] != UNKNOWN_MARK
    ]


def number(text: str) -> float:
    """Return the number in a cell, also with a decimal comma."""
    return float(text.replace(",", "."))
