import { ApexList } from '../../collections/list.ts';
import { enumConstant } from '../../enums.ts';
import type { DmlError, DmlRowOutcome, LeadConversionOutcome } from '../../ports.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import { defineDataType, type DataObject, type DataType } from '../data-object.ts';

const errorType = defineDataType('Database.Error', { defaults: {} });

export function databaseError({ statusCode, message, fields }: DmlError): DataObject {
    return errorType.create({
        statusCode: enumConstant('System.StatusCode', statusCode),
        message,
        fields: ApexList.of(primitiveType('String'), fields),
    });
}

export function errorList(errors: readonly DmlError[]): ApexList {
    return ApexList.of(namedType('Database.Error'), errors.map(databaseError));
}

type ResultName =
    | 'SaveResult'
    | 'UpsertResult'
    | 'DeleteResult'
    | 'UndeleteResult'
    | 'MergeResult'
    | 'EmptyRecycleBinResult'
    | 'LeadConvertResult';

const resultTypes: Readonly<Record<ResultName, DataType>> = {
    SaveResult: defineDataType('Database.SaveResult'),
    UpsertResult: defineDataType('Database.UpsertResult'),
    DeleteResult: defineDataType('Database.DeleteResult'),
    UndeleteResult: defineDataType('Database.UndeleteResult'),
    MergeResult: defineDataType('Database.MergeResult'),
    EmptyRecycleBinResult: defineDataType('Database.EmptyRecycleBinResult'),
    LeadConvertResult: defineDataType('Database.LeadConvertResult'),
};

/** The id of a failed insert is null, as the record has none. */
export function rowResult(type: ResultName, outcome: DmlRowOutcome): DataObject {
    const text = primitiveType('String');
    return resultTypes[type].create({
        id: outcome.id,
        success: outcome.success,
        errors: errorList(outcome.errors),
        ...(type === 'UpsertResult' && { created: outcome.created }),
        ...(type === 'MergeResult' && {
            mergedRecordIds: ApexList.of(text, outcome.mergedIds ?? []),
            updatedRelatedIds: ApexList.of(text, outcome.updatedRelatedIds ?? []),
        }),
        ...(type === 'LeadConvertResult' && leadValues(outcome as LeadConversionOutcome)),
    });
}

function leadValues({ leadId, accountId, contactId, opportunityId }: LeadConversionOutcome): Record<string, unknown> {
    return { leadId, accountId, contactId, opportunityId };
}

export function rowResults(type: ResultName, outcomes: readonly DmlRowOutcome[]): ApexList {
    return new ApexList(
        namedType(`Database.${type}`),
        outcomes.map((outcome) => rowResult(type, outcome)),
    );
}

export const resultLibraries = [errorType, ...Object.values(resultTypes)].map((type) => type.library);
