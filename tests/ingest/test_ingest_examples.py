"""Every file beside the repository is read whole, or refused for what is wrong with it.

The files are nobody's here and are not ours to commit; where they are absent the tests are
skipped and say so. Their README states the rows and columns of each, as two readers counted.
"""

import re
from pathlib import Path

import pytest

from flows.ingest.reading import read_files

EXAMPLES = Path(__file__).parents[2].parent / "shared" / "examples"

pytestmark = pytest.mark.skipif(
    not EXAMPLES.is_dir(), reason="the real files (../shared/examples) are not on this machine"
)

REFUSED = {
    "calamine/OOM_alloc3.xls": "file-damaged",
    "calamine/empty_sheet.xlsx": "file-empty",
    "calamine/issue252.xlsx": "file-damaged",
    "calamine/issue_594_dos.ods": "file-too-many-cells",
    "calamine/pass_protected.ods": "file-password-protected",
    "calamine/too_small.xls": "file-not-a-spreadsheet",
    "exceldatareader/Test_git_issue_382_oom.xls": "file-damaged",
    "exceldatareader/agile_AES256_SHA512_CBC_pwd_password.xlsx": "file-password-protected",
    "msoffcrypto/rc4cryptoapi_password.xls": "file-password-protected",
    "openpyxl/null_archive.xlsx": "file-not-a-spreadsheet",
    "openpyxl/null_file.xlsx": "file-empty",
    "poi/54764-2.xlsx": "file-declares-entities",
    "poi/54764.xlsx": "file-declares-entities",
    "poi/57893-many-merges.xlsx": "file-empty",  # 58 000 merged ranges, and no value in any
    "poi/clusterfuzz-testcase-minimized-POIHSSFFuzzer-6137883240824832.xls": "file-damaged",
    "poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx": "file-damaged",
    "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx": "file-damaged",
    "poi/clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6594557414080512.xlsx": "file-damaged",
    "poi/crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx": "file-damaged",
    "poi/crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c.xlsx": "file-password-protected",
    "poi/poc-xmlbomb.xlsx": "file-declares-entities",
    "poi/protected_passtika.xlsb": "file-password-protected",
    "poi/protected_passtika.xlsx": "file-password-protected",
    "poi/testEXCEL_3.xls": "file-damaged",
    "poi/xor-encryption-abc.xls": "file-password-protected",
    "python-calamine/empty_file.ods": "file-empty",
    "python-calamine/empty_file.xlsx": "file-empty",
    "python-calamine/password.ods": "file-password-protected",
    "python-calamine/password.xls": "file-password-protected",
    "python-calamine/password.xlsx": "file-password-protected",
    "xlrd/sample.zip": "file-type-not-read",
}
"""What is refused of the hostile files; every other one is read."""

SHOWN_BY_EXCEL = {
    "hostile/poi/bug60858.xlsx": "Arbeitszeitcheck_2.3 2×25",  # rows 3 and 4 show "" by formula
    "hostile/poi/xxe_in_schema.xlsx": "Sheet1 10×5",  # calamine stops at column C
    "hostile/poi/xlsx-corrupted.xlsx": "Sheet1 3×4; Sheet2 2×4",  # calamine does not open it
    "elixir_tmd/events-template.csv": " 1×15",  # nine rows of commas alone
    "hostile/csv/blank-rows-multiple.csv": " 3×3",  # eleven rows of commas alone
    # A comma ends every line, and the column behind it is blank:
    "qualtrics/Many_Different_Questio__Sample_Survey.csv": " 7×189",
    "qualtrics/Multiple_Answer_Multip__Multiple_Answer_MC_Questions.csv": " 7×35",
    "qualtrics/Side-by-Side_Questions__SidebySide_Questions_(Legacy).csv": " 27×70",
    "qualtrics/Single_Answer_Matrix_Q__Single_Answer_Matrix_Questions.csv": " 7×29",
}
"""Where the README counts blank cells, or its two readers differ by more than the rule below."""

COLUMNS = 5
"""Of a table in the README: file, origin, openpyxl's count, calamine's count, notes."""

SHEET = re.compile(r"(?P<name>\S.*?) (?P<rows>\d+)×(?P<columns>\d+)(?:; |$)")


def stated_sizes():
    """Return what the README states of each file, by its path: a list of sheets with sizes.

    calamine's count leaves out a sheet's first row (0×5 is one row of five cells, 0×0 is
    nothing); openpyxl's holds blank cells that are only formatted, and a blank A1 of every
    empty sheet. What the owner sees are the filled cells: calamine's, with the first row.
    """
    folder, sizes = "", {}
    for line in (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            folder = line.removeprefix("## ")
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        file = f"{folder}/{cells[0]}"
        if len(cells) != COLUMNS or not (EXAMPLES / file).is_file():
            continue
        if found := re.match(r"csv (\d+×\d+)", cells[2]):
            sizes[file] = f" {found[1]}"
        else:
            sizes[file] = "; ".join(
                f"{sheet['name']} {filled_rows(sheet)}×{sheet['columns']}"
                for sheet in SHEET.finditer(cells[3].removesuffix(" …"))
                if not sheet["name"].startswith("Chart")
            )
    return sizes


def filled_rows(sheet):
    """Return the number of the last filled row of a sheet that calamine counted."""
    return int(sheet["rows"]) + (sheet["columns"] != "0")


def size_of(sheet):
    """Return a sheet's name, the number of its last filled row and its width."""
    last_row = sheet.rows[-1].number if sheet.rows else 0
    return f"{sheet.name} {last_row}×{max((len(row.values) for row in sheet.rows), default=0)}"


@pytest.fixture(scope="module")
def read_and_refused():
    """Return every example as it was read, and the codes of those that were refused."""
    paths = (path for path in EXAMPLES.rglob("*") if path.is_file() and path.suffix != ".md")
    files = tuple(sorted(path.relative_to(EXAMPLES).as_posix() for path in paths))
    read, problems = read_files(EXAMPLES, files)
    return read, problems


def test_every_example_is_read_or_refused_for_its_reason(read_and_refused):
    """Bombs, fuzzers' findings and encrypted files cost one problem each, and never the rest."""
    read, problems = read_and_refused
    unread = {one.source.file for one in read if not any(sheet.rows for sheet in one.sheets)}
    refused = {one.place.file: one.code for one in problems if one.place.file in unread}

    assert refused == {f"hostile/{file}": code for file, code in REFUSED.items()}


def test_every_example_has_the_size_that_its_owner_sees(read_and_refused):
    """Rows and columns are those of the README: not one is lost, and none is made up."""
    read, _problems = read_and_refused
    stated = stated_sizes()
    found = {
        one.source.file: "; ".join(map(size_of, one.sheets))
        for one in read
        if one.source.file in stated and any(sheet.rows for sheet in one.sheets)
    }
    wrong = {
        file: (size, expected)
        for file, size in found.items()
        if (expected := SHOWN_BY_EXCEL.get(file) or stated[file])
        and not size.startswith(expected)  # the README cuts a long list of sheets
    }

    assert wrong == {}, "\n".join(map(str, wrong.items()))
    assert len(found) > 120


def test_what_was_assumed_of_a_text_is_a_note(read_and_refused):
    """Three files say nothing of their encoding and are not in UTF-8; all others are."""
    _read, problems = read_and_refused

    notes = {one.place.file: one.code for one in problems if one.place.file.endswith(".csv")}

    assert notes == {
        "hostile/exceldatareader/cp1252.csv": "encoding-assumed",
        "surveymonkey/StarWars.csv": "encoding-assumed",
    }
