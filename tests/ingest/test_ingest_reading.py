"""Files are opened in a child process: what they do to it is their own affair."""

import hashlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook

from flows.ingest import csv_reader, limits, reading
from flows.ingest.csv_reader import read_csv
from flows.ingest.file_kinds import refuse_unopened
from flows.ingest.limits import LARGEST_FILE_BYTES
from flows.ingest.reading import read_files
from flows.programme.languages import Language
from flows.programme.places import Place
from flows.programme.problem_catalogue import describe
from flows.programme.sheets import CellError
from tests.drawing import draw_csv, draw_sheet, draw_workbook
from tests.sample_programme.layouts.files import pack, write_spreadsheet
from tests.sample_programme.layouts.spreadsheet import Spreadsheet

DRAWING = "| Namn | Tal |\n| Åsa | 4 |"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_codes(root, *files, longest_seconds=60.0):
    """Return the code of each file's problem, "" where it was read."""
    read, problems = read_files(root, files, longest_seconds)
    codes = {problem.place: problem.code for problem in problems}
    assert [one.source.file for one in read] == list(files)
    assert [any(s.rows for s in one.sheets) for one in read] == [
        Place(f) not in codes for f in files
    ]
    return [codes.get(Place(file), "") for file in files]


def refused_for(path):
    """Return the code for which the file is not opened, or ""."""
    reason = refuse_unopened(path, Place(path.name))
    return reason.code if reason else ""


def test_files_of_every_kind_are_read_in_order(tmp_path):
    """One pass reads what Excel, LibreOffice and survey tools write, and tells each hash."""
    draw_workbook(tmp_path / "exports" / "b.xlsx", Blad1=DRAWING)
    draw_csv(tmp_path / "sessions" / "03" / "c.csv", DRAWING)
    rows = (("Namn", "Tal"), ("Åsa", 4))
    write_spreadsheet(tmp_path, Spreadsheet("exports/a.ods", rows, "Blad1"))
    files = ("exports/b.xlsx", "sessions/03/c.csv", "exports/a.ods")

    read, problems = read_files(tmp_path, files)

    assert problems == ()
    assert [[row.values for row in file.sheets[0].rows] for file in read] == [
        [("Namn", "Tal"), ("Åsa", 4)],
        [("Namn", "Tal"), ("Åsa", "4")],
        [("Namn", "Tal"), ("Åsa", 4)],
    ]
    for file in read:
        content = (tmp_path / file.source.file).read_bytes()
        assert file.source.sha256 == hashlib.sha256(content).hexdigest()
        assert file.source.size_bytes == len(content)
    assert [file.source.session for file in read] == [None, 3, None]


def test_no_files_need_no_process(tmp_path):
    """An empty folder of exports is nothing to read, and no fault."""
    assert read_files(tmp_path, ()) == ((), ())


def pack_badly(part: str) -> bytes:
    """Return an archive with one part whose packed bytes are no such bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo(part), b"<manifest/>" * 9, ZIP_DEFLATED)
    content = bytearray(packed.getvalue())
    start = content.index(part.encode()) + len(part)
    content[start : start + 8] = b"\xff" * 8
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tom.xlsx", b"", "file-empty"),
        ("tom.csv", b"\n\n", "file-empty"),
        ("text.xlsx", b"Namn;Tal\n", "file-not-a-spreadsheet"),
        ("text.xls", b"Namn\tTal\n", "file-not-a-spreadsheet"),
        ("sida.xls", b"<html><table><tr><td>1</td></tr></table></html>", "file-not-a-spreadsheet"),
        ("bild.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-not-a-spreadsheet"),
        ("gammal.xlsx", OLE + bytes(600), "file-not-a-spreadsheet"),
        ("trasig.xls", OLE + bytes(600), "file-damaged"),
        ("trasig.xlsx", b"PK\x03\x04 and nothing more", "file-damaged"),
        ("trasig.ods", pack_badly("META-INF/manifest.xml"), "file-damaged"),
        ("brev.xlsx", pack({"word/document.xml": b"<w/>"}), "file-not-a-spreadsheet"),
        ("delar.xlsx", pack({"[Content_Types].xml": b"<Types"}), "file-damaged"),
        ("citat.csv", b'A,B\n"x,1\ny,2\n', "file-quote-unclosed"),
        ("foto.jpg", b"\xff\xd8\xff", "file-type-not-read"),
        ("brev.docx", b"PK", "file-type-not-read"),
        (
            "krypterad.xlsx",
            OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "file-password-protected",
        ),
        (
            "krypterad.xls",
            OLE + bytes(600) + b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00",
            "file-password-protected",
        ),
        (
            "krypterad.ods",
            pack({"META-INF/manifest.xml": b"<encryption-data/>"}),
            "file-password-protected",
        ),
    ],
)
def test_file_that_cannot_be_read_is_a_problem_that_says_why(tmp_path, name, content, code):
    """Each way to be no spreadsheet has a remedy of its own, and the rest is read."""
    (tmp_path / name).write_bytes(content)
    draw_csv(tmp_path / "god.csv", DRAWING)

    assert read_codes(tmp_path, name, "god.csv") == [code, ""]


def test_truncated_workbook_is_damaged(tmp_path):
    """A download that broke off is told from a file that never was a workbook."""
    path = draw_workbook(tmp_path / "a.xlsx", Blad1=DRAWING)
    path.write_bytes(path.read_bytes()[:-200])

    assert read_codes(tmp_path, "a.xlsx") == ["file-damaged"]


def test_failed_formulas_of_an_ods_are_read_as_such(tmp_path):
    """As calamine reads them they are blanks, a silent hole in the data."""
    write_spreadsheet(tmp_path, Spreadsheet("a.ods", (("Namn", "Tal"), ("Åsa", "#N/A")), "Blad1"))
    with ZipFile(tmp_path / "a.ods") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    failed = b'office:value-type="string" calcext:value-type="error"><text:p>#N/A'
    parts["content.xml"] = parts["content.xml"].replace(
        b'office:value-type="string"><text:p>#N/A', failed
    )
    parts["content.xml"] = parts["content.xml"].replace(
        b"<office:document-content", b'<office:document-content xmlns:calcext="urn:x"'
    )
    (tmp_path / "a.ods").write_bytes(pack(parts))

    ((file,), problems) = read_files(tmp_path, ("a.ods",))

    assert file.sheets[0].rows[1].values == ("Åsa", CellError("#N/A"))
    assert problems == ()


ODS_TABLE = """<table:table table:name="Blad1">
<table:table-column table:number-columns-repeated="2"/>
<table:table-column table:visibility="collapse" table:number-columns-repeated="1000"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>Namn</text:p
></table:table-cell><table:table-cell table:number-columns-repeated="2"
office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter" table:number-rows-repeated="3"><table:table-cell
office:value-type="string"><text:p>Ada</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Bo</text:p></table:table-cell
><table:table-cell/><table:table-cell table:formula="of:=1+1"/></table:table-row>
<table:table-row table:visibility="collapse" table:number-rows-repeated="1048570"
><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>"""


def test_what_an_ods_hides_is_known(tmp_path):
    """Hidden rows and columns, and formulas without a value, are told of as in any workbook."""
    write_spreadsheet(tmp_path, Spreadsheet("a.ods", (("Namn",),), "Blad1"))
    with ZipFile(tmp_path / "a.ods") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before, _, rest = parts["content.xml"].decode().partition("<table:table ")
    after = rest.partition("</table:table>")[2]
    parts["content.xml"] = f"{before}{ODS_TABLE}{after}".encode()
    (tmp_path / "a.ods").write_bytes(pack(parts))

    ((file,), _problems) = read_files(tmp_path, ("a.ods",))
    (sheet,) = file.sheets

    assert [(row.number, row.is_hidden) for row in sheet.rows] == [
        (1, False),
        (2, True),
        (3, True),
        (4, True),
        (5, False),
    ]
    assert (sheet.hidden_columns, sheet.uncalculated) == ((3,), ("C5",))


def test_an_ods_that_declares_entities_is_refused(tmp_path):
    """With them a small file grows without end."""
    write_spreadsheet(tmp_path, Spreadsheet("a.ods", (("Namn",),), "Blad1"))
    with ZipFile(tmp_path / "a.ods") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    declared = b'<!DOCTYPE x [<!ENTITY a "b">]><office:document-content'
    parts["content.xml"] = parts["content.xml"].replace(b"<office:document-content", declared, 1)
    (tmp_path / "a.ods").write_bytes(pack(parts))

    assert read_codes(tmp_path, "a.ods") == ["file-declares-entities"]


def test_workbook_called_xls_is_read(tmp_path):
    """Survey tools call xlsx files .xls; Excel opens them after a question, and so do we."""
    draw_workbook(tmp_path / "a.xlsx", Blad1=DRAWING).rename(tmp_path / "a.xls")

    assert read_codes(tmp_path, "a.xls") == [""]


def test_protected_sheet_is_no_protected_file(tmp_path):
    """A sheet that is locked against changes can be read by everybody."""
    workbook = Workbook()
    workbook.active["A1"] = "Namn"
    workbook.active.protection.enable()
    workbook.save(tmp_path / "a.xlsx")

    assert read_codes(tmp_path, "a.xlsx") == [""]


@pytest.mark.parametrize(
    ("size_bytes", "code"),
    [
        (LARGEST_FILE_BYTES - 1, ""),
        (LARGEST_FILE_BYTES, ""),
        (LARGEST_FILE_BYTES + 1, "file-too-large"),
    ],
)
def test_limit_on_size(tmp_path, size_bytes, code):
    """A file beyond 50 MB is not opened."""
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(size_bytes)

    assert refused_for(tmp_path / "a.csv") == code


def test_small_file_that_unpacks_to_a_large_one_is_refused(tmp_path):
    """A few kilobytes of zeros can unpack to more memory than there is."""
    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    content = bytearray((tmp_path / "a.xlsx").read_bytes())
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (500_000_001).to_bytes(4, "little")
    (tmp_path / "a.xlsx").write_bytes(content)

    assert refused_for(tmp_path / "a.xlsx") == "file-expands-too-far"


@pytest.mark.parametrize(
    ("expanded_bytes", "code"),
    [
        (50_000_000, ""),
        (50_000_001, "file-packed-too-tightly"),
    ],
)
def test_limit_on_expansion(expanded_bytes, code):
    """What unpacks to a hundred times its size is no table of answers, unless it is small."""
    found = limits.check_packed_size(500_000, expanded_bytes, Place("a.xlsx"))

    assert (found.code if found else "") == code


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [
        ("MOST_ROWS", 2, ""),
        ("MOST_ROWS", 1, "file-too-many-rows"),
        ("MOST_COLUMNS", 3, ""),
        ("MOST_COLUMNS", 2, "file-too-many-columns"),
        ("MOST_CELLS", 6, ""),
        ("MOST_CELLS", 5, "file-too-many-cells"),
    ],
)
def test_limits_on_a_table(monkeypatch, limit, value, code):
    """Two rows of three cells, and each limit at what they have and one below it."""
    monkeypatch.setattr(limits, limit, value)

    found = limits.check_sheets((draw_sheet("| A | B | C |\n| 1 | 2 | 3 |"),), Place("a.xlsx"))

    assert (found.code if found else "") == code


@pytest.mark.parametrize("language", Language)
def test_a_limit_is_named_in_its_problem(language):
    """Whoever meets a limit is told which, to know by how much the file must shrink."""
    (limited,) = (
        found
        for found in [limits.check_packed_size(1, 500_000_001, Place("a.xlsx"))]
        if found is not None
    )

    assert "500 MB" in describe(limited, language).found


def test_csv_of_more_rows_than_the_limit_is_not_read_to_its_end(tmp_path, monkeypatch):
    """One row too many is enough to know."""
    monkeypatch.setattr(csv_reader, "MOST_ROWS", 2)
    (tmp_path / "a.csv").write_text("A,B\n" * 9)

    (sheet,) = read_csv(tmp_path / "a.csv", "a.csv").sheets

    assert len(sheet.rows) == 3


HOSTILE_PARTS = {
    "entities": (
        "xl/worksheets/sheet1.xml",
        b'<!DOCTYPE worksheet [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
        "file-declares-entities",
    ),
    "a file of the machine": (
        "xl/workbook.xml",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>',
        "file-declares-entities",
    ),
    "a way out of the folder": ("../../../../evil.xml", b"<x/>", ""),
    "an absolute path": ("/evil.xml", b"<x/>", ""),
    "a part twice": ("xl/theme/theme1.xml", b"<x/>", ""),
    "macros": ("xl/vbaProject.bin", b"Sub Auto_Open()", ""),
    "links to other files": (
        "xl/externalLinks/externalLink1.xml",
        b'<externalLink xmlns:r="x"><externalBook r:id="file://server/share"/></externalLink>',
        "",
    ),
}


@pytest.mark.parametrize(("part", "content", "code"), HOSTILE_PARTS.values(), ids=HOSTILE_PARTS)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_hostile_parts_of_a_workbook(tmp_path, part, content, code):
    """Nothing in a workbook is unpacked to disk, fetched or run; only entities refuse it."""
    path = draw_workbook(tmp_path / "in" / "a.xlsx", Blad1=DRAWING)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if code:
        parts[part] = content
    path.write_bytes(pack(parts))
    if not code:
        with ZipFile(path, "a") as archive:
            archive.writestr(part, content)

    assert read_codes(tmp_path / "in", "a.xlsx") == [code]
    assert [found.name for found in tmp_path.rglob("*")] == ["in", "a.xlsx"]


@pytest.fixture
def stubborn_child(monkeypatch):
    """Let the child process do what the names of files tell it."""
    monkeypatch.setattr(reading, "READING_PROCESS", "tests.ingest.stubborn_reading_process")


@pytest.mark.usefixtures("stubborn_child")
def test_file_that_takes_the_child_down_is_the_only_one_lost(tmp_path):
    """Another child reads the files after the one at which the first died."""
    files = ("1.csv", "die.csv", "2.csv", "die too.csv")
    for file in files:
        draw_csv(tmp_path / file, DRAWING)

    assert read_codes(tmp_path, *files) == ["", "file-damaged", "", "file-damaged"]


@pytest.mark.usefixtures("stubborn_child")
def test_file_that_never_ends_is_given_up(tmp_path):
    """The time of one file is bounded, and the others get theirs."""
    files = ("1.csv", "hang.csv", "2.csv")
    for file in files:
        draw_csv(tmp_path / file, DRAWING)

    assert read_codes(tmp_path, *files, longest_seconds=3) == ["", "file-takes-too-long", ""]


@pytest.mark.usefixtures("stubborn_child")
def test_fault_of_our_own_is_no_fault_of_a_file(tmp_path):
    """A bug keeps its traceback instead of telling somebody that a file is damaged."""
    draw_csv(tmp_path / "fail.csv", DRAWING)

    with pytest.raises(RuntimeError, match="its traceback stands above"):
        read_files(tmp_path, ("fail.csv",))
