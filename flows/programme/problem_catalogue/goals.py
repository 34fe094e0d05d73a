"""Problems of goals: what measures them, and the rule for their verdict."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

GOALS: dict[str, Entry] = {
    "workbook-indicator-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A goal's indicator is not understood"),
        _('{column} has the word "{found}", which is not known.'),
        _("A name such as attendance_rate or mean item=benefit session=3."),
        _("Correct the name; the README lists the measures."),
    ),
    "workbook-indicator-missing": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("No figure measures a goal"),
        _("{column} is empty, so nothing tells what came of the goal."),
        _("The name of a figure, such as attendance_rate or rose item=benefit."),
        _("Fill in the figure that shows it, or acknowledge that none does and say why."),
    ),
    "workbook-target-missing": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A goal has no target"),
        _("{column} is empty, so the goal’s figure is held against nothing."),
        _("A number, or a percentage such as 80%."),
        _("Fill in the target that the application set."),
    ),
    "workbook-upper-target-missing": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A goal lies between two targets, and one is missing"),
        _("The comparison is between, and {column} is empty."),
        _("The highest outcome that reaches the goal."),
        _("Fill it in, or choose another comparison."),
    ),
    "workbook-upper-target-unused": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("The upper target of a goal contradicts its comparison"),
        _("{column} is {found}, and the comparison is not between."),
        _("An empty cell, or the comparison between."),
        _("Empty the cell, or choose between as the comparison."),
    ),
    "workbook-upper-target-low": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("The upper target of a goal is not above the lower one"),
        _("{column} is {found}, and the target is {target}."),
        _("A number above {target}."),
        _("Correct one of the two; where only one outcome will do, choose exactly."),
    ),
    "workbook-partly-target-reaches": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("What counts as partly reached contradicts the target"),
        _("{column} is {found}, and that outcome reaches the goal already."),
        _("An outcome that misses the target."),
        _("Correct one of the two, or empty the cell if nothing counts as partly reached."),
    ),
    "workbook-target-impossible": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A target is no value that its figure can have"),
        _("{column} is {found}, which {indicator} can never be."),
        _("A whole number for what is counted, a value of the scale for medians and means."),
        _("Correct the target; a percent sign belongs to shares only."),
    ),
    "goal-indicator-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A goal names an indicator that cannot exist"),
        _("The programme workbook knows no {word}."),
        _("An item, a session, a role or another group that stands in the programme workbook."),
        _("Correct the name, or leave the cell empty if no figure measures the goal."),
    ),
    "goal-without-value": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A goal cannot be measured"),
        _("{indicator} has no value: not asked, not answered, or about too few people."),
        _("A published figure to hold against the target."),
        _("Choose an indicator with a value, or add the export that is missing."),
    ),
}
