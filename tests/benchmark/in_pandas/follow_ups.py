"""Whether a factor was found again in practice after an action on it was signed off."""

from typing import Any

import numpy as np
import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, counted
from tests.benchmark.in_pandas.recommendations import SET_ASIDE, successors

PROBLEMS = ("problem", "mixed")
ACTION = "ANY-2017-01-A01"  # the action whose later reviews are listed
KEYS = ["origin_id", "factor_id", "at", "since_first", "since_last"]


def follow_ups(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each signed-off action with a factor at an agency, and what came of it."""
    followed = _followed(tables, framework)
    later = _later(tables, framework, followed)
    is_after, is_straddling = later["placed"] == "after", later["placed"] == "straddles"
    is_found: Any = later["is_found"]
    later = later.assign(
        reviews_after=is_after,
        reviews_after_with=is_after & is_found,
        reviews_straddling=is_straddling,
        reviews_straddling_with=is_straddling & is_found,
        reviews_not_placed=later["placed"] == "not known",
        strict_event_on=later["began_on"].where(is_after & is_found),
        strict_last_on=later["began_on"].where(is_after),
        lenient_event_on=later["ended_on"].where((is_after | is_straddling) & is_found),
        lenient_last_on=later["ended_on"].where(is_after | is_straddling),
    )
    counts = ["reviews_after", "reviews_after_with", "reviews_straddling"]
    counts += ["reviews_straddling_with", "reviews_not_placed"]
    days = {"strict_event_on": "min", "strict_last_on": "max"}
    days |= {"lenient_event_on": "min", "lenient_last_on": "max"}
    summed = later.groupby(KEYS).agg(dict.fromkeys(counts, "sum") | days)
    rows = followed.merge(summed.reset_index(), on=KEYS, how="left")
    rows = rows.fillna(dict.fromkeys(counts, 0))
    rows["state"] = np.select(
        [
            np.asarray(rows["reviews_after_with"] > 0),
            np.asarray(rows["reviews_straddling_with"] > 0),
            np.asarray(rows["reviews_after"] > 0),
        ],
        ["seen_again", "overlaps", "not_seen"],
        "too_early",
    )
    review = tables["review"][["review_id", "source_id", "review_ref", "board"]]
    rows = rows.merge(review, left_on="origin_id", right_on="review_id")
    texts = tables["action"][["action_id", "action_ref", "statement"]]
    rows = rows.merge(texts, on="action_id")
    return rows.sort_values(["source_id", "review_ref", "action_id", "factor_id", "at"])


def after_action(tables: Tables, framework: str) -> pd.DataFrame:
    """Count the follow-ups of each agency by what came of them."""
    rows = follow_ups(tables, framework)
    states = pd.crosstab(rows["at"], rows["state"])
    by_agency = rows.groupby("at").agg(
        follow_ups=("action_id", "count"), actions=("action_id", "nunique")
    )
    return by_agency.join(states).reset_index()


def follow_up_reviews(tables: Tables, framework: str) -> pd.DataFrame:
    """List the later reviews that could have shown one action's factor again, with its findings."""
    action = tables["action"]
    one = action.loc[action["action_ref"] == ACTION, "action_id"]
    followed = _followed(tables, framework)
    followed: Any = followed[followed["action_id"].isin(one)]
    later = _later(tables, framework, followed)
    later = later[later["placed"] != "before"]
    later = followed[["action_id", *KEYS]].merge(later, on=KEYS)
    held = _problems_at(tables, framework)
    held = held[held["review_id"].isin(later["review_id"])]
    rows = later.merge(held, on=["review_id", "factor_id", "at"], how="left")
    texts = tables["finding"].drop(columns=["review_id"])
    rows = rows.merge(texts, on="finding_id", how="left")
    review = tables["review"][["review_id", "review_ref", "title"]]
    rows = rows.merge(review, on="review_id")
    return rows.sort_values(["factor_id", "at", "began_on", "ended_on", "review_ref", "position"])


def _problems_at(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each finding of a problem with its factors and the agencies at which it was made."""
    coding = counted(tables, framework)
    coding = coding.loc[
        coding["appraisal"].isin(PROBLEMS), ["review_id", "finding_id", "factor_id"]
    ]
    return coding.merge(_found_at(tables), on="finding_id")


def _found_at(tables: Tables) -> pd.DataFrame:
    """Give each finding with each agency at which it was made, as the last that took its place."""
    at = tables["finding_agency"]
    at = at.loc[at["role"] != "affected", ["finding_id", "agency_id"]]
    at = at.assign(at=at["agency_id"].map(successors(tables)))
    return at[["finding_id", "at"]].drop_duplicates()


def _followed(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each action that was signed off with each factor and each agency that is followed."""
    day = tables["answer_date"]
    since = day.loc[day["step"] == "signed off", ["action_id", "first_day", "last_day"]]
    since = since.rename(columns={"first_day": "since_first", "last_day": "since_last"})
    action: Any = tables["action"]
    action = action.loc[~action["status"].isin(SET_ASIDE)]
    action = action[["action_id", "recommendation_id", "owner_agency_id"]].merge(since)
    asked: Any = tables["recommendation"][["recommendation_id", "review_id", "finding_id"]]
    action = action.merge(asked.dropna(subset="finding_id"), on="recommendation_id")
    agency: Any = tables["agency"].set_index("agency_id")
    bodies = agency.index[agency["is_one_body"] & (agency["sector"] != "partnership")]
    owner: Any = action["owner_agency_id"].map(successors(tables))
    action["owner"] = owner.where(owner.isin(bodies))
    found_at = _found_at(tables)
    places = action[["action_id", "finding_id", "owner"]].merge(found_at, on="finding_id")
    is_owners = places["at"] == places["owner"]
    owned = places[is_owners]
    elsewhere = places[~places["action_id"].isin(owned["action_id"])]
    nowhere: Any = action[~action["finding_id"].isin(found_at["finding_id"])].dropna(subset="owner")
    nowhere = nowhere.assign(at=nowhere["owner"])
    followed = pd.concat([one[["action_id", "at"]] for one in (owned, elsewhere, nowhere)])
    coding = counted(tables, framework)
    coding = coding.loc[coding["appraisal"].isin(PROBLEMS), ["finding_id", "factor_id"]]
    action = action.merge(coding, on="finding_id").merge(followed, on="action_id")
    return action.rename(columns={"review_id": "origin_id"}).drop(columns="owner")


def _later(tables: Tables, framework: str, followed: pd.DataFrame) -> pd.DataFrame:
    """Give what is followed beside each other review of its board that could have shown it."""
    review = tables["review"][["review_id", "source_id", "board", "practice_from"]]
    review = review.assign(board=review["board"].fillna(review["source_id"]))
    dated = tables["review_date"]
    dated = dated.loc[dated["basis"] == "practice", ["review_id", "last_day"]]
    used = tables["review_framework"]
    used = used.loc[used["framework_id"] == framework, ["review_id", "assessed_on"]]
    involved = tables["review_agency"]
    involved = involved.loc[involved["involvement"] != "no contact", ["review_id", "agency_id"]]
    involved = involved.assign(at=involved["agency_id"].map(successors(tables)))
    involved = involved[["review_id", "at"]].drop_duplicates()
    shows: Any = involved.merge(review, on="review_id").merge(used, on="review_id")
    shows = shows.merge(dated, on="review_id", how="left")
    shows = shows.rename(columns={"practice_from": "began_on", "last_day": "ended_on"})
    named: Any = review[["review_id", "board"]]
    boards = named.rename(columns={"review_id": "origin_id"})
    later = followed[KEYS].drop_duplicates().merge(boards, on="origin_id")
    later = later.merge(shows, on=["board", "at"])
    factor = tables["factor"]
    lives = factor.loc[factor["framework_id"] == framework, ["factor_id", "valid_from", "valid_to"]]
    later = later[later["review_id"] != later["origin_id"]].merge(lives, on="factor_id")
    begun = later["valid_from"].isna() | (later["assessed_on"] >= later["valid_from"])
    not_over = later["valid_to"].isna() | (later["assessed_on"] <= later["valid_to"])
    later = later[begun & not_over]
    placed = np.select(
        [
            np.asarray(later["ended_on"].isna()),
            np.asarray(later["began_on"] > later["since_last"]),
            np.asarray(later["ended_on"] > later["since_first"]),
        ],
        ["not known", "after", "straddles"],
        "before",
    )
    found = _problems_at(tables, framework)[["review_id", "factor_id", "at"]].drop_duplicates()
    found["is_found"] = True
    later = later.assign(placed=placed).merge(found, how="left")
    return later.assign(is_found=later["is_found"].notna())
