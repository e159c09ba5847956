"""Reviews drawn by their dates of publication and the factors found in them."""

FEW_BEFORE = ["2022-05-01"] * 4
"""Too few to tell."""
ENOUGH_BEFORE = [*FEW_BEFORE, "2022-06-01"]
"""Just enough."""


def drawn(*reviews: str) -> dict[str, str]:
    """Draw reviews: "2024-05-01 tools supervision+".

    Args:
        reviews: of each the date on which it came out, "-" for none, and the factors found in it:
            as a problem, or with "+" as a strength, with "=" without a judgement.
    """
    appraised = {"+": "strength", "=": "neutral"}
    tables = {
        "reviews": ["review_ref | published_on"],
        "findings": ["finding_ref | review_ref | statement | appraisal"],
        "finding_factors": ["finding_ref | factor"],
    }
    for number, review in enumerate(reviews, start=1):
        day, *factors = review.split()
        tables["reviews"].append(f"R{number} | {'' if day == '-' else day}")
        for place, factor in enumerate(factors, start=1):
            finding = f"F{number}.{place}"
            appraisal = appraised.get(factor[-1], "problem")
            tables["findings"].append(f"{finding} | R{number} | Found | {appraisal}")
            tables["finding_factors"].append(f"{finding} | {factor.rstrip('+=')}")
    return {name: "\n".join(rows) for name, rows in tables.items()}
