import type { BindKind } from '../environment.ts';
import type { SoqlFieldType } from '../schema.ts';
import type { ComparisonOperator, Literal } from '../syntax/ast.ts';

/** Types that compare alike. `none`: the type cannot be compared at all. */
export type Family = 'text' | 'multipicklist' | 'id' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'none';

const families: Readonly<Record<SoqlFieldType, Family>> = {
    id: 'id',
    reference: 'id',
    string: 'text',
    textarea: 'text',
    longtextarea: 'text',
    picklist: 'text',
    multipicklist: 'multipicklist',
    combobox: 'text',
    email: 'text',
    phone: 'text',
    url: 'text',
    encryptedstring: 'text',
    autonumber: 'text',
    anyType: 'text',
    boolean: 'boolean',
    int: 'number',
    long: 'number',
    double: 'number',
    currency: 'number',
    percent: 'number',
    date: 'date',
    datetime: 'datetime',
    time: 'time',
    base64: 'none',
    address: 'none',
    location: 'none',
};

export function familyOf(type: SoqlFieldType): Family {
    return families[type];
}

/** What a sentence calls the type of a literal for the field. */
export function criterionType(type: SoqlFieldType): string {
    switch (familyOf(type)) {
        case 'number':
            return type === 'int' || type === 'long' ? type : 'double';
        case 'datetime':
            return 'dateTime';
        case 'id':
            return type;
        case 'text':
        case 'multipicklist':
            return 'string';
        default:
            return type;
    }
}

const literalKinds: Readonly<Record<Family, readonly Literal['kind'][]>> = {
    text: ['string'],
    multipicklist: ['string'],
    id: ['string'],
    number: ['number', 'currency'],
    boolean: ['boolean'],
    date: ['date', 'dateLiteral'],
    datetime: ['datetime', 'dateLiteral'],
    time: ['time'],
    none: [],
};

export function acceptsLiteral(family: Family, kind: Literal['kind']): boolean {
    return kind === 'null' || literalKinds[family].includes(kind);
}

export function isQuoted(family: Family): boolean {
    return literalKinds[family].includes('string');
}

const bindKinds: Readonly<Record<Family, readonly BindKind[]>> = {
    text: ['string', 'id'],
    multipicklist: ['string'],
    id: ['id', 'string'],
    number: ['number'],
    boolean: ['boolean'],
    date: ['date', 'datetime'],
    datetime: ['datetime', 'date'],
    time: ['time'],
    none: [],
};

export function acceptsBind(family: Family, kind: BindKind): boolean {
    return kind === 'null' || bindKinds[family].includes(kind);
}

const equality: readonly ComparisonOperator[] = ['=', '!=', 'IN', 'NOT IN'];
const ordered: readonly ComparisonOperator[] = [...equality, '<', '<=', '>', '>='];

const operators: Readonly<Record<Family, readonly ComparisonOperator[]>> = {
    text: [...ordered, 'LIKE'],
    multipicklist: [...equality, 'INCLUDES', 'EXCLUDES'],
    id: ordered,
    number: ordered,
    boolean: equality,
    date: ordered,
    datetime: ordered,
    time: ordered,
    none: [],
};

export function acceptsOperator(family: Family, operator: ComparisonOperator): boolean {
    return operators[family].includes(operator);
}
