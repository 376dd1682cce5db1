"""A voice that says nothing, and remembers all."""

from collections.abc import Callable

from kiosk.clerk.speech import Speech


class FakeSpeech(Speech):
    """Takes the place of an engine; each sentence lasts until a test ends it."""

    def __init__(self) -> None:
        super().__init__("/no/such/engine")
        self.said: list[str] = []
        self.languages: list[str] = []
        self._when_said: Callable[[], None] | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether a sentence is being said."""
        return self._when_said is not None

    def say(self, text: str, language: str, when_said: Callable[[], None]) -> None:
        """Begin a sentence."""
        self.said.append(text)
        self.languages.append(language)
        self._when_said = when_said

    def hush(self) -> None:
        """Be silent."""
        self._when_said = None

    def end(self) -> None:
        """Come to the end of the sentence."""
        assert self._when_said is not None, "Nothing is being said."
        when_said, self._when_said = self._when_said, None
        when_said()
