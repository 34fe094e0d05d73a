"""The responses that are used, table by table: what many have in common is kept once."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from flows.programme.items import Instrument, Wave
from flows.programme.places import Place
from flows.programme.value_columns import ValueColumn
from flows.validate.dataset import Respondent, UsedResponse

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class UsedResponses(Collection[UsedResponse]):
    """The used responses of one table in order of place, each made when it is asked for.

    `table` is the first cell of its column, with row 0; `rows` are the numbers in Excel. A
    respondent without identity is known by nothing but the row.
    """

    instrument: Instrument
    session: int | None
    table: Place
    rows: Sequence[int]
    respondents: ValueColumn[Respondent]
    waves: ValueColumn[Wave | None]
    partial: ValueColumn[bool]

    def __iter__(self) -> Iterator[UsedResponse]:
        """Yield every response in order of place."""
        instrument, session, (file, sheet, _row, column, _line) = (
            self.instrument,
            self.session,
            self.table,
        )
        for row, respondent, wave, is_partial in zip(
            self.rows, self.respondents, self.waves, self.partial, strict=True
        ):
            place = Place(file, sheet, row, column)
            known = respondent if respondent.identity else name_by_row(respondent, place)
            yield UsedResponse(instrument, known, session, wave, place, is_partial)

    def __len__(self) -> int:
        """Return how many responses there are."""
        return len(self.rows)

    def __contains__(self, response: object) -> bool:
        """Tell whether `response` is one of them."""
        return any(response == one for one in self)


def name_by_row(respondent: Respondent, row: Place) -> Respondent:
    """Return an anonymous respondent with an identity, by which nobody else is known."""
    return respondent._replace(identity=f"{row.file} {row.sheet} {row.row}")


@dataclass(frozen=True, slots=True)
class Tabulated(Collection[Said]):
    """What was said in all tables, which stand in order of place."""

    tables: tuple[Collection[Said], ...]

    def __iter__(self) -> Iterator[Said]:
        """Yield all of it in order of place."""
        return chain.from_iterable(self.tables)

    def __len__(self) -> int:
        """Return how much there is."""
        return sum(map(len, self.tables))

    def __contains__(self, said: object) -> bool:
        """Tell whether it was said."""
        return any(said == one for one in self)
