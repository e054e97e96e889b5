import { familyOf } from '../check/families.ts';
import { toStoredId } from '../check/ids.ts';
import type { ResolvedValue } from '../check/resolved.ts';
import { queryError } from '../diagnostics/diagnostic.ts';
import type { BindKind } from '../environment.ts';
import type { SoqlFieldType } from '../schema.ts';
import type { StoredValue } from '../source.ts';
import { millisecondsPerDay } from './calendar.ts';
import type { Execution } from './execution.ts';
import { TimeZone } from './time-zone.ts';

/**
 * What a comparison compares with, once the execution has given binds and date literals their values: one value is a
 * period of that value alone. `end` is exclusive and there for periods only.
 */
export interface Operand {
    readonly value: StoredValue;
    readonly end?: number;
}

/** The operands of a comparison with an expression of the type: a single one, or a list's. */
export function operandsOf(value: ResolvedValue, type: SoqlFieldType, execution: Execution): Operand[] {
    switch (value.kind) {
        case 'constant':
            return [value];
        case 'period':
            return [periodOperand(value.name, value.count, type, execution)];
        case 'list':
            return value.items.flatMap((item) => operandsOf(item, type, execution));
        case 'bind': {
            const { kind, value: bound } = execution.bind(value.expression);
            const values = Array.isArray(bound) ? (bound as readonly StoredValue[]) : [bound as StoredValue];
            return values.map((one) => ({ value: storedForm(one, kind, type) }));
        }
        case 'semijoin':
            throw new Error('a semi-join is run by its own comparison');
    }
}

function periodOperand(name: string, count: number, type: SoqlFieldType, execution: Execution): Operand {
    const { environment } = execution;
    const { start, end, untilNow } = execution.period(name, count);
    if (familyOf(type) === 'date') return { value: start, end };
    const zone = TimeZone.of(environment.timeZone);
    const nextSecond = Math.floor(environment.now() / 1000) * 1000 + 1000;
    return { value: zone.startOfDay(start), end: untilNow ? nextSecond : zone.startOfDay(end) };
}

/** Empty text and empty ids are null, as literals of them are. */
function storedForm(value: StoredValue, kind: BindKind, type: SoqlFieldType): StoredValue {
    const family = familyOf(type);
    if (value == null || value === '') return family === 'boolean' ? false : null;
    switch (family) {
        case 'id': {
            const id = typeof value === 'string' ? toStoredId(value) : undefined;
            if (id === undefined) throw queryError('invalidId', String(value));
            return id;
        }
        case 'date':
            return kind === 'datetime'
                ? Math.floor(Number(value) / millisecondsPerDay)
                : expect(value, 'number', kind, type);
        case 'datetime':
            return kind === 'date' ? Number(value) * millisecondsPerDay : expect(value, 'number', kind, type);
        case 'number':
        case 'time':
            return expect(value, 'number', kind, type);
        case 'boolean':
            return expect(value, 'boolean', kind, type);
        default:
            return expect(value, 'string', kind, type);
    }
}

function expect(
    value: StoredValue,
    wanted: 'number' | 'boolean' | 'string',
    kind: BindKind,
    type: SoqlFieldType,
): StoredValue {
    if (typeof value !== wanted) throw queryError('bindType', kind, type);
    return value;
}
