import { dateFunctions } from './dates.ts';
import type { FormulaFunction } from './definition.ts';
import { logicalFunctions } from './logical.ts';
import { mathFunctions } from './math.ts';
import { saveFunctions } from './save.ts';
import { textFunctions } from './text.ts';

/** Functions of the platform that this org does not evaluate: they are refused by name when they are deployed. */
export const UNSUPPORTED_FUNCTIONS: ReadonlySet<string> = new Set([
    'CURRENCYRATE',
    'DISTANCE',
    'FORMATDURATION',
    'GEOLOCATION',
    'GETRECORDIDS',
    'GETSESSIONID',
    'INCLUDE',
    'IMAGEPROXYURL',
    'ISCLONE',
    'JSONPATH',
    'LINKTO',
    'PARENTGROUPVAL',
    'PICKLISTCOUNT',
    'PREDICT',
    'PREVGROUPVAL',
    'RAND',
    'REQUIRESCRIPT',
    'URLFOR',
    'VLOOKUP',
]);

const functions: ReadonlyMap<string, FormulaFunction> = new Map(
    [...logicalFunctions, ...textFunctions, ...mathFunctions, ...dateFunctions, ...saveFunctions].map((definition) => [
        definition.name,
        definition,
    ]),
);

/** @param name in upper case */
export function findFunction(name: string): FormulaFunction | undefined {
    return functions.get(name);
}

/** For the list of what is supported. */
export function functionNames(): readonly string[] {
    return [...functions.keys()].sort();
}
