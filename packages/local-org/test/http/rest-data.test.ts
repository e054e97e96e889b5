import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { OrgServer, VERSION } from './support/org-server.ts';

const org = await OrgServer.start();
after(() => org[Symbol.asyncDispose]());

interface Saved {
    readonly id: string;
    readonly success: boolean;
    readonly errors: readonly { readonly statusCode: string }[];
    readonly created?: boolean;
}

describe('records over REST', () => {
    it('are created, read, changed and deleted', async () => {
        const created = await org.data<Saved>('POST', '/sobjects/Order__c', { Name: 'One', Amount__c: 1.5 });
        assert.equal(created.status, 201);
        const { id } = created.body;
        assert.equal((await org.data('PATCH', `/sobjects/Order__c/${id}`, { Amount__c: 2 })).status, 204);
        const read = await org.data<{ Amount__c: number }>('GET', `/sobjects/Order__c/${id}?fields=Amount__c`);
        assert.deepEqual([read.status, read.body.Amount__c], [200, 2]);
        assert.equal((await org.data('DELETE', `/sobjects/Order__c/${id}`)).status, 204);
        const gone = await org.data('DELETE', `/sobjects/Order__c/${id}`);
        assert.deepEqual(
            [gone.status, gone.body],
            [404, [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }]],
        );
    });

    it('are upserted by an external id', async () => {
        const path = '/sobjects/Order__c/Key__c/U1';
        const first = await org.data<Saved>('PATCH', path, { Name: 'New' });
        const second = await org.data<Saved>('PATCH', path, { Name: 'Old' });
        assert.deepEqual(
            [first.status, first.body.created, second.status, second.body.created],
            [201, true, 200, false],
        );
        assert.equal(second.body.id, first.body.id);
        assert.equal((await org.data<{ Name: string }>('GET', path)).body.Name, 'Old');
    });

    it('are refused in the words of the platform', async () => {
        const refusals: [body: object, errorCode: string, message: string][] = [
            [{ Nope: 1 }, 'INVALID_FIELD', "No such column 'Nope' on sobject of type Order__c"],
            [
                { Name: 'x', Key__c: 'y'.repeat(41) },
                'STRING_TOO_LONG',
                `Key: data value too large: ${'y'.repeat(41)} (max length=40)`,
            ],
        ];
        for (const [body, errorCode, message] of refusals) {
            const answer = await org.data<{ errorCode: string; message: string }[]>('POST', '/sobjects/Order__c', body);
            assert.equal(answer.status, 400);
            assert.deepEqual([answer.body[0]?.errorCode, answer.body[0]?.message], [errorCode, message]);
        }
    });

    it('come page by page, and deleted ones only when all are asked for', async () => {
        const records = Array.from({ length: 200 }, (_, index) => ({
            attributes: { type: 'Account' },
            Name: `${index}`,
        }));
        for (let round = 0; round < 2; round++) {
            const { body } = await org.data<Saved[]>('POST', '/composite/sobjects', { records });
            assert.ok(body.every(({ success }) => success));
        }
        const headers = { 'Sforce-Query-Options': 'batchSize=250' };
        const first = (await org.query('SELECT Name FROM Account', headers)).body;
        assert.deepEqual([first.totalSize, first.done, first.records.length], [400, false, 250]);
        const next = await org.send<typeof first>('GET', first.nextRecordsUrl ?? '');
        assert.deepEqual([next.body.done, next.body.records.length], [true, 150]);
        const wrong = await org.data<{ errorCode: string }[]>('GET', '/query/01gNothing-2000');
        assert.equal(wrong.body[0]?.errorCode, 'INVALID_QUERY_LOCATOR');
        const id = (await org.query('SELECT Id FROM Account LIMIT 1')).body.records[0]?.['Id'];
        await org.data('DELETE', `/sobjects/Account/${String(id)}`);
        const soql = encodeURIComponent('SELECT Id FROM Account');
        assert.equal((await org.data<{ totalSize: number }>('GET', `/query?q=${soql}`)).body.totalSize, 399);
        assert.equal((await org.data<{ totalSize: number }>('GET', `/queryAll?q=${soql}`)).body.totalSize, 400);
    });

    it('stand alone in a collection, or fall together', async () => {
        const records = [
            { attributes: { type: 'Order__c' }, Key__c: 'C1' },
            { attributes: { type: 'Order__c' }, Key__c: 'C1' },
        ];
        const alone = await org.data<Saved[]>('POST', '/composite/sobjects', { records });
        assert.deepEqual(
            alone.body.map(({ success }) => success),
            [true, false],
        );
        const together = await org.data<Saved[]>('POST', '/composite/sobjects', {
            allOrNone: true,
            records: [{ attributes: { type: 'Order__c' }, Key__c: 'C2' }, ...records],
        });
        assert.ok(together.body.every(({ success }) => !success));
        assert.equal((await org.query("SELECT Id FROM Order__c WHERE Key__c = 'C2'")).body.totalSize, 0);
    });

    it('refer to each other in a composite request', async () => {
        const compositeRequest = [
            { method: 'POST', url: `${VERSION}/sobjects/Account`, referenceId: 'a', body: { Name: 'Composite' } },
            {
                method: 'POST',
                url: `${VERSION}/sobjects/Contact`,
                referenceId: 'c',
                body: { LastName: 'Referring', AccountId: '@{a.id}' },
            },
            { method: 'GET', url: `${VERSION}/sobjects/Contact/@{nothing.id}`, referenceId: 'n' },
        ];
        const { body } = await org.data<{ compositeResponse: { httpStatusCode: number }[] }>('POST', '/composite', {
            compositeRequest,
        });
        assert.deepEqual(
            body.compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
            [201, 201, 400],
        );
        const contact = await org.query("SELECT Account.Name FROM Contact WHERE LastName = 'Referring'");
        assert.equal((contact.body.records[0]?.['Account'] as { Name: string }).Name, 'Composite');
    });
});

describe('every answer', () => {
    it('tells how many requests of the day are used', async () => {
        const [first, second] = [await org.data('GET', '/limits'), await org.data('GET', '/limits')];
        const used = ({ headers }: typeof first) =>
            /^api-usage=(\d+)\/15000$/.exec(headers.get('sforce-limit-info') ?? '')?.[1];
        assert.equal(Number(used(second)), Number(used(first)) + 1);
    });

    it('is the same with slashes doubled, and in every version', async () => {
        assert.equal((await org.send('GET', `/${VERSION}/limits`)).status, 200);
        assert.equal((await org.send('GET', '/services/data/v42.0/limits')).status, 200);
        assert.equal((await org.send('GET', '/services/data/v6.5/limits')).status, 404);
    });

    it('says what is not there and what is not allowed', async () => {
        const missing = await org.data('GET', '/nothing');
        const message = 'The requested resource does not exist';
        assert.deepEqual([missing.status, missing.body], [404, [{ message, errorCode: 'NOT_FOUND' }]]);
        assert.equal((await org.data('PUT', '/limits')).status, 405);
    });
});
