"""Figures: numbers as they are printed, each with the evidence that it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words, or words with several numbers in them.

    `evidence` holds the numbers of the evidence rows behind it.
    """

    words: str
    evidence: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return the words, so that a figure stands in a sentence like any other word."""
        return self.words

    @property
    def citations(self) -> tuple["Citation", ...]:
        """The evidence in short."""
        return cite((self,))


@dataclass(frozen=True, slots=True)
class Citation:
    """An unbroken run of evidence numbers, from `first` to `last`."""

    first: int
    last: int

    @property
    def anchor(self) -> str:
        """Where the first of its rows stands."""
        return anchor_of(self.first)

    @property
    def text(self) -> str:
        """The run as it is printed: "E12", "E12–22"."""
        return self.anchor if self.first == self.last else f"{self.anchor}\N{EN DASH}{self.last}"

    @property
    def numbers(self) -> range:
        """Every number of the run."""
        return range(self.first, self.last + 1)


def bundle(words: str, figures: Iterable[Figure]) -> Figure:
    """Return `words`, in which all `figures` stand, with the evidence of each."""
    evidence = dict.fromkeys(number for figure in figures for number in figure.evidence)
    return Figure(words, tuple(evidence))


def cite(figures: Iterable[Figure]) -> tuple[Citation, ...]:
    """Return the evidence of `figures`, each unbroken run of numbers as one citation."""
    runs: list[Citation] = []
    for number in sorted({number for figure in figures for number in figure.evidence}):
        if runs and runs[-1].last == number - 1:
            runs[-1] = Citation(runs[-1].first, number)
        else:
            runs.append(Citation(number, number))
    return tuple(runs)


def anchor_of(number: int) -> str:
    """Return the evidence number as it is written and linked to: "E17"."""
    return f"E{number}"


def cited_in(printed: object) -> Iterator[int]:
    """Yield every evidence number in what a report prints, at any depth."""
    match printed:
        case Figure():
            yield from printed.evidence
        case Citation():
            yield from printed.numbers
        case tuple():
            for part in printed:
                yield from cited_in(part)
        case _ if is_dataclass(printed):
            for field in fields(printed):
                yield from cited_in(getattr(printed, field.name))
