import type { DmlError } from '@sw-studio/apex/runtime';

/**
 * What the platform answers for a row that it refuses: status code (SOAP API, `StatusCode`) and sentence, `{0}` replaced.
 * Worded as DmlException and the API word them.
 */
export const dmlSentences = {
    requiredFieldMissing: { code: 'REQUIRED_FIELD_MISSING', text: 'Required fields are missing: [{0}]' },
    stringTooLong: { code: 'STRING_TOO_LONG', text: '{0}: data value too large: {1} (max length={2})' },
    duplicateValue: {
        code: 'DUPLICATE_VALUE',
        text: 'duplicate value found: {0} duplicates value on record with id: {1}',
    },
    duplicateUsername: {
        code: 'DUPLICATE_USERNAME',
        text: "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it does not need to match the user's email address). ",
    },
    duplicateExternalId: { code: 'DUPLICATE_VALUE', text: 'Duplicate external id specified: {0}' },
    validationRule: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', text: '{0}' },
    invalidCrossReference: { code: 'INVALID_CROSS_REFERENCE_KEY', text: 'invalid cross reference id' },
    idOfWrongType: { code: 'FIELD_INTEGRITY_EXCEPTION', text: '{0}: id value of incorrect type: {1}' },
    malformedId: { code: 'MALFORMED_ID', text: '{0}: bad id {1}' },
    entityDeleted: { code: 'ENTITY_IS_DELETED', text: 'entity is deleted' },
    missingId: { code: 'MISSING_ARGUMENT', text: 'Id not specified in an update call' },
    missingIdOnDelete: { code: 'MISSING_ARGUMENT', text: 'Id not specified in a delete call' },
    missingExternalId: { code: 'MISSING_ARGUMENT', text: '{0} not specified' },
    idOnInsert: { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', text: 'cannot specify Id in an insert call' },
    fieldNotWritable: {
        code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        text: 'Unable to create/update fields: {0}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    },
    numberOutsideRange: {
        code: 'NUMBER_OUTSIDE_VALID_RANGE',
        text: '{0}: value outside of valid range on numeric field: {1}',
    },
    restrictedPicklist: {
        code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        text: '{0}: bad value for restricted picklist field: {1}',
    },
    invalidEmail: { code: 'INVALID_EMAIL_ADDRESS', text: '{0}: invalid email address: {1}' },
    restrictedDelete: {
        code: 'DELETE_FAILED',
        text: 'Your attempt to delete {0} could not be completed because it is associated with the following {1}.: {2}\n',
    },
    triggerFailed: { code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', text: '{0}: execution of {1}\n\ncaused by: {2}' },
    triggerDepth: { code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', text: 'maximum trigger depth exceeded\n{0}' },
    publishLimit: {
        code: 'LIMIT_EXCEEDED',
        text: 'The limit of platform events that can be published in an hour has been reached',
    },
    mixedDml: {
        code: 'MIXED_DML_OPERATION',
        text: 'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): {0}, original object: {1}',
    },
    foreignKeyNotFound: {
        code: 'INVALID_FIELD',
        text: 'Foreign key external ID: {0} not found for field {1} in entity {2}',
    },
    foreignKeyAmbiguous: {
        code: 'INVALID_FIELD',
        text: 'Foreign key external ID: {0} is not unique for field {1} in entity {2}',
    },
    externalIdAmbiguous: { code: 'DUPLICATE_VALUE', text: 'More than one record found for external id field: [{0}]' },
    notUndeletable: { code: 'UNDELETE_FAILED', text: 'Entity is not in the recycle bin' },
    noStandardPrice: { code: 'STANDARD_PRICE_NOT_DEFINED', text: 'No standard price defined for this product' },
    recordTypeOfOther: {
        code: 'INVALID_CROSS_REFERENCE_KEY',
        text: "Record Type ID: this ID value isn't valid for the user: {0}",
    },
    notInRecycleBin: { code: 'INVALID_ID_FIELD', text: 'Invalid record id; no recycle bin entry found: {0}' },
    operationNotAllowed: { code: 'INVALID_TYPE_FOR_OPERATION', text: 'DML operation {0} not allowed on {1}' },
    insufficientAccess: { code: 'INSUFFICIENT_ACCESS_OR_READONLY', text: 'insufficient access rights on object id' },
    insufficientCrossReference: {
        code: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        text: 'insufficient access rights on cross-reference id',
    },
    ownerInactive: {
        code: 'INACTIVE_OWNER_OR_USER',
        text: 'operation performed with inactive user [{0}] as owner of {1}',
    },
    lockedRow: {
        code: 'UNABLE_TO_LOCK_ROW',
        text: 'unable to obtain exclusive access to this record or 1 records: {0}',
    },
    circularDependency: { code: 'CIRCULAR_DEPENDENCY', text: 'attempt to violate hierarchy constraints' },
    tooManyRetries: {
        code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        text: 'Too many batch retries in the presence of Apex triggers and partial failures.',
    },
    allOrNone: {
        code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        text: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
    },
    fieldTypeMismatch: { code: 'INVALID_TYPE_ON_FIELD_IN_RECORD', text: '{0}: value not of required type: {1}' },
    convertedLead: { code: 'CANNOT_UPDATE_CONVERTED_LEAD', text: 'cannot reference converted lead' },
    alreadyConverted: { code: 'CANNOT_UPDATE_CONVERTED_LEAD', text: 'Lead is already converted' },
    invalidConvertedStatus: { code: 'INVALID_STATUS', text: 'invalid convertedStatus: {0}' },
    mergeFailed: { code: 'MERGE_FAILED', text: '{0}' },
} as const satisfies Record<string, { code: string; text: string }>;

export type DmlSentenceName = keyof typeof dmlSentences;

/** @param fields API names of the fields that the error is about */
export function dmlError(name: DmlSentenceName, fields: readonly string[], ...values: (string | number)[]): DmlError {
    const { code, text } = dmlSentences[name];
    return {
        statusCode: code,
        message: text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? '')),
        fields,
    };
}
