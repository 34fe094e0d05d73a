"""The command line. Each command loads what it needs and nothing else."""

import sys
import traceback
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from flows.programme.exceptions import (
    NightFailedError,
    NoProgrammesError,
    RunStoppedError,
    SubmissionChangedError,
)
from flows.programme.languages import Language
from flows.programme.translations import _
from flows.terminal.console import announce, one_sentence, open_console, say, show_progress
from flows.terminal.options import (
    INPUTS,
    OUTPUTS,
    AsHtml,
    AsJson,
    CorrectionsFolder,
    Inputs,
    Lang,
    Outputs,
    ProgrammeName,
    Propose,
    ReportDate,
    make_request,
)

CLEAN, PROBLEMS_FOUND = 0, 1
BUG = 70
"""The exit code of a bug, as sysexits.h has it: 1 would say that problems were found."""

app = typer.Typer(
    help="From a folder of spreadsheet exports to the PDF final report that the funder accepts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they print local variables, which hold people's answers
)


@app.command()
def new(name: str, lang: Lang = None, inputs: Inputs = INPUTS) -> None:
    """Make a programme folder, with a workbook to fill in and texts to write."""
    from flows.terminal.new_programme import make_new_programme

    language = lang or Language.SV
    with one_sentence(language):
        make_new_programme(name, inputs, language)


@app.command()
def check(
    programme: ProgrammeName,
    lang: Lang = None,
    inputs: Inputs = INPUTS,
    outputs: Outputs = OUTPUTS,
    *,
    as_json: AsJson = False,
    as_html: AsHtml = False,
    propose: Propose = False,
    corrections: CorrectionsFolder = None,
) -> None:
    """Tell what is recognised, what is missing and what is wrong."""
    from flows.chain.overview import look_over
    from flows.submit.gate import find_faults
    from flows.terminal.check import Asked, tell_overview

    with one_sentence(lang or Language.SV):
        overview = look_over(make_request(programme, lang, None, inputs, outputs))
        tell_overview(overview, Asked(outputs, corrections, as_json, as_html, propose))
        if overview.obstacle:
            raise overview.obstacle
    leave_with(len(find_faults(overview.open_problems)))


@app.command()
def report(
    programme: ProgrammeName,
    lang: Lang = None,
    report_date: ReportDate = None,
    inputs: Inputs = INPUTS,
    outputs: Outputs = OUTPUTS,
) -> None:
    """Make the draft report and everything beside it, in a Prefect flow."""
    from flows.chain.overview import look_over
    from flows.programme.folder import find_programme
    from flows.terminal.overview import print_overview
    from flows.terminal.runs import print_run

    request = make_request(programme, lang, report_date, inputs, outputs)
    language = lang or Language.SV
    with one_sentence(language):
        find_programme(request.programme, request.inputs)
        start_prefect(language)
    try:
        with show_progress(language):
            announce(_("Starting Prefect"))
            from flows.final_report import final_report

            run = final_report(
                request.programme, request.inputs, outputs, lang, request.report_date
            )
    except RunStoppedError as stop:
        overview = look_over(request)
        print_overview(open_console(), overview)
        with one_sentence(overview.language):
            raise stop from None
    print_run(open_console(), run)
    leave_with(run.outcome.faults)


@app.command()
def trace(
    programme: ProgrammeName,
    evidence: Annotated[str, typer.Argument(metavar="EVIDENCE", help="A number such as E17.")],
    lang: Lang = None,
    inputs: Inputs = INPUTS,
    outputs: Outputs = OUTPUTS,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Tell what a number in the report was counted from, down to the cells."""
    from flows.chain.tracing import trace_evidence
    from flows.terminal.trace import print_evidence, write_evidence

    with one_sentence(lang or Language.SV):
        request = make_request(programme, lang, None, inputs, outputs)
        traced = trace_evidence(request, evidence)
    if as_json:
        typer.echo(write_evidence(traced), nl=False)
    else:
        print_evidence(open_console(), traced)


@app.command()
def preview(
    programme: ProgrammeName,
    lang: Lang = None,
    report_date: ReportDate = None,
    inputs: Inputs = INPUTS,
    outputs: Outputs = OUTPUTS,
    *,
    once: Annotated[bool, typer.Option("--once", help="Make it once and stop.")] = False,
) -> None:
    """Make the draft again whenever a text, a template or an export changes."""
    from flows.chain.ahead import load_ahead
    from flows.chain.press import started_press
    from flows.programme.folder import find_programme

    request = make_request(programme, lang, report_date, inputs, outputs)
    language = lang or Language.SV
    with one_sentence(language):
        find_programme(programme, inputs)  # what is not there cannot be waited for
    load_ahead()
    with started_press() as typeset:
        from flows.chain.preview import draw_preview, keep_drawing
        from flows.terminal.runs import print_run

        if once:
            with one_sentence(language):
                run = draw_preview(request, typeset)
            print_run(open_console(), run)
            leave_with(run.outcome.faults)
        for drawn in keep_drawing(request, typeset):
            if isinstance(drawn, RunStoppedError):
                say(drawn.in_language(language))
            else:
                print_run(open_console(), drawn)


@app.command()
def nightly(
    inputs: Annotated[Path, typer.Argument(help="Where the programme folders are.")] = INPUTS,
    lang: Lang = None,
    outputs: Outputs = OUTPUTS,
) -> None:
    """Report every programme that changed; one that fails stops no other."""
    from flows.programme.folder import list_programmes
    from flows.terminal.runs import print_nights

    language = lang or Language.SV
    with one_sentence(language):
        if not list_programmes(inputs):
            raise NoProgrammesError(folder=inputs.as_posix())
        start_prefect(language)
    with show_progress(language):
        announce(_("Starting Prefect"))
        from flows.nightly import pass_night

        nights = pass_night(inputs, outputs, lang)
    print_nights(open_console(), nights, language)
    failed = sum(night.failure is not None for night in nights)
    with one_sentence(language):
        if failed:
            raise NightFailedError(failed=failed, count=len(nights))
    leave_with(sum(night.run.outcome.faults for night in nights if night.run))


@app.command()
def serve(
    cron: Annotated[str, typer.Option(help="When, as cron writes it.")] = "0 3 * * *",
    timezone: Annotated[str, typer.Option(help="By whose clock.")] = "Europe/Stockholm",
    lang: Lang = None,
    inputs: Inputs = INPUTS,
    outputs: Outputs = OUTPUTS,
) -> None:
    """Do the nightly pass on a schedule, with Prefect's own scheduler and page."""
    from flows.prefect_settings import quieten_prefect

    quieten_prefect(is_logging=True)
    from flows.schedule import make_schedule, serve_nightly

    try:
        schedule = make_schedule(cron, timezone)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with one_sentence(lang or Language.SV):
        serve_nightly(inputs.resolve(), outputs.resolve(), schedule)


@app.command()
def submit(
    programme: ProgrammeName,
    lang: Lang = None,
    report_date: ReportDate = None,
    inputs: Inputs = INPUTS,
    outputs: Outputs = OUTPUTS,
) -> None:
    """Freeze the report for the funder; refuses while a problem blocks."""
    from flows.chain.stages import make_findings
    from flows.submit.gate import find_blocking, pass_gate
    from flows.terminal.problems import print_problems
    from flows.terminal.runs import print_run

    request = make_request(programme, lang, report_date, inputs, outputs)
    with one_sentence(lang or Language.SV):
        findings = make_findings(request)
    blocking = find_blocking(findings.open_problems)
    print_problems(open_console(), blocking, findings.language)
    with one_sentence(findings.language):
        pass_gate(findings.open_problems)
        from flows.chain.press import started_press

        with started_press() as typeset:
            from flows.chain.runs import freeze_submission, make_run

            run = freeze_submission(make_run(findings, request, typeset, is_draft=False), request)
    print_run(open_console(), run)


@app.command()
def verify(
    folder: Annotated[Path, typer.Argument(help="The folder of a submission or of a draft.")],
    lang: Lang = None,
) -> None:
    """Check that a submission still holds what its manifest says."""
    from flows.submit.verification import compare_with_manifest
    from flows.terminal.runs import print_changes

    language = lang or Language.SV
    with one_sentence(language):
        changes = compare_with_manifest(folder)
        print_changes(open_console(), folder, changes, language)
        if changes:
            raise SubmissionChangedError(folder=folder.as_posix())


def start_prefect(language: Language) -> None:
    """Load Prefect, silent, and make sure that a server it is set up for answers."""
    from flows.prefect_settings import quieten_prefect

    quieten_prefect()
    with show_progress(language):
        announce(_("Starting Prefect"))
        from flows.prefect_server import require_server

        require_server()


def leave_with(faults: int) -> NoReturn:
    """End the command with the code that tells whether there is anything to correct."""
    raise typer.Exit(PROBLEMS_FOUND if faults else CLEAN)


def main() -> None:
    """Run the command that was typed. A bug shows its traceback, and has a code of its own."""
    try:
        app(prog_name="slutrapport")
    except Exception:  # noqa: BLE001  # the boundary to the shell, where Python would say 1
        traceback.print_exc()
        sys.exit(BUG)


if __name__ == "__main__":
    main()
