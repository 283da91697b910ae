import { kinds } from '../briefs/index.ts';
import { messageKeys } from '../i18n/index.ts';

/** Every message that a site needs, with the names that it fills in: those of the interface and of the kinds of briefs. */
export function neededMessages(): Map<string, readonly string[]> {
  const ofKinds = kinds.flatMap(({ id, labels }) =>
    ['name', ...labels].map((label) => [`kinds.${id}.${label}`, []] as const),
  );
  return new Map<string, readonly string[]>([...Object.entries(messageKeys), ...ofKinds]);
}
