export { deskAddress, panelAddress, problemsEvent } from './addresses.ts';
export { type Desk, deskPage, deskPanel } from './desk.ts';
