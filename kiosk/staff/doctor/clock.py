"""The clock: opening hours, open lines and the neutral page depend on it."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, fault, tick

ZONE = "Europe/London"
_TOO_LATE = 2100


def zone(machine: Machine) -> Iterator[Finding]:
    """Whether the machine's time is that of the helplines."""
    try:
        london = machine.now.astimezone(ZoneInfo(ZONE))
    except ZoneInfoNotFoundError:
        yield fault(f"The time zone {ZONE} is not known.", "Run: sudo apt install tzdata")
        return
    if london.utcoffset() == machine.now.utcoffset():
        yield tick(f"The clock is that of {ZONE}: {machine.now:%H:%M}.")
    else:
        yield advice(
            f"The clock says {machine.now:%H:%M}, but in {ZONE} it is {london:%H:%M}.",
            f"Run: sudo timedatectl set-timezone {ZONE}",
        )


def day(machine: Machine) -> Iterator[Finding]:
    """Whether the date can be right: the words were written before today."""
    today = machine.now.date()
    if _newest_words(machine) <= today < date(_TOO_LATE, 1, 1):
        yield tick(f"The date can be right: {today:%d %B %Y}.")
    else:
        yield fault(
            f"The date cannot be right: {today:%d %B %Y}.",
            "Connect the machine to the network, or give it a clock with a battery, then run: "
            "sudo timedatectl set-ntp true",
        )


def _newest_words(machine: Machine) -> date:
    """When somebody last checked a topic."""
    if machine.content is None:
        return date.min
    return max((topic.reviewed for topic in machine.content.topics.values()), default=date.min)
