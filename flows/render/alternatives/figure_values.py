"""Figures as values that alternative texts compare."""

from flows.aggregate.indicators import Status
from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Item
from flows.render.alternatives.sentences import Value
from flows.render.answer_rows import REASONS
from flows.render.figure_names import quote
from flows.render.material import Material


def value_of(  # noqa: PLR0917  # the parts of an indicator's name, in their order
    material: Material,
    name: str,
    measure: Measure,
    item: str = "",
    answer: str = "",
    group: Group = EVERYBODY,
) -> Value:
    """Return an indicator under the `name` it has in a sentence; without value, with the reason."""
    indicator = material.find(measure, item, answer, group)
    if indicator is None or indicator.value is None:
        status = indicator.status if indicator else Status.NOT_ASKED
        return Value(name, None, material.notation.say(REASONS[status]))
    return Value(name, indicator.value, material.notation.value(indicator))


def list_answers(material: Material, item: Item) -> dict[str, Value]:
    """Return the share of each answer by its code, all sessions together; lowest first."""
    scale, notation = material.programme.scale_of(item), material.notation
    return {
        label.code: value_of(
            material,
            quote(notation.choose(label.label), notation.language),
            Measure.SHARE,
            item.item_id,
            label.code,
        )
        for label in (scale.valid_labels if scale else ())
    }
