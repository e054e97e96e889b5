// npm run docs:screenshots: takes the pictures of the user guide again, from a local org in a real browser.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SCREENSHOTS } from '../pages/page-org.ts';

const PICTURES = ['setup', 'status', 'event-queue', 'health', 'preferences'];
const IMAGES = join(ROOT, 'docs/images');

const { status } = spawnSync(process.execPath, ['--test', 'scripts/pages/setup-page.test.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
});
if (status === 0) {
    mkdirSync(IMAGES, { recursive: true });
    for (const name of PICTURES) copyFileSync(join(SCREENSHOTS, `${name}.png`), join(IMAGES, `${name}.png`));
} else process.exitCode = 1;
