"""Reports made of drawn datasets, so that a test shows what goes in and what is printed."""

from dataclasses import replace
from datetime import date

from flows.aggregate.aggregation import aggregate
from flows.aggregate.goals import judge_goals
from flows.aggregate.indicators import sort_indicators
from flows.aggregate.report_counts import count_goals, count_suppressed
from flows.programme.goals import Goal
from flows.programme.languages import Bilingual, Language
from flows.programme.places import Place
from flows.programme.programme import Profile
from flows.programme.texts import Section, Text
from flows.render.report import Report, make_report
from flows.render.run_facts import RunFacts
from flows.render.text_binding import bind_texts
from flows.validate.dataset import ApprovedQuote, Dataset
from tests.aggregate.dataset_drawing import draw_dataset

YEAR = draw_dataset(
    register="""
        | key | role   | organisation_type |
        | A   | ledare | kommun            |
        | B   | ledare | kommun            |
        | C   | chef   | kommun            |
        | D   | chef   | landsting         |
    """,
    attendance="""
        | who | 1 | 2 |
        | A   | x | x |
        | B   | x | - |
        | C   | x | x |
        | D   | x | - |
    """,
    answers="""
        | who | session | wave   | benefit | rating | recommend | methods | voice | skill |
        | A   | 1       |        | 5       | 8      | ja        | ja; nej | Bra!  | -     |
        | B   | 1       |        | 4       | 9      | ja        | ja      |       | -     |
        | C   | 1       |        | 2       | 7      | nej       | nej     |       | -     |
        | A   | 2       |        | 3       | 6      | ja        | ja      |       | -     |
        | C   | 2       |        | vet ej  | 6      | ja        | annat   |       | -     |
        | A   |         | before | -       | -      | -         | -       | -     | 2     |
        | B   |         | before | -       | -      | -         | -       | -     | 3     |
        | C   |         | before | -       | -      | -         | -       | -     | 3     |
        | A   |         | after  | -       | -      | -         | -       | -     | 4     |
        | B   |         | after  | -       | -      | -         | -       | -     | 3     |
        | C   |         | after  | -       | -      | -         | -       | -     | 2     |
    """,
    projects="""
        | type   | stage | methods        | users |
        | kommun | Test  | Prototyp       | ja    |
        | kommun | Idé   | Prototyp; Test | nej   |
    """,
    budget="""
        | category | party | budget | outcome |
        | Personal | FoU   | 300000 | 320000  |
        | Resor    | FoU   | 168000 | 120000  |
    """,
    grant_sek=468_000,
)
"""A small year: four participants, two sessions, and something of everything."""

EMPTY = draw_dataset()
"""A programme workbook without participants, and no exports at all."""

FACTS = RunFacts(date(2017, 2, 24), "a1b2c3d4", is_draft=True, software_version="0.1.0")
FINAL = replace(FACTS, is_draft=False)


def draw_report(
    dataset: Dataset = YEAR,
    *,
    texts: dict[Section, str] | None = None,
    goals: tuple[Goal, ...] = (),
    facts: RunFacts = FACTS,
    language: Language = Language.SV,
) -> Report:
    """Return the report of `dataset` with `texts` bound and `goals` judged."""
    programme = replace(dataset.programme, goals=goals)
    dataset = replace(dataset, programme=programme)
    indicators = aggregate(dataset)
    outcomes, _ = judge_goals(programme, indicators)
    counted = (*count_goals(outcomes), *count_suppressed(programme, indicators))
    indicators = sort_indicators((*indicators, *counted))
    files = tuple(
        Text(section, language, f"texts/{section}.{language}.md", body)
        for section, body in (texts or {}).items()
    )
    bound, _ = bind_texts(files, programme, indicators, (language,))
    return make_report(dataset, indicators, outcomes, (), bound, facts, language)


def with_threshold(dataset: Dataset, threshold: int) -> Dataset:
    """Return `dataset` with groups smaller than `threshold` protected."""
    profile = Profile(suppression_threshold=threshold)
    return replace(dataset, programme=replace(dataset.programme, profile=profile))


def with_quotes(dataset: Dataset, *quotes: str) -> Dataset:
    """Return `dataset` with approved `quotes`."""
    return replace(dataset, quotes=tuple(map(ApprovedQuote, quotes)))


def with_wordings(dataset: Dataset, wording: str) -> Dataset:
    """Return `dataset` with every item worded alike."""
    items = tuple(replace(item, wording=Bilingual(wording)) for item in dataset.programme.items)
    return replace(dataset, programme=replace(dataset.programme, items=items))


def row_of(table, heading: str) -> tuple[str, ...]:
    """Return the cells of the table's row with `heading`, without the heading."""
    return next(row.words[1:] for row in table.rows if row.words[0] == heading)


PLACE = Place("programme.xlsx", "Mål", 2, 1)
