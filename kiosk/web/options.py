"""What whoever starts the server decides."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ServeOptions:
    """Where the server listens, whom it believes, and how many it lets in."""

    host: str = "127.0.0.1"
    """The address to listen on; the default cannot be reached from other machines."""
    port: int = 8000
    """The port; 0 takes any that is free."""
    public: tuple[str, ...] = ()
    """Addresses that a reverse proxy serves this kiosk under, such as `https://kiosk.example`."""
    visitors: int = 60
    """How many visitors there may be at once."""
    visitors_per_address: int = 30
    """How many of them may come from one address; a school often has only one."""
    behind_proxy: bool = False
    """Whether a visitor's address is the last one in X-Forwarded-For, which a proxy adds."""
    neutral_address: str = "/"
    """Where leaving leads: the kiosk's own neutral page, or a web page of the library's."""
