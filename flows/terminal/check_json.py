"""What `check` tells as JSON, for programs: each text in both languages."""

import json

from flows.chain.overview import Overview, OverviewFile, RecognisedTable
from flows.programme.languages import Bilingual, Language
from flows.programme.translations import bilingual
from flows.render.problem_groups import group_problems
from flows.submit.gate import find_faults
from flows.submit.problem_files import describe_problem

SCHEMA = 1


def write_overview(overview: Overview) -> str:
    """Return `overview` as JSON text that ends with a line end.

    `rows` is null where nobody counted, `obstacle` where a report can be made. Headers stand
    in it, and never an answer, a name or an address.
    """
    faults = len(find_faults(overview.open_problems))
    value = {
        "schema": SCHEMA,
        "programme": overview.programme,
        "obstacle": describe_obstacle(overview),
        "summary": {
            "faults": faults,
            "notes": len(overview.open_problems) - faults,
            "acknowledged": len(overview.acknowledged),
            "proposed_wordings": len(overview.proposals.wordings),
            "proposed_people": len(overview.proposals.matches),
            "comments_to_code": len(overview.proposals.codings),
        },
        "files": [describe_file(file) for file in overview.files],
        "sessions": [
            {
                "session": session.number,
                "date": session.held_on.isoformat(),
                "evaluations": session.evaluations,
                "participants_present": session.participants_present,
            }
            for session in overview.sessions
        ],
        "problems": [
            *(describe_problem(one, is_acknowledged=False) for one in overview.open_problems),
            *(describe_problem(one, is_acknowledged=True) for one in overview.acknowledged),
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def describe_obstacle(overview: Overview) -> dict[str, str] | None:
    """Return why no report can be made, or None where one can."""
    if overview.obstacle is None:
        return None
    return {language.value: overview.obstacle.in_language(language) for language in Language}


def describe_file(file: OverviewFile) -> dict[str, object]:
    """Return one file with its tables; without any it was not recognised."""
    return {
        "file": file.file,
        "tables": [describe_table(table) for table in file.tables],
        "causes": list_causes(file),
    }


def describe_table(table: RecognisedTable) -> dict[str, object]:
    """Return one table: its tool and why, header rows, rows, columns, and problems by cause."""
    export, account = table.export, table.account
    return {
        "sheet": export.sheet or None,
        "sha256": export.source.sha256,
        "tool": both(bilingual(export.tool.name)),
        "reason": both(bilingual(export.reason)),
        "kind": export.kind,
        "session": account.session if account else export.session,
        "wave": export.wave,
        "header_rows": list(export.header_rows),
        "rows": account
        and {
            "read": account.rows_read,
            "used": account.rows_used,
            "excluded": dict(account.excluded),
        },
        "columns": [
            {
                "cell": column.cell,
                "header": column.header,
                "role": column.role,
                "item": column.item_id or None,
            }
            for column in table.columns
        ],
        "causes": list_causes(table),
    }


def list_causes(subject: OverviewFile | RecognisedTable) -> list[dict[str, object]]:
    """Return the open problems of a file or a table by cause, the gravest first."""
    swedish, english = (group_problems(subject.problems, language) for language in Language)
    return [
        {
            "code": group.code,
            "severity": group.severity,
            "count": group.count,
            "spots": {"sv": group.spots, "en": other.spots},
            "title": {"sv": group.title, "en": other.title},
        }
        for group, other in zip(swedish, english, strict=True)
    ]


def both(text: Bilingual) -> dict[str, str]:
    """Return `text` in both languages."""
    return {"sv": text.sv, "en": text.en}
