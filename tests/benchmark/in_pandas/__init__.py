"""The same answers in pandas, from tables that are already in memory, as an analyst would write it.

The tables are those of what was coded: reviews, findings, codings, agencies. What the pipeline
derives from them (which codings count, how far a review is coded, which layers a finding holds)
pandas works out each time, by the same rules. Each function gives what the question of its name
gives, so that the two are compared as well as timed; the filters are those of the benchmark: one
source, one framework.
"""

from tests.benchmark.in_pandas.coded import Tables

__all__ = ["Tables"]
