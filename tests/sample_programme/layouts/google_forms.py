"""Google Forms: a time stamp first, and statements of a grid in square brackets."""

from collections.abc import Callable
from datetime import datetime

from flows.programme.items import Item, ItemKind
from flows.programme.sheets import CellValue
from tests.sample_programme.forms import FilledForm, Reply
from tests.sample_programme.layouts.spreadsheet import CsvStyle, Spreadsheet

FORMS_CSV = CsvStyle(line_end="\n", is_all_quoted=True)
SHEETS_CSV = CsvStyle()
GRID_TITLE = "Hur väl stämmer påståendena in på dig?"
NOON = 12


def american_time(moment: datetime) -> str:
    """Return `moment` as Forms writes it in csv; its zone says CET all year."""
    half = "am" if moment.hour < NOON else "pm"
    hour = moment.hour % NOON or NOON
    return f"{moment:%Y/%m/%d} {hour}:{moment:%M:%S} {half} CET"


def swedish_time(moment: datetime) -> str:
    """Return `moment` as Swedish Google Sheets writes it, with dots in the time."""
    return f"{moment:%Y-%m-%d %H.%M.%S}"


def true_time(moment: datetime) -> datetime:
    """Return `moment` as it is: what a Google Sheet keeps when saved as xlsx."""
    return moment


def lay_out_google_forms(
    file: str,
    items: tuple[Item, ...],
    forms: tuple[FilledForm, ...],
    *,
    write_time: Callable[[datetime], CellValue],
    csv_style: CsvStyle = SHEETS_CSV,
    has_addresses: bool = False,
) -> Spreadsheet:
    """Return the export of a form whose statements stand in one grid."""
    address_header = ("E-postadress",) if has_addresses else ()
    rows = tuple(
        (
            write_time(form.submitted_at),
            *((form.participant.email,) if has_addresses else ()),
            *(as_cell(form.replies.get(item.item_id)) for item in items),
        )
        for form in forms
    )
    return Spreadsheet(
        file=file,
        rows=(("Tidstämpel", *address_header, *map(as_header, items)), *rows),
        sheet="Formulärsvar 1",
        csv_style=csv_style,
        widths=(19, *[28] * (len(items) + has_addresses)),
    )


def as_header(item: Item) -> str:
    """Return the header of `item`: a statement is a row of the grid."""
    is_statement = item.kind is ItemKind.SCALE
    return f"{GRID_TITLE} [{item.wording.sv}]" if is_statement else item.wording.sv


def as_cell(reply: Reply) -> CellValue:
    """Return `reply` as Google writes it: several choices are joined by commas."""
    return ", ".join(reply) if isinstance(reply, tuple) else reply
