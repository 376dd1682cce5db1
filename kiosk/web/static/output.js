// What a visitor's process writes: text, moves of the cursor and colours (ECMA-48 CUP and SGR).
// Everything else a terminal would know is dropped: the process switches no modes.

const SEQUENCE = /\x1b(?:\[([0-9;:?<=>]*)[ -/]*([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[^[\]])|\r|\n|[^\x00-\x1f\x7f]+/g;
const UNFINISHED = /\x1b(?:\[[0-9;:?<=>]*[ -/]*|\][^\x07\x1b]*\x1b?)?$/;
const PLAIN = { ink: "", paper: "" };
const SWITCHES = {
  1: { bold: true }, 2: { faint: true }, 3: { italic: true }, 4: { underline: true }, 7: { reverse: true },
  22: { bold: false, faint: false }, 23: { italic: false }, 24: { underline: false }, 27: { reverse: false },
  39: { ink: "" }, 49: { paper: "" },
};

// Reads output piece by piece. `grid` has
// put(row, column, text, style), which returns how many columns the text took.
export class OutputReader {
  constructor(grid) {
    this.grid = grid;
    this.decoder = new TextDecoder();
    this.unread = "";
    this.row = this.column = 0;
    this.style = PLAIN;
  }

  read(bytes) {
    const text = this.unread + this.decoder.decode(bytes, { stream: true });
    this.unread = UNFINISHED.exec(text)?.[0] ?? "";
    const whole = text.slice(0, text.length - this.unread.length);
    for (const [piece, parameters, final] of whole.matchAll(SEQUENCE)) {
      if (piece === "\r") this.column = 0;
      else if (piece === "\n") this.row += 1;
      else if (piece[0] !== "\x1b") {
        this.column += this.grid.put(this.row, this.column, piece, this.style);
      }
      else if (final === "m") this.style = styled(this.style, parameters);
      else if (final === "H") [this.row, this.column] = place(parameters);
    }
  }
}

function place(parameters) {
  const [row, column] = parameters.split(";").map((digits) => Math.max(1, Number(digits) || 1));
  return [row - 1, (column ?? 1) - 1];
}

function styled(style, parameters) {
  const numbers = parameters.split(";").map(Number);
  let after = { ...style };
  while (numbers.length) {
    const number = numbers.shift();
    if (number === 0) after = { ...PLAIN };
    else if ((number === 38 || number === 48) && numbers[0] === 2) {
      const [, red, green, blue] = numbers.splice(0, 4);
      after[number === 38 ? "ink" : "paper"] = `rgb(${red} ${green} ${blue})`;
    } else Object.assign(after, SWITCHES[number]);
  }
  return after;
}
