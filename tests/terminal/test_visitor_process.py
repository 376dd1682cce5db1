"""What a visitor's process starts with."""

from tests.terminal.conftest import StartGuard


def test_a_visitor_starts_clean(start_guard: StartGuard) -> None:
    """It leads a session on its own terminal, and holds nothing else that is open but the pipe."""
    terminal = start_guard(
        visitor_module="tests.terminal.visitors.inventory",
        environment={"COLUMNS": "7", "LINES": "5"},
    )
    terminal.wait_until(lambda: "size" in terminal.text)
    facts = dict(line.strip().split(": ") for line in terminal.lines if ": " in line)
    assert facts == {
        "descriptors": "[0, 1, 2, 3]",
        "session": "True",
        "terminals": "1",
        "core": "(0, 0)",
        "default": "True",
        "lines": "False",
        "size": "(80, 24)",
    }


def test_a_visitor_imports_nothing(start_guard: StartGuard) -> None:
    """All modules are there from before the fork: what each imports alone, each pays for."""
    terminal = start_guard(visitor_module="tests.terminal.visitors.late")
    terminal.wait_until(lambda: "imported late: " in terminal.text)
    assert "imported late: []" in terminal.text
