"""What is written into a PDF after WeasyPrint has set its pages, and before the file is written.

WeasyPrint's `finisher=` hands over the file as pydyf's objects; each module here adds or
mends one thing that a reader with a screen reader, or an archive, needs and WeasyPrint does
not write. Nothing is parsed, so it costs a few hundredths of a second.
"""
