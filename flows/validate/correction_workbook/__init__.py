"""The correction workbook: the owner's own file with its faulty cells marked, to be sent back.

    problems -> remarks -> marked cells, comments and a fix list in a package of XML parts

An xlsx or xlsm file is edited where it must be and nowhere else: every part that is not
touched keeps its bytes, so that pictures, charts, macros, formats and rules are what they were.
openpyxl would read and write the whole workbook, and drop what it does not know.
"""
