"""What whoever starts the server decides."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ServeOptions:
    """Where the server listens, and whom it believes."""

    host: str = "127.0.0.1"
    """The address to listen on; the default cannot be reached from other machines."""
    port: int = 8000
    """The port; 0 takes any that is free."""
    public: tuple[str, ...] = ()
    """Addresses that pages come from which may ask here, such as `https://kiosk.example`."""
    behind_proxy: bool = False
    """Whether a visitor's address is the last one in X-Forwarded-For, which a proxy adds."""
    neutral_address: str = "./"
    """Where leaving leads: the kiosk's own neutral page, or a web page of the library's."""
