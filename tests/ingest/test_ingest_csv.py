"""csv files as Excel shows them, in every encoding and with every delimiter we meet."""

import pytest

from flows.ingest.csv_reader import QuoteUnclosedError, read_csv
from flows.ingest.encodings import NotTextError


def write(path, text, encoding="utf-8"):
    """Write `text` and return the path."""
    path.write_bytes(text.encode(encoding))
    return path


def values_of(path):
    """Return the rows of the file's one sheet, by their number in Excel."""
    (sheet,) = read_csv(path, "a.csv").sheets
    return {row.number: row.values for row in sheet.rows}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_give_the_same_text(tmp_path, encoding):
    """Swedish letters come out the same from every encoding that Excel saves in."""
    path = write(tmp_path / "a.csv", "Namn;Träff\nÅsa;ja\n", encoding)

    assert values_of(path) == {1: ("Namn", "Träff"), 2: ("Åsa", "ja")}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_delimiter_is_the_one_that_makes_even_rows(tmp_path, delimiter):
    """The other signs may stand in the texts."""
    rows = [["Fråga, ett", "Tal"], ["bra, tack", "7"], ["nej", "8"], ["lång; svår", "9"]]
    quoted = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    path = write(tmp_path / "a.csv", "\r\n".join(quoted))

    assert values_of(path)[2] == ("bra, tack", "7")


def test_decimal_comma_does_not_split_cells(tmp_path):
    """A semicolon file with decimal commas keeps its cells whole."""
    path = write(tmp_path / "a.csv", "Betyg;Tal\n8,5;1\n7,0;2\n")

    assert values_of(path) == {1: ("Betyg", "Tal"), 2: ("8,5", "1"), 3: ("7,0", "2")}


def test_tabs_in_half_of_the_records_are_the_delimiter(tmp_path):
    """An attendance report has commas in every name and moment, and blocks of many widths."""
    text = "1. Summary\nStart\t14/11/22, 09:24\n\n2. Participants\nName\tJoin\tLeave\n"
    text += "Ek, Åsa\t14/11/22, 09:30\t14/11/22, 10:00\nAl, Bo\t14/11/22, 09:31\t14/11/22, 10:00\n"
    path = write(tmp_path / "a.csv", text, "utf-16")

    assert values_of(path)[6] == ("Ek, Åsa", "14/11/22, 09:30", "14/11/22, 10:00")


def test_rows_are_numbered_as_in_excel(tmp_path):
    """A line break in quotes makes no new row; a blank line is one."""
    path = write(tmp_path / "a.csv", 'A,B\n"två\nrader",1\n\nsist,2\n')

    assert values_of(path) == {1: ("A", "B"), 2: ("två\nrader", "1"), 4: ("sist", "2")}


def test_line_that_declares_the_delimiter_is_not_shown(tmp_path):
    """Excel hides a first line "sep=;" and counts from the line below it."""
    assert values_of(write(tmp_path / "a.csv", "sep=;\nA;B\n1;2\n")) == {
        1: ("A", "B"),
        2: ("1", "2"),
    }


@pytest.mark.parametrize(
    ("content", "cell", "note"),
    [
        ("Åsa;ja".encode(), "Åsa", None),
        ("Åsa;ja".encode("utf-8-sig"), "Åsa", None),
        ("Åsa;ja".encode("utf-16"), "Åsa", None),
        (b"Asa;ja", "Asa", None),
        ("Åsa;ja".encode("cp1252"), "Åsa", ("encoding-assumed", 0)),
        ("Asa;ja".encode("utf-16-le"), "Asa", ("encoding-assumed", 0)),
        ("Asa;ja".encode("utf-16-be"), "Asa", ("encoding-assumed", 0)),
        ("Åsa Öst;ja\nBo;".encode() + b"l\xf6k", "Åsa Öst", ("text-repaired", 2)),
        ("Åsa;ja\n".encode("utf-8-sig") + b"l\xf6k;x", "Åsa", ("text-repaired", 2)),
    ],
)
def test_what_was_assumed_or_repaired_is_a_note(tmp_path, content, cell, note):
    """A text that says how its letters are written needs no note; a guess is told as one."""
    (tmp_path / "a.csv").write_bytes(content)

    opened = read_csv(tmp_path / "a.csv", "a.csv")

    assert opened.sheets[0].rows[0].values[0] == cell
    notes = [(one.code, one.place.line) for one in opened.problems]
    assert notes == ([note] if note else [])


def test_repaired_letters_are_those_of_windows(tmp_path):
    """Two files put together: the second was saved by Excel, and no letter of it is lost."""
    (tmp_path / "a.csv").write_bytes("Ort;Å\nHöör;ä\n".encode() + "Malmö;å\n".encode("cp1252"))

    assert values_of(tmp_path / "a.csv") == {
        1: ("Ort", "Å"),
        2: ("Höör", "ä"),
        3: ("Malmö", "å"),
    }


def test_other_bytes_are_no_text(tmp_path):
    """A picture renamed .csv is refused and not read as text."""
    (tmp_path / "a.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")

    with pytest.raises(NotTextError):
        read_csv(tmp_path / "a.csv", "a.csv")


@pytest.mark.parametrize(
    "text",
    ['A,B\n"x,1\ny,2\n', 'A,B\nx,"', f'A,B\nx,"{"lång " * 40_000}'],
)
def test_quote_that_is_never_closed_is_told(tmp_path, text):
    """Rows that a lone quotation mark swallows must not disappear into one cell."""
    path = write(tmp_path / "a.csv", text)

    with pytest.raises(QuoteUnclosedError):
        read_csv(path, "a.csv")


def test_quotes_inside_a_text_are_text(tmp_path):
    """Inches in the middle of a cell open nothing, and doubled quotes are one."""
    path = write(tmp_path / "a.csv", 'A,B\nskärm 24",1\n"hon sa ""ja""",2\n')

    assert values_of(path) == {1: ("A", "B"), 2: ('skärm 24"', "1"), 3: ('hon sa "ja"', "2")}


def test_ragged_rows_and_blank_cells(tmp_path):
    """A row ends at its last filled cell; blanks are empty, as in every other format."""
    path = write(tmp_path / "a.csv", "A;B;C\n1; ;\n;2;3;4\n;;\n")

    assert values_of(path) == {1: ("A", "B", "C"), 2: ("1",), 3: (None, "2", "3", "4")}


def test_one_column_is_a_table_too(tmp_path):
    """Without any delimiter every record is one cell."""
    path = write(tmp_path / "a.txt", "Kommentar\nMycket bra\n")

    assert values_of(path) == {1: ("Kommentar",), 2: ("Mycket bra",)}
