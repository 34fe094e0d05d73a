"""A pivot table that somebody made beside the responses: it sums them up and holds none."""

from flows.ingest.header_rows import HEADER_SEARCH_ROWS, texts_in
from flows.ingest.recognised import Companion, Surroundings, companion_of
from flows.programme.headers import normalise
from flows.programme.sheets import Sheet, text_of

PRECEDENCE = 5

ROW_LABELS = {
    "radetiketter",
    "row labels",
    "rækkenavne",
    "riviotsikot",
    "zeilenbeschriftungen",
}
GRAND_TOTALS = {
    "totalsumma",
    "grand total",
    "totalsum",
    "hovedtotal",
    "kaikki yhteensä",
    "gesamtergebnis",
    "summa resultat",
    "total result",
}


def recognise(sheet: Sheet, surroundings: Surroundings) -> Companion | None:
    """Return the sheet that the pivot table is likely to sum up, if the sheet is one.

    Its last row is headed as a spreadsheet program heads the sum of a pivot table, and its
    first rows too, or it stands beside another sheet.
    """
    others = [one for one in surroundings.siblings if one is not sheet and not one.is_hidden]
    last = normalise(text_of(sheet.rows[-1].value_at(1))) if sheet.rows else ""
    if last not in GRAND_TOTALS:
        return None
    is_headed = any(texts_in(row) & ROW_LABELS for row in sheet.rows[:HEADER_SEARCH_ROWS])
    return companion_of(next(iter(others), None)) if is_headed or others else None
