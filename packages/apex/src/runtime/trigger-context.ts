import type { ApexList } from './collections/list.ts';
import type { ApexMap } from './collections/map.ts';
import type { ApexEnumConstant } from './enums.ts';

/** The `Trigger` variables of one trigger invocation, by lower-case name. */
export interface TriggerContext {
    readonly new: ApexList | null;
    readonly old: ApexList | null;
    readonly newmap: ApexMap | null;
    readonly oldmap: ApexMap | null;
    readonly isinsert: boolean;
    readonly isupdate: boolean;
    readonly isdelete: boolean;
    readonly isundelete: boolean;
    readonly isbefore: boolean;
    readonly isafter: boolean;
    readonly isexecuting: boolean;
    readonly size: number;
    readonly operationtype: ApexEnumConstant | null;
}

/** A transaction offers the innermost running trigger under this service name. */
export const TRIGGER = 'trigger';

export interface TriggerHolder {
    current: TriggerContext | null;
}
