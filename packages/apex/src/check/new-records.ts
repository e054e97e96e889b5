import { type ApexType, type RecordType, recordType } from '../bind/types.ts';
import type { NewObjectExpression } from '../syntax/ast.ts';
import { setType } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { checkAssignable, checkExpression } from './expressions.ts';
import { apexTypeOfField } from './record-members.ts';

/** `new Account(Name = 'x')` */
export function checkNewRecord(expression: NewObjectExpression, type: RecordType, context: BodyContext): ApexType {
    for (const argument of expression.arguments) checkExpression(argument, context);
    const { info } = type;
    if (info === null) {
        context.error(expression, 'Type cannot be constructed: SObject');
        return setType(expression, type);
    }
    if (expression.arguments.length > 0) {
        context.error(expression, `Type requires name=value pair construction: ${info.name}`);
    }
    const given = new Set<string>();
    for (const { name, value } of expression.fields) {
        const lower = name.text.toLowerCase();
        if (given.has(lower)) context.error(name, `Duplicate field initialization: ${name.text}`);
        given.add(lower);
        const field = info.field(name.text);
        const lookup = field === undefined ? info.relationship(name.text) : undefined;
        if (field !== undefined) checkAssignable(value, apexTypeOfField(field, context), context);
        else if (lookup !== undefined) checkAssignable(value, parentOf(lookup.referenceTo, context), context);
        else {
            context.error(name, `Field does not exist: ${name.text} on ${info.name}`);
            checkExpression(value, context);
        }
    }
    return setType(expression, type);
}

function parentOf(referenceTo: readonly string[], context: BodyContext): ApexType {
    const { universe } = context;
    const target =
        referenceTo.length === 1 ? universe.schema.sobject(referenceTo[0] ?? '', universe.namespace) : undefined;
    return target === undefined ? universe.parseType('System.SObject') : recordType(target);
}
