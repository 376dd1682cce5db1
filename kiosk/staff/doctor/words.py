"""What the library wrote: settings, words, and the dates by which words are to be looked at."""

from collections.abc import Iterator

from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, fault, tick
from kiosk.staff.service_view import unusable


def settings(machine: Machine) -> Iterator[Finding]:
    """Where the settings come from."""
    if not machine.settings_path:
        yield tick("No settings file; the kiosk uses its defaults.")
    else:
        yield tick(f"The settings are in {machine.settings_path}.")


def content(machine: Machine) -> Iterator[Finding]:
    """Whether settings and words can be used, with every fault."""
    for trouble in machine.troubles:
        yield fault(trouble, "Mend that; the kiosk takes it in seconds.")
    if machine.content is not None:
        topics, helplines = len(machine.content.topics), len(machine.content.helplines)
        yield tick(f"The words load: {topics} topics, {helplines} helplines.")


def places(machine: Machine) -> Iterator[Finding]:
    """Whether the service can use what the settings name."""
    for _, what, remedy in unusable(machine.settings_path, machine.settings):
        yield fault(what, remedy)


def review_dates(machine: Machine) -> Iterator[Finding]:
    """Which topics and pathways are overdue for somebody to check that they are still true."""
    if machine.content is None:
        return
    dates = {
        **{name: topic.review_by for name, topic in machine.content.topics.items()},
        **{name: pathway.review_by for name, pathway in machine.content.pathways.items()},
    }
    overdue = sorted(name for name, date in dates.items() if date < machine.now.date())
    if overdue:
        yield advice(
            f"Past their review date: {', '.join(overdue)}.",
            "Check that they are still true, then change their dates: docs/words.md says how.",
        )
    else:
        first = min(dates, key=lambda name: dates[name])
        yield tick(f"No review is overdue; the next is {first}, by {dates[first]:%d %B %Y}.")
