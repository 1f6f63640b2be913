"""Errors the reader can mend. Each message says what was wrong, where, and what to do."""

TRACEBACK = "RASHOMON_TRACEBACK"  # of the environment: where it is set, a fault of ours is told with its traceback


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


class NotAnExport(RashomonError):
    """A file that `rashomon export` did not write; the message names the line."""


class StoreFault(RashomonError):
    """A store cannot be used as it is; its children say what is wrong with it."""


class StoreLocked(StoreFault):
    """Another process has been writing to the store for longer than we wait."""


class NotAStore(StoreFault):
    """What was given as a store is none, is damaged, or is not there."""


class NewerStore(StoreFault):
    """The store was written by a Rashomon newer than this one."""


class StoreFull(StoreFault):
    """There is no room left where the store lies."""


class StoreUnreachable(StoreFault):
    """The store's file or database, or the folder of what is to go into it, cannot be opened, read or written."""


class NoSuchArticle(RashomonError):
    """The store holds no article of that id."""


class NoSuchStory(RashomonError):
    """The store knows no story of that id, neither now nor formerly."""


class NoSuchSpeaker(RashomonError):
    """Nobody of that name is quoted in any story of the store."""


class NoSuchWords(RashomonError):
    """No version of an article that was kept has the words, or the place, asked for."""


class NotComparedYet(RashomonError):
    """No comparison of the story was made; the message says how to have one made."""


class NoSuchCorrection(RashomonError):
    """The store knows no correction of that number."""


class NoSuchJob(RashomonError):
    """The running application knows no such job, or not any more."""


class TooManyWait(RashomonError):
    """So much waits in the running application that more must come later."""
