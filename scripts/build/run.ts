// npm run build [-- package ...]
//
// Writes each package as it is published to its folder dist: JavaScript that runs without TypeScript and without what
// development needs.
import { join, resolve } from 'node:path';
import { bundleCli } from './bundle-cli.ts';
import { transpilePackage } from './transpile-package.ts';

/** What an installed command line consists of; the other workspaces are bundled into it or not part of it. */
const PUBLISHED = ['soql', 'apex', 'local-org', 'cli'];

const packages = resolve(import.meta.dirname, '../../packages');
const wanted = process.argv.length > 2 ? process.argv.slice(2) : PUBLISHED;
for (const name of wanted) {
    const folder = join(packages, name);
    if (name === 'cli') await bundleCli(folder);
    else transpilePackage(folder);
}
