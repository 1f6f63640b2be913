"""The same things across articles: names, claims, differences, utterances, dates."""
