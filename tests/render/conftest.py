"""The story of the ferry, compared."""

import pytest
from tests.factories import make_comparison

from rashomon.model.comparison import Comparison


@pytest.fixture
def comparison() -> Comparison:
    """Three reports, two of them of one agency."""
    return make_comparison()
