"""Lanes one below the other, in which no stretch covers another."""

from dashboard.charts.lanes import Stretch, lanes, packed


def test_stretches_of_a_row_do_not_cover_one_another():
    stretches = [Stretch(0, 10), Stretch(5, 8), Stretch(11, 20), Stretch(14, 15), Stretch(9, 12)]
    assert packed(stretches, apart=1) == [0, 1, 0, 1, 1]
    assert packed([], apart=1) == []


def test_lanes_stand_one_below_the_other_and_one_without_marks_is_its_heading():
    one, none, last = lanes(
        [(("A", "key"), [Stretch(0, 1), Stretch(0, 1)]), (("B",), []), (("C",), [Stretch(0, 1)])],
        apart=1,
        top=10,
    )
    assert one.top == 10
    assert none.top > one.bottom
    assert none.bottom == none.marks_top < last.top
    assert last.marks_top < last.y(0) < last.bottom
