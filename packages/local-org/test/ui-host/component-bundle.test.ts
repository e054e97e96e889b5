import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { buildComponents } from '../../src/ui-host/bundle/build-components.ts';
import type { ComponentBuildError } from '../../src/ui-host/bundle/bundle-input.ts';
import { readComponentBundles } from '../../src/ui-host/metadata/read-component-bundles.ts';

const PROJECT = join(import.meta.dirname, '../fixtures/pages');
const LABELS = new Map([['c.Greeting_Title', 'Hello <there>']]);

const folder = mkdtempSync(join(tmpdir(), 'components-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A component of one file, as a project would bring it. */
function component(name: string, code: string) {
    writeFileSync(join(folder, `${name}.js`), code);
    writeFileSync(join(folder, `${name}.html`), '<template></template>');
    return { name, namespace: '', folder, isExposed: true };
}

describe('the bundle of the components of a project', () => {
    it('holds the exposed components, each loaded when a page shows it, and imports the engine from the vendor bundle', async () => {
        const files = await buildComponents({ components: readComponentBundles(PROJECT, ''), labels: LABELS });
        const all = [...files].filter(([name]) => name.endsWith('.js')).map(([, code]) => code);
        assert.match(files.get('page.js') ?? '', /"greeting": \(\) => import\(/);
        assert.ok(
            all.some((code) => code.includes('Hello <there>')),
            'the text of the label is in it',
        );
        assert.ok(all.some((code) => code.includes('apexMethod("Greeter", "greet")')));
        assert.ok(all.some((code) => code.includes("from '/vendor/lwc.js'")));
        assert.ok(!all.some((code) => code.includes('class LightningElement')), 'the engine itself is not');
    });

    it('is refused with the name of a label that does not exist', async () => {
        await assert.rejects(
            buildComponents({ components: readComponentBundles(PROJECT, ''), labels: new Map() }),
            (error: ComponentBuildError) => {
                assert.equal(error.code, 'COMPONENT_DOES_NOT_COMPILE');
                assert.match(error.message, /custom label c\.Greeting_Title does not exist/);
                return true;
            },
        );
    });

    it('is refused with the file of a component that does not compile', async () => {
        const broken = component('broken', "import { LightningElement } from 'lwc'; export default class extends {");
        await assert.rejects(
            buildComponents({ components: [broken], labels: LABELS }),
            (error: ComponentBuildError) => {
                assert.match(error.file, /broken\.js$/);
                return true;
            },
        );
    });

    it('is refused with the name of a platform module that the local org does not offer', async () => {
        const unknown = component(
            'unknown',
            "import { LightningElement } from 'lwc'; import x from '@salesforce/weather/today'; export default class extends LightningElement { x = x; }",
        );
        await assert.rejects(
            buildComponents({ components: [unknown], labels: LABELS }),
            /does not offer the module @salesforce\/weather\/today/,
        );
    });

    it('takes a component under the namespace of its package as well as under c', async () => {
        const child = component(
            'child',
            "import { LightningElement } from 'lwc'; export default class extends LightningElement {}",
        );
        const parent = component('parent', "import Child from 'acme/child'; export default class extends Child {}");
        const namespaced = [child, parent].map((bundle) => ({ ...bundle, namespace: 'acme' }));
        const files = await buildComponents({ components: namespaced, labels: LABELS });
        assert.match(files.get('page.js') ?? '', /"parent"/);
    });
});
