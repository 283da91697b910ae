import { z } from 'zod';

/** A whole address of the web. Others, such as `javascript:`, would run something when a reader follows the link. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'Write a whole address, such as https://example.org/page.',
});
