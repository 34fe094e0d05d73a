"""Problems as lines on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from flows.programme.languages import Language
from flows.programme.problem_catalogue import severity_of
from flows.programme.problems import Problem, Severity
from flows.programme.translations import _, counted, translate
from flows.render.problem_groups import Discovery, ProblemGroup, group_problems

STYLES = {
    Severity.BLOCKS_SUBMISSION: "bold red",
    Severity.FILE_REJECTED: "bold red",
    Severity.ROW_EXCLUDED: "bold yellow",
    Severity.NOTE: "bold cyan",
}


def print_problems(console: Console, problems: Iterable[Problem], language: Language) -> None:
    """Print `problems` by cause, the gravest first, with what to do about each."""
    for group in group_problems(problems, language):
        console.print(headline(group))
        for line in describe_group(group, language):
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
        console.print()


def headline(group: ProblemGroup) -> Text:
    """Return a group's headline: how many cells, its cause, how far it reaches, its code."""
    return Text.assemble(
        f"{group.spots}: ",
        (group.title, STYLES[group.severity]),
        f" · {group.reach}",
        (f" · {group.code}", "dim"),
    )


def describe_group(group: ProblemGroup, language: Language) -> Iterator[Text]:
    """Yield where things were found, a line each, and below them what to do."""
    for advice in group.advice:
        yield from map(describe_discovery, advice.discoveries)
        expected = translate(_("Expected: {expected}"), language, expected=advice.expected)
        yield Text(expected, style="dim")
        yield Text(f"→ {advice.remedy}")


def describe_discovery(discovery: Discovery) -> Text:
    """Return one line: the table, its cells, how many they are if several, and what was found."""
    cells = f" › {discovery.cells}" if discovery.cells else ""
    several = f" ({discovery.spots})" if discovery.count > 1 else ""
    return Text.assemble((f"{discovery.table}{cells}", "bold"), f"{several}: {discovery.found}")


def sum_up_problems(
    open_problems: Iterable[Problem], acknowledged: Iterable[Problem], language: Language
) -> str:
    """Return one sentence that counts the problems."""
    severities = [severity_of(problem) for problem in open_problems]
    notes = severities.count(Severity.NOTE)
    return count_problems(len(severities) - notes, notes, len(tuple(acknowledged)), language)


def count_problems(faults: int, notes: int, acknowledged: int, language: Language) -> str:
    """Return how many problems there are to correct, to know of, and acknowledged."""
    return ", ".join(
        (
            counted(
                _("{count} problem to correct"), _("{count} problems to correct"), faults, language
            ),
            counted(_("{count} note"), _("{count} notes"), notes, language),
            translate(_("{count} acknowledged"), language, count=acknowledged),
        )
    )
