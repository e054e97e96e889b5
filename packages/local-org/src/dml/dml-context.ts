import type { DmlOptions, RunningUser } from '@sw-studio/apex/runtime';
import type { FormulaEvaluator } from '../formula/formula-evaluator.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { SaveRow } from './save-row.ts';
import type { TriggerOperation, TriggerRunner } from './trigger-runner.ts';

/** What DML statements of one transaction share. */
export interface DmlContext {
    readonly transaction: OrgTransaction;
    readonly schema: OrgSchema;
    readonly triggers: TriggerRunner;
    readonly formulas: FormulaEvaluator;
    readonly user: RunningUser;
    readonly organizationId: string;
    /** Address of the org in links, without a trailing slash. */
    readonly baseUrl: string;
    /** Triggers that run now, outermost first. */
    readonly triggerStack: {
        readonly object: string;
        readonly operation: TriggerOperation;
        readonly ids: readonly string[];
    }[];
    /** The object whose rows decided that this transaction writes setup objects, or that it does not. */
    mixedDml: { readonly setup: boolean; readonly object: string } | null;
    /** Code that runs in a test as another user may write both kinds. */
    readonly mixedDmlAllowed: () => boolean;
    /** Whether nothing may be written: the org is in read-only mode. */
    readonly readOnly: () => boolean;
    /** Whether an id is that of a component that has no row, such as a principal of a credential. */
    readonly isComponent: (id: string) => boolean;
}

/** Up to 200 records of one object in one statement. */
export interface SaveChunk {
    readonly context: DmlContext;
    readonly object: ObjectSchema;
    readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
    readonly rows: readonly SaveRow[];
    readonly options: DmlOptions;
}
