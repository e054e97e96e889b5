// node scripts/docs/data-model.ts [--check] [PROJECT]
//
// Writes docs/data-model.md from the package's metadata. With --check it writes nothing and exits 1 when the page
// is missing or differs from the metadata.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderDataModel } from './data-model-page.ts';
import { readPackageMetadata } from './package-metadata.ts';

const PAGE = 'docs/data-model.md';

const { values: options, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
});
const project = resolve(positionals[0] ?? join(import.meta.dirname, '../..'));
const file = join(project, PAGE);
const page = renderDataModel(readPackageMetadata(project));

if (options.check) {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
        console.error(`${PAGE} does not match the metadata. Run: npm run docs:data-model`);
        process.exitCode = 1;
    }
} else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
    console.log(`${PAGE} written`);
}
