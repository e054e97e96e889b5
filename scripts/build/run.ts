// npm run build [-- package ...] [--into FOLDER]
//
// Writes each package as it is published to its folder dist, or to FOLDER/<package>: JavaScript that runs without TypeScript
// and without what development needs.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleCli } from './bundle-cli.ts';
import { transpilePackage } from './transpile-package.ts';

/** What an installed command line consists of; the other workspaces are bundled into it or not part of it. */
const PUBLISHED = ['soql', 'apex', 'local-org', 'cli'];

const { values, positionals } = parseArgs({ options: { into: { type: 'string' } }, allowPositionals: true });
const packages = resolve(import.meta.dirname, '../../packages');
for (const name of positionals.length > 0 ? positionals : PUBLISHED) {
    const folder = join(packages, name);
    const target = values.into === undefined ? join(folder, 'dist') : join(resolve(values.into), name);
    if (name === 'cli') await bundleCli(folder, target);
    else transpilePackage(folder, target);
}
