"""What `check` tells, in words of one language: for the terminal and for the page."""

from collections.abc import Iterable, Iterator

from flows.chain.correctable_files import find_correctable
from flows.chain.overview import ColumnUse, Overview, OverviewFile, RecognisedTable
from flows.ingest.exports import ColumnRole
from flows.programme.languages import Language
from flows.programme.problems import Problem, Severity
from flows.programme.programme import ExportKind
from flows.programme.translations import _, counted, translate
from flows.render.check_page import (
    CauseLine,
    CheckPage,
    ColumnLine,
    FileCard,
    SessionLine,
    TableCard,
)
from flows.render.problem_groups import ProblemGroup, group_problems
from flows.submit.gate import find_faults
from flows.terminal.problems import sum_up_problems

KINDS = {
    ExportKind.SURVEY: _("survey"),
    ExportKind.ATTENDANCE: _("attendance"),
    ExportKind.CHANGE_PROJECTS: _("change projects"),
    ExportKind.COSTS: _("costs"),
    ExportKind.IGNORED: _("not read"),
}
ROLES = {
    ColumnRole.RESPONSE_ID: _("the response's number"),
    ColumnRole.STARTED_AT: _("when it was begun"),
    ColumnRole.SUBMITTED_AT: _("when it was sent in"),
    ColumnRole.MODIFIED_AT: _("when it was changed"),
    ColumnRole.EMAIL: _("e-mail address"),
    ColumnRole.NAME: _("name"),
    ColumnRole.FAMILY_NAME: _("family name"),
    ColumnRole.KEY: _("key or code"),
    ColumnRole.ROLE: _("role"),
    ColumnRole.ORGANISATION: _("organisation"),
    ColumnRole.WAVE: _("wave"),
    ColumnRole.SESSION: _("session"),
    ColumnRole.SESSION_NAME: _("session"),
    ColumnRole.PERSON: _("a person"),
    ColumnRole.PROJECT_ID: _("the project's number"),
    ColumnRole.PROJECT_TITLE: _("the project's name"),
    ColumnRole.STAGE: _("stage"),
    ColumnRole.METHODS: _("methods"),
    ColumnRole.USERS_INVOLVED: _("users involved"),
    ColumnRole.DESCRIPTION: _("description"),
    ColumnRole.CATEGORY: _("cost category"),
    ColumnRole.PARTY: _("party"),
    ColumnRole.AMOUNT_SEK: _("amount"),
    ColumnRole.PAID_ON: _("date"),
    ColumnRole.QUESTION: _("unknown question"),
    ColumnRole.PERSONAL: _("personal, not read"),
    ColumnRole.TOOL: _("the tool's own, not used"),
    ColumnRole.BLANK: _("without a header"),
}
MOST_CELLS = 12
"""How many cells a line names before it says that there are more."""


def put_into_words(overview: Overview, language: Language) -> CheckPage:
    """Return everything that `overview` holds in words of `language`."""
    groups = group_problems(overview.open_problems, language)
    missing = translate(_("missing"), language)
    return CheckPage(
        language=language,
        programme=overview.programme,
        summary=sum_up_problems(overview.open_problems, overview.acknowledged, language),
        obstacle=overview.obstacle.in_language(language) if overview.obstacle else "",
        next_steps=tuple(list_next_steps(overview, language)),
        files=tuple(describe_file(file, language) for file in overview.files),
        sessions=tuple(
            SessionLine(
                number=session.number,
                held_on=session.held_on.isoformat(),
                theme=session.theme.in_language(language),
                evaluations=str(session.evaluations or missing),
                present=missing
                if session.participants_present is None
                else str(session.participants_present),
            )
            for session in overview.sessions
        ),
        faults=tuple(group for group in groups if group.severity is not Severity.NOTE),
        notes=tuple(group for group in groups if group.severity is Severity.NOTE),
        acknowledged=group_problems(overview.acknowledged, language),
    )


def list_next_steps(overview: Overview, language: Language) -> Iterator[str]:
    """Yield what waits to be corrected, decided and coded, each with its command; else a report."""
    proposals, programme = overview.proposals, overview.programme
    correctable = find_correctable(overview.reading, overview.open_problems)
    if correctable:
        yield counted(
            _(
                "{count} file to correct: slutrapport check {programme} --corrections FOLDER "
                "writes it with its cells marked."
            ),
            _(
                "{count} files to correct: slutrapport check {programme} --corrections FOLDER "
                "writes them with their cells marked."
            ),
            len(correctable),
            language,
            programme=programme,
        )
    count = len(proposals.wordings) + len(proposals.matches)
    if count:
        yield counted(
            _(
                "{count} proposal to decide: slutrapport check {programme} --propose puts it "
                "into decisions/."
            ),
            _(
                "{count} proposals to decide: slutrapport check {programme} --propose puts them "
                "into decisions/."
            ),
            count,
            language,
            programme=programme,
        )
    if proposals.codings:
        yield counted(
            _(
                "{count} comment can be coded by theme: slutrapport check {programme} --propose "
                "makes the workbook for it."
            ),
            _(
                "{count} comments can be coded by theme: slutrapport check {programme} --propose "
                "makes the workbook for it."
            ),
            len(proposals.codings),
            language,
            programme=programme,
        )
    if not (overview.obstacle or find_faults(overview.open_problems)):
        yield translate(_("Next: slutrapport report {programme}"), language, programme=programme)


def describe_file(file: OverviewFile, language: Language) -> FileCard:
    """Return one file with its tables, and in a few words how it stands with it."""
    problems = [*file.problems, *(found for table in file.tables for found in table.problems)]
    groups = group_problems(problems, language)
    faults = sum(group.count for group in groups if group.severity is not Severity.NOTE)
    if faults:
        verdict = translate(_("{count} to correct"), language, count=faults)
    elif file.tables:
        verdict = translate(_("nothing to correct"), language)
    elif file.corrected_by:
        verdict = translate(_("{file} is read instead"), language, file=file.corrected_by)
    else:
        verdict = translate(_("not read"), language)
    return FileCard(
        file=file.file,
        verdict=verdict,
        is_clean=not faults,
        tables=tuple(describe_table(table, language) for table in file.tables),
        causes=tuple(list_causes(file.problems, language)),
    )


def describe_table(table: RecognisedTable, language: Language) -> TableCard:
    """Return one table: as what it was recognised and why, its rows, its columns, its causes."""
    export, account = table.export, table.account
    what = [translate(export.tool.name, language), translate(KINDS[export.kind], language)]
    session = account.session if account else export.session
    if session is not None:
        what.append(translate(_("session {number}"), language, number=session))
    return TableCard(
        sheet=export.sheet,
        tool=", ".join(what),
        reason=translate(export.reason, language),
        header=describe_header(export.header_rows, language),
        rows=count_rows(table, language),
        matched=count_matched(table, language),
        columns=tuple(describe_column(column, export.kind, language) for column in table.columns),
        causes=tuple(list_causes(table.problems, language)),
    )


def describe_header(rows: tuple[int, ...], language: Language) -> str:
    """Return in which rows the header stands."""
    message = _("header in row {rows}") if len(rows) == 1 else _("header in rows {rows}")
    return translate(message, language, rows=", ".join(map(str, rows)))


def count_rows(table: RecognisedTable, language: Language) -> str:
    """Return rows read = rows used + rows excluded; only those read where nobody counted."""
    account = table.account
    if account is None:
        return translate(_("{count} rows read"), language, count=len(table.export.responses))
    return translate(
        _("{read} rows read = {used} used + {excluded} excluded"),
        language,
        read=account.rows_read,
        used=account.rows_used,
        excluded=account.rows_read - account.rows_used,
    )


def count_matched(table: RecognisedTable, language: Language) -> str:
    """Return how many questions match an item, or how many columns of a list have a use."""
    if table.export.kind is ExportKind.SURVEY:
        asked = [one for one in table.columns if one.item_id or one.role is ColumnRole.QUESTION]
        return translate(
            _("{matched} of {count} questions match an item"),
            language,
            matched=sum(bool(one.item_id) for one in asked),
            count=len(asked),
        )
    known = sum(one.role is not ColumnRole.QUESTION for one in table.columns)
    return translate(
        _("{known} of {count} columns are known"),
        language,
        known=known,
        count=len(table.columns),
    )


def describe_column(column: ColumnUse, kind: ExportKind, language: Language) -> ColumnLine:
    """Return one column with the item that it asks, or what else it is for."""
    is_question = column.role is ColumnRole.QUESTION and not column.item_id
    use = column.item_id or translate(ROLES[column.role], language)
    if is_question and kind is not ExportKind.SURVEY:
        use = translate(_("not used"), language)
    return ColumnLine(column.cell, column.header, use, is_question and kind is ExportKind.SURVEY)


def list_causes(problems: Iterable[Problem], language: Language) -> Iterator[CauseLine]:
    """Yield a line for each cause: in how many cells it is, and in which."""
    for group in group_problems(problems, language):
        yield CauseLine(
            group.spots, group.title, name_cells(group, language), group.reach, group.severity
        )


def name_cells(group: ProblemGroup, language: Language) -> str:
    """Return the cells of a group, the first few where they are many."""
    cells = [
        cell
        for advice in group.advice
        for discovery in advice.discoveries
        for cell in discovery.cells.split(", ")
        if cell
    ]
    more = len(cells) - MOST_CELLS
    named = ", ".join(cells[:MOST_CELLS])
    if more > 0:
        return translate(_("{cells} and {count} more"), language, cells=named, count=more)
    return named
