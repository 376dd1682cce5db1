"""The peer: the UK government's "Exit this page" component, served as it is published.

The component comes from the npm registry into a temporary folder each time; nothing of it is
kept here. Its page and the neutral page are on two addresses of this machine, hence two sites.
"""

import functools
import json
import shutil
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SECRET = "Someone is threatening me"
_NEUTRAL = (
    "<!doctype html><html lang=en><title>Weather</title><link rel=icon href=data:,>"
    "<h1>Weather</h1><p>Dry, with sunny spells.</p>"
)
_PAGE = """<!doctype html>
<html lang="en" class="govuk-template">
<head><title>Advice</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/dist/govuk/govuk-frontend.min.css"></head>
<body class="govuk-template__body js-enabled govuk-frontend-supported">
<main class="govuk-main-wrapper govuk-width-container"><h1>{secret}</h1>{component}
<label>Search <input name="q"></label></main>
<script type="module">
import {{ initAll }} from "/dist/govuk/govuk-frontend.min.js"; initAll();
document.body.dataset.ready = "yes";
</script></body></html>"""


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Let nothing be kept, as the kiosk does."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def fetch_component(folder: Path) -> str:
    """Fetch the newest release into a folder, and return its version.

    Raises:
        subprocess.CalledProcessError: npm cannot reach its registry.
    """
    npm = shutil.which("npm") or "npm"
    packed = subprocess.run(
        [npm, "pack", "govuk-frontend", "--json"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    entry = json.loads(packed.stdout)
    entry = entry[0] if isinstance(entry, list) else next(iter(entry.values()))
    with tarfile.open(folder / entry["filename"]) as archive:
        archive.extractall(folder, filter="data")
    return str(entry["version"])


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, str]]:
    """Serve the component's page and a neutral one; yields their addresses."""
    root = folder / "package"
    handler = functools.partial(_Handler, directory=str(root))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), handler) as advice,
        ThreadingHTTPServer(("127.0.0.2", 0), handler) as neutral,
    ):
        address = f"http://127.0.0.2:{neutral.server_port}/neutral.html"
        template = root / "dist/govuk/components/exit-this-page/template-default.html"
        component = template.read_text(encoding="utf-8")
        before, mark, after = component.partition('href="')
        assert mark, "the component's markup has no link to point elsewhere"
        component = f'{before}href="{address}"{after.partition(chr(34))[2]}'
        (root / "advice.html").write_text(_PAGE.format(secret=SECRET, component=component))
        (root / "neutral.html").write_text(_NEUTRAL)
        for server in (advice, neutral):
            threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{advice.server_port}/advice.html", address
        for server in (advice, neutral):
            server.shutdown()
