"""What a command says of the runs it made."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows.chain.nights import Night
from flows.chain.runs import WrittenRun
from flows.programme.coding_layouts import CODING_FILE
from flows.programme.exceptions import RunStoppedError
from flows.programme.languages import Language
from flows.programme.translations import _, counted, translate
from flows.submit.verification import ChangedFile, Difference
from flows.terminal.problems import count_problems

DECIDE = _("To decide, by yes or no in decisions/")
CODE_THEMES = _("To code by theme, in decisions/")
DIFFERENCES = {
    Difference.MISSING: _("is missing"),
    Difference.CHANGED: _("is changed"),
    Difference.ADDED: _("was added"),
}


def print_run(console: Console, run: WrittenRun) -> None:
    """Print the problems counted and where they are listed, then, last, the path of each PDF."""
    outcome = run.outcome
    counts = count_problems(outcome.faults, outcome.notes, outcome.acknowledged, outcome.language)
    if outcome.faults or outcome.notes:
        counts = f"{counts}: {run.folder / f'problems.{outcome.language}.html'}"
    console.print(Text(counts), soft_wrap=True)
    if run.corrections:
        many = counted(
            _("{count} correction workbook"),
            _("{count} correction workbooks"),
            len(run.corrections),
            outcome.language,
        )
        folder = run.corrections[0].parent
        console.print(Text(f"{many}: {folder}"), soft_wrap=True)
    for workbook in run.proposals:
        is_coding = workbook.stem.startswith(CODING_FILE)
        todo = CODE_THEMES if is_coding else DECIDE
        line = f"{translate(todo, outcome.language)}: {workbook}"
        console.print(Text(line), soft_wrap=True)
    for report in run.reports:
        console.print(Text(str(report)), soft_wrap=True)  # one line, for whoever copies the path


def print_nights(console: Console, nights: Iterable[Night], language: Language) -> None:
    """Print a line for each programme: what was done, or why it failed."""
    for night in nights:
        console.print(
            Text.assemble((night.programme, "bold"), f": {describe_night(night, language)}")
        )


def describe_night(night: Night, language: Language) -> str:
    """Return what came of a programme in a few words."""
    if night.run is None:
        reason = describe_failure(night.failure, language)
        return translate(_("failed. {reason}"), language, reason=reason)
    outcome = night.run.outcome
    done = translate(_("reported") if night.is_new else _("unchanged"), language)
    counts = count_problems(outcome.faults, outcome.notes, outcome.acknowledged, language)
    return f"{done}, {counts}"


def describe_failure(failure: Exception | None, language: Language) -> str:
    """Return why a programme failed; of a bug only its class, as its words may quote a cell."""
    if isinstance(failure, RunStoppedError):
        return failure.in_language(language)
    return f"{type(failure).__name__} {failure or ''}".strip()


def print_changes(
    console: Console, folder: Path, changes: tuple[ChangedFile, ...], language: Language
) -> None:
    """Print a line for each file that is not as it was written, or that none is."""
    for change in changes:
        console.print(Text(f"{change.file} {translate(DIFFERENCES[change.difference], language)}"))
    if not changes:
        unchanged = translate(_("{folder} is as it was written."), language, folder=str(folder))
        console.print(Text(unchanged))
