"""Every type of record, in the order of the domain. A new type is one module and one line here."""

from __future__ import annotations

from generator.records.base import Base
from generator.records.channel import Channel
from generator.records.competition import Competition
from generator.records.course import Course
from generator.records.disclosure import Disclosure
from generator.records.envelope import Part, Record, Source
from generator.records.glossary_term import GlossaryTerm
from generator.records.institution import Institution
from generator.records.occupation_table import OccupationTable
from generator.records.office import Office
from generator.records.past_training import PastTraining
from generator.records.policy import Policy
from generator.records.question import Question
from generator.records.region_table import RegionTable
from generator.records.self_check import SelfCheck
from generator.records.session import Session
from generator.records.standard import Standard
from generator.records.subsidy import Subsidy
from generator.records.test_report import TestReport
from generator.records.vocabulary import Vocabulary

RECORD_TYPES: tuple[type[Record], ...] = (
    Course,
    Session,
    Base,
    Institution,
    Office,
    Subsidy,
    Policy,
    Question,
    SelfCheck,
    GlossaryTerm,
    Competition,
    PastTraining,
    Disclosure,
    Channel,
    Standard,
    TestReport,
    Vocabulary,
    RegionTable,
    OccupationTable,
)

__all__ = [
    "RECORD_TYPES",
    "Base",
    "Channel",
    "Competition",
    "Course",
    "Disclosure",
    "GlossaryTerm",
    "Institution",
    "OccupationTable",
    "Office",
    "Part",
    "PastTraining",
    "Policy",
    "Question",
    "Record",
    "RegionTable",
    "SelfCheck",
    "Session",
    "Source",
    "Standard",
    "Subsidy",
    "TestReport",
    "Vocabulary",
]
