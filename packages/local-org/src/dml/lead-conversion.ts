import { SObject, type LeadConversion, type LeadConversionOutcome, type Waiting } from '@sw-studio/apex/runtime';
import { toApexValue } from '../rows/apex-value.ts';
import { recordWithId } from '../rows/record-with-id.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import type { DmlContext } from './dml-context.ts';
import { saveAll } from './execute-dml.ts';
import { LEAD_FIELD_MAPPING, type ConversionTarget } from './lead-field-mapping.ts';
import { isGood, saveRow, type SaveRow } from './save-row.ts';
import { dmlError } from './sentences.ts';

interface Converted {
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
}

const NOTHING: Converted = { accountId: null, contactId: null, opportunityId: null };

/**
 * `Database.convertLead`: account, contact and opportunity are made or filled from the lead, which is then marked as
 * converted. Each goes through its own save, triggers and rules included.
 */
export function* convertLeads(
    context: DmlContext,
    conversions: readonly LeadConversion[],
    allOrNone: boolean,
): Generator<Waiting, LeadConversionOutcome[], void> {
    yield { kind: 'database', detail: `CONVERT LEAD (${conversions.length})` };
    const statement = context.transaction.setSavepoint();
    const outcomes: LeadConversionOutcome[] = [];
    for (const conversion of conversions) {
        const savepoint = context.transaction.setSavepoint();
        const lead = saveRow(0, recordWithId(context.schema.require('Lead'), conversion.leadId));
        const converted = yield* convert(context, conversion, lead);
        const success = isGood(lead);
        if (!success) context.transaction.rollbackTo(savepoint);
        context.transaction.releaseSavepoint(savepoint);
        const ids = success ? converted : NOTHING;
        outcomes.push({
            success,
            id: conversion.leadId,
            created: false,
            errors: lead.errors,
            leadId: conversion.leadId,
            ...ids,
        });
    }
    if (allOrNone && outcomes.some(({ success }) => !success)) {
        context.transaction.rollbackTo(statement);
        context.transaction.releaseSavepoint(statement);
        return outcomes.map((outcome) =>
            outcome.success ? { ...outcome, ...NOTHING, success: false, errors: [dmlError('allOrNone', [])] } : outcome,
        );
    }
    context.transaction.releaseSavepoint(statement);
    return outcomes;
}

function* convert(context: DmlContext, conversion: LeadConversion, lead: SaveRow): Generator<Waiting, Converted, void> {
    const leadObject = context.schema.require('Lead');
    const stored = context.transaction.row(leadObject, conversion.leadId);
    const refusal = refuse(context, leadObject, stored, conversion);
    if (stored === undefined || refusal !== undefined) {
        lead.errors.push(refusal ?? dmlError('invalidCrossReference', []));
        return NOTHING;
    }
    const maker = new RecordMaker(context, leadObject, stored, conversion, lead);
    const accountId = yield* maker.account();
    if (!isGood(lead)) return NOTHING;
    const contactId = yield* maker.contact(accountId);
    if (!isGood(lead)) return NOTHING;
    const opportunityId = conversion.doNotCreateOpportunity ? null : yield* maker.opportunity(accountId);
    if (!isGood(lead)) return NOTHING;
    yield* markConverted(context, leadObject, conversion, lead, { accountId, contactId, opportunityId });
    return { accountId, contactId, opportunityId };
}

function refuse(
    context: DmlContext,
    object: ObjectSchema,
    stored: StoredRow | undefined,
    { convertedStatus }: LeadConversion,
) {
    if (stored === undefined) return dmlError('invalidCrossReference', []);
    if (stored[object.field('IsConverted')?.slot ?? -1] === true) return dmlError('alreadyConverted', []);
    const status = context.schema.require('LeadStatus');
    const [label, converted] = [status.field('MasterLabel')?.slot ?? -1, status.field('IsConverted')?.slot ?? -1];
    const known = [...context.transaction.scan(status)].some(
        (row) => row[converted] === true && row[label] === convertedStatus,
    );
    return known ? undefined : dmlError('invalidConvertedStatus', [], convertedStatus);
}

/** Makes the records of one conversion; what refuses one of them refuses the conversion. */
class RecordMaker {
    private readonly context: DmlContext;
    private readonly leadObject: ObjectSchema;
    private readonly stored: StoredRow;
    private readonly conversion: LeadConversion;
    private readonly lead: SaveRow;

    constructor(
        context: DmlContext,
        leadObject: ObjectSchema,
        stored: StoredRow,
        conversion: LeadConversion,
        lead: SaveRow,
    ) {
        this.context = context;
        this.leadObject = leadObject;
        this.stored = stored;
        this.conversion = conversion;
        this.lead = lead;
    }

    *account(): Generator<Waiting, string | null, void> {
        const company = this.value('Company');
        return yield* this.make('Account', this.conversion.accountId, { Name: company ?? this.value('Name') });
    }

    *contact(accountId: string | null): Generator<Waiting, string | null, void> {
        return yield* this.make('Contact', this.conversion.contactId, { AccountId: accountId });
    }

    *opportunity(accountId: string | null): Generator<Waiting, string | null, void> {
        const stage =
            this.context.schema.require('Opportunity').field('StageName')?.picklistValues[0]?.value ?? 'Prospecting';
        return yield* this.make('Opportunity', null, {
            Name: this.conversion.opportunityName ?? this.value('Company'),
            AccountId: accountId,
            StageName: stage,
            CloseDate: endOfQuarter(this.context.transaction.now()),
        });
    }

    /** Existing records keep what they have: only empty fields are filled. */
    private *make(
        target: ConversionTarget,
        existingId: string | null,
        values: Readonly<Record<string, StoredValue | undefined>>,
    ): Generator<Waiting, string | null, void> {
        const object = this.context.schema.require(target);
        const existing = existingId === null ? undefined : this.context.transaction.row(object, existingId);
        const record = existingId === null ? new SObject(object) : recordWithId(object, existingId);
        const mapped = LEAD_FIELD_MAPPING[target].map(([from, to]) => [to, this.value(from)] as const);
        const owner =
            existingId === null ? [['OwnerId', this.conversion.ownerId ?? this.value('OwnerId')] as const] : [];
        for (const [name, value] of [...mapped, ...owner, ...Object.entries(values)]) {
            const field = object.field(name);
            const isFilled = existing !== undefined && existing[field?.slot ?? -1] != null && !this.overwrites(name);
            if (field !== undefined && value != null && !isFilled)
                record.values[field.slot] = toApexValue(field, value);
        }
        const row = saveRow(0, record);
        yield* saveAll(this.context, existingId === null ? 'insert' : 'update', [row], true, {});
        this.lead.errors.push(...row.errors);
        return row.id;
    }

    private overwrites(name: string): boolean {
        return name === 'LeadSource' && this.conversion.overwriteLeadSource;
    }

    private value(name: string): StoredValue {
        return this.stored[this.leadObject.field(name)?.slot ?? -1];
    }
}

function* markConverted(
    context: DmlContext,
    object: ObjectSchema,
    conversion: LeadConversion,
    lead: SaveRow,
    converted: Converted,
): Generator<Waiting, void, void> {
    const values: Readonly<Record<string, StoredValue>> = {
        Status: conversion.convertedStatus,
        IsConverted: true,
        ConvertedDate: Math.floor(context.transaction.now() / 86_400_000),
        ConvertedAccountId: converted.accountId,
        ConvertedContactId: converted.contactId,
        ConvertedOpportunityId: converted.opportunityId,
        ...(conversion.ownerId !== null && { OwnerId: conversion.ownerId }),
    };
    const computed = Object.entries(values).flatMap(([name, value]) => {
        const slot = object.field(name)?.slot;
        return slot === undefined ? [] : [[slot, value] as const];
    });
    const row = { ...lead, computed };
    yield* saveAll(context, 'update', [row], true, {});
}

/** A converted lead's opportunity closes with the quarter (Salesforce Help, "Lead Conversion"). */
function endOfQuarter(now: number): number {
    const date = new Date(now);
    const nextQuarter = Math.floor(date.getUTCMonth() / 3) * 3 + 3;
    return Date.UTC(date.getUTCFullYear(), nextQuarter, 0) / 86_400_000;
}
