"""The only statistics of the product: what a count of few reviews lets a reader say.

Every function names its method, its source, and why it fits few reviews.
"""

from dashboard.estimates.agreement import (
    FEWEST_FINDINGS,
    FIRM,
    TENTATIVE,
    Agreement,
    agreement,
    krippendorff_alpha,
)
from dashboard.estimates.association import (
    FEWEST_TOGETHER,
    Q_LIMIT,
    benjamini_hochberg,
    fisher,
    with_association,
    with_standing_out,
)
from dashboard.estimates.control import (
    ADEQUATE,
    FEWEST_GAPS,
    FEWEST_PERIODS,
    RARE_BELOW,
    RUN,
    ControlChart,
    Signals,
    TimeBetween,
    is_rare,
    p_chart,
    run_median,
    signals,
    time_between,
)
from dashboard.estimates.delay import FEWEST_DELAYS, USUAL_DELAY_MONTHS, Delay, delay
from dashboard.estimates.differences import newcombe, with_difference
from dashboard.estimates.follow_ups import (
    ALL,
    FEWEST_FOLLOW_UPS,
    STRATA,
    Curve,
    Reading,
    counted_once,
    curves,
    log_rank,
)
from dashboard.estimates.funnel import (
    FEWEST_INVOLVED,
    funnel_limits,
    with_funnel,
)
from dashboard.estimates.shares import (
    LEVEL,
    TOO_FEW_REVIEWS,
    Interval,
    is_too_few,
    wilson,
    with_interval,
)
from dashboard.estimates.survival import Median, Survival, none_of, survival

__all__ = [
    "ADEQUATE",
    "ALL",
    "FEWEST_DELAYS",
    "FEWEST_FINDINGS",
    "FEWEST_FOLLOW_UPS",
    "FEWEST_GAPS",
    "FEWEST_INVOLVED",
    "FEWEST_PERIODS",
    "FEWEST_TOGETHER",
    "FIRM",
    "LEVEL",
    "Q_LIMIT",
    "RARE_BELOW",
    "RUN",
    "STRATA",
    "TENTATIVE",
    "TOO_FEW_REVIEWS",
    "USUAL_DELAY_MONTHS",
    "Agreement",
    "ControlChart",
    "Curve",
    "Delay",
    "Interval",
    "Median",
    "Reading",
    "Signals",
    "Survival",
    "TimeBetween",
    "agreement",
    "benjamini_hochberg",
    "counted_once",
    "curves",
    "delay",
    "fisher",
    "funnel_limits",
    "is_rare",
    "is_too_few",
    "krippendorff_alpha",
    "log_rank",
    "newcombe",
    "none_of",
    "p_chart",
    "run_median",
    "signals",
    "survival",
    "time_between",
    "wilson",
    "with_association",
    "with_difference",
    "with_funnel",
    "with_interval",
    "with_standing_out",
]
