"""What a briefing says in words that no page says."""
