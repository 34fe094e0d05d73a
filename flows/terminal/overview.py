"""The words of `check`: an overview as lines and columns."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.chain.overview import Overview, RecognisedTable, SessionCoverage
from flows.ingest.exports import TABLE
from flows.programme.languages import Language
from flows.programme.programme import ExportKind
from flows.programme.translations import _, translate
from flows.terminal.problems import print_problems, sum_up_problems

KINDS = {
    ExportKind.SURVEY: _("survey"),
    ExportKind.ATTENDANCE: _("attendance"),
    ExportKind.CHANGE_PROJECTS: _("change projects"),
    ExportKind.COSTS: _("costs"),
    ExportKind.IGNORED: _("not read"),
}
NOTHING = "–"


def print_overview(console: Console, overview: Overview) -> None:
    """Print what was recognised, what there is of each session, and what is wrong."""
    language = overview.language
    console.print(Text(overview.programme, style="bold"))
    console.print()
    if overview.tables:
        print_tables(console, overview.tables, language)
    if overview.sessions:
        print_sessions(console, overview.sessions, language)
    print_problems(console, overview.open_problems, language)
    console.print(Text(sum_up_problems(overview.open_problems, overview.acknowledged, language)))


def print_tables(console: Console, tables: tuple[RecognisedTable, ...], language: Language) -> None:
    """Print a line for each table that was read, and by what each tool was recognised."""
    titles = (
        _("File"),
        _("Tool"),
        _("What"),
        _("Session"),
        _("Rows read"),
        _("used"),
        _("excluded"),
    )
    grid = make_grid(titles, 3, language)
    for table in tables:
        export, account = table.export, table.account
        session = account.session if account else export.session
        grid.add_row(
            Text(export.place().table),
            translate(export.tool.name, language),
            translate(KINDS[export.kind], language),
            str(session or NOTHING),
            *(
                (str(account.rows_read), str(account.rows_used))
                if account
                else (str(len(export.responses)), NOTHING)
            ),
            str(account.rows_read - account.rows_used) if account else NOTHING,
        )
    console.print(grid)
    for reason in dict.fromkeys(explain_recognition(table, language) for table in tables):
        console.print(Text(reason, style="dim"))
    console.print()


def explain_recognition(table: RecognisedTable, language: Language) -> str:
    """Return as what the table was recognised, and why."""
    export = table.export
    name = KINDS[export.kind] if export.tool is TABLE else export.tool.name
    return f"{translate(name, language)}: {translate(export.reason, language)}"


def print_sessions(
    console: Console, sessions: tuple[SessionCoverage, ...], language: Language
) -> None:
    """Print a line for each session, with what is missing."""
    missing = translate(_("missing"), language)
    titles = (_("Session"), _("Date"), _("Theme"), _("Evaluations"), _("Participants present"))
    grid = make_grid(titles, 3, language)
    for session in sessions:
        grid.add_row(
            str(session.number),
            session.held_on.isoformat(),
            Text(session.theme.in_language(language)),
            str(session.evaluations or missing),
            missing if session.participants_present is None else str(session.participants_present),
        )
    console.print(grid)
    console.print()


def make_grid(titles: tuple[str, ...], first_number: int, language: Language) -> Table:
    """Return an empty table with `titles`; numbers, from `first_number` on, stand to the right."""
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for number, title in enumerate(titles):
        is_number = number >= first_number
        grid.add_column(
            translate(title, language),
            justify="right" if is_number else "left",
            overflow="fold",
            no_wrap=is_number,
        )
    return grid
