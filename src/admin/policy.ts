import type { AdminSettings } from '../site/index.ts';

const apis = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com',
  gitea: 'https://gitea.com',
} as const;

/**
 * The policy of the page of the editor. It speaks to the site and to the host
 * of the repository alone. 'unsafe-inline' is for styles: each part of the
 * editor brings a style element of its own as it appears.
 */
export function adminPolicy({ backend, api, signIn }: AdminSettings): string {
  // With these two, the page itself asks for the token after signing in.
  const tokens = backend === 'github' ? undefined : signIn;
  const hosts = [api ?? apis[backend], tokens].flatMap((url) => (url ? new URL(url).origin : []));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' data: blob: ${[...new Set(hosts)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
