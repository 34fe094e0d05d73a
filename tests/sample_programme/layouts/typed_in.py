"""Forms on paper, typed into a table by hand: numbers instead of labels."""

from flows.programme.items import Item, ItemKind
from flows.programme.sheets import CellValue
from tests.sample_programme.forms import FilledForm, Reply
from tests.sample_programme.layouts.spreadsheet import CsvStyle, Spreadsheet
from tests.sample_programme.questions import AGREEMENT

EXCEL_IN_SWEDISH = CsvStyle(encoding="cp1252", delimiter=";", decimal_sign=",")
VALUES = {label.label.sv: label.value for label in AGREEMENT.valid_labels}


def lay_out_typed_table(
    file: str,
    items: tuple[Item, ...],
    forms: tuple[FilledForm, ...],
    *,
    has_labels: bool,
    sheet: str = "Blad1",
) -> Spreadsheet:
    """Return the table: a date, the role and the answers; labels or what they are worth."""
    rows = tuple(
        (
            form.submitted_at.date(),
            form.participant.role.capitalize(),
            *(
                as_cell(item, form.replies.get(item.item_id), has_labels=has_labels)
                for item in items
            ),
        )
        for form in forms
    )
    return Spreadsheet(
        file=file,
        rows=(("Datum", "Roll", *(item.wording.sv for item in items)), *rows),
        sheet=sheet,
        csv_style=EXCEL_IN_SWEDISH,
    )


def as_cell(item: Item, reply: Reply, *, has_labels: bool) -> CellValue:
    """Return `reply` as it was typed."""
    if isinstance(reply, tuple):
        return ", ".join(reply)
    if item.kind is ItemKind.SCALE and not has_labels:
        value = VALUES.get(str(reply))
        return int(value) if value else reply
    return reply
