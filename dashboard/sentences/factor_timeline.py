"""The timeline of one factor in words: practice, what answers it, what came before and after."""

from datetime import date, timedelta

from dashboard.events import APPRAISALS, LISTED, Beside, Days, Event, Happened
from dashboard.sentences.counts import count, listed
from dashboard.sentences.dates import known
from dashboard.sentences.markdown import bold, escaped

LAG = (
    "Practice is placed by when it happened, not by when its review came out. That no review shows "
    "it later is no sign that it is gone: reviews of that time may be still to come."
)
LINKED = (
    "Recommendations and actions are those that answer a finding with the factor; what answers no "
    "finding, or is not said to, is not here."
)
AS = {
    "problem": " as a problem",
    "strength": " as a strength",
    "mixed": " as mixed",
    "neutral": "",
}
_WITH_IT = {one: f" with it{as_what}" for one, as_what in AS.items()}


def factor_timeline(factor: str, at: str, happened: Happened) -> str:
    """Say where a factor is found, what of it was signed off, and what practice began later.

    Args:
        factor: name of the factor.
        at: name of the agency; "" for any.
        happened: the events of the factor.

    Returns:
        Markdown: two or three sentences with the numbers in them.
    """
    as_what = appraisal_told(happened)
    beside = happened.beside_sign_off(as_what)
    said = [_found(factor, at, happened), _signed_off(happened)]
    if beside is not None and beside.reviews:
        are_several = happened.dated("signed off") > 1
        said.append(_beside(beside, as_what, happened.reviews_with[as_what], are_several))
    return " ".join(said)


def cannot_tell(happened: Happened) -> str:
    """Say what has no place on the axis: practice and sign-offs without a date.

    Args:
        happened: the events of the factor.

    Returns:
        Plain text; empty where everything has a date.
    """
    said = []
    findings, asked = happened.undated("practice"), happened.undated("made")
    if findings:
        have, are = ("has", "is") if findings == 1 else ("have", "are")
        said.append(f"{count(findings, 'finding')} {have} no practice date and {are} not drawn")
    if asked:
        have = "has" if asked == 1 else "have"
        said.append(f"{count(asked, 'recommendation')} {have} no date")
    signed = happened.undated("signed off")
    if signed:
        are = "is" if signed == 1 else "are"
        said.append(f"{count(signed, 'action')} {are} signed off on no recorded day")
    it = "it" if findings + asked + signed == 1 else "them"
    return f"{listed(said)}: {where_all(happened)} {it}." if said else ""


def where_all(happened: Happened) -> str:
    """Say where all events stand: in the table, unless there are too many for a screen."""
    return "the table lists" if len(happened) <= LISTED else "the download lists"


def appraisal_told(happened: Happened) -> str:
    """Return the appraisal of which before and after are told: problem, where there is any."""
    found = [one for one in APPRAISALS if happened.reviews_with[one]]
    return found[0] if found else APPRAISALS[0]


def when(days: Days) -> str:
    """Return a date with its preposition: "on 14 May 2021", "in May 2021"."""
    return f"{'on' if days.precision == 'day' else 'in'} {known(days.first, days.precision)}"


def span_of(event: Event) -> str:
    """Return when practice was: "March 2018 to 7 July 2018".

    Args:
        event: practice with a date.
    """
    days = event.at
    ended = known(_first_of_last(days), days.precision)
    if not event.began:
        return f"up to {ended}; when it began is not recorded"
    began = known(days.first, event.began)
    if not event.ended:
        return f"from {began}; when it ended is not recorded"
    to = "until" if "quarter" in (event.began, days.precision) else "to"
    return began if began == ended else f"{began} {to} {ended}"


def _first_of_last(days: Days) -> date:
    """Return the first day of the date that ends practice."""
    after = days.last + timedelta(days=1)
    months = {"month": 1, "quarter": 3, "year": 12}.get(days.precision, 0)
    if not months:
        return days.last
    place = after.year * 12 + after.month - 1 - months
    return after.replace(year=place // 12, month=place % 12 + 1)


def _found(factor: str, at: str, happened: Happened) -> str:
    """Say in how many reviews the factor is found, and of practice when."""
    found = [(one, reviews) for one in APPRAISALS if (reviews := happened.reviews_with[one])]
    place = (
        f" {'in the same review as' if happened.is_in_review else 'at'} {escaped(at)}" if at else ""
    )
    if not found:
        return f"{bold(factor)} was not found{place} in the selected reviews."
    (first_as, most), *others = found
    told = [f"found{AS[first_as]} in {count(most, 'review')}"]
    told += [f"{AS[one].strip() or 'without judgement'} in {number:,}" for one, number in others]
    if happened.between is None:
        between = ""
    else:
        first, last = happened.between
        between = f" of practice between {first:%B %Y} and {last:%B %Y}"
    if len(found) > 1 and between:
        between = f",{between}"
    return f"{bold(factor)}{place} was {listed(told)}{between}."


def _signed_off(happened: Happened) -> str:
    """Say how many actions were signed off, and when the first was."""
    first, signed = happened.first_of("signed off"), happened.dated("signed off")
    if first is None:
        return _answered(happened)
    if signed == 1:
        return f"1 action on it was signed off, {when(first)}."
    return f"{signed:,} actions on it were signed off, the first {when(first)}."


def _answered(happened: Happened) -> str:
    """Say what answers it, where nothing was signed off on a recorded day."""
    asked, acted = happened.recommendations, happened.actions
    if not asked and not acted:
        return "No recommendation and no action is recorded that answers it."
    answer = "answers" if asked + acted == 1 else "answer"
    told = [
        count(number, noun)
        for number, noun in ((asked, "recommendation"), (acted, "dated action"))
        if number
    ]
    return f"{listed(told)} {answer} it; no day is recorded on which one was signed off."


def _beside(beside: Beside, as_what: str, reviews: int, are_several: bool) -> str:
    """Say how practice stands to the first sign-off; the numbers add up to the reviews with a date.

    Args:
        beside: the numbers.
        as_what: the appraisal that they are of.
        reviews: all reviews in which the factor is found so appraised.
        are_several: whether more than one action was signed off.
    """
    kinds = [
        (beside.after, "practice began after that"),
        (beside.before, "it had ended before"),
        (beside.between, "it went on across that day, or which came first cannot be told"),
    ]
    dated = "" if beside.reviews == reviews else " and a practice date"
    of = f"{count(beside.reviews, 'review')}{_WITH_IT[as_what]}{dated}"
    if beside.reviews == 1:
        [only] = [how for number, how in kinds if number]
        told = f"In the {of}, {only.replace('it ', 'practice ', 1)}."
    else:
        told_of = [kinds[0], *(one for one in kinds[1:] if one[0])]
        parts = "; ".join(f"in {number:,} {how}" for number, how in told_of)
        told = f"Of the {of}: {parts}."
    if beside.before_and_out_after:
        came = count(beside.before_and_out_after, "review")
        tells = "tells" if beside.before_and_out_after == 1 else "tell"
        later = "that first sign-off" if are_several else "the sign-off"
        told += f" {came} came out after {later} and {tells} of practice before it."
    return told
