"""Measures of the change projects at home, and of money."""

from flows.aggregate.definitions.definition import Definition
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.translations import _

PROJECTS = {
    Measure.CHANGE_PROJECTS: Definition(
        Unit.PROJECTS,
        _(
            "Change projects. A project may use several methods. "
            "Base: projects for which the question was answered."
        ),
        _("count(change projects), of a stage or method where one is named"),
    ),
    Measure.USERS_INVOLVED: Definition(
        Unit.PROJECTS,
        _(
            "Change projects in which users were involved. "
            "Base: projects for which the question was answered."
        ),
        _("count(change projects: users involved = yes)"),
    ),
    Measure.BUDGET: Definition(
        Unit.SEK,
        _("Budget in kronor, from the programme workbook."),
        _("sum(budget)"),
    ),
    Measure.OUTCOME: Definition(
        Unit.SEK,
        _(
            "Outcome in kronor: the costs booked in the cost exports or, where there are none, "
            "the outcome in the programme workbook."
        ),
        _("sum(costs booked), or sum(outcome) where there are none"),
    ),
    Measure.GRANT: Definition(
        Unit.SEK,
        _("The funder’s grant in kronor, from the programme workbook."),
        _("the cell itself"),
    ),
    Measure.DEVIATION: Definition(
        Unit.SEK,
        _("Outcome less budget, in kronor."),
        _("sum(outcome) − sum(budget)"),
    ),
    Measure.DEVIATION_SHARE: Definition(
        Unit.RATIO,
        _("Outcome less budget, as a share of the budget."),
        _("(sum(outcome) − sum(budget)) / sum(budget)"),
    ),
    Measure.CO_FUNDING: Definition(
        Unit.SEK,
        _("The parties’ own funding in kronor, from the programme workbook."),
        _("the cell itself"),
    ),
    Measure.REMAINS: Definition(
        Unit.SEK,
        _("Grant and co-funding less the outcome, in kronor."),
        _("grant + co-funding − sum(outcome)"),
    ),
    Measure.PROJECTS_UNNAMED: Definition(
        Unit.PROJECTS,
        _(
            "Change projects whose title no person approved for printing. "
            "Base: change projects that were described."
        ),
        _("count(change projects) − count(approved titles)"),
    ),
}
