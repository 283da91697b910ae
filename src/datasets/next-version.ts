import { inc, type ReleaseType } from 'semver';
import { type Difference, isSame } from './diff.ts';
import type { Version } from './release.ts';

/** How far a release goes, in the words of semantic versions. */
export type Step = Extract<ReleaseType, 'major' | 'minor' | 'patch'>;

/**
 * The step that a difference calls for (https://semver.org, read for data): major where what was
 * drawn from the old release may not be drawn from the new one (other columns, key or definition,
 * rows that are gone), minor for new rows, patch for corrected values and all else; none where
 * nothing is different.
 */
export function stepOf(difference: Difference): Step | undefined {
  if (isSame(difference)) return undefined;
  const { gone, newFields, goneFields, changedFields, key, description, added } = difference;
  if ([gone, newFields, goneFields, changedFields].some((each) => each.length > 0) || key || description)
    return 'major';
  return added.length > 0 ? 'minor' : 'patch';
}

/** The version that follows by a step. */
export function nextVersion(version: Version, step: Step): Version {
  const next = inc(version, step);
  if (next === null) throw new Error(`${version} is no version`);
  return next;
}
