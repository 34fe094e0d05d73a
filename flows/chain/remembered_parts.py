"""Parts that were set in type before are not set again: after a change, most are as they were."""

from collections import OrderedDict
from collections.abc import Sequence

from flows.render.parts import Part, SetPart, Typesetter

MOST_REMEMBERED = 64
"""Some redrawings of a report in two languages; a part takes about a tenth of a megabyte."""


def remember_parts(typeset: Typesetter) -> Typesetter:
    """Return a typesetter that lets `typeset` set only the parts which it has not set lately."""
    remembered: OrderedDict[Part, SetPart] = OrderedDict()

    def typeset_what_is_new(parts: Sequence[Part]) -> tuple[SetPart, ...]:
        new = [part for part in parts if part not in remembered]
        remembered.update(zip(new, typeset(new), strict=True))
        for part in parts:
            remembered.move_to_end(part)
        set_parts = tuple(remembered[part] for part in parts)
        while len(remembered) > MOST_REMEMBERED:
            remembered.popitem(last=False)
        return set_parts

    return typeset_what_is_new
