import type { Bind, ComparisonOperator, Literal } from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import { acceptsBind, acceptsLiteral, criterionType, familyOf, isQuoted } from './families.ts';
import type { Family } from './families.ts';
import { toStoredId } from './ids.ts';
import { describe } from './resolve-expression.ts';
import type { ResolvedExpression, ResolvedValue } from './resolved.ts';

/**
 * A literal or bind in the stored form of what it is compared with; undefined when it was reported. The platform points
 * at the field, not at the value.
 */
export function resolveValue(
    value: Literal | Bind,
    left: ResolvedExpression,
    operator: ComparisonOperator,
    analysis: Analysis,
): ResolvedValue | undefined {
    if (value.kind === 'bind') return resolveBind(value, left, operator, analysis);
    const family = familyOf(left.type);
    if (!acceptsLiteral(family, value.kind)) {
        const sentence = isQuoted(family) ? 'quoteNeeded' : 'quoteForbidden';
        return analysis.report(left.span, sentence, describe(left), criterionType(left.type));
    }
    switch (value.kind) {
        case 'null':
            return { kind: 'constant', value: family === 'boolean' ? false : null };
        case 'dateLiteral':
            return { kind: 'period', name: value.name, count: value.count };
        case 'string':
            return resolveText(value, family, left, operator, analysis);
        case 'number':
            if (left.type === 'int' && !value.integer && left.kind === 'field') {
                return analysis.report(left.span, 'quoteForbidden', describe(left), criterionType(left.type));
            }
            return { kind: 'constant', value: value.value };
        default:
            return { kind: 'constant', value: value.value };
    }
}

/** Empty text is null on the platform, for ids too. */
function resolveText(
    literal: Literal & { kind: 'string' },
    family: Family,
    left: ResolvedExpression,
    operator: ComparisonOperator,
    analysis: Analysis,
): ResolvedValue | undefined {
    if (operator === 'LIKE') return { kind: 'constant', value: literal.pattern };
    if (literal.value === '') return { kind: 'constant', value: null };
    if (family !== 'id') return { kind: 'constant', value: literal.value };
    const id = toStoredId(literal.value);
    return id === undefined ? analysis.report(left.span, 'invalidId', literal.value) : { kind: 'constant', value: id };
}

function resolveBind(
    bind: Bind,
    left: ResolvedExpression,
    operator: ComparisonOperator,
    analysis: Analysis,
): ResolvedValue | undefined {
    const type = analysis.bindType(bind.expression);
    if (type === undefined) return { kind: 'bind', expression: bind.expression };
    if (!acceptsBind(familyOf(left.type), type.kind)) {
        return analysis.report(bind, 'bindType', type.typeName, columnType(left));
    }
    const isOrder = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
    if (type.collection && isOrder) return analysis.report(bind, 'bindType', type.typeName, columnType(left));
    return { kind: 'bind', expression: bind.expression };
}

/** The Apex type of a column, as the compiler prints it. */
function columnType(left: ResolvedExpression): string {
    switch (familyOf(left.type)) {
        case 'text':
        case 'multipicklist':
            return 'String';
        case 'id':
            return 'Id';
        case 'number':
            return left.type === 'int' ? 'Integer' : 'Decimal';
        case 'boolean':
            return 'Boolean';
        case 'date':
            return 'Date';
        case 'datetime':
            return 'Datetime';
        case 'time':
            return 'Time';
        case 'none':
            return left.type;
    }
}
