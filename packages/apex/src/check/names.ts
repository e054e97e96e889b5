import { findField } from '../bind/members.ts';
import type { FieldSymbol, TypeSymbol } from '../bind/symbols.ts';
import { findNamedType } from '../bind/type-resolver.ts';
import { type ApexType, type ClassType, classType, errorType, recordType, substitute } from '../bind/types.ts';
import type { Expression, FieldAccessExpression, NameExpression } from '../syntax/ast.ts';
import { type Binding, bindingOf, setConversion, setType } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { checkAny } from './expressions.ts';
import { accessRecordMember, accessRecordType } from './record-members.ts';
import { isReadable, isTypeVisible } from './visibility.ts';
import { symbolName, typeName } from './wording.ts';

/** `x`: a variable, a field of this class or of one around it, a type, or the start of a qualified name. */
export function checkName(expression: NameExpression, context: BodyContext): ApexType {
    const variable = context.lookUp(expression.name);
    if (variable !== undefined) return setType(expression, variable.type, { kind: 'local', variable });
    const field = findVisibleField(expression, context);
    if (field !== undefined) return setType(expression, field.type, { kind: 'field', field, implicit: true });
    const type = findNamedType([expression.name], context);
    if (type !== undefined) return setType(expression, type, { kind: 'type', type });
    if (context.universe.isNamespace(expression.name)) {
        return setType(expression, errorType, { kind: 'namespace', name: expression.name });
    }
    context.error(expression, `Variable does not exist: ${expression.name}`);
    return setType(expression, errorType);
}

function findVisibleField(expression: NameExpression, context: BodyContext): FieldSymbol | undefined {
    let isOuter = false;
    for (let owner: TypeSymbol | null = context.enclosing; owner !== null; owner = owner.outer) {
        const field = findField(owner, expression.name);
        if (field !== undefined && (field.static || (!isOuter && !context.isStatic))) {
            if (!isReadable(field, context)) reportInvisible(expression, field, context);
            reportTooEarly(expression, field, context);
            return field;
        }
        isOuter = true;
    }
    return undefined;
}

function reportInvisibleType(at: Expression, type: ApexType, context: BodyContext): void {
    if (!isTypeVisible(type, context)) context.error(at, `Type is not visible: ${typeName(type)}`);
}

function reportInvisible(at: Expression, field: FieldSymbol, context: BodyContext): void {
    context.error(at, `Variable is not visible: ${symbolName(field.owner)}.${field.name}`);
}

/** A field by its simple name where it cannot have a value yet; `this.x` and `Type.x` are not refused. */
function reportTooEarly(at: NameExpression, field: FieldSymbol, context: BodyContext): void {
    if (context.inConstructorCall && !field.static) {
        context.error(at, `Cannot reference instance variables in a constructor invocation: ${at.name}`);
    }
    const start = field.declarator?.start ?? field.property?.start;
    const { initializerStart } = context;
    if (initializerStart === null || start === undefined || field.owner !== context.enclosing) return;
    if (start >= initializerStart) context.error(at, `Illegal forward reference: ${at.name}`);
}

/** `a.b` */
export function checkFieldAccess(expression: FieldAccessExpression, context: BodyContext): ApexType {
    const wholeName = dottedName(expression);
    const objectType = checkAnyQuietly(expression.object, context, wholeName);
    if (objectType === null) return resolveWholeName(expression, wholeName ?? [], context);
    const binding = bindingOf(expression.object);
    if (binding?.kind === 'namespace') return accessNamespace(expression, binding.name, context);
    if (binding?.kind === 'type') return accessType(expression, binding.type, context);
    if (binding?.kind === 'labelNamespace') return accessLabel(expression, binding.namespace, context);
    if (objectType.kind === 'error') return setType(expression, errorType);
    const special = accessDescribe(expression, binding, context);
    if (special !== undefined) return special;
    return accessValue(expression, objectType, context);
}

/** A name that is no variable may still begin a qualified type: `ns.Outer.Inner`; then nothing is reported yet. */
function checkAnyQuietly(object: Expression, context: BodyContext, wholeName: string[] | null): ApexType | null {
    if (object.kind !== 'NameExpression' || wholeName === null) return checkAny(object, context);
    const isKnown =
        context.lookUp(object.name) !== undefined ||
        findFieldAnywhere(object.name, context) ||
        findNamedType([object.name], context) !== undefined ||
        context.universe.isNamespace(object.name);
    return isKnown ? checkAny(object, context) : null;
}

function findFieldAnywhere(name: string, context: BodyContext): boolean {
    for (let owner: TypeSymbol | null = context.enclosing; owner !== null; owner = owner.outer) {
        if (findField(owner, name) !== undefined) return true;
    }
    return false;
}

function resolveWholeName(expression: FieldAccessExpression, names: string[], context: BodyContext): ApexType {
    const type = findNamedType(names, context);
    if (type !== undefined) return setType(expression, type, { kind: 'type', type });
    context.error(expression, `Variable does not exist: ${names[0] ?? expression.name.text}`);
    return setType(expression, errorType);
}

function accessNamespace(expression: FieldAccessExpression, namespace: string, context: BodyContext): ApexType {
    const name = expression.name.text;
    const type = context.universe.qualifiedType(namespace, name);
    if (type !== undefined) return setType(expression, type, { kind: 'type', type });
    context.error(expression, `Variable does not exist: ${name}`);
    return setType(expression, errorType);
}

function accessType(expression: FieldAccessExpression, type: ApexType, context: BodyContext): ApexType {
    const name = expression.name.text;
    if (type.kind === 'record') {
        const found = accessRecordType(expression, type, context);
        if (found !== undefined) return found;
    }
    if (type.kind === 'class') {
        const special = accessSpecialType(expression, type, context);
        if (special !== undefined) return special;
        const field = findField(type.symbol, name);
        if (field !== undefined) return accessField(expression, field, type, true, context);
        const inner = type.symbol.innerTypes.get(name.toLowerCase());
        if (inner !== undefined) {
            const innerType = classType(inner);
            reportInvisibleType(expression, innerType, context);
            return setType(expression, innerType, { kind: 'type', type: innerType });
        }
    }
    const wholeName = dottedName(expression);
    const qualified = wholeName === null ? undefined : findNamedType(wholeName, context);
    if (qualified !== undefined) return setType(expression, qualified, { kind: 'type', type: qualified });
    context.error(expression, `Variable does not exist: ${name}`);
    return setType(expression, errorType);
}

/** `Trigger.new`, `Label.x`, `SObjectType.Account`: names that are members of no class in any table. */
function accessSpecialType(
    expression: FieldAccessExpression,
    type: ClassType,
    context: BodyContext,
): ApexType | undefined {
    const name = expression.name.text;
    const { universe, known } = context;
    switch (type.symbol.key) {
        case 'system.trigger': {
            const field = findField(type.symbol, name);
            if (field === undefined) return undefined;
            const record = context.trigger === null ? null : recordType(context.trigger);
            const lower = name.toLowerCase();
            const binding: Binding = { kind: 'triggerVariable', name: lower };
            if (record === null) return setType(expression, field.type, binding);
            if (lower === 'new' || lower === 'old') return setType(expression, known.listOf(record), binding);
            if (lower === 'newmap' || lower === 'oldmap')
                return setType(expression, known.mapOf(known.id, record), binding);
            return setType(expression, field.type, binding);
        }
        case 'system.label': {
            if (universe.schema.hasLabel(universe.namespace, name, universe.namespace)) {
                return setType(expression, known.string, { kind: 'label', namespace: universe.namespace, name });
            }
            if (universe.isNamespace(name) || name.toLowerCase() === 'c') {
                return setType(expression, errorType, { kind: 'labelNamespace', namespace: name });
            }
            return undefined;
        }
        case 'schema.sobjecttype': {
            const info = universe.schema.sobject(name, universe.namespace);
            if (info === undefined) return undefined;
            return setType(expression, universe.platformType('Schema', 'DescribeSObjectResult'), {
                kind: 'objectDescribe',
                info,
            });
        }
        default:
            return undefined;
    }
}

function accessLabel(expression: FieldAccessExpression, namespace: string, context: BodyContext): ApexType {
    const name = expression.name.text;
    const { universe } = context;
    const resolved = namespace.toLowerCase() === 'c' ? universe.namespace : namespace;
    if (!universe.schema.hasLabel(resolved, name, universe.namespace)) {
        context.error(expression, `Variable does not exist: ${name}`);
        return setType(expression, errorType);
    }
    return setType(expression, context.known.string, { kind: 'label', namespace: resolved, name });
}

/** Steps behind a describe: `.fields.Name`, `.FieldSets.Short`. */
function accessDescribe(
    expression: FieldAccessExpression,
    binding: Binding | undefined,
    context: BodyContext,
): ApexType | undefined {
    const name = expression.name.text;
    const lower = name.toLowerCase();
    const { universe } = context;
    if (binding?.kind === 'objectDescribe' || binding?.kind === 'objectToken') {
        const describe = binding.kind === 'objectDescribe';
        if (lower === 'fields') {
            return setType(expression, universe.platformType('Schema', 'SObjectTypeFields'), {
                kind: 'fieldMap',
                info: binding.info,
                describe,
            });
        }
        if (lower === 'fieldsets') {
            return setType(expression, universe.platformType('Schema', 'SObjectTypeFieldSets'), {
                kind: 'fieldSetMap',
                info: binding.info,
            });
        }
        if (!describe) return undefined;
        const field = binding.info.field(name);
        return field === undefined
            ? undefined
            : setType(expression, universe.platformType('Schema', 'DescribeFieldResult'), {
                  kind: 'fieldDescribe',
                  field,
              });
    }
    if (binding?.kind === 'fieldMap') {
        const field = binding.info.field(name);
        if (field === undefined) return undefined;
        return binding.describe
            ? setType(expression, universe.platformType('Schema', 'DescribeFieldResult'), {
                  kind: 'fieldDescribe',
                  field,
              })
            : setType(expression, universe.platformType('Schema', 'SObjectField'), { kind: 'fieldToken', field });
    }
    if (binding?.kind === 'fieldSetMap') {
        const known = binding.info.fieldSets.some((set) => set.name.toLowerCase() === lower);
        if (!known) return undefined;
        return setType(expression, universe.platformType('Schema', 'FieldSet'), {
            kind: 'fieldSet',
            info: binding.info,
            name,
        });
    }
    return undefined;
}

function accessValue(expression: FieldAccessExpression, type: ApexType, context: BodyContext): ApexType {
    const name = expression.name.text;
    const object = expression.object;
    if (type.kind === 'record') {
        const found = accessRecordMember(expression, type, context);
        if (found !== undefined) return found;
    } else if (type.kind === 'class') {
        const element = type.arguments[0];
        if (object.kind === 'SoqlExpression' && element?.kind === 'record') {
            setConversion(object, expression.safe ? 'singleRecordOrNull' : 'singleRecord');
            const found = accessRecordMember(expression, element, context);
            if (found !== undefined) return found;
        }
        const field = findField(type.symbol, name);
        if (field !== undefined) return accessField(expression, field, type, false, context);
    }
    const asType = retryAsType(expression, context);
    if (asType !== undefined) return asType;
    context.error(expression, `Variable does not exist: ${name}`);
    return setType(expression, errorType);
}

/** A variable named like a type (`account`) hides it only where the variable has the member that is asked for. */
function retryAsType(expression: FieldAccessExpression, context: BodyContext): ApexType | undefined {
    if (expression.object.kind !== 'NameExpression') return undefined;
    const type = findNamedType([expression.object.name], context);
    if (type === undefined) return undefined;
    setType(expression.object, type, { kind: 'type', type });
    return accessType(expression, type, context);
}

function accessField(
    expression: FieldAccessExpression,
    field: FieldSymbol,
    receiver: ClassType,
    throughType: boolean,
    context: BodyContext,
): ApexType {
    if (field.static && !throughType) {
        context.error(
            expression,
            `Static field cannot be referenced from a non static context: ${field.name} from the type ${symbolName(field.owner)}`,
        );
    } else if (!field.static && throughType) {
        context.error(expression, `Variable does not exist: ${field.name}`);
    }
    if (!isReadable(field, context)) reportInvisible(expression, field, context);
    const type = substitute(field.type, receiver.symbol.typeParameters, receiver.arguments);
    reportInvisibleType(expression, type, context);
    const { owner } = field;
    const ordinal = owner.kind === 'enum' ? owner.constants.indexOf(field.name.toLowerCase()) : -1;
    if (ordinal >= 0)
        return setType(expression, type, { kind: 'enumConstant', symbol: owner, ordinal, name: field.name });
    if (owner.origin === 'platform') return setType(expression, type, { kind: 'libraryField', field });
    return setType(expression, type, { kind: 'field', field, implicit: false });
}

/** The names of `a.b.c`, or null where anything else takes part. */
export function dottedName(expression: Expression): string[] | null {
    if (expression.kind === 'NameExpression') return [expression.name];
    if (expression.kind !== 'FieldAccessExpression' || expression.safe) return null;
    const before = dottedName(expression.object);
    return before === null ? null : [...before, expression.name.text];
}
