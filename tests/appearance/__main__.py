"""Compare the sample's pages with the kept ones, or keep them: python -m tests.appearance."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from flows.programme.languages import Language
from flows.render.pdf import render_pdf
from tests.appearance.comparison import compare, lay_side_by_side
from tests.invented_reports import ROOT, sample_report

KEPT = Path(__file__).with_name("kept")
SHOWN = ROOT / "outputs" / "appearance"
RESOLUTION_DPI = 40
GREYS = 16


def draw_pages(folder: Path) -> dict[str, Image.Image]:
    """Return the sample's pages in both languages, small and grey, by their names."""
    for language in Language:
        pdf = folder / "report.pdf"
        pdf.write_bytes(render_pdf(sample_report(language)))
        drawing = ["pdftoppm", "-r", str(RESOLUTION_DPI), "-gray", "-png", str(pdf)]
        subprocess.run([*drawing, str(folder / str(language))], check=True)
    return {
        path.name: Image.open(path).quantize(GREYS, dither=Image.Dither.NONE)
        for path in sorted(folder.glob("*.png"))
    }


def keep(pages: dict[str, Image.Image]) -> int:
    """Keep how the pages look now, and only that."""
    for path in KEPT.glob("*.png"):
        path.unlink()
    for name, page in pages.items():
        page.save(KEPT / name, optimize=True)
    sys.stdout.write(f"kept {len(pages)} pages\n")
    return 0


def hold(pages: dict[str, Image.Image]) -> int:
    """Return 1 where a page looks otherwise than kept; it is shown with the kept one."""
    kept = {path.name: Image.open(path) for path in sorted(KEPT.glob("*.png"))}
    SHOWN.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in sorted(kept | pages):
        if name not in kept or name not in pages:
            failed += 1
            sys.stdout.write(f"fails  {name} is {'new' if name in pages else 'gone'}\n")
            continue
        found = compare(kept[name], pages[name])
        if not found.is_alike:
            failed += 1
            sheet = [page for page in (kept[name], pages[name], found.difference) if page]
            lay_side_by_side(*sheet).save(SHOWN / name)
            shown = (SHOWN / name).relative_to(ROOT)
            sys.stdout.write(f"fails  {name} differs by {found.worst:.0f}: see {shown}\n")
    sys.stdout.write(f"{len(kept | pages) - failed} passed, {failed} failed\n")
    return min(1, failed)


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        drawn = draw_pages(Path(temporary))
        sys.exit(keep(drawn) if sys.argv[1:] == ["keep"] else hold(drawn))
