"""Which exports are let in at all: none twice, none with personal numbers, none of no session."""

from flows.ingest.exports import Export
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.validate.defects import Defects
from flows.validate.personal_numbers import find_personal_numbers


def admit_exports(
    exports: tuple[Export, ...], programme: Programme
) -> tuple[tuple[Export, ...], Defects]:
    """Return the exports whose rows are looked at; each other one is rejected as a table.

    Of two files with the same content the first by name is let in.
    """
    planned = programme.session_numbers
    first_file_by_content: dict[str, str] = {}
    admitted: list[Export] = []
    rejections: list[Problem] = []
    for export in exports:
        source = export.source
        first_file = first_file_by_content.setdefault(source.sha256, source.file)
        reasons: tuple[Problem, ...]
        if first_file != source.file:
            reasons = (problem("file-repeated", export.place(), file=first_file),)
        elif export.session is not None and export.session not in planned:
            number = export.session
            reasons = (problem("session-not-planned", export.place(), session=number),)
        else:
            reasons = find_personal_numbers(export)
        rejections += reasons
        if not reasons:
            admitted.append(export)
    return tuple(admitted), Defects(tables=tuple(rejections))
