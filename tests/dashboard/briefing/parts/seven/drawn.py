"""A small board whose reviews are drawn as text, and what a 7-minute briefing says of it."""

from dataclasses import replace

from dashboard.briefing.compose import KNOWN
from dashboard.briefing.document import Bullets, Paragraph, Quotation, Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts import PARTS
from dashboard.briefing.template import read_template
from dashboard.briefing.text import letters

TABLES = {
    "reviews": """
        review_ref | title | board | practice_from | practice_to | published_on
        R1         | One   | North | 2020-01-01    | 2020-06-30  | 2021-05-04
        R2         | Two   | North | 2021-01-01    | 2021-06-30  | 2022-05-04
        R3         |       | North |               |             | 2023-05-04
        R4         | Four  | North |               |             | 2024-02-01
        R5         | Five  | North |               |             | 2024-08-01
    """,
    "review_agencies": """
        review_ref | agency | involvement
        R1         | POL    | involved
        R1         | PRB    | contributed
        R2         | POL    | involved
    """,
    "findings": """
        finding_ref | review_ref | position | statement                 | appraisal | pattern | page
        F1          | R1         | 1        | Nobody was there to ask.  | problem   | LT1     | 4
        F2          | R2         | 1        | The form hid all of it.   | problem   | LT1     | 9
        F3          | R2         | 2        | She was asked every week. | strength  |         |
        F4          | R3         | 1        | The law was new to all.   | problem   |         |
        F5          | R5         | 1        | Later than the quarter.   | problem   |         |
        F6          | R2         | 3        | Both well and badly done. | mixed     |         |
    """,
    "finding_factors": """
        finding_ref | framework | factor
        F1          | spec      | supervision
        F2          | spec      | supervision
        F2          | spec      | tools
        F3          | spec      | supervision
        F4          | spec      | law
        F5          | spec      | supervision
        F6          | spec      | supervision
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | POL
        F2          | POL
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement          | made_on
        REC1               | R1         | F1          | Be there to ask.   | 2021-01-01
        REC2               | R1         | F1          | Ask twice.         | 2021-02-01
        REC3               | R3         | F4          | Read the law.      | 2023-01-01
    """,
    "actions": """
        action_ref | recommendation_ref | owner_agency | statement | status      | due_on
        A1         | REC1               | POL          | Rota      | in progress | 2021-06-01
    """,
}
QUARTER = "2023/24-Q4"


def words(section: Section) -> list[str]:
    """Return what a part says, block by block, a line of a list each."""
    said: list[str] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            said.append(letters(block.text))
        elif isinstance(block, Bullets):
            said += map(letters, block.items)
        elif isinstance(block, Quotation):
            said.append(f"{block.text} ({block.source})")
    return said


def told(inquiry: Inquiry, most: int = 0) -> dict[str, list[str]]:
    """Return what each of the seven parts says, by its name."""
    template = read_template("seven-minutes", KNOWN)
    parts = (replace(part, most=most) for part in template.parts)
    return {part.show: words(PARTS[part.show](inquiry, part)) for part in parts}
