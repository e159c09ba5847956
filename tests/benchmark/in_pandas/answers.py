"""What was done about reviews: their recommendations, and the actions that answer them."""

from typing import Any

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables


def answers_recorded(tables: Tables, framework: str) -> pd.DataFrame:
    """How many recommendations and actions are recorded, and how many reviews have a status?"""
    asked = tables["recommendation"].merge(tables["review"][["review_id"]], on="review_id")
    acted = tables["action"].merge(asked[["recommendation_id"]], on="recommendation_id")
    is_signed_off: Any = (acted["status"] == "signed off") | acted["signed_off_on"].notna()
    attribute = tables["review_attribute"]
    responded = attribute.loc[attribute["name"] == "response_status", "review_id"]
    counts = {
        "recommendations": len(asked),
        "actions": len(acted),
        "actions_signed_off": int(is_signed_off.sum()),
        "reviews_with_response_status": responded.nunique(),
    }
    return pd.DataFrame([counts])
