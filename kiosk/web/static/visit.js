// One visit: the connection, and how long it may stay silent. It ends in one way, `leave`, which
// its owner gives it.

const SILENT_MILLISECONDS = 15000; // the server says something every 5 seconds
const LOOK_MILLISECONDS = 500;

export class Visit {
  // `show` is called once, when there is something to see.
  constructor(screen, warning, { idleSeconds, warningSeconds }, show, leave) {
    this.screen = screen;
    this.warning = warning;
    this.idle = idleSeconds * 1000;
    this.patience = warningSeconds * 1000;
    this.show = show;
    this.leave = leave;
    this.seen = false;
    this.lastKey = this.lastHeard = performance.now();
    this.socket = new WebSocket(`/visit?size=${screen.fit()}`);
    this.socket.binaryType = "arraybuffer";
    this.socket.addEventListener("message", ({ data }) => this.hear(data));
    this.socket.addEventListener("close", ({ code }) => this.leave(code));
    this.watch = setInterval(() => this.look(), LOOK_MILLISECONDS);
  }

  // Forgets everything at once, then tells the server; whatever comes after that is dropped.
  end() {
    clearInterval(this.watch);
    this.leave = () => {};
    this.hear = () => {};
    this.warning.hidden = true;
    this.screen.clear();
    this.socket.close();
  }

  hear(data) {
    this.lastHeard = performance.now();
    if (typeof data === "string") return;
    if (!this.seen) this.show();
    this.seen = true;
    this.screen.write(new Uint8Array(data));
  }

  // A key that answers the question whether anybody is there does nothing else.
  type(keys) {
    const answers = !this.warning.hidden;
    this.warning.hidden = true;
    this.lastKey = performance.now();
    this.send(answers ? new Uint8Array() : new TextEncoder().encode(keys));
  }

  resize() {
    const size = this.screen.size;
    if (this.screen.fit() !== size) this.send(this.screen.size);
  }

  send(data) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(data);
  }

  look() {
    const now = performance.now();
    const left = this.lastKey + this.idle + this.patience - now;
    if (now - this.lastHeard > SILENT_MILLISECONDS || left <= 0) {
      this.leave();
    } else if (left <= this.patience) {
      this.warning.hidden = false;
      this.warning.querySelector("output").textContent = Math.ceil(left / 1000);
    }
  }
}
