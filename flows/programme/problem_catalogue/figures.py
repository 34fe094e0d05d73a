"""Problems of figures, budget and placeholders in texts."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

FIGURES: dict[str, Entry] = {
    "budget-unbalanced": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("The budget does not match the funding"),
        _("The budget adds up to {budget} kronor."),
        _("{funding} kronor: the grant and the co-funding together."),
        _("Correct the sheet Economy, or the grant and the co-funding in the sheet Project."),
    ),
    "outcome-above-funding": Entry(
        Severity.NOTE,
        _("The outcome is higher than the funding"),
        _("The outcome adds up to {outcome} kronor."),
        _("At most {funding} kronor: the grant and the co-funding together."),
        _("Check the outcome, and say in the text on deviations who pays the rest."),
    ),
    "outcome-missing": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A budget line has no outcome"),
        _("{category} has neither an outcome here nor costs in a cost export."),
        _("What the category has cost; 0 if it cost nothing."),
        _("Fill in the outcome, or put the cost export into the programme folder."),
    ),
    "outcome-differs": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Two outcomes that differ"),
        _("{category}: {stated} kronor here, {booked} kronor in the cost export."),
        _("The same amount in both places, or an amount in only one of them."),
        _("Empty the outcome here to let the cost export decide, or correct what is wrong."),
    ),
    "budget-deviation": Entry(
        Severity.NOTE,
        _("A cost category deviates much from the budget"),
        _("{category}: an outcome of {outcome} kronor against a budget of {budget} kronor."),
        _("A deviation of at most {limit_pct} % of the budget."),
        _("Explain the deviation in the text on deviations; the funder may have to approve it."),
    ),
    "indirect-costs-high": Entry(
        Severity.NOTE,
        _("Indirect costs above the funder’s limit"),
        _("{party}: {indirect} kronor in indirect costs, {personnel} kronor in personnel costs."),
        _("Indirect costs of at most {limit_pct} % of the personnel costs."),
        _("Check the categories of the costs; the funder does not pay what is above the limit."),
    ),
    "placeholder-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A text asks for a figure that does not exist"),
        _("Nothing is called {{{{ {name} }}}}."),
        _("The name of a figure, for example {{{{ {nearest} }}}}."),
        _("Correct the placeholder on this line of the text."),
    ),
    "placeholder-without-value": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A text asks for a figure that has no value"),
        _("{{{{ {name} }}}} has no value: not asked, not answered, or about too few people."),
        _("A figure that the report may print."),
        _("Rewrite the sentence without the figure, or choose one that has a value."),
    ),
    "placeholder-unclosed": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A placeholder in a text is not closed"),
        _("Two curly brackets without their pair in the same paragraph."),
        _("Two curly brackets on each side of the name, in one paragraph."),
        _("Put the whole placeholder in one paragraph and close it."),
    ),
    "text-too-long": Entry(
        Severity.NOTE,
        _("A section of the summary is long"),
        _("{count} characters."),
        _("At most {limit} characters, as the funder’s form usually takes."),
        _("Shorten the text, or raise the limit in the profile sheet if the form takes more."),
    ),
}
