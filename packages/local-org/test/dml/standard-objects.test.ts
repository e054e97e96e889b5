import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { day, NOON, Shop, type ShopTransaction } from '../support/shop.ts';

let shop: Shop;
let transaction: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    transaction = shop.open();
});

test('the stage of an opportunity decides probability, forecast and whether it is closed', () => {
    const id = transaction.insertOne('Opportunity', {
        Name: 'O',
        CloseDate: day('2026-05-20'),
        StageName: 'Qualification',
        Amount: 500,
    });
    const read = () =>
        transaction.rows(
            `SELECT Probability, ForecastCategoryName, IsClosed, IsWon, ExpectedRevenue, FiscalYear, FiscalQuarter FROM Opportunity WHERE Id = '${id}'`,
        )[0];
    assert.deepEqual(read(), {
        Probability: 10,
        ForecastCategoryName: 'Pipeline',
        IsClosed: false,
        IsWon: false,
        ExpectedRevenue: 50,
        FiscalYear: 2026,
        FiscalQuarter: 2,
    });
    transaction.update('Opportunity', id, { StageName: 'Closed Won' });
    assert.deepEqual([read()?.['Probability'], read()?.['IsClosed'], read()?.['IsWon']], [100, true, true]);
    transaction.update('Opportunity', id, { StageName: 'Qualification', Probability: 33 });
    assert.equal(read()?.['Probability'], 33);
});

test('a case is numbered, and closed by its status', () => {
    const id = transaction.insertOne('Case', { Subject: 'Broken' });
    assert.deepEqual(transaction.rows('SELECT CaseNumber, Status, IsClosed, ClosedDate FROM Case'), [
        { CaseNumber: '00000001', Status: 'New', IsClosed: false, ClosedDate: null },
    ]);
    transaction.update('Case', id, { Status: 'Closed' });
    assert.deepEqual(transaction.rows('SELECT IsClosed, ClosedDate FROM Case'), [{ IsClosed: true, ClosedDate: NOON }]);
});

test('a task knows its account and whether it is done', () => {
    const account = transaction.insertOne('Account', { Name: 'Acme' });
    const contact = transaction.insertOne('Contact', { LastName: 'Curie', AccountId: account });
    transaction.insertOne('Task', { Subject: 'Call', WhoId: contact, Status: 'Completed', Priority: 'High' });
    assert.deepEqual(transaction.rows('SELECT AccountId, IsClosed, IsHighPriority FROM Task'), [
        { AccountId: account, IsClosed: true, IsHighPriority: true },
    ]);
});

test('an event ends when its length is over', () => {
    transaction.insertOne('Event', { Subject: 'Meet', StartDateTime: NOON, DurationInMinutes: 90 });
    assert.deepEqual(transaction.rows('SELECT ActivityDateTime, EndDateTime FROM Event'), [
        { ActivityDateTime: NOON, EndDateTime: NOON + 90 * 60_000 },
    ]);
});

test('prices: the standard price first, then those of other books; lines multiply', () => {
    const product = transaction.insertOne('Product2', { Name: 'Lamp', ProductCode: 'L1', IsActive: true });
    const book = transaction.insertOne('Pricebook2', { Name: 'Partners', IsActive: true });
    const price = { Product2Id: product, UnitPrice: 20, IsActive: true };
    assert.match(
        transaction.refusal('insert', 'PricebookEntry', { ...price, Pricebook2Id: book }),
        /^STANDARD_PRICE_NOT_DEFINED/,
    );
    const standard = transaction.query('SELECT Id FROM Pricebook2 WHERE IsStandard = true')[0]?.id;
    transaction.insertOne('PricebookEntry', { ...price, Pricebook2Id: standard });
    const entry = transaction.insertOne('PricebookEntry', { ...price, Pricebook2Id: book, UnitPrice: 15 });
    const opportunity = transaction.insertOne('Opportunity', {
        Name: 'O',
        CloseDate: day('2026-05-20'),
        StageName: 'Prospecting',
        Pricebook2Id: book,
    });
    transaction.insertOne('OpportunityLineItem', {
        OpportunityId: opportunity,
        PricebookEntryId: entry,
        Quantity: 3,
        UnitPrice: 14,
    });
    assert.deepEqual(
        transaction.rows('SELECT Product2Id, ProductCode, ListPrice, TotalPrice FROM OpportunityLineItem'),
        [{ Product2Id: product, ProductCode: 'L1', ListPrice: 15, TotalPrice: 42 }],
    );
});

test('a file version makes its document and its links; a further one becomes the latest', () => {
    const account = transaction.insertOne('Account', { Name: 'Acme' });
    const data = Buffer.from('hello').toString('base64');
    transaction.insertOne('ContentVersion', {
        PathOnClient: 'docs/Plan.txt',
        VersionData: data,
        FirstPublishLocationId: account,
    });
    const [version] = transaction.rows(
        'SELECT Title, FileExtension, FileType, ContentSize, VersionNumber, IsLatest, ContentDocumentId FROM ContentVersion',
    );
    const { ContentDocumentId, ...facts } = version ?? {};
    assert.deepEqual(facts, {
        Title: 'Plan',
        FileExtension: 'txt',
        FileType: 'TEXT',
        ContentSize: 5,
        VersionNumber: '1',
        IsLatest: true,
    });
    assert.deepEqual(transaction.rows('SELECT LinkedEntityId, ShareType FROM ContentDocumentLink ORDER BY ShareType'), [
        { LinkedEntityId: account, ShareType: 'V' },
        { LinkedEntityId: shop.org.ids.adminId, ShareType: 'I' },
    ]);
    transaction.insertOne('ContentVersion', {
        PathOnClient: 'Plan.txt',
        VersionData: data,
        ContentDocumentId: ContentDocumentId ?? null,
    });
    assert.deepEqual(transaction.rows('SELECT VersionNumber, IsLatest FROM ContentVersion ORDER BY VersionNumber'), [
        { VersionNumber: '1', IsLatest: false },
        { VersionNumber: '2', IsLatest: true },
    ]);
    assert.equal(transaction.count('ContentDocument'), 1);
});

test('a published file has links, an email a row for each address', () => {
    const data = Buffer.from('hello').toString('base64');
    const version = transaction.insertOne('ContentVersion', { PathOnClient: 'Plan.txt', VersionData: data });
    transaction.insertOne('ContentDistribution', { Name: 'Plan', ContentVersionId: version });
    assert.match(
        String(transaction.rows('SELECT ContentDownloadUrl FROM ContentDistribution')[0]?.['ContentDownloadUrl']),
        /^https:.*download/,
    );
    transaction.insertOne('EmailMessage', {
        FromAddress: 'a@example.com',
        ToAddress: 'b@example.com; c@example.com',
        Status: '3',
    });
    assert.deepEqual(
        transaction.rows('SELECT RelationType, RelationAddress FROM EmailMessageRelation ORDER BY RelationAddress'),
        [
            { RelationType: 'FromAddress', RelationAddress: 'a@example.com' },
            { RelationType: 'ToAddress', RelationAddress: 'b@example.com' },
            { RelationType: 'ToAddress', RelationAddress: 'c@example.com' },
        ],
    );
});
