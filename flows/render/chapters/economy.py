"""Economy: budget, outcome and deviation, and both against the grant."""

from dataclasses import dataclass

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.alternatives.outcomes import Cost, describe_costs
from flows.render.charts.bars import BarRow, draw_bars
from flows.render.exhibits import Chart, Column, Row, Table, headline, make_chart, make_table
from flows.render.figures import Figure
from flows.render.headings import Heading
from flows.render.material import Material
from flows.render.notation import NO_ANSWERS_SIGN
from flows.render.pictures import split_evenly

MOST_BARS = 30


@dataclass(frozen=True, slots=True)
class Economy:
    """The chapter on money; tables are None where the workbook has no budget.

    `parties` is None where there is one party only.
    """

    heading: Heading
    prose: str
    chart: Chart | None
    categories: Table | None
    parties: Table | None
    grant: Table


def make_economy(material: Material, heading: Heading) -> Economy:
    """Return budget and outcome by category and by party, and against the grant."""
    names = material.indicators.by_name
    groups = [name.group for name in names if name.measure is Measure.BUDGET]
    categories = in_budget_order(
        material, [group for group in groups if group == Group(category=group.category)]
    )
    parties = [group for group in groups if group == Group(party=group.party) and group.party]
    say = material.notation.say
    return Economy(
        heading,
        material.prose(Section.ECONOMY),
        chart_categories(material, categories),
        tabulate(
            material,
            "table-categories",
            say(_("Budget and outcome by cost category, in kronor")),
            [(material.word(group.category), group) for group in categories],
        ),
        tabulate(
            material,
            "table-parties",
            say(_("Budget and outcome by party, in kronor")),
            [(group.party, group) for group in parties],
        )
        if len(parties) > 1
        else None,
        tabulate_grant(material),
    )


def in_budget_order(material: Material, groups: list[Group]) -> list[Group]:
    """Return the categories in the order of the workbook, those without a budget last."""
    order = list(dict.fromkeys(line.category for line in material.programme.budget))
    named = [group for group in groups if group.category]
    return sorted(
        named,
        key=lambda group: (
            order.index(group.category) if group.category in order else len(order),
            group.category,
        ),
    )


def tabulate(
    material: Material, anchor: str, title: str, groups: list[tuple[str, Group]]
) -> Table | None:
    """Return budget, outcome and deviation of each of `groups` and in all."""
    notation = material.notation
    if not groups:
        return None
    columns = [
        Column(notation.say(_("Cost")), is_number=False),
        Column(notation.say(_("Budget"))),
        Column(notation.say(_("Outcome"))),
        Column(notation.say(_("Deviation"))),
        Column(notation.say(_("Deviation, per cent"))),
    ]
    rows = [
        Row(
            (
                name,
                material.words(Measure.BUDGET, group=group),
                material.words(Measure.OUTCOME, group=group),
                *write_deviation(material, group),
            ),
            is_total=group == EVERYBODY,
        )
        for name, group in [*groups, (notation.say(_("In all")), EVERYBODY)]
    ]
    return make_table(anchor, title, columns, rows, notation)


def write_deviation(material: Material, group: Group) -> tuple[Figure, Figure]:
    """Return outcome less budget in kronor, and as a share of the budget, with their signs."""
    deviation = material.value(Measure.DEVIATION, group=group)
    share = material.value(Measure.DEVIATION_SHARE, group=group)
    sign = NO_ANSWERS_SIGN
    return (
        material.figure(
            sign if deviation is None else material.notation.change(deviation),
            Measure.DEVIATION,
            group=group,
        ),
        material.figure(
            sign if share is None else material.notation.percent_change(share),
            Measure.DEVIATION_SHARE,
            group=group,
        ),
    )


def tabulate_grant(material: Material) -> Table:
    """Return grant, co-funding, outcome and what remains."""
    notation, project = material.notation, material.programme.project
    lines = [
        (notation.say(_("Grant from {funder}"), funder=project.funder), Measure.GRANT),
        *([(notation.say(_("Co-funding")), Measure.CO_FUNDING)] if project.co_funding_sek else []),
        (notation.say(_("Outcome")), Measure.OUTCOME),
        (notation.say(_("Remains")), Measure.REMAINS),
    ]
    columns = [
        Column(notation.say(_("Funding")), is_number=False),
        Column(notation.say(_("Kronor"))),
    ]
    rows = [
        Row((name, material.words(measure)), is_total=measure is Measure.REMAINS)
        for name, measure in lines
    ]
    title = notation.say(_("The outcome against the grant, in kronor"))
    return make_table("table-grant", title, columns, rows, notation)


def chart_categories(material: Material, categories: list[Group]) -> Chart | None:
    """Return the outcome of each category as a bar and its budget as a line."""
    notation = material.notation
    amounts = {
        group: (
            material.value(Measure.BUDGET, group=group) or 0,
            material.value(Measure.OUTCOME, group=group),
        )
        for group in categories
    }
    longest = max((max(budget, outcome or 0) for budget, outcome in amounts.values()), default=0)
    if not longest:
        return None
    rows = [
        BarRow(
            material.word(group.category),
            max(0.0, outcome) / longest if outcome is not None else None,
            notation.say(
                _("{outcome} of {budget}"),
                outcome=notation.number(outcome),
                budget=notation.number(budget),
            )
            if outcome is not None
            else notation.say(_("outcome not known")),
            goal=max(0.0, budget) / longest,
        )
        for group, (budget, outcome) in amounts.items()
    ]
    totals = material.amount(Measure.BUDGET), material.amount(Measure.OUTCOME)
    alternative = describe_costs(
        [
            Cost(material.word(group.category), budget, outcome)
            for group, (budget, outcome) in amounts.items()
        ],
        totals,
        notation,
    )
    return make_chart(
        "chart-economy",
        headline(
            notation.say(_("Outcome and budget by cost category")),
            notation.say(_("{outcome} of {budget}"), outcome=totals[1], budget=totals[0]),
        ),
        notation.say(_("Kronor; the bar is the outcome, the line the budget.")),
        [draw_bars(part, alternative) for part in split_evenly(rows, MOST_BARS)],
        notation,
        figures=[
            *totals,
            *(
                material.words(measure, group=group)
                for group in categories
                for measure in (Measure.BUDGET, Measure.OUTCOME)
            ),
        ],
    )
