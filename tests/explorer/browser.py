"""A real Chromium, headless, driven over its DevTools protocol; the tests skip where there is none."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

import websocket

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --disable-dev-shm-usage "
    "--remote-debugging-port=0"
).split()


def chromium() -> str | None:
    """The browser's command, or None where it is not installed."""
    return next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


class Browser:
    """One window of a browser of its own profile."""

    def __init__(self) -> None:
        command = chromium()
        assert command is not None
        self.profile = tempfile.mkdtemp(prefix="dragoman-chromium-")
        self.process = subprocess.Popen(
            [command, *FLAGS, f"--user-data-dir={self.profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        port = self._port()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            pages = json.load(answer)
        page = next(p for p in pages if p["type"] == "page")
        self.socket = websocket.create_connection(
            page["webSocketDebuggerUrl"], suppress_origin=True, timeout=60
        )
        self.ids = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def _port(self) -> str:
        told = Path(self.profile, "DevToolsActivePort")
        for _ in range(300):
            if told.exists() and "\n" in told.read_text():
                return told.read_text().split("\n", 1)[0]
            time.sleep(0.1)
        raise RuntimeError("the browser did not start")

    def close(self) -> None:
        """End the browser and forget its profile."""
        self.socket.close()
        os.killpg(self.process.pid, 15)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
        shutil.rmtree(self.profile, ignore_errors=True)

    # --- the protocol -------------------------------------------------------------------------------

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self.ids)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def _await(self, method: str) -> None:
        if any(e["method"] == method for e in self.events):
            return
        while True:
            message = json.loads(self.socket.recv())
            self.events.append(message)
            if message.get("method") == method:
                return

    # --- what a person does -------------------------------------------------------------------------

    def goto(self, url: str) -> None:
        """Open an address and wait until it is there."""
        self.events.clear()
        self.call("Page.navigate", url=url)
        self._await("Page.loadEventFired")

    def settle(self, seconds: float = 5.0) -> None:
        """Wait until the page that a key or a click led to is there."""
        until = time.monotonic() + seconds
        time.sleep(0.15)
        while time.monotonic() < until:
            try:
                if self.run("document.readyState") == "complete":
                    return
            except RuntimeError:
                pass
            time.sleep(0.05)

    def run(self, script: str) -> Any:
        """The value of a script's last expression."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key: str, *, shift: bool = False, ctrl: bool = False) -> None:
        """Press a key."""
        known = {
            "Enter": ("\r", 13),
            "Escape": ("", 27),
            "ArrowRight": ("", 39),
            "ArrowLeft": ("", 37),
            "Tab": ("", 9),
        }
        text, code = known.get(key, (key, ord(key.upper()) if len(key) == 1 else 0))
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 * shift + 2 * ctrl}
        if text and not ctrl:
            self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        else:
            self.call("Input.dispatchKeyEvent", type="rawKeyDown", **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        self.call("Input.insertText", text=text)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press at a point, move, and let go at another."""
        self.mouse("mouseMoved", *start)
        self.mouse("mousePressed", *start)
        for n in range(1, 6):
            self.mouse("mouseMoved", *(a + (b - a) * n / 5 for a, b in zip(start, end, strict=True)))
        self.mouse("mouseReleased", *end)

    def mouse(self, kind: str, x: float, y: float) -> None:
        held = {"mousePressed": 1, "mouseReleased": 1}.get(kind, 0)
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=held)

    def window(self, width: int, height: int = 900, *, dark: bool = False) -> None:
        """Be as large as a phone or a desk, and light or dark."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def picture(self, path: Path) -> None:
        """Keep what the window shows."""
        answer = self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(answer["data"]))

    def complaints(self) -> list[str]:
        """What the browser wrote to its console or refused since the page was opened."""
        out = []
        for event in self.events:
            if event["method"] == "Log.entryAdded":
                out.append(event["params"]["entry"]["text"])
            elif event["method"] == "Runtime.exceptionThrown":
                out.append(str(event["params"]["exceptionDetails"]))
            elif event["method"] == "Page.javascriptDialogOpening":
                out.append("dialog: " + event["params"]["message"])
        return out

    def requests(self) -> list[str]:
        """Every address that was asked for since the page was opened."""
        return [
            e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"
        ]
