"""The flow from one programme folder to its draft report."""

from datetime import date
from pathlib import Path

from prefect import flow

from flows.artifacts import publish_findings
from flows.chain.ahead import load_ahead
from flows.chain.press import started_press
from flows.chain.runs import WrittenRun, make_run, write_draft
from flows.chain.stages import Request, conclude, examine, read
from flows.private_tasks import private_task, unwalked
from flows.programme.languages import Language
from flows.programme.translations import _
from flows.terminal.console import announce

read_programme_folder = private_task(read)
check_rows = private_task(examine)
count_figures = private_task(conclude)
set_pages = private_task(make_run)
write_run_folder = private_task(write_draft)


@flow(name="final-report", persist_result=False)
def final_report(
    programme: str,
    inputs: Path,
    outputs: Path,
    language: Language | None = None,
    report_date: date | None = None,
) -> WrittenRun:
    """Make the draft report of `programme`, write it under `outputs` and return where it is.

    Raises a RunStoppedError where no report can be made.
    """
    request = Request(programme, inputs, outputs, language, report_date)
    load_ahead()
    with started_press() as typeset:
        announce(_("Reading the files"))
        reading = read_programme_folder(request)
        announce(_("Checking every row"))
        examination = check_rows(unwalked(reading))
        announce(_("Counting"))
        findings = count_figures(unwalked(examination), request)
        publish_findings(findings)
        announce(_("Setting the pages"))
        run = set_pages(unwalked(findings), request, unwalked(typeset))
    announce(_("Writing the files"))
    return write_run_folder(unwalked(run), request)
