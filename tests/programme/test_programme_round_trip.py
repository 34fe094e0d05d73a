"""What is written into the programme workbook is what is read from it."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.programme.languages import Language
from flows.programme.places import NOWHERE, Place
from flows.programme.sheets import Row, Sheet
from flows.programme.workbook_reader import read_programme
from flows.programme.workbook_sheets import SHEETS
from flows.programme.workbook_writer import write_empty_workbook, write_programme_workbook
from flows.programme.xlsx_reader import read_xlsx
from tests.programme.programme_strategies import PROGRAMMES
from tests.sample_programme.programme import PROGRAMME

FILE = "programme.xlsx"


def without_places(value):
    """Return `value` as code would make it: read from no file."""
    if isinstance(value, Place):
        return NOWHERE
    if isinstance(value, tuple):
        return tuple(map(without_places, value))
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: without_places(getattr(value, name)) for name in names})
    return value


def written_sheets(programme, language):
    """Return the sheets of the workbook that `programme` is written to."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        write_programme_workbook(programme, path, language)
        return read_xlsx(path, FILE)


def moved(sheet, rows, columns):
    """Return the sheet after its owner has put empty rows above and columns to the left."""
    return replace(
        sheet,
        rows=tuple(Row(row.number + rows, (None,) * columns + row.values) for row in sheet.rows),
    )


@pytest.mark.parametrize("language", Language)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programme=PROGRAMMES, rows=st.integers(0, 3), columns=st.integers(0, 2))
def test_any_programme_is_read_back_wherever_it_stands(language, programme, rows, columns):
    """Every programme survives its workbook, also after rows and columns were inserted."""
    sheets = tuple(moved(sheet, rows, columns) for sheet in written_sheets(programme, language))

    read, _problems = read_programme("kurs", sheets)

    assert without_places(read) == programme


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programme=PROGRAMMES, order=st.permutations(range(len(SHEETS))))
def test_order_of_sheets_does_not_matter(programme, order):
    """Sheets may be moved about: programme and problems stay the same."""
    sheets = written_sheets(programme, Language.SV)

    assert read_programme("kurs", tuple(sheets[i] for i in order)) == read_programme("kurs", sheets)


@pytest.mark.parametrize("language", Language)
def test_sample_programme_is_read_back_without_a_problem(language):
    """The sample programme is filled in as it should be."""
    read, problems = read_programme(PROGRAMME.name, written_sheets(PROGRAMME, language))

    assert problems == ()
    assert without_places(read) == PROGRAMME


def test_every_value_knows_its_cell():
    """A value's place is the row that it was read from; amounts know their own cells."""
    read, _problems = read_programme("kurs", written_sheets(PROGRAMME, Language.SV))

    assert read.participants[1].place == Place(FILE, "Deltagare", 6)
    assert read.project.grant_place == Place(FILE, "Projekt", 11, 2)
    assert read.budget[0].budget_place == Place(FILE, "Ekonomi", 5, 3)
    assert read.goals[0].indicator_place == Place(FILE, "Mål", 5, 4)


@pytest.mark.parametrize("language", Language)
def test_examples_of_an_empty_workbook_are_not_read(tmp_path, language):
    """A new workbook holds examples and no data: only what is needed is missing."""
    write_empty_workbook(tmp_path / FILE, language)

    read, problems = read_programme("kurs", read_xlsx(tmp_path / FILE, FILE))

    assert read is None
    titles = {layout.name: layout.title.in_language(language) for layout in SHEETS}
    assert {(found.code, found.place.sheet, found.place.column) for found in problems} == {
        ("workbook-field-empty", titles["project"], 2),
        ("register-empty", titles["participants"], 0),
    }


@pytest.mark.parametrize("language", Language)
def test_examples_are_good_examples(tmp_path, language):
    """Without its mark and with its own values filled in, the example is a faultless programme."""
    write_empty_workbook(tmp_path / FILE, language)
    sheets = tuple(map(filled_with_examples, read_xlsx(tmp_path / FILE, FILE)))

    read, problems = read_programme("kurs", sheets)

    assert [found for found in problems if found.code not in BESIDE_THE_EXAMPLES] == []
    assert [len(rows) for rows in (read.sessions, read.participants, read.items, read.goals)] == [
        1,
        1,
        1,
        1,
    ]
    assert read.scales[0].scale_id == read.items[0].scale_id
    assert read.goals[0].target == 0.8


BESIDE_THE_EXAMPLES = {"workbook-date-as-text"}
"""A settings sheet shows its example dates as text in a column that is not read."""


def filled_with_examples(sheet: Sheet) -> Sheet:
    """Return the sheet as if its owner had accepted every example."""
    rows = []
    for row in sheet.rows:
        values = list(row.values)
        if len(values) == 4 and values[1] is None:
            values[1] = values[3]
        if isinstance(values[0], str):
            values[0] = values[0].removeprefix("Exempel: ").removeprefix("Example: ")
        rows.append(Row(row.number, tuple(values)))
    return replace(sheet, rows=tuple(rows))


def test_same_programme_gives_the_same_bytes(tmp_path):
    """A workbook has no clock in it: a second writing is the first one, byte for byte."""
    for name in ("a.xlsx", "b.xlsx"):
        write_programme_workbook(PROGRAMME, tmp_path / name, Language.SV)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
