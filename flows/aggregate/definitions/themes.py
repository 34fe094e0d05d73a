"""Measures of the coding of comments: themes, and how well two coders agree."""

from flows.aggregate.definitions.definition import Definition
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.translations import _

THEMES = {
    Measure.CODED_COMMENTS: Definition(
        Unit.COMMENTS,
        _("Comments that a person read and gave one theme or several. Base: comments written."),
        _("count(comments with at least one theme)"),
    ),
    Measure.CODING_LAPSED: Definition(
        Unit.ROWS,
        _(
            "Rows of the coding workbooks that are not counted, because the comment has changed "
            "or is gone or because rows contradict each other. Base: rows read."
        ),
        _("count(rows whose comment has changed, is gone or is coded in two ways)"),
    ),
    Measure.THEME_COMMENTS: Definition(
        Unit.COMMENTS,
        _(
            "Comments to which the first coder gave the theme; one comment may have several. "
            "Base: coded comments in answer to the question."
        ),
        _("count(coded comments with the theme)"),
    ),
    Measure.THEME_RESPONDENTS: Definition(
        Unit.PERSONS,
        _(
            "The least number of people who can have written the coded comments in answer to the "
            "question: the anonymous of different sessions may be the same."
        ),
        _("max(people known by name or code; largest number of people at one session)"),
    ),
    Measure.AGREEMENT: Definition(
        Unit.FRACTION,
        _(
            "Comments about which two coders agree, as a share: whether they have the theme or, "
            "where none is named, which themes they have. Base: comments that both coded."
        ),
        _("count(comments that both gave, or both did not give, the theme) / base"),
    ),
    Measure.KAPPA: Definition(
        Unit.COEFFICIENT,
        _(
            "Cohen’s kappa: how far two coders agree on the theme beyond chance; 1 is "
            "completely, 0 no better than chance. Base: comments that both coded."
        ),
        _("(agreement − agreement by chance) / (1 − agreement by chance)"),
    ),
}
