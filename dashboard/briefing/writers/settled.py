"""Office files without a clock: what is the same briefing is the same bytes on any day."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml.etree import fromstring, tostring

_PROPERTIES = "docProps/core.xml"
_TIMES = (
    "{http://purl.org/dc/terms/}created",
    "{http://purl.org/dc/terms/}modified",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastPrinted",
)
_PACKAGES = (".docx", ".pptx", ".xlsx")
_FIRST_OF_ZIP = date(1980, 1, 1)  # a ZIP entry can bear no earlier date
_UNIX = 3
_READ_AND_WRITE = 0o600 << 16
_LEVEL = 6


def settled(package: bytes, on: date) -> bytes:
    """Return an Office file in which every date is one day, so that no clock shows in its bytes.

    The files within keep their order and what they say; a workbook within, such as that of a
    chart, is settled too.

    Args:
        package: a DOCX, PPTX or XLSX file.
        on: the day that it bears: the date of the data.

    Raises:
        zipfile.BadZipFile: it is not an Office file.
    """
    out = BytesIO()
    with ZipFile(BytesIO(package)) as read, ZipFile(out, "w") as written:
        for name in read.namelist():
            content = _content(name, read.read(name), on)
            written.writestr(_entry(name, on), content, ZIP_DEFLATED, _LEVEL)
    return out.getvalue()


def _entry(name: str, on: date) -> ZipInfo:
    """Return the entry of a file, the same on every system."""
    day = max(on, _FIRST_OF_ZIP)
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system = _UNIX
    entry.external_attr = _READ_AND_WRITE
    return entry


def _content(name: str, content: bytes, on: date) -> bytes:
    """Return a file of the package, without the time at which it was made."""
    if name == _PROPERTIES:
        return _dated(content, on)
    return settled(content, on) if name.endswith(_PACKAGES) else content


def _dated(properties: bytes, on: date) -> bytes:
    """Return the properties of a package with the day in place of each time."""
    root = fromstring(properties)
    for time in root.iter(*_TIMES):
        time.text = f"{on.isoformat()}T00:00:00Z"
    return tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
