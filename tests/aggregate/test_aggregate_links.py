"""How rows were linked to people and what was corrected are figures like any other."""

from dataclasses import replace

from flows.aggregate.links import count_corrections, count_links
from flows.ingest.corrections import Change, ChangeKind, Correction
from flows.programme.items import Instrument, Wave
from flows.programme.places import Place
from flows.programme.programme import ExportKind
from flows.validate.dataset import Link, TableLinks
from tests.aggregate.dataset_drawing import draw_dataset

EMPTY = draw_dataset(register="| key |\n| ada |")
FIRST, SECOND = Place("a.csv"), Place("b.xlsx", "Svar")


def draw_links(place: Place, instrument: Instrument | None, **rows: int) -> TableLinks:
    """Return the links of one table."""
    kind = ExportKind.SURVEY if instrument else ExportKind.ATTENDANCE
    linked = tuple((Link(way), count) for way, count in rows.items())
    return TableLinks(place.file, place.sheet, kind, instrument, linked)


def values_of(figures) -> dict[str, tuple[float | None, int | None]]:
    """Return value and base by name."""
    return {str(figure.name): (figure.value, figure.base) for figure in figures.public}


def test_every_row_is_linked_in_one_way_of_its_form():
    """Ways are counted for each form, also those that none of its rows were linked in."""
    links = (
        draw_links(FIRST, Instrument.EVALUATION, email=3, nobody=1),
        draw_links(SECOND, Instrument.EVALUATION, email=2),
        draw_links(SECOND, None, nobody=4),
    )

    assert values_of(count_links(replace(EMPTY, links=links))) == {
        "rows_linked item=evaluation": (6, None),
        "rows_linked item=evaluation answer=email": (5, 6),
        "rows_linked item=evaluation answer=nobody": (1, 6),
        "rows_linked item=attendance": (4, None),
        "rows_linked item=attendance answer=email": (0, 4),
        "rows_linked item=attendance answer=nobody": (4, 4),
    }


def test_codes_without_a_pair_are_counted_by_wave():
    """Two wrote a code before that nobody wrote after."""
    dataset = replace(EMPTY, unpaired_codes=((Wave.BEFORE, 2), (Wave.AFTER, 0)))

    assert values_of(count_links(dataset)) == {
        "codes_unpaired wave=before": (2, None),
        "codes_unpaired wave=after": (0, None),
    }


def test_corrections_are_counted_by_file_and_never_quoted():
    """Two cells were changed and a row was removed; what was written is in no figure."""
    changes = (
        *(Change(Place("b.xlsx", "Svar", row, 2), ChangeKind.CELL, "hemligt") for row in (2, 3)),
        Change(Place("a.csv", "", 9), ChangeKind.ROW_REMOVED),
    )
    correction = Correction("a.csv", "", 1, is_original_there=True, saved_at=None, changes=changes)

    figures = count_corrections(replace(EMPTY, corrections=(("b.xlsx", correction),)))

    assert values_of(figures) == {
        "corrected item=a.csv answer=cell": (2, None),
        'corrected item=a.csv answer="row removed"': (1, None),
        'corrected item=a.csv answer="row added"': (0, None),
    }
    assert "hemligt" not in repr(figures)
