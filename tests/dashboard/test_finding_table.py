"""The list behind a number says who coded each finding."""

import pandas as pd

from dashboard.views.parts.finding_table import who_coded


def test_of_several_coders_it_is_said_how_many_chose_the_factor_and_of_one_nothing():
    drawn = [(2, 2, False), (1, 2, False), (1, 2, True), (0, 2, False), (1, 1, False), (0, 0, True)]
    rows = pd.DataFrame(drawn, columns=["coders_agreeing", "coders", "is_consensus"])
    said = who_coded(rows).tolist()
    assert said[:4] == ["2 of 2", "1 of 2", "1 of 2, settled together", "0 of 2 named"]
    assert pd.isna(said[4:]).all()
