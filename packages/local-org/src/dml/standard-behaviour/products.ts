import type { DmlError } from '@sw-studio/apex/runtime';
import { dmlError } from '../sentences.ts';
import type { RowValues } from './row-values.ts';

/** Price book entries are named after their product; another price book needs the standard price first. */
export function derivePricebookEntry(values: RowValues): DmlError | undefined {
    values.set('Name', values.parent('Product2Id', 'Name'));
    values.set('ProductCode', values.parent('Product2Id', 'ProductCode'));
    if (!values.isNew || values.parent('Pricebook2Id', 'IsStandard') === true) return undefined;
    const { transaction, schema } = values.context;
    const entry = schema.require('PricebookEntry');
    const prices = transaction.rowsWith(entry, entry.field('Product2Id')?.slot ?? -1, values.get('Product2Id')) ?? [];
    const [bookSlot, book] = [entry.field('Pricebook2Id')?.slot ?? -1, schema.require('Pricebook2')];
    const isStandard = (id: unknown): boolean =>
        typeof id === 'string' && transaction.row(book, id)?.[book.field('IsStandard')?.slot ?? -1] === true;
    return prices.some((row) => isStandard(row[bookSlot])) ? undefined : dmlError('noStandardPrice', []);
}

/** A line of an opportunity, order or quote: the product and its price come from the price book entry. */
export function deriveLineItem(values: RowValues): void {
    if (values.get('PricebookEntryId') !== null) {
        values.setIfEmpty('Product2Id', values.parent('PricebookEntryId', 'Product2Id'));
        values.set('ProductCode', values.parent('PricebookEntryId', 'ProductCode'));
        values.set('ListPrice', values.parent('PricebookEntryId', 'UnitPrice'));
    }
    const [quantity, unitPrice, total] = [values.get('Quantity'), values.get('UnitPrice'), values.get('TotalPrice')];
    const totalWasGiven = values.isGiven('TotalPrice') && !values.isGiven('UnitPrice');
    if (totalWasGiven && typeof total === 'number' && typeof quantity === 'number' && quantity !== 0) {
        values.set('UnitPrice', total / quantity);
    } else if (typeof quantity === 'number' && typeof unitPrice === 'number') {
        const discount = values.get('Discount');
        const factor = typeof discount === 'number' ? 1 - discount / 100 : 1;
        values.set('TotalPrice', Number((quantity * unitPrice * factor).toPrecision(15)));
    }
}
