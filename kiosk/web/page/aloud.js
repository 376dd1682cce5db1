// Reads a page aloud with the browser's own voice: only one that speaks on this machine, since
// another would be told what is read.

const NOT_READ = "nav, svg, .code, [hidden]";

export function voiceFor(language) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.startsWith(language));
}

export function readAloud(main, language) {
  if (stopReading()) return;
  const voice = voiceFor(language);
  if (!voice) return;
  for (const each of main.querySelectorAll("h1, h2, h3, p, li, dt, dd")) {
    if (each.closest(NOT_READ) || each.parentElement.closest("li, figcaption > p")) continue;
    const utterance = new SpeechSynthesisUtterance(each.innerText);
    Object.assign(utterance, { voice, lang: voice.lang });
    speechSynthesis.speak(utterance);
  }
}

// True where a voice was stopped.
export function stopReading() {
  const was = globalThis.speechSynthesis?.speaking ?? false;
  if (was) speechSynthesis.cancel();
  return was;
}
