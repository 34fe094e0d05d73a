"""Parts that were set in type before are not set again: after a change, most are as they were."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence

from flows.render.parts import Part, SetPart, Typesetter

MOST_REMEMBERED = 64
"""Some redrawings of a report in two languages; a part takes about a tenth of a megabyte."""


def remember_parts(typeset: Typesetter) -> Typesetter:
    """Return a typesetter that lets `typeset` set only the parts which it has not set lately."""
    remembered: OrderedDict[Part, SetPart] = OrderedDict()

    def typeset_what_is_new(parts: Sequence[Part]) -> Iterator[SetPart]:
        """Begin with what is new now, and yield every part in its order."""
        new = [part for part in parts if part not in remembered]
        return collect(parts, new, typeset(new))

    def collect(
        parts: Sequence[Part], new: Sequence[Part], begun: Iterable[SetPart]
    ) -> Iterator[SetPart]:
        remembered.update(zip(new, begun, strict=True))
        for part in parts:
            remembered.move_to_end(part)
        yield from [remembered[part] for part in parts]
        while len(remembered) > MOST_REMEMBERED:
            remembered.popitem(last=False)

    return typeset_what_is_new
