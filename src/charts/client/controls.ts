import type { View } from 'vega';

export type ControlElement = HTMLSelectElement | HTMLInputElement;

/** What the controls of a figure stand in: itself, or a part of the page whose figures share them. */
export const choiceOf = (figure: HTMLElement): HTMLElement =>
  figure.closest<HTMLElement>('.together') ?? figure;

export const controlsIn = (figure: HTMLElement): ControlElement[] => [
  ...choiceOf(figure).querySelectorAll<ControlElement>('.chart-controls [data-signal]'),
];

/** Lets the controls of a figure choose what its chart shows. `changed` is called when the chart has been drawn anew. */
export function connectControls(figure: HTMLElement, view: View, changed: () => void): void {
  const controls = controlsIn(figure);
  if (controls.length === 0) return;
  const apply = async (): Promise<void> => {
    for (const control of controls) {
      const value = chosen(control);
      if (value !== undefined) view.signal(signalOf(control), value);
    }
    await view.runAsync();
    changed();
  };
  for (const control of controls) control.addEventListener('input', () => void apply());
  void apply();
}

export const signalOf = (control: HTMLElement): string => control.dataset['signal'] ?? '';

/** What a control says, as the spec has it; nothing for a radio button that is not chosen. */
export function chosen(control: ControlElement): unknown {
  if (control instanceof HTMLInputElement) {
    if (control.type === 'checkbox') return control.checked;
    if (control.type === 'radio' && !control.checked) return undefined;
    if (control.type === 'range') return control.valueAsNumber;
  }
  return JSON.parse(control.value) as unknown;
}
