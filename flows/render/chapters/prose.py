"""Chapters that are the coordinator's text and nothing else."""

from dataclasses import dataclass

from flows.programme.texts import Section
from flows.render.headings import Heading
from flows.render.material import Material


@dataclass(frozen=True, slots=True)
class ProseChapter:
    """One text under its heading; `prose` is empty where none is written."""

    heading: Heading
    prose: str


def make_prose_chapter(material: Material, section: Section, heading: Heading) -> ProseChapter:
    """Return the chapter of a section's text."""
    return ProseChapter(heading, material.prose(section))
