"""From sources to kept articles: fetched politely, each once, going on where it was stopped."""
