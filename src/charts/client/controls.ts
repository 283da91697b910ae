import type { View } from 'vega';

/**
 * Lets the controls of a figure choose what its chart shows: each has the name
 * of a parameter. `changed` is called when the chart has been drawn anew.
 */
export function connectControls(figure: HTMLElement, view: View, changed: () => void): void {
  const controls = figure.querySelectorAll<HTMLSelectElement | HTMLInputElement>('.chart-controls [name]');
  const apply = async (): Promise<void> => {
    for (const control of controls) {
      const value = chosen(control);
      if (value !== undefined) view.signal(parameterOf(control), value);
    }
    await view.runAsync();
    changed();
  };
  if (controls.length === 0) return;
  for (const control of controls) control.addEventListener('input', () => void apply());
  void apply();
}

const parameterOf = (control: HTMLElement): string => control.dataset['parameter'] ?? '';

/** What a control says, as the spec has it; nothing for a radio button that is not chosen. */
function chosen(control: HTMLSelectElement | HTMLInputElement): unknown {
  if (control instanceof HTMLInputElement) {
    if (control.type === 'checkbox') return control.checked;
    if (control.type === 'radio' && !control.checked) return undefined;
    if (control.type === 'range' || control.type === 'number') return control.valueAsNumber;
  }
  const written =
    control instanceof HTMLSelectElement
      ? control.selectedOptions[0]?.dataset['value']
      : control.dataset['value'];
  return written === undefined ? control.value : (JSON.parse(written) as unknown);
}
