"""What happened: where and when a factor is found, or what the source says of a review."""

from typing import Any

from dashboard.briefing.document import Bullets, Paragraph, Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.seven.subject import (
    OneFactor,
    OneReview,
    bullets,
    of_one,
    paragraph,
    section,
    text_of,
)
from dashboard.briefing.template import Part
from dashboard.briefing.text import said
from dashboard.by_agency import at_agencies, with_cells
from dashboard.sentences.briefing.found_at import alike, at_agency, at_others, found_at, listed_are
from dashboard.sentences.briefing.one_factor import over_periods
from dashboard.sentences.briefing.one_review import NO_ACCOUNT, NO_LINK, agencies, fact
from dashboard.sentences.factor_by_agency import NOT_A_RANKING
from dashboard.sentences.markdown import escaped
from dashboard.sentences.notices import IN_THE_SAME_REVIEW, IN_THIS_REVIEW

MOST = 5
"""So many agencies are listed, where the template does not say otherwise."""
FACTS = 6
NAMED = 8
_NOTICES = {"coded": NOT_A_RANKING, "review": IN_THE_SAME_REVIEW}
_FACTS = {"About": "population", "Outcome": "outcome", "Method": "method", "Region": "region"}


def what_happened(inquiry: Inquiry, part: Part) -> Section:
    """Tell where and when the factor is found, or what is known of the review."""
    return of_one(inquiry, part, _of_factor, _of_review)


def _of_factor(one: OneFactor, part: Part) -> Section:
    """Tell at which agencies the factor is found most, and in how many periods."""
    found = _found(one.inquiry.table("factor_by_agency", one.selection), one.appraisal)
    attribution = "" if found.empty else str(found["attribution"].iloc[0])
    opening = found_at(len(found), one.appraisal, attribution)
    lines = _agencies(found, one.appraisal, attribution, part.most or MOST)
    when = "" if one.history is None else over_periods(one.history, one.periods)
    blocks = (
        paragraph(when),
        paragraph(opening),
        *lines,
        paragraph(_NOTICES.get(attribution, ""), "note"),
    )
    points = [item for block in lines if isinstance(block, Bullets) for item in block.items]
    return section(part, opening, blocks, points)


def _agencies(
    found: Any, appraisal: str, attribution: str, most: int
) -> tuple[Paragraph | None, Bullets | None]:
    """Return the agencies of the most reviews as a list, and what its numbers are out of.

    Where more tie for the first place than there is room for, they are named in one line.
    """
    if found.empty:
        return None, None
    shown = _leading(found, most)
    rest = found.iloc[len(shown) :]
    fewer = 0 if rest.empty else int(rest["reviews_with"].max())
    if shown.empty:
        first = rest[rest["reviews_with"] == fewer]
        others = rest[rest["reviews_with"] < fewer]
        least = 0 if others.empty else int(others["reviews_with"].max())
        lines = [alike(first["agency_label"].tolist(), fewer), at_others(len(others), least)]
        return None, bullets(list(filter(None, lines)))
    cells = at_agencies(with_cells(shown, appraisal, shown["agency_id"].tolist()))
    lines = [*map(at_agency, cells), at_others(len(rest), fewer)]
    these = listed_are(len(found), len(shown), attribution)
    return paragraph(these), bullets(list(filter(None, lines)))


def _found(rows: Any, appraisal: str) -> Any:
    """Return the agencies at which the factor is found, those of the most reviews first.

    Where some are known only from the review they are told of only if no finding is coded to any.
    """
    found = rows[(rows["appraisal"] == appraisal) & (rows["reviews_with"].fillna(0) > 0)]
    coded = found[found["attribution"] == "coded"]
    kept = found if coded.empty else coded
    return kept.sort_values("reviews_with", ascending=False, kind="stable")


def _leading(found: Any, most: int) -> Any:
    """Return the first rows, at most so many; rows that tie with more are all left out."""
    if len(found) <= most:
        return found
    shown = found.head(most)
    return shown[shown["reviews_with"] > found["reviews_with"].iloc[most]]


def _of_review(one: OneReview, part: Part) -> Section:
    """Tell what the source says of the review; nothing of what happened is made up."""
    link = text_of(one.row.link)
    account = f"{NO_ACCOUNT} {f'Read the review: {escaped(link)}' if link else NO_LINK}"
    facts = _facts(one)[: part.most or FACTS]
    rows = one.rows("review_agencies")
    involved = agencies(((str(row.agency_label), str(row.involvement)) for row in rows), most=NAMED)
    is_coded = any(row.findings_at for row in rows)
    blocks = (
        paragraph(account),
        bullets([*facts, *involved]),
        paragraph("" if is_coded or not rows else IN_THIS_REVIEW, "note"),
    )
    return section(part, NO_ACCOUNT, blocks, tuple(map(said, [*facts, *involved])))


def _facts(one: OneReview) -> list[str]:
    """Return what the source says of the review beside its dates and findings."""
    held = {name: text_of(getattr(one.row, column)) for name, column in _FACTS.items()}
    for row in one.rows("review_attributes"):
        name = str(row.name).replace("_", " ").capitalize()
        held[name] = "; ".join(filter(None, (held.get(name), str(row.value))))
    return [fact(name, value) for name, value in held.items() if value]
