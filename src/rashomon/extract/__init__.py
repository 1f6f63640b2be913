"""One article, read closely: spans and what they mean."""
