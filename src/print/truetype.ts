/** A glyph that stands in another, moved by a distance in font units. */
export interface Component {
  glyph: number;
  x: number;
  y: number;
}

interface Glyph {
  /** Its outline as the table `glyf` has it; empty for one without ink. */
  data: Buffer;
  advance: number;
  bearing: number;
}

/** What a composite adds up to, for `maxp`. */
interface Extent {
  points: number;
  contours: number;
  depth: number;
}

/** The tables of a TrueType font that a PDF needs, in the order in which they are written (ISO 32000-1, 9.9). */
const kept = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

const wordArguments = 0x1;
const xyArguments = 0x2;
const moreComponents = 0x20;
const instructions = 0x100;
const overlaps = 0x400;

/**
 * A TrueType font program as a PDF embeds it, to which glyphs can be added
 * (OpenType 1.9: `glyf`, `loca`, `hmtx`, `maxp`, `head`, `hhea`). Distances
 * are in font units. Tables that only text layout needs are left out.
 */
export class FontProgram {
  readonly unitsPerEm: number;
  readonly #tables = new Map<string, Buffer>();
  readonly #glyphs: Glyph[] = [];
  readonly #adopted = new Map<FontProgram, Map<number, number>>();

  /** Throws a RangeError where the bytes are no such font. */
  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let n = 0, entry = 12; n < file.readUInt16BE(4); n++, entry += 16) {
      const start = file.readUInt32BE(entry + 8);
      const tag = file.toString('latin1', entry, entry + 4);
      if (kept.includes(tag))
        this.#tables.set(tag, file.subarray(start, start + file.readUInt32BE(entry + 12)));
    }
    const [head, metrics, location, outlines] = ['head', 'hmtx', 'loca', 'glyf'].map((tag) =>
      this.#table(tag),
    );
    if (!head || !metrics || !location || !outlines) throw new RangeError('A table is missing');
    this.unitsPerEm = head.readUInt16BE(18);
    const long = head.readInt16BE(50) === 1;
    const place = (glyph: number) =>
      long ? location.readUInt32BE(glyph * 4) : location.readUInt16BE(glyph * 2) * 2;
    const measured = this.#table('hhea').readUInt16BE(34);
    for (let glyph = 0; glyph < this.#table('maxp').readUInt16BE(4); glyph++) {
      const own = Math.min(glyph, measured - 1) * 4;
      this.#glyphs.push({
        data: outlines.subarray(place(glyph), place(glyph + 1)),
        advance: metrics.readUInt16BE(own),
        bearing: metrics.readInt16BE(glyph < measured ? own + 2 : measured * 4 + (glyph - measured) * 2),
      });
    }
  }

  #table(tag: string): Buffer {
    const table = this.#tables.get(tag);
    if (!table) throw new RangeError(`Table ${tag} is missing`);
    return table;
  }

  #glyph(glyph: number): Glyph {
    const found = this.#glyphs[glyph];
    if (!found) throw new RangeError(`Glyph ${glyph} is missing`);
    return found;
  }

  /** The numbers of all glyphs. */
  get all(): number[] {
    return [...this.#glyphs.keys()];
  }

  /** A font that holds no more than these: first the glyph for what is missing, then these, then what they are made of. */
  orderOf(glyphs: readonly number[]): number[] {
    const order = new Set([0, ...glyphs]);
    // What is added while this goes on is looked at too.
    for (const glyph of order)
      for (const part of componentsOf(this.#glyph(glyph).data)) order.add(part.glyph);
    return [...order];
  }

  advance(glyph: number): number {
    return this.#glyph(glyph).advance;
  }

  hasInk(glyph: number): boolean {
    return this.#glyph(glyph).data.length > 0;
  }

  /** Left, bottom, right, top of a glyph; nothing but zeros for one without ink. */
  boundsOf(glyph: number): [number, number, number, number] {
    return this.hasInk(glyph) ? boxOf(this.#glyph(glyph).data) : [0, 0, 0, 0];
  }

  /** Left, bottom, right, top of some glyphs together, by default of all. */
  bounds(order: readonly number[] = this.all): [number, number, number, number] {
    const inked = order.filter((glyph) => this.hasInk(glyph)).map((glyph) => this.boundsOf(glyph));
    if (inked.length === 0) return [0, 0, 0, 0];
    return [
      Math.min(...inked.map((box) => box[0])),
      Math.min(...inked.map((box) => box[1])),
      Math.max(...inked.map((box) => box[2])),
      Math.max(...inked.map((box) => box[3])),
    ];
  }

  /** Adds a glyph that is made of others, and gives its number. */
  addComposite(components: readonly Component[], advance: number): number {
    const inked = components.filter(({ glyph }) => this.hasInk(glyph));
    if (inked.length === 0) return this.#add({ data: Buffer.alloc(0), advance, bearing: 0 });
    const boxes = inked.map(({ glyph, x, y }) => {
      const [left, bottom, right, top] = boxOf(this.#glyph(glyph).data);
      return [left + x, bottom + y, right + x, top + y] as const;
    });
    const left = Math.min(...boxes.map((box) => box[0]));
    const data = Buffer.alloc(10 + inked.length * 8);
    let end = data.writeInt16BE(-1, 0);
    end = data.writeInt16BE(left, end);
    end = data.writeInt16BE(Math.min(...boxes.map((box) => box[1])), end);
    end = data.writeInt16BE(Math.max(...boxes.map((box) => box[2])), end);
    end = data.writeInt16BE(Math.max(...boxes.map((box) => box[3])), end);
    for (const [n, { glyph, x, y }] of inked.entries()) {
      const small = x >= -128 && x < 128 && y >= -128 && y < 128;
      const flags =
        xyArguments |
        (small ? 0 : wordArguments) |
        (n === 0 ? overlaps : 0) |
        (n < inked.length - 1 ? moreComponents : 0);
      end = data.writeUInt16BE(flags, end);
      end = data.writeUInt16BE(glyph, end);
      end = small ? data.writeInt8(x, end) : data.writeInt16BE(x, end);
      end = small ? data.writeInt8(y, end) : data.writeInt16BE(y, end);
    }
    return this.#add({ data: data.subarray(0, end), advance, bearing: left });
  }

  /** Takes over a glyph of another font of as many units per em, without its hints, and gives its number here. */
  adopt(other: FontProgram, glyph: number): number {
    if (other === this) return glyph;
    const numbers = this.#adopted.get(other) ?? new Map<number, number>();
    this.#adopted.set(other, numbers);
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    const { data, ...metrics } = other.#glyph(glyph);
    const number = this.#add({ ...metrics, data: this.#unhinted(data, other) });
    numbers.set(glyph, number);
    return number;
  }

  #unhinted(data: Buffer, other: FontProgram): Buffer {
    if (data.length === 0) return data;
    const contours = data.readInt16BE(0);
    if (contours >= 0) {
      const length = 10 + contours * 2;
      const rest = data.subarray(length + 2 + data.readUInt16BE(length));
      return Buffer.concat([data.subarray(0, length), Buffer.alloc(2), rest]);
    }
    const copy = Buffer.from(data);
    let end = 10;
    for (const part of componentsOf(data)) {
      copy.writeUInt16BE(data.readUInt16BE(part.start) & ~instructions, part.start);
      copy.writeUInt16BE(this.adopt(other, part.glyph), part.start + 2);
      end = part.end;
    }
    return copy.subarray(0, end);
  }

  #add(glyph: Glyph): number {
    if (this.#glyphs.length === 0xffff) throw new RangeError('A font cannot hold more glyphs');
    return this.#glyphs.push(glyph) - 1;
  }

  /** The font as a file, with checksums: with these glyphs, each numbered by its place in the order. */
  bytes(order: readonly number[] = this.all): Buffer {
    const glyphs = order.map((glyph) => this.#glyph(glyph));
    const numbers = new Map(order.map((glyph, number) => [glyph, number]));
    const outlines: Buffer[] = [];
    const places = [0];
    let end = 0;
    for (const { data } of glyphs) {
      outlines.push(renumbered(data, numbers));
      if (data.length % 2 === 1) outlines.push(Buffer.alloc(1));
      end += data.length + (data.length % 2);
      places.push(end);
    }
    const long = end > 0x1fffe;
    const location = Buffer.alloc(places.length * (long ? 4 : 2));
    for (const [n, place] of places.entries())
      if (long) location.writeUInt32BE(place, n * 4);
      else location.writeUInt16BE(place / 2, n * 2);
    const metrics = Buffer.alloc(glyphs.length * 4);
    for (const [n, { advance, bearing }] of glyphs.entries()) {
      metrics.writeUInt16BE(advance, n * 4);
      metrics.writeInt16BE(bearing, n * 4 + 2);
    }
    const written = new Map(this.#tables)
      .set('glyf', Buffer.concat(outlines))
      .set('loca', location)
      .set('hmtx', metrics)
      .set('head', this.#head(long, this.bounds(order)))
      .set('hhea', this.#horizontalHeader(glyphs))
      .set('maxp', this.#maxima(order));
    return fontFile(written);
  }

  #head(long: boolean, bounds: readonly number[]): Buffer {
    const head = Buffer.from(this.#table('head'));
    head.writeUInt32BE(0, 8);
    for (const [n, side] of bounds.entries()) head.writeInt16BE(side, 36 + n * 2);
    head.writeInt16BE(long ? 1 : 0, 50);
    return head;
  }

  #horizontalHeader(glyphs: readonly Glyph[]): Buffer {
    const header = Buffer.from(this.#table('hhea'));
    const inked = glyphs
      .filter(({ data }) => data.length > 0)
      .map(({ data, advance, bearing }) => {
        const [left, , right] = boxOf(data);
        return { bearing, extent: bearing + right - left, rest: advance - bearing - (right - left) };
      });
    header.writeUInt16BE(Math.max(...glyphs.map(({ advance }) => advance)), 10);
    if (inked.length > 0) {
      header.writeInt16BE(Math.min(...inked.map((glyph) => glyph.bearing)), 12);
      header.writeInt16BE(Math.min(...inked.map((glyph) => glyph.rest)), 14);
      header.writeInt16BE(Math.max(...inked.map((glyph) => glyph.extent)), 16);
    }
    header.writeUInt16BE(glyphs.length, 34);
    return header;
  }

  #maxima(order: readonly number[]): Buffer {
    const maxima = Buffer.from(this.#table('maxp'));
    const raise = (at: number, value: number) =>
      maxima.writeUInt16BE(Math.max(value, maxima.readUInt16BE(at)), at);
    maxima.writeUInt16BE(order.length, 4);
    const extents: Extent[] = [];
    for (const glyph of order) {
      const { points, contours, depth } = this.#extent(glyph, extents);
      raise(depth === 0 ? 6 : 10, points);
      raise(depth === 0 ? 8 : 12, contours);
      if (depth > 0) raise(28, componentsOf(this.#glyph(glyph).data).length);
      raise(30, depth);
    }
    return maxima;
  }

  #extent(glyph: number, known: Extent[]): Extent {
    const found = known[glyph];
    if (found) return found;
    const { data } = this.#glyph(glyph);
    let extent: Extent = { points: 0, contours: 0, depth: 0 };
    const contours = data.length > 0 ? data.readInt16BE(0) : 0;
    if (contours > 0) extent = { points: data.readUInt16BE(8 + contours * 2) + 1, contours, depth: 0 };
    else if (contours < 0) {
      const parts = componentsOf(data).map((part) => this.#extent(part.glyph, known));
      extent = {
        points: parts.reduce((sum, part) => sum + part.points, 0),
        contours: parts.reduce((sum, part) => sum + part.contours, 0),
        depth: 1 + Math.max(...parts.map((part) => part.depth)),
      };
    }
    known[glyph] = extent;
    return extent;
  }
}

const boxOf = (data: Buffer): [number, number, number, number] => [
  data.readInt16BE(2),
  data.readInt16BE(4),
  data.readInt16BE(6),
  data.readInt16BE(8),
];

/** An outline that names its components by other numbers. */
function renumbered(data: Buffer, numbers: ReadonlyMap<number, number>): Buffer {
  const components = componentsOf(data);
  if (components.length === 0) return data;
  const copy = Buffer.from(data);
  for (const { glyph, start } of components) copy.writeUInt16BE(numbers.get(glyph) ?? 0, start + 2);
  return copy;
}

/** Where the components of a composite glyph stand in its data; none for a simple one. */
function componentsOf(data: Buffer): { glyph: number; start: number; end: number }[] {
  const components: { glyph: number; start: number; end: number }[] = [];
  if (data.length === 0 || data.readInt16BE(0) >= 0) return components;
  for (let start = 10, flags = moreComponents; flags & moreComponents; ) {
    flags = data.readUInt16BE(start);
    // One scale, two, or a whole matrix may follow the place (0x8, 0x40, 0x80).
    const scale = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    const end = start + 4 + (flags & wordArguments ? 4 : 2) + scale;
    components.push({ glyph: data.readUInt16BE(start + 2), start, end });
    start = end;
  }
  return components;
}

function fontFile(tables: ReadonlyMap<string, Buffer>): Buffer {
  const tags = kept.filter((tag) => tables.has(tag));
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const directory = Buffer.alloc(12 + tags.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tags.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((tags.length - power) * 16, 10);
  const parts = [directory];
  let end = directory.length;
  let headAt = 0;
  for (const [n, tag] of tags.entries()) {
    const table = tables.get(tag) ?? Buffer.alloc(0);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    const entry = 12 + n * 16;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(end, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    if (tag === 'head') headAt = end;
    parts.push(padded);
    end += padded.length;
  }
  const file = Buffer.concat(parts);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
