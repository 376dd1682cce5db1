"""An app without the ways out that Textual's own has: each one closed, in one place."""

from collections.abc import Mapping
from typing import Any, ClassVar

from rich.console import Console
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver


class LockedApp(App[None], inherit_bindings=False):
    """Textual's app with no palette, no quitting, no browser, no files and no clipboard."""

    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar[set[Any]] = set()
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False

    ALLOWED_ACTIONS: ClassVar[frozenset[str]] = frozenset()
    """The actions there are. Text can name an action, so that no others may run."""

    def __init__(
        self, driver_class: type[Driver] | None = None, *, ansi_color: bool = False
    ) -> None:
        """Make the app, which prints nothing when it fails.

        A traceback holds what the visitor typed.

        Args:
            driver_class: Talks to the terminal; Textual's own where None.
            ansi_color: Whether colours are the terminal's own, by name.
        """
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self.error_console = Console(quiet=True)

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out an action if it is one of ours."""
        named = action if isinstance(action, str) else action[1]
        if named.partition("(")[0].rpartition(".")[2] not in self.ALLOWED_ACTIONS:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing: a browser would be a way out, and a trace."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy nothing: the next visitor could paste it."""

    def save_screenshot(self, *_: object, **__: object) -> str:
        """Save nothing.

        Raises:
            PermissionError: Always.
        """
        raise PermissionError("The kiosk writes no pictures of its screen.")

    def deliver_screenshot(self, *_: object, **__: object) -> str | None:
        """Deliver nothing."""
        return None
