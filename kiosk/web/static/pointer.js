// Mouse and fingers on the screen, as the mouse reports of a terminal (xterm's SGR form).

const WHEEL_UP = 64;
const WHEEL_DOWN = 65;
const STILL_PIXELS = 10; // a finger that moved less has tapped
const STEP_PIXELS = 50;
const MOST_STEPS = 4;

// Calls `type` with what clicks, wheels and swipes on the screen say, and `leave` where the click is
// on the screen's own `leaveWord`: that must not need the server.
export function listenForPointer(screen, type, leaveWord, leave) {
  const { element } = screen;
  let last = null; // where the finger or button is that went down
  let moved = 0;
  let unscrolled = 0;

  function scroll(pixels, event) {
    unscrolled += pixels;
    const steps = Math.trunc(unscrolled / STEP_PIXELS);
    unscrolled -= steps * STEP_PIXELS;
    const cell = screen.cellAt(event).join(";");
    const report = `\x1b[<${steps > 0 ? WHEEL_DOWN : WHEEL_UP};${cell}M`;
    if (steps) type(report.repeat(Math.min(MOST_STEPS, Math.abs(steps))));
  }

  element.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    last = event.clientY;
    moved = unscrolled = 0;
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (last === null || event.pointerType === "mouse") return;
    moved += Math.abs(event.clientY - last);
    if (moved > STILL_PIXELS) scroll(last - event.clientY, event);
    last = event.clientY;
  });
  element.addEventListener("pointerup", (event) => {
    if (last !== null && moved <= STILL_PIXELS) {
      const place = screen.cellAt(event);
      const cell = place.join(";");
      if (screen.isOnKey(place, leaveWord)) leave();
      else type(`\x1b[<0;${cell}M\x1b[<0;${cell}m`);
    }
    last = null;
  });
  element.addEventListener("pointercancel", () => { last = null; });
  element.addEventListener("wheel", (event) => scroll(event.deltaY, event), { passive: true });
}
