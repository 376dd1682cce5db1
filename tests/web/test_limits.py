"""The limits' own arithmetic, without a server."""

import pytest

from kiosk.web.connection import parse_size
from kiosk.web.limits import Allowance, FullError, Places


def test_places_are_counted_in_all_and_by_address() -> None:
    """A place is refused when all are taken, or all that one address may have."""
    places = Places(in_all=3, per_address=2)
    with places.place_for("a"), places.place_for("a"), places.place_for("b"):
        for address in ("a", "b"):
            with pytest.raises(FullError), places.place_for(address):
                raise AssertionError
    with places.place_for("a"), places.place_for("a"):
        with pytest.raises(FullError), places.place_for("a"):
            raise AssertionError
        with places.place_for("b"):
            assert places.taken == 3


def test_no_address_is_kept_after_its_visitors_have_left() -> None:
    """Neither a visit nor a refusal leaves an address behind."""
    places = Places(in_all=1, per_address=1)
    with places.place_for("a"), pytest.raises(FullError), places.place_for("b"):
        raise AssertionError
    assert places.taken == 0
    assert "a" not in str(vars(places)["_taken"])
    assert "b" not in str(vars(places)["_taken"])


def test_an_allowance_fills_with_time() -> None:
    """What is at once may be spent at once; after that, only what time has brought."""
    now = 100.0
    allowance = Allowance(10, 2, clock=lambda: now)
    assert allowance.spend(10)
    assert not allowance.spend(1)
    now = 100.5
    assert allowance.spend(1)
    now = 1000.0
    assert not allowance.spend(11)
    assert allowance.spend(10)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("100x30", (100, 30)),
        ("1x1", (20, 6)),
        ("9999x9999", (240, 100)),
        ("20000x20000", None),
        ("-5x7", None),
        ("100", None),
        ("١٠٠x30", None),
        ("", None),
    ],
)
def test_sizes_are_kept_within_bounds(text: str, size: tuple[int, int] | None) -> None:
    """A page cannot ask for a screen that would take the server's memory."""
    assert parse_size(text) == size
