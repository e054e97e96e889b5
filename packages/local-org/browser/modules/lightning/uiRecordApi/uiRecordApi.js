import { call, wireAdapter } from 'localorg/client';

const nameOf = (field) => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);
const namesOf = (fields) => (fields === undefined ? undefined : [fields].flat().map(nameOf));
const cellOf = (record, field) => record?.fields?.[nameOf(field).split('.').slice(1).join('.')];

const question = (config) => ({
    recordId: config.recordId,
    fields: namesOf(config.fields) ?? [],
    optionalFields: namesOf(config.optionalFields) ?? [],
});

export const getRecord = wireAdapter(
    (config) => call('ui/getRecord', question(config)),
    (config) => Boolean(config.recordId),
);
export const createRecord = (input) => call('ui/createRecord', input);
export const updateRecord = (input) => call('ui/updateRecord', input);
export const deleteRecord = (recordId) => call('ui/deleteRecord', { recordId });
export const notifyRecordUpdateAvailable = () => Promise.resolve();
export const getFieldValue = (record, field) => cellOf(record, field)?.value;
export const getFieldDisplayValue = (record, field) => cellOf(record, field)?.displayValue;
