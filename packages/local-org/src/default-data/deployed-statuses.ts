import type { MetadataPackage, PicklistValueMetadata } from '../metadata/model.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { SetupRows } from './setup-rows.ts';

type Meaning = (value: PicklistValueMetadata) => Readonly<Record<string, StoredValue>>;

const isSet = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

const CATEGORY_NAMES: Readonly<Record<string, string>> = { BestCase: 'Best Case', Forecast: 'Commit' };

/** Standard value sets that are setup objects as well, and what their values mean there. */
const STATUS_OBJECTS: Readonly<Record<string, readonly [object: string, meaning: Meaning]>> = {
    OpportunityStage: [
        'OpportunityStage',
        ({ meaning, active }) => ({
            DefaultProbability: Number(meaning['probability'] ?? 0),
            ForecastCategory: meaning['forecastCategory'] ?? 'Pipeline',
            ForecastCategoryName:
                CATEGORY_NAMES[meaning['forecastCategory'] ?? ''] ?? meaning['forecastCategory'] ?? 'Pipeline',
            IsActive: active,
            IsClosed: isSet(meaning['closed']),
            IsWon: isSet(meaning['won']),
        }),
    ],
    LeadStatus: ['LeadStatus', ({ meaning }) => ({ IsConverted: isSet(meaning['converted']) })],
    CaseStatus: ['CaseStatus', ({ meaning }) => ({ IsClosed: isSet(meaning['closed']) })],
    TaskStatus: ['TaskStatus', ({ meaning }) => ({ IsClosed: isSet(meaning['closed']) })],
    TaskPriority: ['TaskPriority', ({ meaning }) => ({ IsHighPriority: isSet(meaning['highPriority']) })],
};

/** Stages and statuses of the source replace those that the org came with. */
export function deployStatuses(rows: SetupRows, { standardValueSets }: MetadataPackage): void {
    for (const set of standardValueSets) {
        const [object, meaningOf] = STATUS_OBJECTS[set.name] ?? [];
        if (object === undefined || meaningOf === undefined) continue;
        set.values.forEach((value, index) => {
            const values = {
                ApiName: value.fullName,
                SortOrder: index + 1,
                IsDefault: value.default,
                ...meaningOf(value),
            };
            rows.put(object, { MasterLabel: value.fullName }, values);
        });
        rows.removeOthers(object);
    }
}
