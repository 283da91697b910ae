/** Headers of answers, by name. */
export type Headers = Readonly<Record<string, string>>;

/**
 * Headers of the paths that one of the patterns fits. A pattern is a path below
 * the base: `:name` stands for one segment, `*`, at most once, for any text.
 * Hosts that read `_headers` know both.
 */
export interface HeaderRule {
  readonly paths: readonly string[];
  readonly headers: Headers;
}

/** Scripts come from the site alone, and so does all that they ask for; none is in a page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
];

const framedBy = (who: string): string => `frame-ancestors ${who}`;
const policyFramedBy = (who: string): Headers => ({
  'Content-Security-Policy': [...policy, framedBy(who)].join('; '),
});

/** The policy as a page can state it itself, for hosts that set no headers; a page cannot say who may frame it. */
export const pagePolicy = policy.join('; ');

/**
 * What pages may ask a browser for, and none of these do: all features that can
 * be used without a fault in browsers of today.
 * @see https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md
 */
const features = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Media types that hosts do not know, or name without the encoding of the text. */
const mediaTypes: Headers = {
  '/*.bib': 'application/x-bibtex; charset=utf-8',
  '/*.csl.json': 'application/vnd.citationstyles.csl+json',
  '/*.csv': 'text/csv; charset=utf-8',
  '/*.jsonld': 'application/ld+json',
  '/*.linkset.json': 'application/linkset+json',
  '/*.md': 'text/markdown; charset=utf-8',
  '/*.ris': 'application/x-research-info-systems; charset=utf-8',
  '/*.txt': 'text/plain; charset=utf-8',
  '/*.xml': 'application/xml; charset=utf-8',
  '/*feed.xml': 'application/atom+xml; charset=utf-8',
};

/** All headers of a site: of rules that fit, the last to name a header says what it is. */
export const headerRules: readonly HeaderRule[] = [
  {
    paths: ['/*'],
    headers: {
      ...policyFramedBy("'none'"),
      // Without includeSubDomains: what else stands below an organisation's name is not known here.
      'Strict-Transport-Security': 'max-age=31536000',
      'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
      // A page is asked for again each time: a number that was corrected is never shown as it was,
      // and no page asks for the style of a site that has been replaced.
      'Cache-Control': 'public, max-age=0, must-revalidate',
    },
  },
  {
    // The names of these hold a digest of what is in them, or that of their folder does.
    paths: [
      '/style.*.css',
      '/fonts/*',
      '/pictures/*',
      '/scripts/*',
      '/search/*',
      '/charts/live/*.json',
      '/_astro/*',
    ],
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  },
  {
    // What is there for other sites and their programs.
    paths: [
      '/data/*',
      '/charts/*',
      '/llms.txt',
      ...['bib', 'csl.json', 'csv', 'linkset.json', 'md', 'pdf', 'png', 'ris', 'xml'].map(
        (end) => `/*.${end}`,
      ),
    ],
    headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  ...Object.entries(mediaTypes).map(([path, type]) => ({ paths: [path], headers: { 'Content-Type': type } })),
  {
    // Any page may show a chart in a frame.
    paths: ['/:language/charts/:id/embed/'],
    headers: { ...policyFramedBy('*'), 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  { paths: ['/charts/live/'], headers: policyFramedBy("'self'") },
  {
    // A brief in one file holds its style, and the policy for it; a header could only narrow that.
    paths: ['/:language/briefs/:slug/:file'],
    headers: { 'Content-Security-Policy': framedBy("'none'") },
  },
  {
    // So does the editor, who signs in in a window of another site.
    paths: ['/admin/*'],
    headers: {
      'Content-Security-Policy': framedBy("'none'"),
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    },
  },
];

/** The headers of the file at a path below the base, such as `en/` or `data/datapackage.json`. */
export function headersOf(path: string): Headers {
  const fitting = headerRules.filter(({ paths }) =>
    paths.some((pattern) => new RegExp(toRegularExpression(pattern)).test(`/${path}`)),
  );
  return Object.assign({}, ...fitting.map(({ headers }) => headers));
}

/**
 * A pattern as a regular expression, for servers that know no other. They look
 * for the page of a folder under its name, which is therefore that of the folder.
 */
export function toRegularExpression(pattern: string, base = '/'): string {
  const expression = `${base}${pattern.slice(1)}`
    .replace(/[.+?^$()[\]{}|\\]/g, '\\$&')
    .replace('*', '.*')
    .replace(/:\w+$/, '(?!index\\.html$$)[^/]+')
    .replace(/:\w+/g, '[^/]+');
  return `^${expression}${expression.endsWith('/') ? '(index\\.html)?' : ''}$`;
}
