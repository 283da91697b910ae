/**
 * How much the content of a site may be. No site comes near these by honest
 * work; they stop a file that is made to fill the memory or to take for ever.
 */
export const limits = {
  /** Bytes of a text: YAML, MDX, a chart. */
  text: 500_000,
  /** Bytes of a release, an exchange file or a table that is imported. */
  data: 50_000_000,
  /** Bytes of a workbook once it is unpacked; each byte of it can become a thousand. */
  unpacked: 200_000_000,
  /** Bytes of a drawing in public/ that is looked through. */
  drawing: 2_000_000,
  /** Files in content/, data/ and public/ together. */
  files: 200_000,
  /** Findings of one kind in a file that are told at once. */
  findings: 100,
  /** Groups within groups, in YAML and JSON. */
  depth: 64,
  /** Block quotes, lists and components within each other in a text. */
  nesting: 20,
  /** Elements of any kind within each other in a text. */
  elements: 100,
  /** Lines that follow each other without an empty one in a text. */
  lines: 2_000,
  /** Signs of Markdown, such as * and [, in such lines. */
  signs: 1_000,
  /** The same sign of Markdown again and again. */
  repeated: 100,
  /** Entries that a chart makes of itself: of a sequence, a scale, an axis. */
  generated: 10_000,
  /** Views within a chart that stand side by side or on each other. */
  views: 100,
  /** Milliseconds for a pattern of a release, over all its rows. */
  pattern: 1_000,
  /** Milliseconds for one layout of a chart, which takes about 10. */
  chart: 20_000,
  /** Megabytes of memory for the drawing of a chart, which takes about 100. */
  chartMemory: 1_024,
} as const;
