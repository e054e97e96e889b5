import { ApexType } from '../apex-type.ts';
import { typeByName } from '../class-registry.ts';
import { ApexList } from '../collections/list.ts';
import { ApexMap } from '../collections/map.ts';
import { ApexSet } from '../collections/set.ts';
import { current } from '../context.ts';
import { ApexEnumConstant } from '../enums.ts';
import type { ApexException } from '../exceptions/apex-exception.ts';
import { exceptionClass } from '../exceptions/built-in.ts';
import { throwApex } from '../exceptions/throw.ts';
import { DataObject, findDataType } from '../library/data-object.ts';
import { storedFields } from '../object.ts';
import { SObjectField } from '../schema/sobject-field.ts';
import { SObjectTypeToken } from '../schema/sobject-type-token.ts';
import type { SObjectTypeInfo } from '../sobject/sobject-type.ts';
import { SObject } from '../sobject/sobject.ts';
import type { ClassDescriptor, RuntimeType } from '../types.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { BoxedDouble } from '../values/double.ts';
import { ApexTime } from '../values/time.ts';
import type { FrozenNode, FrozenState, FrozenValue } from './frozen-state.ts';

/**
 * The graph again, in the current transaction, of its program's classes. Fields that a class has lost since are dropped,
 * fields that it has gained keep their defaults.
 *
 * @throws System.SerializationException when a class or object that the state names is gone
 */
export function thaw({ root, nodes }: FrozenState): unknown {
    const thawer = new Thawer(nodes);
    thawer.fill();
    return thawer.value(root);
}

class Thawer {
    private readonly nodes: readonly FrozenNode[];
    private readonly objects: readonly object[];

    constructor(nodes: readonly FrozenNode[]) {
        this.nodes = nodes;
        this.objects = nodes.map(emptyObject);
    }

    /** Sets and maps come last and the innermost first: their elements are looked up by content, which must be there. */
    fill(): void {
        this.nodes.forEach((node, index) => this.fillPlain(node, this.objects[index] as object));
        const visited = new Set<number>();
        const visit = (index: number): void => {
            if (visited.has(index)) return;
            visited.add(index);
            const node = this.nodes[index] as FrozenNode;
            referencesOf(node).forEach(visit);
            this.fillKeyed(node, this.objects[index] as object);
        };
        this.nodes.forEach((_node, index) => visit(index));
    }

    value(frozen: FrozenValue): unknown {
        if (!Array.isArray(frozen)) return frozen;
        const [tag, first = '', second = ''] = frozen as readonly [string, ...(string | number)[]];
        if (tag === 'reference') return this.objects[Number(first)];
        return thawValue(tag, first, String(second));
    }

    private fillPlain(node: FrozenNode, object: object): void {
        if (node.kind === 'list') (object as ApexList).items.push(...node.items.map((item) => this.value(item)));
        else if (node.kind === 'record') this.fillRecord(node, object as SObject);
        else if (node.kind === 'object') this.fillFields(node.fields, object);
        else if (node.kind === 'exception') {
            const exception = object as ApexException;
            exception.message = node.message;
            exception.cause = this.value(node.cause) as ApexException | null;
            this.fillFields(node.fields, object);
        }
    }

    private fillKeyed(node: FrozenNode, object: object): void {
        if (node.kind === 'set') for (const item of node.items) (object as ApexSet).add(this.value(item));
        if (node.kind === 'map') {
            for (const [key, value] of node.entries) (object as ApexMap).put(this.value(key), this.value(value));
        }
    }

    private fillFields(fields: readonly (readonly [string, FrozenValue])[], object: object): void {
        if (object instanceof DataObject) {
            for (const [name, value] of fields) object.data.set(name, this.value(value));
            return;
        }
        const descriptors = new Map(storedFields((object as ApexException).$type).map((field) => [field.name, field]));
        for (const [name, frozen] of fields) {
            const value = this.value(frozen);
            // a stored field of static type Double holds the bare number
            descriptors
                .get(name)
                ?.set?.(
                    object,
                    value instanceof BoxedDouble && isDouble(descriptors.get(name)?.type) ? value.value : value,
                );
        }
    }

    private fillRecord(node: Extract<FrozenNode, { kind: 'record' }>, record: SObject): void {
        const entries = (pairs: readonly (readonly [string, FrozenValue])[]): Map<string, unknown> | null =>
            pairs.length === 0 ? null : new Map(pairs.map(([name, value]) => [name, this.value(value)]));
        for (const [name, value] of node.fields) {
            const field = record.type.field(name);
            if (field !== undefined) record.values[field.slot] = this.value(value);
        }
        record.queried = node.queried;
        record.aliases = entries(node.aliases);
        record.parents = entries(node.parents) as Map<string, SObject | null> | null;
        record.children = entries(node.children);
    }
}

/** Indexes of the nodes that a node holds. */
function referencesOf(node: FrozenNode): number[] {
    const values = (pairs: readonly (readonly [string, FrozenValue])[]): FrozenValue[] =>
        pairs.map(([, value]) => value);
    const held = (): readonly FrozenValue[] => {
        switch (node.kind) {
            case 'list':
            case 'set':
                return node.items;
            case 'map':
                return node.entries.flat();
            case 'record':
                return [...values(node.aliases), ...values(node.parents), ...values(node.children)];
            case 'object':
                return values(node.fields);
            case 'exception':
                return [node.cause, ...values(node.fields)];
        }
    };
    return held().flatMap((value) => (Array.isArray(value) && value[0] === 'reference' ? [Number(value[1])] : []));
}

function isDouble(type: RuntimeType | undefined): boolean {
    return type?.kind === 'primitive' && type.name === 'Double';
}

function emptyObject(node: FrozenNode): object {
    switch (node.kind) {
        case 'list':
            return new ApexList(typeNamed(node.type));
        case 'set':
            return new ApexSet(typeNamed(node.type));
        case 'map':
            return new ApexMap(typeNamed(node.keyType), typeNamed(node.valueType));
        case 'record':
            return new SObject(objectNamed(node.type));
        case 'exception':
            return emptyException(node.type);
        case 'object':
            return findDataType(node.type)?.create() ?? allocate(node.type);
    }
}

function emptyException(name: string): object {
    return name.startsWith('System.') ? new (exceptionClass(name))() : allocate(name);
}

function allocate(name: string): object {
    const object = (typeNamed(name) as Partial<ClassDescriptor>).allocate?.();
    return object ?? throwApex('System.SerializationException', `Type cannot be restored: ${name}`);
}

function typeNamed(name: string): RuntimeType {
    return typeByName(null, name) ?? throwApex('System.SerializationException', `Type no longer exists: ${name}`);
}

function objectNamed(name: string): SObjectTypeInfo {
    const { schema, namespace } = current.transaction;
    const info = schema.sobject(name, namespace);
    return info ?? throwApex('System.SerializationException', `Object no longer exists: ${name}`);
}

function thawValue(tag: string, first: string | number, second: string): unknown {
    switch (tag) {
        case 'long':
            return BigInt(first);
        case 'double':
            return new BoxedDouble(Number(first));
        case 'decimal':
            return Decimal.literal(String(first));
        case 'date':
            return new ApexDate(Number(first));
        case 'datetime':
            return new ApexDatetime(Number(first));
        case 'time':
            return new ApexTime(Number(first));
        case 'blob':
            return new ApexBlob(Buffer.from(String(first), 'base64'));
        case 'enum':
            return constantNamed(String(first), second);
        case 'type':
            return ApexType.of(typeNamed(String(first)));
        case 'object token':
            return SObjectTypeToken.of(objectNamed(String(first)));
        default:
            return fieldTokenNamed(String(first), second);
    }
}

function constantNamed(type: string, name: string): unknown {
    const { constants = [] } = typeNamed(type) as Partial<ClassDescriptor>;
    const found = constants.find((each) => each instanceof ApexEnumConstant && each.name === name);
    return found ?? throwApex('System.SerializationException', `Constant no longer exists: ${type}.${name}`);
}

function fieldTokenNamed(object: string, name: string): SObjectField {
    const field = objectNamed(object).field(name);
    return field === undefined
        ? throwApex('System.SerializationException', `Field no longer exists: ${object}.${name}`)
        : SObjectField.of(field);
}
