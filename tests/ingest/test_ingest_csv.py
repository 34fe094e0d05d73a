"""csv files as Excel shows them, in every encoding and with every delimiter we meet."""

import pytest

from flows.ingest.csv_reader import NotTextError, read_csv


def write(path, text, encoding="utf-8"):
    """Write `text` and return the path."""
    path.write_bytes(text.encode(encoding))
    return path


def values_of(path):
    """Return the rows of the file's one sheet, by their number in Excel."""
    (sheet,) = read_csv(path, "a.csv")
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


def test_other_bytes_are_no_text(tmp_path):
    """A picture renamed .csv is refused and not read as text."""
    (tmp_path / "a.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")

    with pytest.raises(NotTextError):
        read_csv(tmp_path / "a.csv", "a.csv")
