"""What each setting is for, and how it is written: the example file."""

from kiosk.settings.setting import Setting
from kiosk.settings.table import TABLE, Settings


def example() -> str:
    """A settings file with every setting, commented out, and what each is for."""
    head = (
        "# Settings of the advice kiosk. Every one may be left out: take away the '# ' to use it.\n"
    )
    return head + "".join(f"\n{_commented(name)}" for name in TABLE)


def words_of(name: str) -> Setting:
    """A setting, its words filled in."""
    setting = TABLE[name]
    filling = {
        "{default}": Settings._field_defaults[name],
        "{least}": getattr(setting.read, "least", ""),
        "{most}": getattr(setting.read, "most", ""),
    }
    meaning, without, text = setting.meaning, setting.without, setting.example
    for gap, value in filling.items():
        meaning, without, text = (
            words.replace(gap, str(value)) for words in (meaning, without, text)
        )
    return setting._replace(meaning=meaning, without=without, example=text)


def _commented(name: str) -> str:
    from textwrap import wrap

    setting = words_of(name)
    words = f"{setting.meaning} If left out, {setting.without}."
    if not setting.is_live:
        words += " Start the kiosk again after a change."
    lines = [f"## {line}" for line in wrap(words, 90)]
    return "\n".join([*lines, *(f"# {line}" for line in setting.example.split("\n"))]) + "\n"
