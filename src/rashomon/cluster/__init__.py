"""Articles to stories: which reports are of one event."""
