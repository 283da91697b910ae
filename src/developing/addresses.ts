/** Where the editor's desk stands on the development server. */
export const deskAddress = '/_sala/';
/** What is shown of it over a page of the site; `?page=` says over which. */
export const panelAddress = `${deskAddress}panel`;
/** What Vite opens a file with, in the editor that runs or that LAUNCH_EDITOR names. */
export const editorAddress = '/__open-in-editor';
/** The event that the development server sends when a site has errors. */
export const problemsEvent = 'sala:problems';
