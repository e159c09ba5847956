"""Made-up recommendations, actions and responses for the oracle: linked or not, with odd dates."""

import random

from tests.queries.oracle.random_reviews import AGENCIES, random_date
from tests.queries.oracle.world import Row, SourceTables

OWNERS = ("", "", "BRD", "MULTI", *AGENCIES)
KINDS = ("", "clear-cut", "judgement")
ACTION_TYPES = ("", "training", "procedure", "tool", "culture", "national ask")
STRENGTHS = ("", "", "strong", "intermediate", "weak")
STATUSES = (
    *("", "not started", "in progress", "complete", "awaiting sign-off"),
    *("signed off", "signed off", "overdue", "superseded", "not accepted"),
)
GRADES = ("", "none", "output", "practice", "outcome")
ASKS = (
    *("Train every team in joint visits", "Train all teams in joint visits."),
    *("Write a joint protocol", "Agree a joint protocol in writing", "Ask for a post"),
)
"""What recommendations ask, some of it in nearly the same words."""
RESPONSES = ("completed", "partial", "overdue", "pending", "Overdue", "Sent on to others")


def add_answers(rng: random.Random, source: SourceTables) -> None:
    """Give the reviews of a source recommendations, actions and a status of responses."""
    for row in source.tables["reviews"]:
        review = row["review_ref"]
        if rng.random() < 0.3:
            said = {"response_status": rng.choice(RESPONSES)}
            if rng.random() < 0.7:
                said["replies_count"] = str(rng.randrange(12))
            source.tables["review_attributes"] += [
                {"review_ref": review, "name": name, "value": value} for name, value in said.items()
            ]
        findings = [one["finding_ref"] for one in source.rows_of("findings", "review_ref", review)]
        for place in range(rng.randrange(4)):
            ref = f"{review}/R{place}"
            source.tables["recommendations"].append(
                {
                    "recommendation_ref": ref,
                    "review_ref": review,
                    "finding_ref": rng.choice(["", *findings, *findings]),
                    "statement": rng.choice(ASKS),
                    "kind": rng.choice(KINDS),
                    "addressed_to": rng.choice(OWNERS),
                    "made_on": random_date(rng, missing=0.3),
                }
            )
            source.tables["actions"] += [
                random_action(rng, f"{ref}/A{number}", ref) for number in range(rng.randrange(3))
            ]


def random_action(rng: random.Random, ref: str, recommendation_ref: str) -> Row:
    """Make one action up, whose status need not agree with its dates."""
    return {
        "action_ref": ref,
        "recommendation_ref": recommendation_ref,
        "owner_agency": rng.choice(OWNERS),
        "statement": rng.choice(ASKS),
        "action_type": rng.choice(ACTION_TYPES),
        "strength": rng.choice(STRENGTHS),
        "due_on": random_date(rng, missing=0.3),
        "status": rng.choice(STATUSES),
        "completed_on": random_date(rng, missing=0.5),
        "signed_off_on": random_date(rng, missing=0.3),
        "evidence_grade": rng.choice(GRADES),
    }
