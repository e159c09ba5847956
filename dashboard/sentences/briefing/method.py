"""How everything was counted and estimated, in words for those who will be asked."""

from dashboard.estimates import FEWEST_PERIODS, Q_LIMIT, RUN, TOO_FEW_REVIEWS

NOT_A_SAMPLE = (
    "Reviews are held because something went badly wrong, or because work was chosen to be looked "
    "at. They are no sample of practice: a rising share can mean better candour, another way of "
    "coding, or other cases."
)
COUNTED = (
    "The unit is the **review**: a factor found five times in one review counts once.",
    "The denominator of a factor is every chosen review in which it was **assessed**, whether or "
    "not it was found: its framework was used on that review, and the factor existed then. It "
    'stands beside each number; a factor "(from 2015)" has none, and so no zero, in 2014.',
    "Three things are kept apart: found in **none**, which is 0; **not assessed**; and **not "
    "recorded**.",
    "Choosing an agency keeps the reviews in which it was **involved**. Choosing a factor never "
    "changes a denominator.",
    "Strengths are counted as carefully as problems, and never set off against them.",
    "A finding coded by two people counts once: by their consensus where there is one, else by "
    "either. How far coders agree is told by Krippendorff's alpha, of those findings alone: 1 is "
    "always, 0 no better than by lot. Its interval comes of drawing these findings anew.",
    "An agency that is known only from the review is told of as in the same review, never as one "
    "at which something was found.",
    "**New** is what is found in the quarter, and in no earlier review in which it was assessed. "
    "**Not seen** is what was found before, and in none of the reviews of the last 8 quarters in "
    "which it was assessed.",
    "A **follow-up** is one signed-off action, with one factor at one agency. What was put right "
    "came back only in **practice** that began after sign-off, never because a review came out "
    "later. It is judged by what was known at the end of the quarter: by what was signed off by "
    "then, and by the reviews that are placed in time by then.",
    "How far actions have come, and how reviews were responded to, is told as at the day of the "
    "data: how it stood at the end of the quarter is not recorded.",
    "Behind each number the pages of Crossreview list the findings, with quotation and page where "
    "these are recorded.",
)
_QUARTERS = (
    "Quarters are those of the financial year, from April to March. A date known only to its year "
    "falls into no quarter, and a quarter that the data do not reach the end of is called a part "
    "quarter."
)
DATED = {
    "published": "A review is placed in time by the day on which it came out, since that is when a "
    "board learns from it; the practice that it tells of is often years older. Nothing that came "
    f"out after the quarter is counted. {_QUARTERS}",
    "practice": "A review is placed in time by when the practice ended that it tells of. Reviews "
    f"come out years after the practice, so the last years are not complete. {_QUARTERS}",
}
ESTIMATED = (
    "A share has Wilson's 95% interval: where the share of very many reviews like these could lie. "
    "Of intervals so made, about 95 in 100 hold it. Under "
    f"{TOO_FEW_REVIEWS} reviews a share is too few to tell.",
    "What changed is tested between the reviews of the quarter and all before it, which have none "
    "in common: by Fisher's exact test, with Newcombe's 95% interval of the difference. Whether a "
    "factor stands out at an agency is tested against elsewhere, by Fisher's exact test too; a "
    "review of several agencies counts at each, so that it is a screen and no proof.",
    "Where many are tested, some differ by chance. Benjamini and Hochberg's method allows for "
    "that: over all factors whose change is tested, problems and strengths together, and over all "
    "factors and agencies of a table. What it leaves is q: of what is told from chance at a q of "
    f"{Q_LIMIT} at most, about 1 in 20 may be chance all the same.",
    "Over time, limits and all rules of NHS Making Data Count are used from "
    f"{FEWEST_PERIODS} whole periods with {TOO_FEW_REVIEWS} reviews or more on. With fewer, only "
    f"{RUN} in a row above or below the median, rising or falling, are a signal. None of the rules "
    "says whether a change is good or bad.",
    "Earlier quarters are counted again from the data as they are today, so that they may differ "
    "from what was printed then.",
)
