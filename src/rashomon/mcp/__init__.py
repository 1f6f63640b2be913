"""The store for assistants: a server of the Model Context Protocol that finds stories, compares and quotes.

Whatever it answers is a report's own words with their place, a count, or a reason that the comparison gives.
"""
