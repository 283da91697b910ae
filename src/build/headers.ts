/**
 * The headers that every page is served with. Pages need no scripts and no
 * other host, so the policy allows neither.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
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
export const adminHeaders: typeof securityHeaders = {
  ...securityHeaders,
  'Content-Security-Policy': "frame-ancestors 'none'",
};
