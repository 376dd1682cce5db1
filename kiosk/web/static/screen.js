// The screen: rows of cells, drawn as text. It remembers nothing but what it shows.

import { spansOf } from "./drawing.js";
import { OutputReader } from "./output.js";

const PHONE_COLUMNS = 40;
const DESK_COLUMNS = 80;
const PIXELS_A_CELL = 9.6; // of text in a comfortable size
const SMALLEST_FONT = 10;
const LARGEST_FONT = 20;
const LINE_HEIGHT = 1.3;
const MOST_COLUMNS = 240;
const MOST_ROWS = 100;
const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;
const COMBINING = /\p{Mark}|\u200d/u;

export class Screen {
  constructor(element) {
    this.element = element;
    this.rows = [];
    this.clear();
  }

  // Forgets everything, at once.
  clear() {
    this.output = new OutputReader(this);
    this.rows = [];
    this.changed = new Set();
    this.element.replaceChildren();
  }

  // "100x30"
  get size() {
    return `${this.columns}x${this.rows.length}`;
  }

  // Takes as many columns and rows as there is room for, and returns the size.
  fit() {
    const { clientWidth: width, clientHeight: height, style } = this.element;
    const wanted = Math.min(DESK_COLUMNS, Math.max(PHONE_COLUMNS, Math.round(width / PIXELS_A_CELL)));
    const font = Math.min(LARGEST_FONT, Math.max(SMALLEST_FONT, width / wanted / this.widthOfCell(100) * 100));
    style.fontSize = `${Math.floor(font * 10) / 10}px`;
    this.line = Math.round(font * LINE_HEIGHT);
    style.setProperty("--line", `${this.line}px`);
    this.cell = this.widthOfCell();
    const columns = Math.min(MOST_COLUMNS, Math.floor(width / this.cell + 0.01));
    const rows = Math.min(MOST_ROWS, Math.floor(height / this.line));
    if (columns !== this.columns || rows !== this.rows.length) this.resize(columns, rows);
    return this.size;
  }

  resize(columns, rows) {
    this.columns = columns;
    this.rows = Array.from({ length: rows }, () => []);
    this.element.replaceChildren(...this.rows.map(() => document.createElement("div")));
  }

  widthOfCell(fontSize) {
    const probe = document.createElement("span");
    probe.textContent = "0".repeat(100);
    if (fontSize) probe.style.fontSize = `${fontSize}px`;
    this.element.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width / 100;
  }

  // The column and row, counted from 1, that a pointer is on.
  cellAt({ clientX, clientY }) {
    const { left, top } = this.element.getBoundingClientRect();
    const within = (number, most) => Math.min(most, Math.max(1, Math.ceil(number)));
    const column = within((clientX - left) / this.cell, this.columns);
    return [column, within((clientY - top) / this.line, this.rows.length)];
  }

  // Whether a cell belongs to a word of the line of keys, which is the last one.
  isOnKey([column, row], word) {
    if (row !== this.rows.length) return false;
    const cells = Array.from({ length: this.columns }, (_, x) => this.rows[row - 1][x]);
    const at = cells.map((cell) => cell?.text || " ").join("").indexOf(word);
    return at >= 0 && cells[column - 1]?.style.paper === cells[at].style.paper;
  }

  write(bytes) {
    this.output.read(bytes);
    requestAnimationFrame(() => this.draw());
  }

  // Writes text into cells, and returns how many it took.
  put(y, x, text, style) {
    const row = this.rows[y];
    if (!row) return 0;
    this.changed.add(y);
    let column = x;
    for (const character of text) {
      if (COMBINING.test(character)) {
        if (row[column - 1]) row[column - 1] = { ...row[column - 1], text: row[column - 1].text + character };
        continue;
      }
      const width = WIDE.test(character) ? 2 : 1;
      row[column] = { text: character, style };
      if (width === 2) row[column + 1] = { text: "", style };
      column += width;
    }
    return column - x;
  }

  draw() {
    for (const y of this.changed) {
      this.element.children[y]?.replaceChildren(...spansOf(this.rows[y], this.columns));
    }
    this.changed.clear();
  }
}
