"""Statistics of thirty people: one module for each, from plain numbers to a number.

What a few lines can say exactly is said here; what needs a distribution goes through SciPy.
"""
