"""Measures of answers: how they are spread, what is missing, and whether they go together."""

from flows.aggregate.definitions.definition import Definition
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.translations import _

ANSWERS = {
    Measure.ANSWERS: Definition(
        Unit.ANSWERS,
        _(
            "How many gave this answer, or, where no answer is named, how many answered at all. "
            "Base: valid answers; in multiple choice, respondents who chose at least one."
        ),
        _("count(valid answers = the answer), or count(valid answers) where none is named"),
    ),
    Measure.MISSING: Definition(
        Unit.ANSWERS,
        _("How many gave no valid answer, for the reason named. Base: everybody who was asked."),
        _("count(answers = the kind of missing)"),
    ),
    Measure.SHARE: Definition(
        Unit.FRACTION,
        _(
            "The share who gave this answer. Answers such as “don’t know” are left out. "
            "Base: valid answers; in multiple choice, respondents who chose at least one."
        ),
        _("count(valid answers = the answer) / count(valid answers)"),
    ),
    Measure.SHARE_FAVOURABLE: Definition(
        Unit.FRACTION,
        _(
            "The share who gave a favourable answer, as the programme workbook’s scale marks "
            "them. Answers such as “don’t know” are left out. Base: valid answers."
        ),
        _("count(valid answers = favourable) / count(valid answers)"),
    ),
    Measure.SHARE_FAVOURABLE_LOW: Definition(
        Unit.FRACTION,
        _(
            "The favourable share if everybody present without a valid answer had been "
            "unfavourable. Base: participants present, once for each session."
        ),
        _("count(valid answers = favourable) / count(marks = present)"),
    ),
    Measure.SHARE_FAVOURABLE_HIGH: Definition(
        Unit.FRACTION,
        _(
            "The favourable share if everybody present without a valid answer had been "
            "favourable. Base: participants present, once for each session."
        ),
        _(
            "(count(valid answers = favourable) + count(marks = present) − count(valid answers)) / "
            "count(marks = present)"
        ),
    ),
    Measure.MEDIAN: Definition(
        Unit.POINTS,
        _(
            "The middle answer; with an even number, the midpoint of the two in the middle. "
            "Answers such as “don’t know” are left out. Base: valid answers."
        ),
        _("median(values of the valid answers)"),
    ),
    Measure.MEAN: Definition(
        Unit.POINTS,
        _(
            "The mean of the answers in scale points. "
            "Answers such as “don’t know” are left out. Base: valid answers."
        ),
        _("sum(values of the valid answers) / count(valid answers)"),
    ),
    Measure.COMMENTS: Definition(
        Unit.COMMENTS,
        _("Free-text answers that are not empty."),
        _("count(free-text answers that are not empty)"),
    ),
    Measure.ALPHA: Definition(
        Unit.COEFFICIENT,
        _(
            "Cronbach’s alpha: how far the questions of an index go together; 1 is completely. "
            "Base: those who answered every question of it."
        ),
        _("k / (k − 1) × (1 − sum(variances of the k questions) / variance(their sum))"),
    ),
    Measure.ALPHA_LOW: Definition(
        Unit.COEFFICIENT,
        _(
            "The lower end of Feldt’s 95% interval of Cronbach’s alpha, by SciPy {scipy}. "
            "Base: those who answered every question of the index."
        ),
        _("1 − (1 − alpha) × F(0.975; n − 1, (n − 1)(k − 1))"),
    ),
    Measure.ALPHA_HIGH: Definition(
        Unit.COEFFICIENT,
        _(
            "The upper end of Feldt’s 95% interval of Cronbach’s alpha, by SciPy {scipy}. "
            "Base: those who answered every question of the index."
        ),
        _("1 − (1 − alpha) × F(0.025; n − 1, (n − 1)(k − 1))"),
    ),
}
