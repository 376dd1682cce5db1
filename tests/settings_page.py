"""`docs/settings.md`: its introduction is written by hand, and the rest is made of the settings.

python -m tests.settings_page    # write the rest anew, after a change in kiosk/settings/table.py
"""

from pathlib import Path

from kiosk.settings.reference import words_of
from kiosk.settings.table import TABLE

PAGE = Path(__file__).parents[1] / "docs/settings.md"


def settings_page() -> str:
    """The page as it must be."""
    introduction = PAGE.read_text(encoding="utf-8").partition("## `")[0]
    return introduction + "\n".join(map(_section, TABLE))


def _section(name: str) -> str:
    setting = words_of(name)
    when = "at the next visitor" if setting.is_live else "when the kiosk is started again"
    return (
        f"## `{name}`\n\n{setting.meaning}\n"
        f"If left out, {setting.without}. A change is seen {when}.\n\n"
        f"```toml\n{setting.example}\n```\n"
    )


if __name__ == "__main__":
    PAGE.write_text(settings_page(), encoding="utf-8")
