/**
 * The headers that every page is served with. Scripts come from the site alone,
 * and so does all that they ask for; none is in a page itself.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** The policy as a page can state it itself, for hosts that set no headers; a page cannot say who may frame it. */
export const pagePolicy = (securityHeaders['Content-Security-Policy'] ?? '').replace(
  /; frame-ancestors[^;]*/,
  '',
);

/** The headers of the editor, whose page states a policy of its own: a header could only narrow it. */
const adminHeaders: typeof securityHeaders = {
  ...securityHeaders,
  'Content-Security-Policy': "frame-ancestors 'none'",
};

/** The headers of the page at a path below the base: only some pages may be framed, and one has a policy of its own. */
export function headersOf(path: string): typeof securityHeaders {
  if (path.startsWith('admin/')) return adminHeaders;
  // Any page may show a chart in a frame.
  const embedded = /^[^/]+\/charts\/[^/]+\/embed\//.test(path);
  const framedBy = embedded ? '*' : path.startsWith('charts/live/') ? "'self'" : undefined;
  if (framedBy === undefined) return securityHeaders;
  const policy = securityHeaders['Content-Security-Policy'] ?? '';
  return {
    ...securityHeaders,
    'Content-Security-Policy': policy.replace("frame-ancestors 'none'", `frame-ancestors ${framedBy}`),
  };
}
