import type { Compiled } from '../compiled.ts';
import { FormulaError } from '../formula-error.ts';
import { special, type FormulaFunction } from './definition.ts';
import { isBlank } from '../compiled.ts';

/** Functions that compare a save with what was stored before: validation rules and default values use them. */
function ownField(value: Compiled | undefined, name: string, position: number): Compiled {
    if (value?.field !== undefined && value.own === true) return value;
    throw new FormulaError(
        'WRONG_ARGUMENTS',
        `Incorrect argument type for function '${name}()': a field of the record is needed`,
        position,
    );
}

const isChanged = special('ISCHANGED', 1, 1, ([value], position) => {
    const { evaluate } = ownField(value, 'ISCHANGED', position);
    return {
        type: 'boolean',
        evaluate: (scope) => {
            if (scope.previous === null) return false;
            const [before, after] = [evaluate({ ...scope, row: scope.previous }), evaluate(scope)];
            return before !== after && !(isBlank(before) && isBlank(after));
        },
    };
});

/** Of a new record the prior value is the current one (Salesforce Help, "PRIORVALUE"). */
const priorValue = special('PRIORVALUE', 1, 1, ([value], position) => {
    const field = ownField(value, 'PRIORVALUE', position);
    return {
        ...field,
        own: false,
        evaluate: (scope) => field.evaluate({ ...scope, row: scope.previous ?? scope.row }),
    };
});

const isNew = special('ISNEW', 0, 0, () => ({ type: 'boolean', evaluate: ({ isNew: created }) => created }));

export const saveFunctions: readonly FormulaFunction[] = [isChanged, priorValue, isNew];
