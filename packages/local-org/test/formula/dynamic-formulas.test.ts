import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    type ApexException,
    type ClassDescriptor,
    type DynamicFormula,
    type FieldDescriptor,
    type FormulaRequest,
    primitiveType,
    type RuntimeType,
    sobjectType,
} from '@sw-studio/apex/runtime';
import { apexFormulas } from '../../src/apex/apex-formulas.ts';
import { Shop } from '../support/shop.ts';

const shop = new Shop();
const { open, record } = ((transaction) => ({ open: transaction.open, record: transaction.record.bind(transaction) }))(
    shop.open(),
);

function build(text: string, request: Partial<FormulaRequest> = {}): DynamicFormula {
    const context = sobjectType('Account');
    const settings = { returnType: 'STRING', template: false, blanksAsZero: false, globals: [], ...request };
    return apexFormulas(shop.org, open).build({ context, text, ...settings });
}

function refusal(work: () => unknown): string {
    try {
        work();
    } catch (thrown) {
        const exception = thrown as ApexException;
        return `${exception.gettypename$()}: ${exception.getmessage$() ?? ''}`;
    }
    return 'accepted';
}

/** `global class Basket { global String owner; public String note; global Account account; }` */
function basketType(): ClassDescriptor {
    const field = (name: string, type: RuntimeType, visibility: FieldDescriptor['visibility'] = 'global') => ({
        ...{ name, type, visibility, static: false, transient: false, annotations: [], stored: true },
        get: (basket: unknown) => (basket as Record<string, unknown>)[name],
    });
    return {
        ...{
            kind: 'class',
            name: 'Basket',
            namespace: '',
            simpleName: 'Basket',
            outerName: null,
            visibility: 'global',
        },
        ...{ abstract: false, virtual: false, sharing: null, isTest: false, annotations: [], superclass: null },
        ...{ interfaces: [], methods: [], arguments: [], isInstance: (value: unknown) => value !== null },
        fields: [
            field('owner', primitiveType('String')),
            field('note', primitiveType('String'), 'public'),
            field('account', sobjectType('Account')),
        ],
    };
}

test('a global variable has to be made available', () => {
    const text = '$User.Username & ""';
    assert.notEqual(build(text, { globals: ['USER'] }).evaluate(record('Account', {})), null);
    assert.equal(
        refusal(() => build(text)),
        'System.FormulaValidationException: Field $User.Username does not exist. Check spelling.',
    );
});

test('a formula of another type than it should return is refused', () => {
    assert.equal(
        refusal(() => build('Name', { returnType: 'BOOLEAN' })),
        'System.FormulaValidationException: Formula result is data type (text), incompatible with expected data type ' +
            '(true or false).',
    );
});

test('a context of another type is refused when the formula is evaluated', () => {
    assert.equal(
        refusal(() => build('Name').evaluate(record('Contact', {}))),
        'System.FormulaEvaluationException: The context of the formula must be of the type Account.',
    );
});

test('numbers and empty values are printed into a template', () => {
    const template = build('{!Name}: {!AnnualRevenue} since {!CreatedDate}', { template: true });
    assert.equal(template.evaluate(record('Account', { Name: 'Acme', AnnualRevenue: 2.5 })), 'Acme: 2.5 since ');
});

test('an object of a global class gives its global fields, and the fields of records that it holds', () => {
    const context = basketType();
    const account = record('Account', { Name: 'Acme' });
    const basket = { owner: 'Lee', note: 'x', account };
    assert.equal(build('owner & "/" & account.Name', { context }).evaluate(basket), 'Lee/Acme');
    assert.equal(build('owner & "/" & account.Name', { context }).evaluate({ ...basket, account: null }), 'Lee/');
    assert.match(
        refusal(() => build('note', { context })),
        /Field note does not exist/,
    );
});

test('a class that is not global is no context', () => {
    const context = { ...basketType(), visibility: 'public' as const };
    assert.match(
        refusal(() => build('owner', { context })),
        /must be global/,
    );
});
