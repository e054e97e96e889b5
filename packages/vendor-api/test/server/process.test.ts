import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startVendorProcess } from '@sw-studio/vendor-api';

const CSV = fileURLToPath(new URL('../data/fixtures/leads.csv', import.meta.url));

test('it runs as a process of its own, on a free port, from a file', async () => {
    const vendor = await startVendorProcess(['--csv', CSV]);
    try {
        const response = await fetch(`${vendor.url}/prospects`, {
            headers: { authorization: `Bearer ${vendor.token}` },
        });
        assert.equal(((await response.json()) as { items: unknown[] }).items.length, 2);
    } finally {
        await vendor.close();
    }
    await assert.rejects(fetch(`${vendor.url}/token`));
});

test('a flag that makes no sense is said', async () => {
    await assert.rejects(startVendorProcess(['--prospects', 'many']), /--prospects takes a number, not "many"/);
});
