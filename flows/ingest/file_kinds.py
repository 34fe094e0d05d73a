"""What a file is, by its ending and its first bytes, before anything opens it."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

XLSX = (".xlsx", ".xlsm")
CALAMINE = (".xls", ".xlsb", ".ods")
CSV = (".csv", ".tsv", ".txt")

LARGEST_FILE_BYTES = 50_000_000
LARGEST_EXPANDED_BYTES = 500_000_000

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
ZIP_SIGNATURE = b"PK"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def refusal(path: Path) -> str:
    """Return the code of the problem for which `path` must not be opened, or ""."""
    ending = path.suffix.casefold()
    if ending not in (*XLSX, *CALAMINE, *CSV):
        return "file-type-not-read"
    size_bytes = path.stat().st_size
    if size_bytes == 0:
        return "file-empty"
    if size_bytes > LARGEST_FILE_BYTES:
        return "file-too-large"
    if ending in CSV:
        return ""
    return workbook_refusal(path, ending)


def workbook_refusal(path: Path, ending: str) -> str:
    """Return the code of the problem in a workbook's outer shell, or ""."""
    content = path.read_bytes()
    if content.startswith(OLE_SIGNATURE):
        if ENCRYPTED_PACKAGE in content:
            return "file-password-protected"
        return "" if ending == ".xls" else "file-not-a-spreadsheet"
    if not content.startswith(ZIP_SIGNATURE):
        return "" if ending == ".xls" else "file-not-a-spreadsheet"
    try:
        return archive_refusal(path)
    except (BadZipFile, OSError, EOFError, ValueError):
        return "file-damaged"


def archive_refusal(path: Path) -> str:
    """Return the code of the problem in a zipped workbook's list of parts, or ""."""
    with ZipFile(path) as archive:
        names = set(archive.namelist())
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_EXPANDED_BYTES:
            return "file-too-large"
        if "META-INF/manifest.xml" in names:
            is_encrypted = b"encryption-data" in archive.read("META-INF/manifest.xml")
            return "file-password-protected" if is_encrypted else ""
    return "" if "[Content_Types].xml" in names else "file-not-a-spreadsheet"
