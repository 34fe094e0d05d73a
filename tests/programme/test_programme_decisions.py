"""What a person decided is read letter by letter, and incomplete decisions are named."""

import pytest

from flows.programme.decision_files import read_decisions, write_decision_files
from flows.programme.decisions import Acknowledgement, ApprovedQuote, Decisions, WordingDecision
from flows.programme.languages import Language
from flows.programme.xlsx_reader import read_xlsx
from tests.drawing import draw_sheet
from tests.programme.test_programme_round_trip import without_places

DECISIONS = Decisions(
    wordings=(WordingDecision("Det fanns gott om tid", "tid"),),
    acknowledgements=(
        Acknowledgement("answer-off-scale"),
        Acknowledgement("row-repeated", "sessions/01/a.xlsx", "Sheet1", "B7", "Rätt ändå"),
    ),
    quotes=(ApprovedQuote("Jag vågar mer nu."), ApprovedQuote("=Roligt\noch  nyttigt")),
)


def read_folder(folder):
    """Read every workbook in `folder`."""
    files = sorted(folder.glob("*.xlsx"))
    return read_decisions(
        tuple(sheet for file in files for sheet in read_xlsx(file, f"decisions/{file.name}"))
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("decisions", [Decisions(), DECISIONS], ids=["none", "some"])
def test_decisions_are_read_back(tmp_path, decisions, language):
    """What is written into the decisions' workbooks is what is read from them."""
    write_decision_files(tmp_path / "decisions", decisions, language)

    read, problems = read_folder(tmp_path / "decisions")

    assert problems == ()
    assert without_places(read) == decisions


def test_quote_keeps_every_sign():
    """A quote is approved letter by letter: its spaces and lines are not touched."""
    drawn = draw_sheet("| Citat |\n| Jag  vågar\\nmer |", file="decisions/quotes.xlsx")

    decisions, problems = read_decisions((drawn,))

    assert problems == ()
    assert [quote.text for quote in decisions.quotes] == ["Jag  vågar\nmer"]


def test_incomplete_decision_has_no_effect_and_is_named():
    """A wording without an item decides nothing; its empty cell is told."""
    drawn = draw_sheet(
        """
        | Formulering i exporten | Fråge-id |
        | Det fanns gott om tid  |          |
        """,
        file="decisions/wording.xlsx",
    )

    decisions, problems = read_decisions((drawn,))

    assert decisions == Decisions()
    assert [(found.code, found.place.cell) for found in problems] == [("decision-cell-empty", "B2")]


def test_file_of_no_decision_is_named_once():
    """A workbook under another name in decisions/ is not read, and said so."""
    sheets = tuple(draw_sheet("| a |", file="decisions/citat.xlsx", name=name) for name in "AB")

    decisions, problems = read_decisions(sheets)

    assert decisions == Decisions()
    assert [(found.code, found.place.file) for found in problems] == [
        ("decision-file-unknown", "decisions/citat.xlsx")
    ]
