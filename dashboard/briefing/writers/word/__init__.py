"""A briefing as a Word document: to be read, and to be changed with the ordinary styles of Word."""

from io import BytesIO

import docx

from dashboard.briefing.document import Document
from dashboard.briefing.writers.properties import bear_properties
from dashboard.briefing.writers.settled import settled
from dashboard.briefing.writers.word.flow import set_down
from dashboard.briefing.writers.word.look import dress
from dashboard.briefing.writers.word.page import forget_thumbnail, lay_out


def to_docx(document: Document) -> bytes:
    """Return a briefing as a Word document (DOCX): the same bytes for the same briefing.

    Letters that no XML can hold, such as control characters, are left out.
    """
    word = docx.Document()
    dress(word, is_short=document.is_short)
    lay_out(word, document)
    bear_properties(word.core_properties, document)
    forget_thumbnail(word)
    set_down(word, document)
    out = BytesIO()
    word.save(out)
    return settled(out.getvalue(), document.data_date)
