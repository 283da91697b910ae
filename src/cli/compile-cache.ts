import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../project.ts';

// Loaded before a command (package.json): modules are compiled once, not at each run.
enableCompileCache(join(cacheFolder, 'compile'));
