import { ApexList } from '../../collections/list.ts';
import type { TypeLibrary } from '../../library.ts';
import { requireService } from '../../services.ts';
import type { SObject } from '../../sobject/sobject.ts';
import { namedType } from '../../types-registry.ts';
import { defineDataType } from '../data-object.ts';
import { newFormulaBuilder } from '../formula-eval.ts';

const fieldError = defineDataType('System.FormulaRecalcFieldError');
const recalculation = defineDataType('System.FormulaRecalcResult');

function recalculate(records: ApexList): ApexList {
    requireService('formulas', 'Formula.recalculateFormulas').recalculate(records.items as SObject[]);
    const results = records.items.map((sobject) =>
        recalculation.create({
            sobject,
            success: true,
            errors: new ApexList(namedType('System.FormulaRecalcFieldError')),
        }),
    );
    return ApexList.of(namedType('System.FormulaRecalcResult'), results);
}

export const formulaLibraries: readonly TypeLibrary[] = [
    fieldError.library,
    recalculation.library,
    {
        type: 'System.Formula',
        statics: { 'builder()': newFormulaBuilder, 'recalculateFormulas(List<SObject>)': recalculate },
    },
];
