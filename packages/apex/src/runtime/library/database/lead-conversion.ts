import { ApexList } from '../../collections/list.ts';
import { current } from '../../context.ts';
import { dmlException } from '../../dml.ts';
import { blocking } from '../../library.ts';
import type { LeadConversion, Waiting } from '../../ports.ts';
import { AccessLevelValue } from '../system/access-level.ts';
import { defineDataType, type DataObject } from '../data-object.ts';
import { overloads } from '../overloads.ts';
import { isAllOrNone, isDmlOptions } from './dml-options.ts';
import { rowResult, rowResults } from './results.ts';

const leadConvert = defineDataType('Database.LeadConvert', {
    defaults: {
        bypassAccountDedupeCheck: false,
        bypassContactDedupeCheck: false,
        doNotCreateOpportunity: false,
        overwriteLeadSource: false,
        sendNotificationEmail: false,
    },
});

function toConversion(convert: DataObject): LeadConversion {
    const text = (name: string): string | null => convert.get(name) as string | null;
    return {
        leadId: text('LeadId') ?? '',
        convertedStatus: text('ConvertedStatus') ?? '',
        accountId: text('AccountId'),
        contactId: text('ContactId'),
        opportunityName: text('OpportunityName'),
        doNotCreateOpportunity: convert.get('DoNotCreateOpportunity') === true,
        overwriteLeadSource: convert.get('OverwriteLeadSource') === true,
        ownerId: text('OwnerId'),
    };
}

const convertLead = blocking(function* (
    target: ApexList | DataObject,
    ...rest: unknown[]
): Generator<Waiting, unknown, void> {
    const converts = (target instanceof ApexList ? target.items : [target]) as DataObject[];
    const given = rest[0];
    const allOrNone = isDmlOptions(given) ? isAllOrNone(given) : given !== false;
    const access = rest.find((value) => value instanceof AccessLevelValue)?.level ?? 'system';
    const outcomes = yield* current.transaction.database.convertLeads(converts.map(toConversion), allOrNone, access);
    if (allOrNone && outcomes.some((outcome) => !outcome.success)) throw dmlException('convertLead', [], outcomes);
    const [first] = outcomes;
    return target instanceof ApexList || first === undefined
        ? rowResults('LeadConvertResult', outcomes)
        : rowResult('LeadConvertResult', first);
});

export const leadConversionLibrary = leadConvert.library;

export const leadConversionFunctions = overloads('System.Database', 'convertLead', convertLead);
