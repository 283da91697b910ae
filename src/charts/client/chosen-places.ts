import { chosen, controlsIn } from './controls.ts';

/** Shows the columns of tables that stand for places which are chosen, and hides the others. */
export function showChosen(choice: HTMLElement): void {
  const show = () => {
    const places = controlsIn(choice).map(chosen);
    for (const cell of choice.querySelectorAll<HTMLElement>('[data-place]'))
      cell.hidden = !places.includes(cell.dataset['place']);
  };
  choice.addEventListener('input', show);
  choice.querySelector('.chart-controls')?.addEventListener('input', show);
  show();
}
