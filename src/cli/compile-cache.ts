import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loaded before a command (package.json): modules are compiled once, not at each run.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/sala/compile'));
