"""The chart of one question as bars from zero: several choices to one answer, or a number."""

from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item
from flows.programme.translations import _
from flows.render.alternatives.answers import describe_shares
from flows.render.alternatives.figure_values import list_answers, value_of
from flows.render.alternatives.sentences import join, name_commonest
from flows.render.alternatives.sessions import describe_means
from flows.render.answer_rows import answer_figures, gap_reason
from flows.render.charts.bars import BarRow, draw_bars
from flows.render.exhibits import Chart, headline, make_chart
from flows.render.material import Material
from flows.render.occasions import list_occasions, sessions_of, tell_sessions
from flows.render.pictures import split_evenly

MOST_BARS = 34


def chart_choices(material: Material, item: Item) -> Chart:
    """Return how many chose each label, all sessions together, as bars."""
    notation = material.notation
    scale = material.programme.scale_of(item)
    labels = scale.valid_labels if scale else ()
    shares = {label: material.value(Measure.SHARE, item.item_id, label.code) for label in labels}
    rows = [
        BarRow(
            notation.choose(label.label),
            share,
            notation.say(
                _("{share}  ({count} answers)"),
                share=notation.percent(share),
                count=material.words(Measure.ANSWERS, item.item_id, label.code),
            )
            if share is not None
            else gap_reason(material, item, EVERYBODY),
        )
        for label, share in shares.items()
    ]
    base = material.base(Measure.SHARE, item.item_id, labels[0].code) if labels else ""
    answers = tuple(list_answers(material, item).values())
    alternative = describe_shares(
        notation.say(
            _("The share who gave each answer to “{item}” is compared, all sessions together."),
            item=notation.choose(item.wording),
        ),
        answers,
        notation.say(_("{base} people’s answers"), base=base),
        notation,
    )
    return make_chart(
        f"chart-{item.item_id}",
        headline(material.question(item), name_commonest(answers, notation)),
        notation.say(
            _("Share who chose each answer, all sessions together; {base} answered."), base=base
        ),
        [draw_bars(part, alternative) for part in split_evenly(rows, MOST_BARS)],
        notation,
        figures=answer_figures(material, item, [EVERYBODY]),
    )


def chart_numbers(material: Material, item: Item) -> Chart:
    """Return the mean of a number at each session, as bars from zero."""
    notation = material.notation
    means = {
        (name, group): material.value(Measure.MEAN, item.item_id, group=group)
        for name, group in list_occasions(material, item)
    }
    longest = max((mean for mean in means.values() if mean is not None), default=0) or 1
    rows = [
        BarRow(
            name,
            max(0.0, mean / longest) if mean is not None else None,
            notation.say(
                _("{mean}  ({count} answers)"),
                mean=notation.points(mean),
                count=material.base(Measure.MEAN, item.item_id, group=group),
            )
            if mean is not None
            else gap_reason(material, item, group),
            is_muted=group != EVERYBODY and len(means) > 1,
            is_total=group == EVERYBODY,
        )
        for (name, group), mean in means.items()
    ]
    whole = value_of(material, "", Measure.MEAN, item.item_id)
    alternative = describe_means(
        notation.choose(item.wording),
        whole,
        [
            value_of(
                material, str(session), Measure.MEAN, item.item_id, group=Group(session=session)
            )
            for session in sessions_of(material, item)
        ],
        material.base(Measure.MEAN, item.item_id),
        notation,
    )
    return make_chart(
        f"chart-{item.item_id}",
        headline(
            material.question(item),
            notation.say(_("mean {value}"), value=whole.text) if whole.number is not None else "",
        ),
        join(
            (
                notation.say(_("Mean at each session, with the number of answers.")),
                tell_sessions(material, item),
            )
        ),
        [draw_bars(part, alternative) for part in split_evenly(rows, MOST_BARS)],
        notation,
        figures=answer_figures(material, item, [group for _name, group in means]),
    )
