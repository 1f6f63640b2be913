"""Errors the reader can mend. Each message says what was wrong, where, and what to do."""


class RashomonError(Exception):
    """The root of all errors that Rashomon raises on purpose; the command line prints it in one line, exit status 2."""


class UnreadableInput(RashomonError):
    """Nothing could be read from what was given."""


class BadArticle(RashomonError):
    """An article is not usable as given: no text, a bad date, an id used twice."""


class BadOption(RashomonError):
    """An option or address that Rashomon does not take; the message names what it takes."""


class NotAComparison(RashomonError):
    """A file that does not hold a comparison in our format."""
