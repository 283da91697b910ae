export type { Attachment } from './attachments.ts';
export type { DocumentRecord } from './metadata.ts';
export { openPress, type Press } from './press.ts';
export { makeSingleFile } from './single-file.ts';
