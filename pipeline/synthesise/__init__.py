"""Made-up reviews of realistic shape: for a first look, for tests and for benchmarks."""

from pipeline.synthesise.folder import SynthesiseError
from pipeline.synthesise.plan import PlannedRecurrence
from pipeline.synthesise.source import planned_recurrences, synthesise

__all__ = ["PlannedRecurrence", "SynthesiseError", "planned_recurrences", "synthesise"]
