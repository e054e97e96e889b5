import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, moment } from '../support/org.ts';
import { salesOrg } from '../support/sales.ts';

function org() {
    const built = salesOrg();
    const values = [
        { value: 'Banking', label: 'Bankwesen', order: 0, active: true },
        { value: 'Technology', label: 'Technik', order: 1, active: true },
    ];
    built.object('Firm__c', 'a05', {
        Name: 'string',
        Industry__c: ['picklist', { values }],
        Industries__c: ['multipicklist', { values }],
        Amount__c: 'currency',
        Double__c: ['double', { formula: true }],
        Parent__c: ['reference', { to: 'Firm__c' }],
        Place__c: 'location',
        Place__Latitude__s: 'double',
        Place__Longitude__s: 'double',
    });
    const [top] = built.insert('Firm__c', {
        Name: 'Top',
        Industry__c: 'Banking',
        Amount__c: 1234.5,
        Place__Latitude__s: 37.7749,
        Place__Longitude__s: -122.4194,
    });
    built.insert(
        'Firm__c',
        {
            Name: 'Low',
            Industries__c: 'Technology;Banking',
            Parent__c: top,
            Place__Latitude__s: 34.0522,
            Place__Longitude__s: -118.2437,
        },
        { Name: 'Lost' },
    );
    return built;
}

test('toLabel answers labels, under the name of the field', () => {
    assert.deepEqual(
        org().select(
            'SELECT toLabel(Industry__c), toLabel(Industries__c) many, toLabel(Parent__r.Industry__c) FROM Firm__c LIMIT 2',
        ),
        [
            { Industry__c: 'Bankwesen', many: null, Parent__r: null },
            { Industry__c: null, many: 'Technik;Bankwesen', Parent__r: { Industry__c: 'Bankwesen' } },
        ],
    );
});

test('toLabel filters by the label', () => {
    assert.deepEqual(org().column("SELECT Name FROM Firm__c WHERE toLabel(Industry__c) = 'bankwesen'"), ['Top']);
});

test('labels of the user come from the environment', () => {
    const built = org();
    built.environment = { ...built.environment, label: (_object, _field, value) => value.toUpperCase() };
    assert.deepEqual(built.column('SELECT toLabel(Industry__c) FROM Firm__c LIMIT 1'), ['BANKING']);
});

test('FORMAT and convertCurrency ask the environment, of fields and of aggregates', () => {
    const built = org();
    built.environment = {
        ...built.environment,
        formatValue: (field, value) => `${field.name} ${value}`,
        convertCurrency: (_object, _field, _row, amount) => amount * 2,
    };
    assert.deepEqual(built.select('SELECT FORMAT(Amount__c) f, convertCurrency(Amount__c) FROM Firm__c LIMIT 1'), [
        { f: 'Amount__c 1234.5', Amount__c: 2469 },
    ]);
    assert.deepEqual(built.select('SELECT FORMAT(MAX(Amount__c)) m FROM Firm__c'), [{ m: 'Amount__c 1234.5' }]);
});

test('FORMAT without an answer of the environment goes by locale, time zone and currency', () => {
    const built = salesOrg();
    built.insert('Account', {
        NumberOfEmployees: 1234567,
        AnnualRevenue: 1234.5,
        Founded__c: day('2026-01-31'),
        CreatedDate: moment('2026-01-31T18:20:00Z'),
        OpensAt__c: 34_200_000,
    });
    const text =
        'SELECT FORMAT(NumberOfEmployees), FORMAT(AnnualRevenue), FORMAT(Founded__c), FORMAT(CreatedDate), FORMAT(OpensAt__c), FORMAT(Rating) FROM Account';
    assert.deepEqual(built.table(text), [
        ['1,234,567', '$1,234.50', '1/31/2026', '1/31/2026, 10:20 AM', '9:30 AM', null],
    ]);
    built.environment = { ...built.environment, locale: 'de_DE', timeZone: 'Europe/Berlin', currencyIsoCode: 'EUR' };
    assert.deepEqual(built.table(text)[0]?.slice(0, 4), [
        '1.234.567',
        '1.234,50\u00a0€',
        '31.1.2026',
        '31.1.2026, 19:20',
    ]);
    assert.deepEqual(built.column('SELECT FORMAT(COUNT(Id)) n FROM Account'), ['1']);
});

test('formula fields are computed wherever they stand', () => {
    const built = org();
    const amount = built.schema.object('Firm__c')?.field('Amount__c')?.slot ?? 0;
    built.environment = {
        ...built.environment,
        formula: (_object, _slot, row) => (typeof row[amount] === 'number' ? row[amount] * 2 : null),
    };
    assert.deepEqual(built.column('SELECT Double__c FROM Firm__c WHERE Double__c > 2000'), [2469]);
    assert.deepEqual(built.column('SELECT Name FROM Firm__c WHERE Parent__r.Double__c = 2469'), ['Low']);
    assert.deepEqual(built.column('SELECT SUM(Double__c) FROM Firm__c'), [2469]);
});

test('DISTANCE is the great-circle distance, null without a place', () => {
    const built = org();
    const [miles, , none] = built.column(
        "SELECT DISTANCE(Place__c, GEOLOCATION(34.0522, -118.2437), 'mi') FROM Firm__c",
    );
    assert.ok(Math.abs((miles as number) - 347.4) < 0.5, `San Francisco to Los Angeles: ${String(miles)} miles`);
    assert.equal(none, null);
    const near = "SELECT Name FROM Firm__c WHERE DISTANCE(Place__c, GEOLOCATION(:lat, -118), 'km') < 100";
    assert.deepEqual(built.column(near, { lat: 34 }), ['Low']);
    assert.deepEqual(
        built.column("SELECT Name FROM Firm__c ORDER BY DISTANCE(Place__c, GEOLOCATION(34, -118), 'km') NULLS LAST"),
        ['Low', 'Top', 'Lost'],
    );
});

test('FIELDS() selects all, the standard or the custom fields', () => {
    const built = org();
    const names = (group: string) =>
        Object.keys(built.select(`SELECT FIELDS(${group}) FROM Firm__c LIMIT 1`)[0] as object);
    assert.deepEqual(names('STANDARD'), ['Id', 'Name']);
    assert.equal(names('ALL').length, 2 + names('CUSTOM').length);
    assert.ok(names('CUSTOM').includes('Place__Latitude__s'));
});
