import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProject } from '../../src/metadata/read-project.ts';
import { LocalOrg } from '../../src/org.ts';

const ROOT = new URL('../../../../', import.meta.url).pathname;

for (const namespace of [undefined, '']) {
    test(`the package of this repository deploys ${namespace === '' ? 'without a namespace' : 'under its namespace'}`, () => {
        const source = readProject(ROOT, namespace === undefined ? {} : { namespace });
        const org = LocalOrg.create([source], { namespace: source.namespace });
        const skippedKinds = new Set(org.skippedComponents.map(({ type }) => type));
        for (const kind of ['CustomObject', 'CustomField', 'ValidationRule']) {
            assert.ok(
                !skippedKinds.has(kind),
                `${kind}: ${JSON.stringify(org.skippedComponents.filter(({ type }) => type === kind))}`,
            );
        }
        const custom = org.schema.declaredObjects().filter((object) => object.custom);
        assert.ok(custom.length > 10);
        for (const object of custom) assert.equal(object.namespace, source.namespace, object.name);
    });
}
