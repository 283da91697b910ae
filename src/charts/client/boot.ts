/**
 * Runs in a frame that a page loads when a reader first points at one of its
 * charts, or comes to one with the keyboard. Pages have no script of their own:
 * this one brings it.
 */
const page = globalThis.parent.document;
const address = document.body.dataset['script'];
if (page !== document && address !== undefined) {
  const script = page.createElement('script');
  script.type = 'module';
  script.src = new URL(address, document.baseURI).href;
  page.head.append(script);
}

export {};
