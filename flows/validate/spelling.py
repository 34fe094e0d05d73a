"""How alike two texts are: counted in signs for identifiers, in per cent for questions."""

from difflib import SequenceMatcher


def count_differences(one: str, other: str) -> int:
    """Return how many signs must be added, removed or changed to make `other` of `one`.

    Two neighbouring signs that changed places count as one.
    Source: optimal string alignment, https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
    """
    before_previous: list[int] = []
    previous = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        current = [row]
        for column, other_sign in enumerate(other, 1):
            changed = previous[column - 1] + (sign != other_sign)
            fewest = min(changed, previous[column] + 1, current[column - 1] + 1)
            if is_swapped(one, other, row, column):
                fewest = min(fewest, before_previous[column - 2] + 1)
            current.append(fewest)
        before_previous, previous = previous, current
    return previous[-1]


def is_swapped(one: str, other: str, row: int, column: int) -> bool:
    """Tell whether the signs before `row` and `column` are the same two, swapped."""
    return row > 1 and column > 1 and one[row - 2 : row] == other[column - 1] + other[column - 2]


def measure_similarity_pct(one: str, other: str) -> int:
    """Return how much of two texts is the same, from 0 to 100 %.

    Source: Ratcliff and Obershelp's ratio, as in Python's difflib.
    """
    return round(100 * SequenceMatcher(None, one, other, autojunk=False).ratio())
