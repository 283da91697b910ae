/// <reference types="astro/client" />

declare module 'virtual:sala/texts' {
  export const textOf: import('./astro/edition.ts').TextOf;
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
