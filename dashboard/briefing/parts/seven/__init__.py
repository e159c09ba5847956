"""The seven parts of a 7-minute briefing, each of one factor or of one review."""
