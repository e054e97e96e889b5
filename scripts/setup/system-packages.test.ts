import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findChromium } from './find-chromium.mjs';
import { findJava } from './find-java.mjs';
import { explain, whyNotInstallable } from './system-packages.mjs';

describe('system packages', () => {
    const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';

    it('are installed on Debian with root rights', () => {
        assert.equal(whyNotInstallable({ osRelease: debian, isRoot: true, optedOut: false }), undefined);
    });

    it('are installed on a system derived from Debian', () => {
        const ubuntu = 'ID=ubuntu\nID_LIKE=debian\n';
        assert.equal(whyNotInstallable({ osRelease: ubuntu, isRoot: true, optedOut: false }), undefined);
    });

    it('say why they cannot be had', () => {
        assert.equal(whyNotInstallable({ osRelease: debian, isRoot: false, optedOut: false }), 'that needs root');
        assert.equal(
            whyNotInstallable({ osRelease: 'ID=fedora\n', isRoot: true, optedOut: false }),
            'this is not Debian',
        );
        assert.equal(whyNotInstallable({ osRelease: debian, isRoot: true, optedOut: true }), 'SW_SETUP_SYSTEM=no');
    });

    it('name what will not run and the remedy in one sentence', () => {
        const need = { name: 'Chromium', purpose: 'the browser tests', packages: ['chromium'], isPresent: () => false };
        assert.equal(
            explain(need, 'that needs root'),
            'Chromium is missing and cannot be installed (that needs root), so the browser tests will not run; ' +
                'install it by hand, on Debian with: apt-get install chromium.',
        );
    });
});

describe('a program on this machine is found without being started', () => {
    function jdk(root: string, name: string, version: string): string {
        const home = join(root, name);
        mkdirSync(join(home, 'bin'), { recursive: true });
        writeFileSync(join(home, 'bin/java'), '');
        writeFileSync(join(home, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
        return home;
    }

    it('takes the first JDK of version 17 or later', (t) => {
        const root = mkdtempSync(join(tmpdir(), 'sw-java-'));
        t.after(() => rmSync(root, { recursive: true }));
        jdk(root, 'a-java-8', '1.8.0_402');
        jdk(root, 'b-java-11', '11.0.2');
        const seventeen = jdk(root, 'c-java-17', '17.0.15');
        assert.equal(findJava({ PATH: '' }, root), join(seventeen, 'bin/java'));
        const newer = jdk(root, 'd-java-25', '25');
        assert.equal(findJava({ PATH: '', JAVA_HOME: newer }, root), join(newer, 'bin/java'));
    });

    it('finds no Java where there is none', () => {
        assert.equal(findJava({ PATH: '' }, '/nonexistent'), undefined);
    });

    it('finds Chromium on the PATH, or where CHROMIUM_PATH says', (t) => {
        const root = mkdtempSync(join(tmpdir(), 'sw-chromium-'));
        t.after(() => rmSync(root, { recursive: true }));
        assert.equal(findChromium({ PATH: root }), undefined);
        const browser = join(root, 'chromium');
        writeFileSync(browser, '');
        assert.equal(findChromium({ PATH: root }), undefined);
        chmodSync(browser, 0o755);
        assert.equal(findChromium({ PATH: root }), browser);
        assert.equal(findChromium({ PATH: '', CHROMIUM_PATH: browser }), browser);
    });
});
