"""Tables to take away: CSV for machines, XLSX with a "Read me" for people."""

from dashboard.downloads.csv_file import to_csv
from dashboard.downloads.file_name import file_name
from dashboard.downloads.read_me import Definition, ReadMe, SourceNote
from dashboard.downloads.xlsx_file import to_xlsx

__all__ = ["Definition", "ReadMe", "SourceNote", "file_name", "to_csv", "to_xlsx"]
