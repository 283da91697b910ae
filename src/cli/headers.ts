import { baseOf, hostedSite, hosts } from '../build/index.ts';
import { didYouMean, Failure } from '../diagnostics/index.ts';
import { loadSite, makeAddresses, publishedSite } from '../site/index.ts';
import { type Command, start } from './arguments.ts';

const names = Object.keys(hosts).join('|');

const command: Command = {
  name: 'headers',
  does: 'Prints what a server must be told: security headers, caching, media types and redirects, as its own configuration.',
  takes: [{ name: 'HOST', does: names }],
  options: {
    base: { value: '/PATH/', does: 'the path that the site stands under (default: that of its address)' },
  },
  async run({ site: folder, text, taken: [host = ''] }) {
    const write = Object.hasOwn(hosts, host) ? hosts[host as keyof typeof hosts] : undefined;
    if (!write) {
      console.error(
        host === ''
          ? `Name the host: ${names}.`
          : `There is no host “${host}”. ${didYouMean(host, Object.keys(hosts), 'hosts')}`,
      );
      return 2;
    }
    const { site } = await loadSite(folder);
    if (!site) throw new Failure('The site cannot be read. “npm run check” says why.');
    const base = baseOf(text('base') ?? new URL(site.settings.address).pathname);
    process.stdout.write(write(hostedSite(publishedSite(site), makeAddresses(base))));
    return 0;
  },
};

await start(command);
