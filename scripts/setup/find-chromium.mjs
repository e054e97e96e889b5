import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of a Chromium that can be run, or nothing. `CHROMIUM_PATH` wins over what is on the PATH. */
export function findChromium(env = process.env) {
    const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
    const candidates = [env.CHROMIUM_PATH, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
    return candidates.find((path) => path !== undefined && isExecutable(path));
}

/** @param {string} path */
function isExecutable(path) {
    try {
        accessSync(path, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
