"""Which accepted set is in force; the guard's process asks too, so this imports next to nothing."""

import json
import os
from typing import Any

STATE = "state.json"
SETTINGS = "kiosk.toml"
"""The name of the settings file in a set."""


def read_state(store: str) -> dict[str, Any]:
    """The number of the set in force as `current`, and what was last judged as `judged`.

    Args:
        store: The store's folder.
    """
    try:
        with open(f"{store}/{STATE}", encoding="utf-8") as file:  # noqa: PTH123 - light, as above
            state = json.load(file)
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def set_folder(store: str, number: object) -> str:
    """Where a set is kept."""
    return f"{store}/sets/{number}"


def settings_in_force(store: str) -> str | None:
    """The copied settings file of the set in force, or None where it has none."""
    path = f"{set_folder(store, read_state(store).get('current'))}/{SETTINGS}"
    return path if os.path.exists(path) else None  # noqa: PTH110 - light, as above
