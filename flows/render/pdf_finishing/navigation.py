"""How a reader finds a page, and the files that the PDF carries."""

from pydyf import PDF, Array, Dictionary


def label_pages(pdf: PDF) -> None:
    """Let a viewer call each page by the number that is printed on it; the cover is page 1."""
    pdf.catalog["PageLabels"] = Dictionary({"Nums": Array((0, Dictionary({"S": "/D"})))})


def list_attachments_once(pdf: PDF) -> None:
    """Name each attached file once among the associated files, where WeasyPrint does twice."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = Array(dict.fromkeys(pdf.catalog["AF"]))
