"""The words of a programme, and the programme workbook they are read from."""
