"""Problems of what a text claims: marked sentences, and numbers typed by hand."""

from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problems import Severity
from flows.programme.translations import _

CLAIMS: dict[str, Entry] = {
    "claim-unknown": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A claim names nothing that can bear it out"),
        _("{mark} is neither a goal nor a comparison of like figures."),
        _("A goal such as mål=M2, or a comparison such as rose item=benefit > fell."),
        _("Correct what stands in the braces after the claim."),
    ),
    "claim-without-value": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Nothing bears out a claim"),
        _("{mark} has no value: not asked, not answered, or about too few people."),
        _("Figures that the report may print."),
        _("Rewrite the sentence without the claim, or tie it to figures that have a value."),
    ),
    "claim-contradicted": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("The figures say otherwise than a claim"),
        _("{mark} does not hold."),
        _("Figures that point the way that the sentence says."),
        _("Rewrite the sentence so that it says what the figures show."),
    ),
    "claim-unclosed": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("Braces do not make a claim"),
        _("A brace that is no part of [words]{{what bears them out}} in the same paragraph."),
        _("The claim in square brackets and what bears it out in braces, in one paragraph."),
        _("Put the whole claim in one paragraph, without a space or a link before the brace."),
    ),
    "number-differs": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A typed number differs from the figure"),
        _("The text says {number}; {name} is {expected}."),
        _("The figure itself, written {{{{ {name} }}}}."),
        _("Write the name of the figure in place of the number."),
    ),
    "number-unsupported": Entry(
        Severity.BLOCKS_SUBMISSION,
        _("A typed number is no figure of the report"),
        _("The text says {number}, which no figure of the report is."),
        _("A figure by its name in double braces, or no number."),
        _("Write the name of a figure in place of the number, or take the number out."),
    ),
    "number-typed": Entry(
        Severity.NOTE,
        _("A number is typed by hand"),
        _("The text says {number}, as {name} does now."),
        _("The figure itself, written {{{{ {name} }}}}."),
        _("Write the name of the figure, and it follows when the data change."),
    ),
    "number-word-differs": Entry(
        Severity.NOTE,
        _("A number in words is none of the figures that it may mean"),
        _("The text says “{words}”; {name} is {expected}."),
        _("The figure itself, written {{{{ {name} }}}}, or words that say what is counted."),
        _("Check the number, or write the name of a figure in its place."),
    ),
}
