"""The judge of growth tells linear work from quadratic."""

from tests.growth import grows_as_its_input


def test_linear_work_passes() -> None:
    """Work of 0.3 s and more that grows with what it is given."""
    assert grows_as_its_input(lambda numbers: [str(number) for number in numbers], range, 2_000_000)


def test_quadratic_work_is_found() -> None:
    """Each of a list is looked for in all of it."""
    assert not grows_as_its_input(lambda numbers: [number in numbers for number in map(float, numbers)], lambda size: list(range(size)), 6000)
