import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where parsed Apex is kept between runs; `SW_CACHE_DIR` moves it. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
    const base = environment['SW_CACHE_DIR'] ?? environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
    return join(base, 'sw-studio', 'apex');
}
