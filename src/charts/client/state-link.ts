import { type ControlElement, choiceOf, chosen, controlsIn, signalOf } from './controls.ts';

/**
 * The state of a chart in the address: `#chart=service-coverage&compared=VNM`.
 * The chart, or what charts share their controls in, is named by its id, each choice by its parameter.
 */
export function readState(hash: string): { chart: string; choices: Map<string, string> } | undefined {
  const choices = new Map(new URLSearchParams(hash.replace(/^#/, '')));
  const chart = choices.get('chart');
  choices.delete('chart');
  return chart ? { chart, choices } : undefined;
}

/** Sets the controls of a figure as an address says; what it does not know stays. */
export function applyState(figure: HTMLElement, choices: ReadonlyMap<string, string>): void {
  for (const control of controlsIn(figure)) {
    const wanted = choices.get(signalOf(control));
    if (wanted === undefined) continue;
    if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = wanted === 'true';
    else if (control instanceof HTMLInputElement && control.type === 'radio')
      control.checked = written(JSON.parse(control.value)) === wanted;
    else if (control instanceof HTMLInputElement) control.value = wanted;
    else
      for (const option of control.options)
        if (written(JSON.parse(option.value)) === wanted) control.value = option.value;
  }
}

/** The address of the state that the controls of a figure have. */
export function stateOf(figure: HTMLElement): string {
  const state = new URLSearchParams({ chart: choiceOf(figure).id.replace(/^figure-/, '') });
  for (const control of controlsIn(figure)) {
    const value = chosen(control as ControlElement);
    if (value !== undefined) state.set(signalOf(control), written(value));
  }
  return `#${state}`;
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
