"""The catalogue of problems: each code's severity and its words, a module for each subject."""

from dataclasses import dataclass

from flows.programme.languages import Language
from flows.programme.places import column_letters
from flows.programme.problem_catalogue.answers import ANSWERS
from flows.programme.problem_catalogue.claims import CLAIMS
from flows.programme.problem_catalogue.coding import CODING
from flows.programme.problem_catalogue.corrections import CORRECTIONS
from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problem_catalogue.figures import FIGURES
from flows.programme.problem_catalogue.files import FILES
from flows.programme.problem_catalogue.goals import GOALS
from flows.programme.problem_catalogue.limits import LIMITS
from flows.programme.problem_catalogue.sheets import SHEETS
from flows.programme.problem_catalogue.texts import TEXTS
from flows.programme.problem_catalogue.translations import TRANSLATIONS
from flows.programme.problem_catalogue.workbook import WORKBOOK
from flows.programme.problems import Problem, Severity
from flows.programme.translations import _, translate

CATALOGUE: dict[str, Entry] = {
    **WORKBOOK,
    **TEXTS,
    **FILES,
    **SHEETS,
    **LIMITS,
    **CORRECTIONS,
    **CODING,
    **ANSWERS,
    **FIGURES,
    **GOALS,
    **CLAIMS,
    **TRANSLATIONS,
}


@dataclass(frozen=True, slots=True)
class ProblemText:
    """One problem as its reader sees it, in one language."""

    code: str
    severity: Severity
    place: str
    title: str
    found: str
    expected: str
    remedy: str


def severity_of(problem: Problem) -> Severity:
    """Return how far `problem` reaches."""
    return CATALOGUE[problem.code].severity


def describe(problem: Problem, language: Language) -> ProblemText:
    """Return `problem` in the words of `language`, with its place as in Excel."""
    entry = CATALOGUE[problem.code]
    values: dict[str, str | int] = dict(problem.parameters)
    return ProblemText(
        code=problem.code,
        severity=entry.severity,
        place=describe_place(problem, language),
        title=translate(entry.title, language),
        found=translate(entry.found, language, **values),
        expected=translate(entry.expected, language, **values),
        remedy=translate(entry.remedy, language, **values),
    )


def describe_place(problem: Problem, language: Language) -> str:
    """Return the place as "file › sheet › cell", with words for a row, a column or a line."""
    place = problem.place
    spot = place.cell
    if place.line:
        spot = translate(_("line {number}"), language, number=place.line)
    elif place.row and not place.column:
        spot = translate(_("row {number}"), language, number=place.row)
    elif place.column and not place.row:
        spot = translate(_("column {letters}"), language, letters=column_letters(place.column))
    return " › ".join(part for part in (place.table, spot) if part)
