import { enumConstant, type ApexEnumConstant } from '../enums.ts';
import type { FieldType } from '../sobject/sobject-type.ts';

const DISPLAY_TYPES: Readonly<Record<FieldType, string>> = {
    id: 'ID',
    string: 'STRING',
    textarea: 'TEXTAREA',
    longtextarea: 'TEXTAREA',
    html: 'TEXTAREA',
    picklist: 'PICKLIST',
    multipicklist: 'MULTIPICKLIST',
    combobox: 'COMBOBOX',
    boolean: 'BOOLEAN',
    int: 'INTEGER',
    long: 'LONG',
    double: 'DOUBLE',
    currency: 'CURRENCY',
    percent: 'PERCENT',
    date: 'DATE',
    datetime: 'DATETIME',
    time: 'TIME',
    reference: 'REFERENCE',
    email: 'EMAIL',
    phone: 'PHONE',
    url: 'URL',
    encryptedstring: 'ENCRYPTEDSTRING',
    base64: 'BASE64',
    address: 'ADDRESS',
    location: 'LOCATION',
    anyType: 'ANYTYPE',
};

const SOAP_TYPES: Partial<Readonly<Record<FieldType, string>>> = {
    id: 'ID',
    reference: 'ID',
    boolean: 'BOOLEAN',
    int: 'INTEGER',
    long: 'DOUBLE',
    double: 'DOUBLE',
    currency: 'DOUBLE',
    percent: 'DOUBLE',
    date: 'DATE',
    datetime: 'DATETIME',
    time: 'TIME',
    base64: 'BASE64BINARY',
    address: 'ADDRESS',
    location: 'LOCATION',
    anyType: 'ANYTYPE',
};

export function displayType(type: FieldType): ApexEnumConstant | null {
    return enumConstant('Schema.DisplayType', DISPLAY_TYPES[type]);
}

export function soapType(type: FieldType): ApexEnumConstant | null {
    return enumConstant('Schema.SoapType', SOAP_TYPES[type] ?? 'STRING');
}
