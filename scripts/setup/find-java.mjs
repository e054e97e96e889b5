// Finds a JDK without starting one: a JVM takes longer to say its version than the whole setup may.
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const OLDEST_USABLE = 17;
const DEBIAN_FOLDER = '/usr/lib/jvm';

/**
 * The `java` command of the first JDK of version 17 or later: JAVA_HOME, then the PATH, then where Debian puts them.
 * Every JDK has a `release` file in its home, which states the version.
 */
export function findJava(env = process.env, debianFolder = DEBIAN_FOLDER) {
    const homes = [env.JAVA_HOME, ...homesOnPath(env.PATH ?? ''), ...homesIn(debianFolder)];
    const home = homes.find((candidate) => candidate !== undefined && majorVersion(candidate) >= OLDEST_USABLE);
    return home === undefined ? undefined : join(home, 'bin/java');
}

/** @param {string} path */
function homesOnPath(path) {
    return path
        .split(delimiter)
        .map((folder) => join(folder, 'java'))
        .filter((command) => existsSync(command))
        .map((command) => dirname(dirname(realpathSync(command))));
}

/** @param {string} folder */
function homesIn(folder) {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
        .sort()
        .map((name) => join(folder, name));
}

/** @param {string} home */
function majorVersion(home) {
    const release = join(home, 'release');
    if (!existsSync(release) || !existsSync(join(home, 'bin/java'))) return 0;
    const version = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(readFileSync(release, 'utf8'));
    return Number(version?.[1] ?? 0);
}
