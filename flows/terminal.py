"""What the commands say on a terminal: laid out there, plain lines anywhere else."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from flows.programme.languages import Language
from flows.programme.problem_catalogue import severity_of
from flows.programme.problems import Problem, Severity
from flows.programme.translations import _, translate
from flows.submit.problem_groups import Advice, Discovery, ProblemGroup, group_problems

WIDTH_WITHOUT_TERMINAL = 10_000
"""A line of a pipe or a log is as long as it is; only a terminal wraps."""

STYLES = {
    Severity.BLOCKS_SUBMISSION: "bold red",
    Severity.FILE_REJECTED: "bold red",
    Severity.ROW_EXCLUDED: "bold yellow",
    Severity.NOTE: "bold cyan",
}


def open_console(*, is_error: bool = False) -> Console:
    """Return the console of standard output, or of standard error."""
    stream = sys.stderr if is_error else sys.stdout
    width = None if stream.isatty() else WIDTH_WITHOUT_TERMINAL
    return Console(file=stream, width=width, highlight=False)


def counted(one: str, many: str, count: int, language: Language) -> str:
    """Return `one` or `many` with its {count}, for languages with one singular and one plural."""
    return translate(one if count == 1 else many, language, count=count)


def print_problems(console: Console, problems: Iterable[Problem], language: Language) -> None:
    """Print `problems` by cause, the gravest first, with what to do about each."""
    for group in group_problems(problems, language):
        console.print(headline(group, language))
        for advice in group.advice:
            console.print(Padding(describe_advice(advice, language), (0, 0, 0, 2), expand=False))
        console.print()


def headline(group: ProblemGroup, language: Language) -> Text:
    """Return a group's headline: its cause, how many places, and how far it reaches."""
    count = counted(_("{count} place"), _("{count} places"), group.count, language)
    return Text.assemble((group.title, STYLES[group.severity]), f" · {count} · {group.reach}")


def describe_advice(advice: Advice, language: Language) -> Text:
    """Return where things were found, a line each, and below them what to do."""
    expected = translate(_("Expected: {expected}"), language, expected=advice.expected)
    return Text("\n").join(
        (
            *(describe_discovery(discovery, language) for discovery in advice.discoveries),
            Text(expected, style="dim"),
            Text(f"→ {advice.remedy}"),
        )
    )


def describe_discovery(discovery: Discovery, language: Language) -> Text:
    """Return one line: the table, its cells, how many they are if several, and what was found."""
    cells = f" › {discovery.cells}" if discovery.cells else ""
    count = counted(_("{count} cell"), _("{count} cells"), discovery.count, language)
    several = f" ({count})" if discovery.count > 1 else ""
    return Text.assemble((f"{discovery.table}{cells}", "bold"), f"{several}: {discovery.found}")


def sum_up_problems(
    open_problems: Iterable[Problem], acknowledged: Iterable[Problem], language: Language
) -> str:
    """Return one sentence that counts the problems: to put right, to know, acknowledged."""
    severities = [severity_of(problem) for problem in open_problems]
    notes = severities.count(Severity.NOTE)
    faults = len(severities) - notes
    return ", ".join(
        (
            counted(
                _("{count} problem to correct"), _("{count} problems to correct"), faults, language
            ),
            counted(_("{count} note"), _("{count} notes"), notes, language),
            translate(_("{count} acknowledged"), language, count=len(tuple(acknowledged))),
        )
    )
