import { editorAddress, panelAddress, problemsEvent } from './addresses.ts';

// Runs in the pages of the development server, and on the desk itself.

/** The link of a click, wherever it stands, that opens a file in the editor. */
const editorLink = (event: Event): HTMLAnchorElement | undefined =>
  event.composedPath().find((each) => each instanceof HTMLAnchorElement && each.pathname === editorAddress) as
    | HTMLAnchorElement
    | undefined;

document.addEventListener('click', (event) => {
  const link = editorLink(event);
  if (!link) return;
  event.preventDefault();
  void fetch(link.href);
});

if (document.body.dataset['desk'] !== undefined) {
  import.meta.hot?.on(problemsEvent, () => location.reload());
} else {
  const panel = document.createElement('sala-panel');
  const root = panel.attachShadow({ mode: 'open' });
  document.body.append(panel);
  const show = async (): Promise<void> => {
    const answer = await fetch(`${panelAddress}?page=${encodeURIComponent(location.pathname)}`);
    root.innerHTML = await answer.text();
    root.querySelector('dialog')?.showModal();
  };
  import.meta.hot?.on(problemsEvent, () => void show());
  void show();
}
