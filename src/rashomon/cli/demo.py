"""`rashomon demo`."""

from rashomon.cli.options import AllOption, FormatOption, OpenOption, OutputOption, PlainOption
from rashomon.cli.showing import Showing, show_comparison
from rashomon.demo import demo_articles


def demo(
    format: FormatOption = None,
    output: OutputOption = None,
    opened: OpenOption = False,
    everything: AllOption = False,
    plain: PlainOption = False,
) -> None:
    """Compare eight reports of an invented event.

    The country, the people, the outlets and the event do not exist; the reports were written for this demonstration.
    """
    with demo_articles() as path:
        show_comparison([path], Showing(format, output, opened, everything, plain))
