"""What is suppressed is listed by reason, never by value: in every file that lists figures."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from flows.aggregate.indicators import Suppression
from flows.chain.runs import make_run
from flows.chain.stages import Request, make_findings
from flows.programme.languages import Language
from flows.programme.programme import Profile
from flows.programme.workbook_writer import write_programme_workbook
from flows.render.notation import SUPPRESSED_SIGN
from tests.small_programme import NAME, PROGRAMME, write_small_programme


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """Return the files of a report in which the six who answered are too few to be told of."""
    root = tmp_path_factory.mktemp("suppressed")
    folder = write_small_programme(root / "inputs")
    strict = replace(PROGRAMME, profile=Profile(suppression_threshold=7))
    write_programme_workbook(strict, folder / "programme.xlsx", Language.SV)
    request = Request(NAME, root / "inputs", root / "outputs")
    run = make_run(make_findings(request), request)
    return {document.name: document.content for document in run.documents}


@pytest.fixture(scope="module")
def hidden(documents):
    """Return the suppressed figures as indicators.json lists them."""
    written = json.loads(documents["indicators.json"])["indicators"]
    return [each for each in written if each["status"] == "suppressed"]


def test_the_file_of_figures_gives_a_reason_and_nothing_else(hidden):
    """Neither value nor base nor cells: each would tell how few they are."""
    assert hidden
    for figure in hidden:
        assert (figure["value"], figure["base"], figure["sources"]) == (None, None, [])
        assert figure["suppression"] in set(Suppression)


def test_the_workbook_of_evidence_has_neither_value_nor_base_nor_cells(documents, hidden):
    """A row is there for each, with the sign in place of the figure, and no link to a file."""
    figures, cells, *_ = load_workbook(BytesIO(documents["evidence.sv.xlsx"]))
    header, *rows = figures.iter_rows(values_only=True)
    by_name = {row[header.index("Namn")]: dict(zip(header, row, strict=True)) for row in rows}
    of_figures = {
        row[header.index("Belägg")] for row in rows if row[header.index("Värde")] is not None
    }
    with_cells = {row[0] for row in cells.iter_rows(min_row=2, values_only=True)}

    for figure in hidden:
        row = by_name[figure["id"]]
        assert row["Som tryckt"] == SUPPRESSED_SIGN
        assert [row["Värde"], row["Bas"], row["Celler"] or None] == [None, None, None]
        assert row["Belägg"] not in with_cells or row["Belägg"] in of_figures


def test_the_report_counts_what_is_hidden_by_reason(documents, hidden):
    """The method chapter has the number of figures for each reason, and in all."""
    written = json.loads(documents["indicators.json"])["indicators"]
    counts = {each["answer"]: each["value"] for each in written if each["measure"] == "suppressed"}
    reasons = [figure["suppression"] for figure in hidden]
    page = documents["report.sv.html"].decode()
    table = page[page.index('id="table-suppressed"') :]

    assert counts == {None: len(hidden)} | {reason: reasons.count(reason) for reason in reasons}
    for count in counts.values():
        assert str(count) in table[: table.index("</table>")]
