"""Every threshold, frozen, each with its unit and its reason. One class a step; `pipeline` hands each step its own."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FurnitureSettings:
    """What is not part of the report."""


@dataclass(frozen=True, slots=True)
class NameSettings:
    """Joining spellings of one name."""


@dataclass(frozen=True, slots=True)
class DateSettings:
    """Resolving dates."""


@dataclass(frozen=True, slots=True)
class QuotationSettings:
    """Finding quotations and joining wordings of one utterance."""


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """Shared passages and origins."""


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Joining claims."""


@dataclass(frozen=True, slots=True)
class DifferenceSettings:
    """Finding where claims part."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them, as printed in `made_by.settings`."""

    furniture: FurnitureSettings = field(default_factory=FurnitureSettings)
    names: NameSettings = field(default_factory=NameSettings)
    dates: DateSettings = field(default_factory=DateSettings)
    quotations: QuotationSettings = field(default_factory=QuotationSettings)
    reuse: ReuseSettings = field(default_factory=ReuseSettings)
    claims: ClaimSettings = field(default_factory=ClaimSettings)
    differences: DifferenceSettings = field(default_factory=DifferenceSettings)
