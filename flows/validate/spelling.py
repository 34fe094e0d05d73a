"""How alike two texts are: counted in signs for identifiers, in per cent for questions.

The only module that uses RapidFuzz, and loads it only where something is left over.
"""


def count_differences(one: str, other: str) -> int:
    """Return how many signs must be added, removed or changed to make `other` of `one`.

    Two neighbouring signs that changed places count as one.
    Source: optimal string alignment, https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415  # what matches exactly needs no comparing

    return OSA.distance(one, other)


def measure_similarity_pct(one: str, other: str) -> int:
    """Return how much of two texts is the same, from 0 to 100 %, whatever the order of words.

    Source: RapidFuzz's ratio (insertions and deletions), of the texts or of their sorted words,
    https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  # what matches exactly needs no comparing

    return round(max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)))
