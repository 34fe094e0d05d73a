"""The loop: faults come back marked in their own files, are corrected there, and are gone."""

import json
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from flows.chain.corrections import make_corrections, make_working_papers
from flows.chain.stages import Request, make_findings
from flows.ingest.corrections import ChangeKind
from flows.programme.folder import WORKBOOK
from flows.programme.languages import Language
from flows.render.html import render_html
from flows.render.report import make_report
from flows.render.run_facts import RunFacts
from flows.submit.problem_files import make_problem_list
from flows.validate.correction_workbook.remarks import needs_correction
from tests.small_programme import NAME, PEOPLE, write_small_programme

FORMS = "sessions/01/svar.xlsx"
LEDGER = "exports/kostnader.xlsx"
LIST = "exports/närvaro.xlsx"
CSV = "sessions/02/svar.csv"

FAULTS = {
    FORMS: {
        "answer-off-scale": ("F3", 9, 4),
        "answer-not-a-label": ("F4", "Hemligt ord", 5),
        "cell-error": ("F5", "#N/A", 3),
        "respondent-unknown": ("D6", "fel@annan.example", "p5@ort.example"),
    },
    LEDGER: {
        "amount-unreadable": ("C3", "ett par tusen", 300),
        "date-unreadable": ("D4", "i våras", datetime(2016, 4, 1)),
    },
    LIST: {"attendance-mark-unknown": ("C4", "kanske", "x")},
    CSV: {"answer-off-scale": ("B3", "8", 4)},
}
"""By file and code: the cell of the fault, what stands there, and what is right."""


@pytest.fixture
def inputs(tmp_path):
    """A programme with a planted fault of each kind, in xlsx and in csv."""
    folder = write_small_programme(tmp_path / "inputs")
    write_forms(folder / FORMS)
    (folder / "sessions" / "01" / "svar.csv").unlink()
    write_ledger(folder / LEDGER)
    for file, faults in FAULTS.items():
        for cell, wrong, _right in faults.values():
            plant(folder / file, cell, wrong)
    return folder.parent


def write_forms(path):
    """Write an export of Microsoft Forms with formats, a second sheet and nothing wrong."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Sheet1"
    wording = "Jag har nytta av innehållet"
    sheet.append(["ID", "Start time", "Completion time", "Email", "Name", wording])
    for number in PEOPLE:
        moment = datetime(2016, 2, 1, 16, number)
        sheet.append([number, moment, moment, f"p{number}@ort.example", None, 4])
    sheet.column_dimensions["F"].width = 33
    path.parent.mkdir(exist_ok=True)
    workbook.save(path)


def write_ledger(path):
    """Write a list of costs."""
    workbook = Workbook()
    workbook.active.append(["Kostnadsslag", "Part", "Belopp", "Datum"])
    for amount in (400, 300, 300):
        workbook.active.append(["Personal", "Exempelkommunen", amount, date(2016, 3, 1)])
    workbook.save(path)


def plant(path, cell, wrong):
    """Write `wrong` into the cell, as whoever keeps the file did."""
    if path.suffix == ".csv":
        lines = path.read_text("utf-8").splitlines()
        row = int(cell[1:]) - 1
        lines[row] = f"{lines[row].split(',')[0]},{wrong}"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    workbook = load_workbook(path)
    workbook.worksheets[0][cell] = wrong
    workbook.save(path)


def find(inputs):
    """Return everything that is said about the programme."""
    return make_findings(Request(NAME, inputs, inputs.parent / "outputs"))


def places(findings):
    """Return where each problem of an export is."""
    return {
        (found.place.file, found.place.cell, found.code)
        for found in findings.open_problems
        if found.place.file.startswith(("sessions/", "exports/"))
    }


def put_back(inputs, *, keep=lambda path: path):
    """Correct every export's workbook as a person does in Excel, and put it beside its original."""
    for document in make_corrections(find(inputs)):
        name = Path(document.name).name
        if name.startswith("programme"):
            continue
        path = inputs / NAME / "exports" / name
        path.write_bytes(document.content)
        path = keep(path)
        workbook = load_workbook(path)
        data = workbook.worksheets[1]
        (file,) = (one for one in FAULTS if f"{one} " in f"{workbook.worksheets[0]['A1'].value} ")
        for cell, _wrong, right in FAULTS[file].values():
            data[cell] = right
        workbook.save(path)


def all_cells(path):
    """Return the value of every cell of the owner's sheets."""
    workbook = load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in workbook.worksheets
        if sheet.title not in ("Rättelselista", "slutrapport")
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def with_libreoffice(path):
    """Save the workbook from LibreOffice, as somebody without Excel does."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed here")
    folder = path.parent.parent / "saved"
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(path.parent.parent.parent / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    shutil.move(folder / path.name, path)
    folder.rmdir()
    return path


def test_the_faults_are_found_where_they_were_planted(inputs):
    """Without that the loop below would show nothing."""
    planted = {
        (file, cell, code) for file, faults in FAULTS.items() for code, (cell, *_) in faults.items()
    }

    assert planted <= places(find(inputs))


@pytest.mark.parametrize(
    "keep", [lambda path: path, with_libreoffice], ids=["Excel", "LibreOffice"]
)
def test_corrected_and_put_back_no_problem_is_left(inputs, keep):
    """The log lists exactly the corrected cells, and everything else is as it was."""
    originals = {file: (inputs / NAME / file).read_bytes() for file in FAULTS}
    rows = sum(account.rows_read for account in find(inputs).dataset.accounts)

    put_back(inputs, keep=keep)
    findings = find(inputs)

    assert places(findings) == set()
    sources = {export.source.file: export.source for export in findings.reading.exports}
    logs = {one.corrects.file: one.corrects.changes for one in sources.values() if one.corrects}
    assert {
        file: {(change.place.cell, change.kind) for change in changes}
        for file, changes in logs.items()
    } == {
        file: {(cell, ChangeKind.CELL) for cell, *_ in faults.values()}
        for file, faults in FAULTS.items()
    }
    assert {file: (inputs / NAME / file).read_bytes() for file in FAULTS} == originals
    accounts = findings.dataset.accounts
    assert sum(account.rows_read for account in accounts) == rows
    for account in accounts:
        excluded = sum(count for _code, count in account.excluded)
        assert account.rows_read == account.rows_used + excluded


def test_every_other_cell_is_as_it_was(inputs):
    """Nothing but the corrected cells differs between the original and what came back."""
    put_back(inputs)

    for file in (FORMS, LEDGER, LIST):
        name = f"{Path(file).stem} (rättelser).xlsx"
        copies = sorted((inputs / NAME / "exports").glob(f"*{name}"))
        (copy,) = [one for one in copies if file in load_workbook(one).worksheets[0]["A1"].value]
        before, after = all_cells(inputs / NAME / file), all_cells(copy)
        differing = {
            cell for sheet, cell in before if before[sheet, cell] != after.get((sheet, cell))
        }
        assert differing == {cell for cell, *_ in FAULTS[file].values()}
        assert after.keys() == before.keys()


def report_on(findings, language=Language.SV):
    """Return the draft report of what was found."""
    return make_report(
        findings.dataset,
        findings.indicators,
        findings.goal_outcomes,
        findings.open_problems,
        findings.texts,
        RunFacts(findings.report_date, "0" * 12, is_draft=True, software_version="0"),
        language,
    )


def test_the_report_counts_what_was_changed_and_quotes_nothing(inputs):
    """The appendix names both files and counts cells; what stood in them goes to the owner only."""
    put_back(inputs)

    html = render_html(report_on(find(inputs)))

    assert "Vad som rättades efter exporten" in html
    assert f"läses i stället för {FORMS}" in html
    assert f"{CSV} (räknas inte;" in html
    for words in ("Hemligt ord", "fel@annan.example", "ett par tusen"):
        assert words not in html


def test_the_log_is_the_coordinators_and_quotes_every_change(inputs):
    """Cell, before, after and when the file says that it was saved: nothing else has them."""
    put_back(inputs)
    findings = find(inputs)
    log = next(one for one in make_working_papers(findings) if one.name.startswith("changes"))
    path = inputs.parent / "changes.xlsx"
    path.write_bytes(log.content)

    sheet = load_workbook(path).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(5)]
    told = {(row[1], row[3]): (row[5], row[6]) for row in rows}

    assert told[FORMS, "F4"] == ("Hemligt ord", "5")
    assert len(told) == sum(map(len, FAULTS.values()))
    assert all(isinstance(row[7], datetime) for row in rows)
    problems = json.loads(make_problem_list(findings.open_problems, findings.acknowledged).content)
    assert "Hemligt ord" not in json.dumps(problems, ensure_ascii=False)


def test_what_is_half_corrected_comes_back_in_a_second_round(inputs):
    """The new workbook corrects the same original, and counts instead of the first one."""
    (first,) = (one for one in make_corrections(find(inputs)) if "kostnader" in one.name)
    path = inputs / NAME / "exports" / Path(first.name).name
    path.write_bytes(first.content)
    workbook = load_workbook(path)
    workbook.worksheets[1]["C3"] = 300
    workbook.save(path)

    (second,) = (one for one in make_corrections(find(inputs)) if "kostnader" in one.name)
    assert Path(second.name).name == "kostnader (rättelser 2).xlsx"
    again = inputs / NAME / "exports" / Path(second.name).name
    again.write_bytes(second.content)
    workbook = load_workbook(again)
    workbook.worksheets[1]["D4"] = datetime(2016, 4, 1)
    workbook.save(again)

    findings = find(inputs)
    (read,) = {one.source for one in findings.reading.exports if "kostnader" in one.source.file}
    assert read.file == f"exports/{again.name}"
    assert [change.place.cell for change in read.corrects.changes] == ["C3", "D4"]
    assert {code for file, _cell, code in places(findings) if "kostnader" in file} == {
        "correction-left-out"
    }


def test_two_files_of_one_name_have_workbooks_of_their_own(inputs):
    """One export as xlsx and as csv in one folder: neither workbook takes the other place."""
    (inputs / NAME / FORMS).with_suffix(".csv").write_bytes(
        (inputs / NAME / CSV).read_bytes() + b"\n"
    )

    names = [document.name for document in make_corrections(find(inputs))]

    assert len(set(names)) == len(names)
    assert {
        "corrections/sessions 01 svar xlsx (rättelser).xlsx",
        "corrections/sessions 01 svar csv (rättelser).xlsx",
        "corrections/sessions 02 svar (rättelser).xlsx",
    } <= set(names)


def break_programme(inputs):
    """Plant a fault in the programme workbook of a programme without any other."""
    folder = write_small_programme(inputs)
    workbook = load_workbook(folder / WORKBOOK)
    workbook["Deltagare"]["C5"] = "ingen adress"
    workbook.save(folder / WORKBOOK)
    return folder


def workbook_faults(findings):
    """Return the problems of the programme workbook, whatever file it is read from."""
    file = findings.reading.workbook.file
    return {
        (found.place.cell, found.code)
        for found in findings.open_problems
        if found.place.file == file and needs_correction(found)
    }


@pytest.mark.parametrize("name", ["programme (rättelser).xlsx", "programme.xlsx", "exports/p.xlsx"])
def test_the_programme_workbook_is_corrected_like_any_file(tmp_path, name):
    """Marked, corrected and put beside the original, over it or among the exports, it is read."""
    folder = break_programme(tmp_path / "inputs")
    before = find(tmp_path / "inputs")
    ((cell, _code),) = workbook_faults(before)
    (document,) = make_corrections(before)
    assert (document.name, cell) == ("corrections/programme (rättelser).xlsx", "C5")

    path = folder / name
    path.write_bytes(document.content)
    workbook = load_workbook(path)
    assert workbook["Rättelselista"]["F7"].value == "ingen adress"
    assert workbook["Deltagare"]["C5"].comment is not None
    workbook["Deltagare"]["C5"] = "p1@ort.example"
    workbook.save(path)
    after = find(tmp_path / "inputs")

    assert workbook_faults(after) == set()
    assert {found.code for found in after.open_problems if found.place.file == name} <= {
        "correction-without-original"
    }
    assert after.dataset.programme.participants[0].email == "p1@ort.example"
    assert len(after.dataset.programme.items) == len(before.dataset.programme.items)
    (change,) = after.reading.workbook.corrects.changes
    assert (change.place.cell, change.before, change.after) == (
        "C5",
        "ingen adress",
        "p1@ort.example",
    )
    assert any(one.name.startswith("changes") for one in make_working_papers(after))


def test_the_report_counts_the_programme_workbooks_changes_beside_the_exports(inputs):
    """One cell of the workbook and two of a list of costs: the appendix has a row for each file."""
    workbook = load_workbook(inputs / NAME / WORKBOOK)
    workbook["Deltagare"]["C5"] = "ingen adress"
    workbook.save(inputs / NAME / WORKBOOK)
    (document,) = (one for one in make_corrections(find(inputs)) if "programme" in one.name)
    put_back(inputs)
    path = inputs / NAME / "programme (rättelser).xlsx"
    path.write_bytes(document.content)
    workbook = load_workbook(path)
    workbook["Deltagare"]["C5"] = "p1@ort.example"
    workbook.save(path)
    findings = find(inputs)

    for language, read_instead in (
        (Language.SV, f"programme (rättelser).xlsx (läses i stället för {WORKBOOK})"),
        (Language.EN, f"programme (rättelser).xlsx (read instead of {WORKBOOK})"),
    ):
        report = report_on(findings, language)
        assert {row.words for row in report.method.corrections.rows} == {
            (FORMS, "4", "0", "0"),
            (CSV, "1", "0", "0"),
            (LEDGER, "2", "0", "0"),
            (LIST, "1", "0", "0"),
            (WORKBOOK, "1", "0", "0"),
        }
        html = render_html(report)
        assert read_instead in html
        assert "ingen adress" not in html


def test_another_workbook_beside_it_is_nobodys(tmp_path):
    """A copy of the programme workbook is not read: only a correction of it is."""
    folder = break_programme(tmp_path / "inputs")
    shutil.copy(folder / WORKBOOK, folder / "programme (kopia).xlsx")

    findings = find(tmp_path / "inputs")

    assert findings.reading.workbook.file == WORKBOOK
    assert ("programme (kopia).xlsx", "file-misplaced") in {
        (found.place.file, found.code) for found in findings.open_problems
    }


def test_a_workbook_changed_since_is_read_and_its_correction_is_not(tmp_path):
    """What was corrected of an older state of the workbook may not undo what is new in it."""
    folder = break_programme(tmp_path / "inputs")
    (document,) = make_corrections(find(tmp_path / "inputs"))
    (folder / "programme (rättelser).xlsx").write_bytes(document.content)
    workbook = load_workbook(folder / WORKBOOK)
    workbook["Deltagare"]["B5"] = "Någon Annan"
    workbook.save(folder / WORKBOOK)

    findings = find(tmp_path / "inputs")

    assert findings.reading.workbook.file == WORKBOOK
    assert findings.dataset.programme.participants[0].name == "Någon Annan"
    assert "correction-outdated" in {found.code for found in findings.open_problems}
