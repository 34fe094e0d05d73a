"""When a workbook says that it was saved: a fact of the file, unlike the moment of its copying."""

import re
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

from flows.ingest.file_kinds import BROKEN_ARCHIVE

PROPERTIES = "docProps/core.xml"
LARGEST_PROPERTIES_BYTES = 100_000
MODIFIED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")


def find_moment_saved(path: Path) -> datetime | None:
    """Return when the workbook at `path` was last saved, in UTC, or None where it does not say."""
    try:
        with ZipFile(path) as archive, archive.open(PROPERTIES) as properties:
            match = MODIFIED.search(properties.read(LARGEST_PROPERTIES_BYTES))
            return datetime.fromisoformat(match[1].decode()) if match else None
    except (*BROKEN_ARCHIVE, KeyError):
        return None
