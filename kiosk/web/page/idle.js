// Whether anybody is still there: asked after a while without a key or a touch, and then awaited.

const LOOK_MILLISECONDS = 500;
const { dataset } = document.body;
const warning = document.getElementById("warning");
let lastTouch = 0;
let watch = 0;

// Begins to wait; `leave` is called once nobody has answered. `isPatient` tells whether the page is one
// beside which one does something else, such as on one's own phone.
export function begin(leave, isPatient) {
  clearInterval(watch);
  lastTouch = performance.now();
  warning.hidden = true;
  watch = setInterval(() => look(leave, isPatient), LOOK_MILLISECONDS);
}

// Somebody is there. True where that answered the question, and so does nothing else.
export function touch() {
  const wasAsked = !warning.hidden;
  warning.hidden = true;
  lastTouch = performance.now();
  return wasAsked;
}

function look(leave, isPatient) {
  if (document.getElementById("visit").hidden) {
    clearInterval(watch);
    warning.hidden = true;
    return;
  }
  const patience = dataset.warningSeconds * 1000;
  const idle = (isPatient() ? dataset.patientSeconds : dataset.idleSeconds) * 1000;
  const left = lastTouch + idle + patience - performance.now();
  if (left <= 0) leave();
  else if (left <= patience) {
    warning.hidden = false;
    warning.querySelector("output").textContent = Math.ceil(left / 1000);
  }
}
