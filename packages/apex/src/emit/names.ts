import type { FieldSymbol } from '../bind/symbols.ts';
import { bindingOf, typeOf } from '../check/annotations.ts';
import type { Expression, FieldAccessExpression, NameExpression } from '../syntax/ast.ts';
import { emitObject } from './expressions.ts';
import { platformName, type UnitEmitter } from './unit-emitter.ts';

export function emitName(expression: NameExpression, emitter: UnitEmitter): string {
    const binding = bindingOf(expression);
    if (binding?.kind === 'local') return binding.variable.emittedName;
    if (binding?.kind === 'field') return readField(binding.field, 'this', emitter);
    if (binding?.kind === 'enumConstant') return enumConstant(binding, emitter);
    throw new Error(`A name was emitted that was never bound: ${expression.name}`);
}

/** `instance` is the JavaScript of the object for instance fields. */
export function readField(field: FieldSymbol, instance: string, emitter: UnitEmitter): string {
    if (isCalled(field, emitter)) {
        const suffix = emitter.shape === 'generator' ? '$$' : '';
        const owner = field.static ? emitter.classReference(field.owner) : instance;
        return emitter.call(`${owner}.get$${field.name.toLowerCase()}${suffix}()`);
    }
    return fieldPlace(field, instance, emitter);
}

/** Where the value is stored: also what an assignment writes to. */
export function fieldPlace(field: FieldSymbol, instance: string, emitter: UnitEmitter): string {
    return field.static ? `${staticsOf(field, emitter)}.${field.slot}` : `${instance}.${field.slot}`;
}

function staticsOf(field: FieldSymbol, emitter: UnitEmitter): string {
    const suffix = emitter.shape === 'generator' ? '$$' : '';
    return emitter.call(`${emitter.classReference(field.owner)}.$statics${suffix}()`);
}

/** Computed properties are read and written by calls, except inside their own accessors. */
export function isCalled(field: FieldSymbol, emitter: UnitEmitter): boolean {
    return field.computed && emitter.accessor !== field;
}

function enumConstant(
    binding: { symbol: FieldSymbol['owner']; ordinal: number; name: string },
    emitter: UnitEmitter,
): string {
    const { symbol } = binding;
    if (symbol.origin === 'platform') {
        return emitter.hoistLinked(
            'e',
            `$.platformEnumConstant(${JSON.stringify(platformName(symbol))}, ${JSON.stringify(binding.name)})`,
        );
    }
    return emitter.hoistLinked('e', `$.enumConstant(${JSON.stringify(symbol.key)}, ${binding.ordinal})`);
}

export function emitFieldAccess(expression: FieldAccessExpression, emitter: UnitEmitter): string {
    const binding = bindingOf(expression);
    const { object, safe } = expression;
    switch (binding?.kind) {
        case 'field': {
            const { field } = binding;
            return readField(field, field.static ? '' : emitObject(object, emitter, safe), emitter);
        }
        case 'libraryField':
            return readLibraryField(expression, binding.field, emitter);
        case 'enumConstant':
            return enumConstant(binding, emitter);
        case 'recordField':
            return readRecordField(object, binding.field, emitter, safe);
        case 'recordParent':
            return throughParent(
                object,
                emitter,
                safe,
                (record) => `$.getParent(${record}, ${quote(binding.lookup.relationshipName ?? '')})`,
            );
        case 'recordChildren':
            return `$.getChildren(${emitObject(object, emitter, safe)}, ${quote(binding.relationship.relationshipName ?? '')})`;
        case 'objectToken':
            return emitter.hoistLinked('o', `$.objectToken(${quote(binding.info.name)})`);
        case 'fieldToken':
            return fieldToken(binding.field, emitter);
        case 'objectDescribe':
            return `$.describeObject(${emitter.sobjectReference(binding.info)})`;
        case 'fieldDescribe':
            return `$.describeField(${fieldToken(binding.field, emitter)})`;
        case 'fieldMap':
            return `$.fieldMap(${emitter.sobjectReference(binding.info)})`;
        case 'fieldSetMap':
            return `$.fieldSetMap(${emitter.sobjectReference(binding.info)})`;
        case 'fieldSet':
            return `$.fieldSet(${emitter.sobjectReference(binding.info)}, ${quote(binding.name)})`;
        case 'label':
            return `$.label(${quote(binding.namespace)}, ${quote(binding.name)})`;
        case 'triggerVariable':
            return `$.triggerVariable(${quote(binding.name)})`;
        default:
            throw new Error(`A field access was emitted that was never bound: ${expression.name.text}`);
    }
}

function fieldToken(field: { object: { name: string }; name: string }, emitter: UnitEmitter): string {
    return emitter.hoistLinked('o', `$.fieldToken(${quote(field.object.name)}, ${quote(field.name)})`);
}

/** A lookup to several objects has the static type Name, so the slot is only known from the record itself. */
export function isPolymorphic(object: Expression): boolean {
    const type = typeOf(object);
    return type.kind === 'record' && type.info?.name === 'Name';
}

function readRecordField(
    object: Expression,
    field: { slot: number; name: string; type: string },
    emitter: UnitEmitter,
    safe: boolean,
): string {
    return throughParent(object, emitter, safe, (record) =>
        isPolymorphic(object)
            ? `$.getDynamic(${record}, ${quote(field.name)})`
            : `$.getField(${record}, ${field.slot})`,
    );
}

/** `record.Parent__r.Field` read as a value is null where the parent is null; any other record must not be null. */
function throughParent(
    object: Expression,
    emitter: UnitEmitter,
    safe: boolean,
    read: (record: string) => string,
): string {
    const record = emitObject(object, emitter, safe);
    if (safe || bindingOf(object)?.kind !== 'recordParent') return read(record);
    const parent = emitter.temporary();
    return `((${parent} = ${record}) === null ? null : ${read(parent)})`;
}

function readLibraryField(expression: FieldAccessExpression, field: FieldSymbol, emitter: UnitEmitter): string {
    const typeName = platformName(field.owner);
    if (field.static) return `${emitter.library('staticFields', typeName, field.name, expression).name}()`;
    const { name } = emitter.library('fields', typeName, field.name, expression);
    return `${name}.get(${emitObject(expression.object, emitter, expression.safe)})`;
}

function quote(text: string): string {
    return JSON.stringify(text);
}
