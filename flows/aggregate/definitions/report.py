"""What the measures of the report itself count: its goals, rows, quotes, gaps and problems."""

from flows.aggregate.definitions.definition import Definition
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.translations import _

REPORT = {
    Measure.QUOTES: Definition(
        Unit.COMMENTS,
        _("Comments, or passages of them, that a person approved for printing. Base: comments."),
        _("count(approved quotes)"),
    ),
    Measure.GOALS: Definition(
        Unit.GOALS,
        _("Goals in the programme workbook."),
        _("count(goals)"),
    ),
    Measure.GOALS_REACHED: Definition(
        Unit.GOALS,
        _("Goals whose outcome, unrounded, keeps the rule in the programme workbook. Base: goals."),
        _("count(goals: outcome keeps the rule)"),
    ),
    Measure.GOALS_PARTLY_REACHED: Definition(
        Unit.GOALS,
        _(
            "Goals whose outcome, unrounded, misses the target and keeps within the bound of what "
            "the programme workbook counts as partly reached. Base: goals."
        ),
        _("count(goals: outcome beyond the target, up to the bound)"),
    ),
    Measure.TARGET: Definition(
        Unit.POINTS,
        _("The target of a goal in the unit of its indicator, from the programme workbook."),
        _("the cell itself"),
    ),
    Measure.UPPER_TARGET: Definition(
        Unit.POINTS,
        _(
            "The highest outcome that reaches a goal, in the unit of its indicator, from the "
            "programme workbook."
        ),
        _("the cell itself"),
    ),
    Measure.PARTLY_TARGET: Definition(
        Unit.POINTS,
        _(
            "The outcome farthest from the target that counts as partly reached, in the unit of "
            "the goal’s indicator, from the programme workbook."
        ),
        _("the cell itself"),
    ),
    Measure.TABLES: Definition(
        Unit.TABLES,
        _("Tables that were read, by the kind of export."),
        _("count(tables)"),
    ),
    Measure.ROWS_READ: Definition(
        Unit.ROWS,
        _("Rows below the headers that hold anything: rows used and rows excluded together."),
        _("count(rows below the headers that hold anything)"),
    ),
    Measure.ROWS_USED: Definition(
        Unit.ROWS,
        _("Rows that figures are counted from. Base: rows read."),
        _("count(rows read) − count(rows excluded)"),
    ),
    Measure.ROWS_EXCLUDED: Definition(
        Unit.ROWS,
        _("Rows that no figure is counted from, each for the reason named. Base: rows read."),
        _("count(rows excluded), for the reason named"),
    ),
    Measure.ROWS_LINKED: Definition(
        Unit.ROWS,
        _(
            "Rows in which a person was looked for, and, where a way is named, those linked in "
            "that way or not linked for that reason. Base: rows in which a person was looked for."
        ),
        _("count(rows: way = the one named)"),
    ),
    Measure.CODES_UNPAIRED: Definition(
        Unit.PERSONS,
        _("Self-made codes that stand in one wave and in no other."),
        _("count(codes of the wave − codes of the other)"),
    ),
    Measure.CORRECTED: Definition(
        Unit.ROWS,
        _("Cells that hold something else, and rows removed or added, since the file’s export."),
        _("count(cells or rows: correction ≠ original)"),
    ),
    Measure.SMALLEST_GROUP: Definition(
        Unit.PERSONS,
        _("The fewest people that a figure is shown about, from the programme workbook."),
        _("the cell itself, 5 where it is empty"),
    ),
    Measure.FEWEST_VALUES: Definition(
        Unit.VALUES,
        _(
            "The fewest values that all that is shown leaves to a hidden count, unless its group "
            "is too small to have as many; from the programme workbook."
        ),
        _("the smallest group shown"),
    ),
    Measure.SUPPRESSED: Definition(
        Unit.FIGURES,
        _(
            "Figures that are not shown, so that nobody can be recognised. "
            "Base, for a reason: all figures that are not shown."
        ),
        _("count(figures not shown)"),
    ),
    Measure.PROBLEMS: Definition(
        Unit.PROBLEMS,
        _("Places in the files where a problem was found, acknowledged ones among them."),
        _("count(places)"),
    ),
}
