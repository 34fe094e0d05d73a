"""What a cell means where the same thing is written in many ways."""

import pytest

from flows.ingest.cell_values import attendance_mark, chosen_options
from flows.programme.sheets import CellError
from flows.programme.typed_values import number_in

METHODS = ("Skuggning", "Tjänsteresa", "Prototyp, enkel", "Test; i liten skala")


@pytest.mark.parametrize(
    "mark", ["x", "X", " x ", 1, 1.0, "ja", "Ja", "J", "närv", "Närvarande", "✓", True]
)
def test_marks_of_presence(mark):
    """Whoever keeps the list marks presence in a way of their own."""
    assert attendance_mark(mark) is True


@pytest.mark.parametrize("mark", [None, "", 0, "-", "–", "nej", "N", "frånv", "Sjuk", False])
def test_marks_of_absence(mark):
    """A blank cell says absent, as do the usual words."""
    assert attendance_mark(mark) is False


@pytest.mark.parametrize("mark", ["?", "kanske", 2, "halva dagen"])
def test_other_marks_say_nothing(mark):
    """What cannot be understood is neither present nor absent."""
    assert attendance_mark(mark) is None


@pytest.mark.parametrize(
    ("cell", "chosen"),
    [
        ("Skuggning;Tjänsteresa;", ("Skuggning", "Tjänsteresa")),
        ("Skuggning, Tjänsteresa", ("Skuggning", "Tjänsteresa")),
        ('["Skuggning","Tjänsteresa"]', ("Skuggning", "Tjänsteresa")),
        ("Skuggning, Prototyp, enkel", ("Skuggning", "Prototyp, enkel")),
        ("Test; i liten skala;Skuggning;", ("Test; i liten skala", "Skuggning")),
        ("Test; i liten skala, Skuggning", ("Test; i liten skala", "Skuggning")),
        ("Skuggning\nTjänsteresa", ("Skuggning", "Tjänsteresa")),
        ("[ett eget svar", ("[ett eget svar",)),
        (" / Skuggning / Tjänsteresa", ("Skuggning", "Tjänsteresa")),
        ("Skuggning / eget", ("Skuggning / eget",)),
        ("skuggning", ("Skuggning",)),
        ("Något annat, Skuggning", ("Något annat", "Skuggning")),
        (None, ()),
    ],
)
def test_several_choices_in_one_cell(cell, chosen):
    """Known options are found whole, also where their own text holds the separator."""
    assert chosen_options(cell, METHODS) == chosen


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (4, 4), (4.5, 4.5), ("4,5", 4.5), ("7 480,50", 7480.5), ("468\u00a0000 kr", 468_000),
        ("−3", -3), ("80 %", 0.8), ("ingår i V1126", None), ("", None), (None, None), (True, None),
        (CellError("#N/A"), None),
    ],
)  # fmt: skip
def test_numbers_as_people_type_them(cell, number):
    """Decimal comma, spaces between thousands and the unit are read; text is no number."""
    assert number_in(cell) == number
