import type { ChartNode } from './tree.ts';

/** What a tree tells of its reader's way. */
export interface TreeListener {
  /** The node that the reader is at; nothing when the reader has left the tree. */
  visit(node: ChartNode | undefined): void;
  /** The reader shows or hides a series. Gives whether it is drawn now. */
  toggle(node: ChartNode): boolean;
  leave(): void;
}

/**
 * The tree as elements, with the keys of the ARIA pattern
 * (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/): arrows, Home and End,
 * Enter or Space for a series, Escape to leave.
 */
export function makeTreeView(root: ChartNode, label: string, listener: TreeListener): HTMLElement {
  const tree = document.createElement('ul');
  tree.className = 'chart-tree unseen';
  tree.setAttribute('role', 'tree');
  tree.setAttribute('aria-label', label);
  const nodes = new Map<Element, ChartNode>();

  const make = (node: ChartNode, level: number): HTMLElement => {
    const item = document.createElement('li');
    item.setAttribute('role', 'treeitem');
    item.setAttribute('aria-level', String(level));
    item.tabIndex = -1;
    const text = document.createElement('span');
    text.textContent = node.text;
    item.append(text);
    if (node.children.length > 0) item.setAttribute('aria-expanded', 'false');
    if (node.series !== undefined) item.setAttribute('aria-checked', 'true');
    nodes.set(item, node);
    return item;
  };
  const isOpen = (item: Element) => item.getAttribute('aria-expanded') === 'true';
  const open = (item: HTMLElement): void => {
    const node = nodes.get(item);
    if (!node || node.children.length === 0) return;
    item.setAttribute('aria-expanded', 'true');
    if (item.querySelector('ul')) return;
    const group = document.createElement('ul');
    group.setAttribute('role', 'group');
    const level = Number(item.getAttribute('aria-level')) + 1;
    group.append(...node.children.map((child) => make(child, level)));
    item.append(group);
  };
  const shown = () =>
    [...tree.querySelectorAll<HTMLElement>('li')].filter((item) => {
      for (let at = item.parentElement?.closest('li'); at; at = at.parentElement?.closest('li'))
        if (!isOpen(at)) return false;
      return true;
    });
  const go = (item: HTMLElement | null | undefined): void => {
    if (!item) return;
    for (const each of tree.querySelectorAll<HTMLElement>('[tabindex="0"]')) each.tabIndex = -1;
    item.tabIndex = 0;
    item.focus();
  };

  const top = make(root, 1);
  top.tabIndex = 0;
  tree.append(top);
  open(top);

  const keys: Readonly<Record<string, (item: HTMLElement) => void>> = {
    ArrowDown: (item) => go(shown()[shown().indexOf(item) + 1]),
    ArrowUp: (item) => go(shown()[shown().indexOf(item) - 1]),
    Home: () => go(top),
    End: () => go(shown().at(-1)),
    ' ': toggle,
    Enter: toggle,
    Escape: () => listener.leave(),
  };
  const inward = (item: HTMLElement) => {
    if (item.getAttribute('aria-expanded') === 'false') open(item);
    else go(item.querySelector('li'));
  };
  const outward = (item: HTMLElement) => {
    if (isOpen(item) && item !== top) item.setAttribute('aria-expanded', 'false');
    else go(item.parentElement?.closest('li'));
  };
  function toggle(item: HTMLElement): void {
    const node = nodes.get(item);
    if (node?.series === undefined) inward(item);
    else item.setAttribute('aria-checked', String(listener.toggle(node)));
  }

  tree.addEventListener('keydown', (event) => {
    const item = (event.target as Element).closest('li');
    const { key, altKey, ctrlKey, metaKey } = event;
    if (!item || altKey || ctrlKey || metaKey) return;
    const rightToLeft = getComputedStyle(tree).direction === 'rtl';
    const sideways =
      key === 'ArrowRight' || key === 'ArrowLeft'
        ? (key === 'ArrowRight') !== rightToLeft
          ? inward
          : outward
        : undefined;
    const act = sideways ?? keys[key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act(item as HTMLElement);
  });
  tree.addEventListener('focusin', (event) => listener.visit(nodes.get(event.target as Element)));
  tree.addEventListener('focusout', ({ relatedTarget }) => {
    if (!tree.contains(relatedTarget as Node | null)) listener.visit(undefined);
  });
  return tree;
}
