"""Looks at the reports' HTML in Chromium, with axe-core and a few looks of our own.

`make accessibility` runs it: wide, magnified and small, light and dark, by keyboard, in print.
"""
