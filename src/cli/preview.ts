import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '../build/index.ts';
import { type Command, fromHere, start } from './arguments.ts';

const command: Command = {
  name: 'preview',
  does: 'Serves the built site on this machine, with the security headers of production.',
  options: {
    out: { value: 'DIR', does: 'the built site (default: dist in the site folder)' },
    base: { value: '/PATH/', does: 'the path it was built for (default: /)' },
    port: { value: 'N', does: 'port (default: 4321)' },
  },
  async run({ site, text }) {
    const out = fromHere(text('out')) ?? join(site, 'dist');
    const built = await access(join(out, 'index.html')).then(
      () => true,
      () => false,
    );
    if (!built) {
      console.error(`There is no built site in ${out}. Run “npm run build” first.`);
      return 1;
    }
    const { address } = await serve(out, { port: Number(text('port') ?? 4321), base: text('base') ?? '/' });
    console.log(`${address} (Ctrl+C stops it)`);
    return new Promise(() => {});
  },
};

await start(command);
