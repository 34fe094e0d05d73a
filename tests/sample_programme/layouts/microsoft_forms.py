"""Microsoft Forms: Sheet1, five columns of its own, and several choices in one cell."""

from flows.programme.items import Item
from flows.programme.sheets import CellValue
from tests.sample_programme.forms import FilledForm, Reply
from tests.sample_programme.layouts.spreadsheet import Spreadsheet

SWEDISH = ("ID", "Starttid", "Slutförandetid", "E-post", "Namn")
ENGLISH = ("ID", "Start time", "Completion time", "Email", "Name")


def lay_out_microsoft_forms(
    folder: str,
    title: str,
    items: tuple[Item, ...],
    forms: tuple[FilledForm, ...],
    *,
    headers: tuple[str, ...] = SWEDISH,
    is_anonymous: bool = False,
) -> Spreadsheet:
    """Return the export of a form; a form that does not ask who answers is anonymous."""
    rows = tuple(
        (
            number,
            form.started_at,
            form.submitted_at,
            "anonymous" if is_anonymous else form.participant.email,
            None if is_anonymous else form.participant.name,
            *(as_cell(form.replies.get(item.item_id)) for item in items),
        )
        for number, form in enumerate(forms, 1)
    )
    return Spreadsheet(
        file=f"{folder}/{title}(1-{len(forms)}).xlsx",
        rows=((*headers, *(item.wording.sv for item in items)), *rows),
        widths=(5, 19, 19, 30, 22, *[28] * len(items)),
    )


def as_cell(reply: Reply) -> CellValue:
    """Return `reply` as Forms writes it: several choices each end with a semicolon."""
    return "".join(f"{choice};" for choice in reply) if isinstance(reply, tuple) else reply
