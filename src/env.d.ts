/// <reference types="astro/client" />

declare module 'virtual:sala/texts' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
  /** The texts of briefs by their path in the site folder. */
  export const texts: Record<string, () => Promise<{ default: AstroComponentFactory }>>;
}

declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

declare namespace App {
  interface Locals {
    /** The brief whose text is being drawn, for the components in it. */
    reading: import('./astro/reading.ts').Reading;
  }
}
