/** How long a reader has for what was said, in milliseconds. */
const reading = 6000;

/**
 * Makes the page's buttons print and share it, and its marks beside headings and
 * figures copy the address of each. All words stand in the page.
 */
export function offerAids(): void {
  const [aids] = document.querySelectorAll<HTMLElement>('.aids');
  const [said] = document.querySelectorAll<HTMLElement>('.aids [role="status"]');
  if (!aids || !said) return;

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    clearTimeout(waiting);
    said.textContent = text;
    waiting = setTimeout(() => said.replaceChildren(), reading);
  };
  /** Where nothing can be copied, as on pages without encryption, the address is there to be taken by hand. */
  const copy = (address: string): Promise<void> =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(address))
      .then(
        () => say(aids.dataset['copied'] ?? ''),
        () => say(`${aids.dataset['address'] ?? ''} ${address}`),
      );
  const share = async (): Promise<void> => {
    const address = location.origin + location.pathname;
    try {
      if (!navigator.share) throw new Error('This browser does not share.');
      await navigator.share({ title: document.title, url: address });
    } catch (error) {
      // The reader has thought better of it.
      if ((error as Error).name !== 'AbortError') await copy(address);
    }
  };

  const act = new Map<string, () => void>([
    ['print', () => print()],
    ['share', share],
  ]);
  for (const button of aids.querySelectorAll('button')) {
    const press = act.get(button.value);
    if (!press) continue;
    button.addEventListener('click', press);
    if (wasPressed(button)) press();
  }
  for (const mark of document.querySelectorAll<HTMLAnchorElement>('.here')) {
    mark.addEventListener('click', () => void copy(mark.href));
    if (wasPressed(mark)) void copy(mark.href);
  }
}

/** Whether it was pressed before this script came: its style says so for a while. */
const wasPressed = (element: Element): boolean => getComputedStyle(element).zIndex === '1';
