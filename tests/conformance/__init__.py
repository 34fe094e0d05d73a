"""Holds reports of every kind against the standards of PDF and what a screen reader needs.

`make conformance` runs it: veraPDF and a look at the tag tree, on PDFs in both languages.
"""
