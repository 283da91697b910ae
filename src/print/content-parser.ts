import { blank, kinds, regular } from './byte-kinds.ts';
import type { Item, Run } from './content.ts';
import type { SourceFont } from './text.ts';
import type { Component } from './truetype.ts';

const newline = 0x0a;
const space = 0x20;
const percent = 0x25;
const point = 0x2e;
const lessThan = 0x3c;
const greaterThan = 0x3e;

/** The name of an operator as a number. */
const coded = (name: string): number =>
  [...name].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);

const op = {
  m: coded('m'),
  l: coded('l'),
  c: coded('c'),
  v: coded('v'),
  y: coded('y'),
  re: coded('re'),
  q: coded('q'),
  Q: coded('Q'),
  cm: coded('cm'),
  BT: coded('BT'),
  ET: coded('ET'),
  Tf: coded('Tf'),
  Tm: coded('Tm'),
  Td: coded('Td'),
  Tj: coded('Tj'),
  TJ: coded('TJ'),
  Tc: coded('Tc'),
  Tw: coded('Tw'),
  Tz: coded('Tz'),
  Ts: coded('Ts'),
  BMC: coded('BMC'),
  BDC: coded('BDC'),
  EMC: coded('EMC'),
  BI: coded('BI'),
};

/** Operators that put ink on the page. */
const inks = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI'].map(coded));

// How text goes on in a run, in sizes of its font: how far it may leave the line, overlap what is before it or stand
// off from it, and how wide a space may be drawn.
const sameLine = 0.01;
const overlap = 0.25;
const widestSpace = 2;

/** Reads a content stream, with its fonts by their names. */
export function parseContent(
  bytes: Uint8Array,
  findFont: (name: string) => SourceFont | undefined,
): { items: Item[]; keptFonts: ReadonlySet<string> } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const items: Item[] = [];
  const keptFonts = new Set<string>();

  // Operators that are passed on.
  const out = Buffer.allocUnsafe(source.length * 2 + 2);
  let length = 0;
  let paints = false;
  // How much a unit is magnified, and so how exact its coordinates must be.
  let scale = 1;
  const scales: number[] = [];

  // A text object.
  let textStart = -1;
  let plain = true;
  let understood = true;
  /** The text of the cluster that is being shown, and its glyphs so far. */
  let cluster: string | undefined;
  let parts: Component[] = [];
  let reversed = false;
  let font: SourceFont | undefined;
  let size = 0;
  let matrix: Run['matrix'] = [1, 0, 0, 1, 0, 0];
  let lineX = 0;
  let lineY = 0;
  let penX = 0;
  let run: Run | undefined;
  // What there was before the text object, should it not be understood.
  let before:
    | { items: number; run: Run | undefined; glyphs: number; text: string; width: number }
    | undefined;
  // Where the matrix that was met last begins in the run's space, if text in it can go on in the run.
  let followed: Run['matrix'] | undefined;
  let goesOn = false;
  let along = 0;
  let across = 0;
  let afterSpace = false;

  // The operands of the operator to come.
  const starts: number[] = [];
  const ends: number[] = [];
  let count = 0;
  let operatorStart = 0;

  const fontNamed = remembered((name) => findFont(name.slice(1)));
  const actualTextOf = remembered(actualText);
  const text = (n: number) => source.toString('latin1', starts[n], ends[n]);
  const number = (n: number) => {
    const value = numberAt(source, starts[n] as number, ends[n] as number);
    if (Number.isNaN(value)) understood = false;
    return value;
  };
  const flush = () => {
    if (length > 0) items.push({ kind: 'operators', text: out.toString('latin1', 0, length - 1), paints });
    length = 0;
    paints = false;
  };
  const push = (item: Item) => {
    flush();
    items.push(item);
    run = item.kind === 'text' ? item.run : undefined;
  };

  const pass = (start: number, end: number) => {
    length += source.copy(out, length, start, end);
    out[length++] = newline;
    run = undefined;
  };

  /** Passes path operators on with no more decimals than can be seen. */
  const passPath = (end: number) => {
    const decimals = scale <= 1.5 ? 2 : scale <= 15 ? 3 : 9;
    for (let n = 0; n < count; n++) {
      let left = -1;
      for (let at = starts[n] as number; at < (ends[n] as number); at++) {
        const byte = source[at] as number;
        if (byte === point) left = decimals + 1;
        if (left === 0) break;
        if (left > 0) left--;
        out[length++] = byte;
      }
      out[length++] = space;
    }
    length += source.copy(out, length, operatorStart, end);
    out[length++] = newline;
    run = undefined;
  };

  const show = (glyph: number) => {
    if (!font) {
      understood = false;
      return;
    }
    if (cluster === undefined) append(font, penX, lineY, font.single(glyph));
    else parts.push({ glyph, x: penX, y: lineY });
    penX += (font.advance(glyph) / font.unitsPerEm) * size;
  };

  const showString = (start: number, end: number) => {
    // Codes of two bytes, as hexadecimal digits; Chromium writes no others for the fonts that are read here.
    if (source[start] !== lessThan || (end - start - 2) % 4 !== 0) {
      understood = false;
      return;
    }
    for (let at = start + 1; at + 4 < end; at += 4) show(digitsAt(source, at));
  };

  /** Whether what stands in a matrix goes on in the current run, and where the matrix begins in the run's space. */
  const follow = (next: Run['matrix']) => {
    followed = next;
    goesOn = false;
    if (!run) return;
    const own = run.matrix;
    if (own[0] !== next[0] || own[1] !== next[1] || own[2] !== next[2] || own[3] !== next[3]) return;
    const moveX = next[4] - own[4];
    const moveY = next[5] - own[5];
    const determinant = own[0] * own[3] - own[1] * own[2];
    along = (moveX * own[3] - moveY * own[2]) / determinant;
    across = (moveY * own[0] - moveX * own[1]) / determinant;
    goesOn = determinant !== 0;
  };

  const append = ({ font }: SourceFont, x: number, y: number, codes: readonly number[]) => {
    if (codes.length === 0) return;
    if (matrix !== followed || !run) follow(matrix);
    if (
      !goesOn ||
      run?.font !== font ||
      run.size !== size ||
      run.reversed !== reversed ||
      Math.abs(across + y) > size * sameLine ||
      along + x < run.width - size * overlap ||
      along + x > run.width + size * (afterSpace ? widestSpace : overlap)
    ) {
      const [a, b, c, d, e, f] = matrix;
      const start = [a, b, c, d, e + a * x + c * y, f + b * x + d * y] as const;
      push({ kind: 'text', run: { font, size, matrix: start, glyphs: [], text: '', width: 0, reversed } });
      follow(matrix);
    }
    if (!run) return;
    let offset = along + x;
    let shown = '';
    for (const code of codes) {
      const text = font.textOf(code);
      run.glyphs.push({ code, offset });
      shown += text;
      afterSpace = text === ' ';
      offset += ((font.widthOf(code) + font.gapAfter(code)) / 1000) * size;
    }
    run.text = reversed ? shown + run.text : run.text + shown;
    if (offset > run.width) run.width = offset;
  };

  const appendCluster = () => {
    let [origin] = parts;
    if (!origin || !font || cluster === undefined) return;
    // Marks may stand before the letter; it is the letter that the cluster begins at.
    let wide = false;
    for (const part of parts)
      if (font.advance(part.glyph) > 0 && (!wide || part.x < origin.x)) {
        origin = part;
        wide = true;
      }
    append(font, origin.x, origin.y, font.cluster(parts, origin, size, cluster));
  };

  /** Leaves a text object as it is, and forgets what was made of it. */
  const passText = (end: number) => {
    items.length = before?.items ?? 0;
    run = before?.run;
    if (run && before) {
      run.glyphs.length = before.glyphs;
      run.text = before.text;
      run.width = before.width;
    }
    pass(textStart, end);
    paints = true;
    for (const [, name = ''] of source
      .toString('latin1', textStart, end)
      .matchAll(/\/(\S+)\s+[-+.\d]+\s+Tf/g))
      keptFonts.add(name);
  };

  const textOperator = (code: number, end: number) => {
    switch (code) {
      case op.Tf:
        font = fontNamed(text(0));
        size = number(1);
        if (!font || parts.length > 0) understood = false;
        return;
      case op.Tm:
        matrix = [number(0), number(1), number(2), number(3), number(4), number(5)];
        lineX = lineY = penX = 0;
        if (parts.length > 0) understood = false;
        return;
      case op.Td:
        lineX += number(0);
        lineY += number(1);
        penX = lineX;
        return;
      case op.Tj:
        showString(starts[0] as number, ends[0] as number);
        return;
      case op.TJ:
        for (const [token] of text(0).matchAll(/<[^>]*>|[-+.\d]+|[^\s\][]/g)) {
          if (token.startsWith('<')) {
            const at = source.indexOf(token, starts[0]);
            showString(at, at + token.length);
          } else penX -= (Number(token) / 1000) * size || 0;
          if (Number.isNaN(Number(token)) && !token.startsWith('<')) understood = false;
        }
        return;
      case op.BMC:
        if (reversed || text(0) !== '/ReversedChars') understood = false;
        reversed = true;
        return;
      case op.BDC: {
        const actual = count === 2 && text(0) === '/Span' ? actualTextOf(text(1)) : undefined;
        if (actual === undefined || cluster !== undefined) understood = false;
        cluster = actual;
        return;
      }
      case op.EMC:
        if (cluster !== undefined) {
          appendCluster();
          cluster = undefined;
          parts = [];
        } else if (reversed) reversed = false;
        else understood = false;
        return;
      case op.ET:
        if (cluster !== undefined || reversed) understood = false;
        if (!understood) passText(end);
        textStart = -1;
        return;
      default:
        understood = false;
    }
  };

  const operator = (code: number, end: number) => {
    if (textStart >= 0) {
      textOperator(code, end);
      return;
    }
    const start = count > 0 ? (starts[0] as number) : operatorStart;
    switch (code) {
      case op.m:
      case op.l:
      case op.c:
      case op.v:
      case op.y:
      case op.re:
        passPath(end);
        return;
      case op.BT:
        textStart = start;
        understood = plain;
        flush();
        before = {
          items: items.length,
          run,
          glyphs: run?.glyphs.length ?? 0,
          text: run?.text ?? '',
          width: run?.width ?? 0,
        };
        font = cluster = undefined;
        parts = [];
        reversed = false;
        matrix = [1, 0, 0, 1, 0, 0];
        lineX = lineY = penX = 0;
        return;
      case op.BMC:
        push({ kind: 'begin', tag: text(0).slice(1), mcid: undefined });
        return;
      case op.BDC: {
        const properties = text(1);
        const mcid = /^<<\s*\/MCID\s+(\d+)\s*>>$/.exec(properties)?.[1];
        const tag = text(0).slice(1);
        push(
          mcid === undefined
            ? { kind: 'begin', tag, mcid: undefined, properties }
            : { kind: 'begin', tag, mcid: Number(mcid) },
        );
        return;
      }
      case op.EMC:
        push({ kind: 'end' });
        return;
      case op.q:
        scales.push(scale);
        break;
      case op.Q:
        scale = scales.pop() ?? 1;
        break;
      case op.cm:
        scale *= Math.max(Math.hypot(number(0), number(1)), Math.hypot(number(2), number(3)));
        break;
      case op.Tf:
        keptFonts.add(text(0).slice(1));
        break;
      case op.Tc:
      case op.Tw:
      case op.Tz:
      case op.Ts:
        // Spacing that Chromium does not use: text is left as it is from here.
        plain = false;
        break;
      default:
        if (inks.has(code)) paints = true;
    }
    pass(start, end);
  };

  let at = 0;
  while (at < source.length) {
    const byte = source[at] as number;
    const kind = kinds[byte];
    if (kind === blank) {
      at++;
      continue;
    }
    if (byte === percent) {
      at = source.indexOf(newline, at) + 1 || source.length;
      continue;
    }
    const start = at;
    if (kind === regular) {
      let code = 0;
      do {
        code = ((code << 8) | (source[at] as number)) & 0xffffff;
        at++;
      } while (at < source.length && kinds[source[at] as number] === regular);
      // Operators begin with a letter or a quotation mark; numbers do not, and the rest (true, false, null) is rare.
      if (byte > 0x39 || byte < 0x2b) {
        operatorStart = start;
        if (code === op.BI && at - start === 2) at = imageEnd(source, at);
        operator(at - start > 3 ? 0 : code, at);
        count = 0;
        continue;
      }
    } else at = operandEnd(source, at);
    starts[count] = start;
    ends[count] = at;
    count++;
  }
  if (textStart >= 0) passText(source.length);
  flush();
  return { items, keptFonts };
}

/** A function that works out each answer once. */
function remembered<Value>(answer: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined && !known.has(key)) {
      value = answer(key);
      known.set(key, value);
    }
    return value as Value;
  };
}

/** The number that stands between two places; not a number where it is written in no common way. */
function numberAt(source: Buffer, start: number, end: number): number {
  let whole = 0;
  let divisor = 0;
  const negative = source[start] === 0x2d;
  for (let at = negative ? start + 1 : start; at < end; at++) {
    const byte = source[at] as number;
    if (byte === point && divisor === 0) divisor = 1;
    else if (byte >= 0x30 && byte <= 0x39) {
      whole = whole * 10 + byte - 0x30;
      divisor *= 10;
    } else return Number.NaN;
  }
  const size = divisor > 1 ? whole / divisor : whole;
  return negative ? -size : size;
}

/** The number that four hexadecimal digits stand for. */
function digitsAt(source: Buffer, start: number): number {
  let number = 0;
  for (let at = start; at < start + 4; at++) {
    const byte = source[at] as number;
    number = number * 16 + (byte <= 0x39 ? byte - 0x30 : (byte & 0xdf) - 0x37);
  }
  return number;
}

/** Where an operand that begins with a delimiter ends. */
function operandEnd(source: Buffer, start: number): number {
  const first = source[start];
  if (first === 0x2f) {
    let at = start + 1;
    while (at < source.length && kinds[source[at] as number] === regular) at++;
    return at;
  }
  if (first === 0x28) return stringEnd(source, start);
  if (first === lessThan && source[start + 1] !== lessThan)
    return source.indexOf(greaterThan, start) + 1 || source.length;
  // A dictionary or an array: what its last bracket closes.
  let depth = 0;
  for (let at = start; at < source.length; ) {
    const byte = source[at];
    if (byte === 0x28) {
      at = stringEnd(source, at);
      continue;
    }
    if (byte === lessThan || byte === 0x5b) depth++;
    else if (byte === 0x3e || byte === 0x5d) depth--;
    at++;
    if (depth <= 0) return at;
  }
  return source.length;
}

function stringEnd(source: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const byte = source[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) return at + 1;
  }
  return source.length;
}

/** Where the image in a content stream ends that begins before a place. */
function imageEnd(source: Buffer, start: number): number {
  for (let at = source.indexOf('EI', start); at >= 0; at = source.indexOf('EI', at + 2))
    if (kinds[source[at - 1] as number] === blank && kinds[source[at + 2] ?? space] === blank) return at + 2;
  return source.length;
}

/** The `ActualText` that Chromium gives a cluster: in hexadecimal digits, or, where all of it is ASCII, as it is. */
function actualText(properties: string): string | undefined {
  const digits = /\/ActualText\s*<FEFF([\dA-F]*)>/i.exec(properties)?.[1];
  if (digits !== undefined) return Buffer.from(digits, 'hex').swap16().toString('utf16le');
  return /\/ActualText\s*\(((?:[ -'*-[\]-~]|\\[()\\])*)\)/.exec(properties)?.[1]?.replace(/\\(.)/g, '$1');
}
