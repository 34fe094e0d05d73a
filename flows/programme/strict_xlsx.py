"""Excel's "Strict Open XML Spreadsheet": the usual workbook under other XML namespaces.

openpyxl finds no sheet in such a file and says nothing; renamed, it reads all of it.
Source: ISO/IEC 29500-1 and -4, whose namespaces differ in nothing but their names.
"""

import re
from io import BytesIO
from zipfile import ZipFile

STRICT_NAMESPACE = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
TRANSITIONAL_NAMESPACE = rb"http://schemas.openxmlformats.org/\1/2006/"


def is_strict(content: BytesIO) -> bool:
    """Tell whether the workbook's own list of parts is written in the strict namespaces."""
    with ZipFile(content) as archive:
        return STRICT_NAMESPACE.search(archive.read("_rels/.rels")) is not None


def make_transitional(content: BytesIO) -> BytesIO:
    """Return the workbook with every part under the usual namespaces."""
    renamed = BytesIO()
    with ZipFile(content) as strict, ZipFile(renamed, "w") as usual:
        for part in strict.infolist():
            xml = STRICT_NAMESPACE.sub(TRANSITIONAL_NAMESPACE, strict.read(part))
            usual.writestr(part.filename, xml)
    return renamed
