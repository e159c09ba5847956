"""How everything was counted and estimated, in words for those who will be asked."""

NOT_A_SAMPLE = (
    "Reviews are held because something went badly wrong, or because work was chosen to be looked "
    "at. They are no sample of practice: a rising share can mean better candour, another way of "
    "coding, or other cases."
)
COUNTED = (
    "The unit is the **review**: a factor found five times in one review counts once.",
    "The denominator of a factor is every chosen review in which it was **assessed**, whether or "
    "not it was found: its framework was used on that review, and the factor existed then. What "
    "was not assessed is no zero.",
    "Choosing an agency keeps the reviews in which it was **involved**. Choosing a factor never "
    "changes a denominator.",
    "Strengths are counted as carefully as problems, and never set off against them.",
    "A finding coded by two people counts once: by their consensus where there is one, else by "
    "either.",
    "An agency that is known only from the review is told of as in the same review, never as one "
    "at which something was found.",
    "What was put right came back only in **practice** that began after it was signed off, never "
    "because a review came out later. Not seen again is not solved.",
)
DATED = {
    "published": "A review is placed in time by the day on which it came out, since that is when a "
    "board learns from it; the practice that it tells of is often years older. Nothing that came "
    "out after the quarter is counted. A date known only to its year falls into no quarter.",
    "practice": "A review is placed in time by when the practice ended that it tells of. Reviews "
    "come out years after the practice, so the last years are not complete. A date known only to "
    "its year falls into no quarter.",
}
ESTIMATED = (
    "A share has Wilson's 95% interval: so far the share of many such reviews could lie from the "
    "one seen. Under {few} reviews it is too few to tell.",
    "This quarter is set against all before by Newcombe's interval and Fisher's exact test. Where "
    "many are looked at, some differ by chance: Benjamini and Hochberg's method allows for that, "
    "and only what remains at q up to 0.05 can be told from chance.",
    "Over time, the NHS Making Data Count rules are used from 12 periods on, and none of them says "
    "whether a change is good or bad.",
    "Earlier quarters are counted again from the data as they are today, so that they may differ "
    "from what was printed then.",
)
