import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { copyFixture, remove, run } from './sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The fixture site, built into its dist/. */
    fixture: string;
    /** The built repository. */
    published: string;
  }
}

/** Builds the fixture site and the repository once, for all tests that look at pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const fixture = await copyFixture();
  const published = join(fixture, 'repository-dist');
  const builds = await Promise.all([run('build', '--site', fixture), run('build', '--out', published)]);
  for (const { code, output } of builds) if (code !== 0) throw new Error(output);
  project.provide('fixture', fixture);
  project.provide('published', published);
  return () => remove(fixture);
}
