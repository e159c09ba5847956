"""The contract: what may be asked of the reviews, and how each answer is counted."""
