"""What is imported, and when."""

import subprocess
import sys

LATE = {"socket", "json", "signal", "subprocess", "selectors", "unicodedata"}


def modules_after(statement: str) -> set[str]:
    """Return the names of the modules that a new interpreter has loaded after a statement."""
    program = f"{statement}; import sys; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, check=True, text=True
    )
    return set(result.stdout.split())


def test_the_first_page_needs_few_imports() -> None:
    """Nothing that takes milliseconds is imported before the neutral page is on the screen."""
    loaded = modules_after("import kiosk.guard.start, kiosk.guard.options")
    assert not loaded & LATE


def test_the_guard_never_imports_the_app() -> None:
    """The whole guard, warm parent included, loads nothing but itself and the standard library."""
    loaded = modules_after("import kiosk.guard.loop, kiosk.guard.warm")
    allowed = sys.stdlib_module_names | {"kiosk", "__main__"}
    assert {name.partition(".")[0] for name in loaded} <= allowed
    assert {name for name in loaded if name.startswith("kiosk.")} == {
        name for name in loaded if name.startswith(("kiosk.guard", "kiosk.confinement"))
    }
