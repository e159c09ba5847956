"""The address of a page can be read, sent, and opened again, whatever became of what it names."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import FIRST_DAY, LAST_DAY, Address, decode, encode
from queries.selection import Selection


def test_an_address_reads_as_a_person_would_write_it():
    selection = Selection(sources=("pfd",), factors=("suicide",), period_from=date(2015, 1, 1))
    assert encode(Address(selection)) == {
        "source": ["pfd"],
        "factor": ["suicide"],
        "from": ["2015-01-01"],
    }


def test_what_is_not_chosen_is_not_written():
    assert encode(Address()) == {}


def test_values_of_one_filter_stand_side_by_side():
    parameters = {"agency": ["police", "acute-hospital"]}
    address, faults = decode(parameters)
    assert address.selection.agencies == ("police", "acute-hospital")
    assert encode(address) == parameters
    assert faults == ()


def test_another_page_keeps_the_filters_and_not_the_open_review():
    address = Address(Selection(factors=("suicide",)), found_at="police").opening("R1", "pfd")
    assert address.elsewhere() == Address(Selection(factors=("suicide",)))


def test_a_review_is_named_by_its_source_too_where_several_sources_are_counted_together():
    several = Address(Selection(("north", "south")), found_at="police").opening("R1", "south")
    assert encode(several) == {
        "source": ["north", "south"],
        "found_at": ["police"],
        "review": ["R1"],
        "review_source": ["south"],
    }
    assert several.closing() == Address(Selection(("north", "south")), found_at="police")
    assert several.of_review("R1", "south") == replace(several, found_at=None)
    assert encode(Address(Selection(("south",))).of_review("R1", "south")) == {
        "source": ["south"],
        "review": ["R1"],
    }


@pytest.mark.parametrize(
    ("parameters", "fault"),
    [
        (
            {"colour": ["blue"]},
            'The address names "colour", which is not a filter. It was left out.',
        ),
        (
            {"from": ["31/01/2015"]},
            '"from" must be a day such as 2015-01-31, not "31/01/2015". It was left out.',
        ),
        (
            {"to": ["0015-01-01"]},
            '"to" must be a day such as 2015-01-31, not "0015-01-01". It was left out.',
        ),
        (
            {"basis": ["incident"]},
            '"basis" can be "practice" or "published", not "incident". It was left out.',
        ),
        (
            {"work": ["both"]},
            '"work" can be "ordinary" or "case", not "both". It was left out.',
        ),
    ],
)
def test_what_cannot_be_read_is_left_out_with_a_sentence(parameters, fault):
    assert decode(parameters) == (Address(), (fault,))


def test_one_value_that_cannot_be_read_does_not_take_the_others_with_it():
    address, faults = decode({"from": ["then"], "factor": ["suicide"], "colour": ["blue"]})
    assert address == Address(Selection(factors=("suicide",)))
    assert len(faults) == 2


def test_an_empty_value_is_no_value():
    assert decode({"factor": [""], "text": ["  "], "from": [""]}) == (Address(), ())


def test_characters_that_cannot_be_typed_are_taken_out():
    assert decode({"text": ["super\x00vision\n"]})[0].selection.text == "supervision"


VALUES = st.text(
    alphabet=st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=40
).filter(lambda value: value == value.strip())
MANY = st.lists(VALUES, max_size=3, unique=True).map(tuple)
DAYS = st.none() | st.dates(FIRST_DAY, LAST_DAY)


@given(
    st.builds(
        Address,
        st.builds(
            Selection,
            sources=MANY,
            framework=st.none() | VALUES,
            review_types=MANY,
            boards=MANY,
            regions=MANY,
            agencies=MANY,
            factors=MANY,
            layers=MANY,
            patterns=MANY,
            appraisals=MANY,
            work=st.sampled_from([None, "ordinary", "case"]),
            basis=st.sampled_from([None, "practice", "published"]),
            period_from=DAYS,
            period_to=DAYS,
            text=st.none() | VALUES,
        ),
        found_at=st.none() | VALUES,
        review=st.none() | VALUES,
        review_source=st.none() | VALUES,
    )
)
def test_whatever_was_chosen_is_read_back(address):
    assert decode(encode(address)) == (address, ())


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=40), max_size=3)))
def test_no_address_is_an_error(parameters):
    address, _ = decode(parameters)
    again, faults = decode(encode(address))
    assert again == address
    assert faults == ()


def test_what_is_chosen_of_a_page_stands_beside_the_filters_and_stays_on_the_page():
    address = Address(Selection(factors=("tools",))).with_settings(show="funnel", large="tools")
    assert encode(address) == {"factor": ["tools"], "show": ["funnel"], "large": ["tools"]}
    assert decode(encode(address)) == (address, ())
    assert (address.setting("show"), address.setting("by")) == ("funnel", None)
    assert address.elsewhere() == Address(Selection(factors=("tools",)))


def test_a_setting_can_have_several_values_and_be_taken_away():
    address = Address().with_settings(relations=("exact", "close"), show="through")
    assert address.values("relations") == ("exact", "close")
    assert address.with_settings(relations=None, show=()) == Address()


def test_a_setting_that_no_page_has_is_refused():
    with pytest.raises(KeyError):
        Address().with_settings(colour="blue")
