"""A child process that reads csv files as ours does, and does what some names tell it to."""

import os
import time
from pathlib import Path

from flows.ingest import reading_process
from flows.ingest.opened_files import OpenedFile

read_sheets = reading_process.read_sheets


def obey(path: Path, file: str) -> OpenedFile:
    """Return what came of the file, unless its name says "hang", "die" or "fail"."""
    if "hang" in file:
        time.sleep(60)
    if "die" in file:
        os.abort()
    if "fail" in file:
        message = "a fault of our own"
        raise RuntimeError(message)
    return read_sheets(path, file)


if __name__ == "__main__":
    reading_process.read_sheets = obey
    reading_process.main()
