"""Findings as a briefing quotes them: what is quoted of how many, and where each stands."""

from collections.abc import Sequence

from dashboard.sentences.counts import count, listed
from dashboard.sentences.factor_timeline import AS

LONGEST = 300  # letters of a finding that are printed
CUT = " …"
NO_WORDS = "The source holds what was found, and not the words:"
NO_APPRAISAL = (
    "The source does not say which findings are problems and which are strengths, so what worked "
    "well cannot be told from it."
)
LEFT_OUT = "The filters leave strengths out, so what worked well is not told here."
_ONE = {
    "problem": ("problem", "problems"),
    "strength": ("strength", "strengths"),
    "mixed": ("mixed finding", "mixed findings"),
    "neutral": ("finding", "findings"),
}


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text whole or, if it is too long, up to the end of a sentence or of a word.

    Args:
        text: the words of a review.
        longest: letters that are left at most, before what shows that it was cut.
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    kept = text[:longest]
    sentence = max(kept.rfind(end) for end in (". ", "? ", "! "))
    if sentence >= longest // 2:
        return kept[: sentence + 1] + CUT
    word = kept if text[longest].isspace() else kept.rpartition(" ")[0]
    return (word or kept).rstrip(" ,;:") + CUT


def holding(findings: int, reviews: int, appraisal: str) -> str:
    """Say how many findings hold a factor.

    Args:
        findings: findings that there are.
        reviews: reviews in which they stand.
        appraisal: what they are.
    """
    if not findings:
        return f"No finding holds it{AS[appraisal]}."
    hold = "holds" if findings == 1 else "hold"
    return f"{count(findings, 'finding')} in {count(reviews, 'review')} {hold} it{AS[appraisal]}."


def found_by_review(findings: int, appraisal: str) -> str:
    """Say how many problems, or strengths, one review found.

    Args:
        findings: findings of it that are so appraised.
        appraisal: what they are.
    """
    one, more = _ONE[appraisal]
    if not findings:
        return f"The review is coded with no {one}."
    found = "holds" if appraisal == "neutral" else "found"
    return f"The review {found} {count(findings, one, more)}."


def which(shown: int, findings: int, order: str) -> str:
    """Say which of the findings are quoted; empty where one stands for itself.

    Args:
        shown: findings that are quoted.
        findings: findings that there are.
        order: which these are: "the most recent", "the first".
    """
    if shown < findings:
        return f"Here {'is' if shown == 1 else 'are'} {shown:,} of the {findings:,}, {order}:"
    return ""


def others(mixed: int, neutral: int) -> str:
    """Say how many further findings are neither problem nor strength; empty if none is.

    Args:
        mixed: findings that are both.
        neutral: findings that are neither.
    """
    told = [
        f"{number:,} {'is' if number == 1 else 'are'} {what}"
        for number, what in ((mixed, "mixed"), (neutral, "neutral"))
        if number
    ]
    return f"Of its other findings, {listed(told)}." if told else ""


def source(parts: Sequence[str]) -> str:
    """Return where a finding stands: "R1, May 2024, page 23".

    Args:
        parts: what is known of it, from the review to the page; empty texts are passed over.
    """
    return ", ".join(filter(None, parts))
