import { defineBuiltIn } from '../built-in-type.ts';
import type { TypeLibrary } from '../library.ts';
import { findPlatformType, type PlatformType } from '../../platform/index.ts';

/**
 * Objects of library types that only carry data (results, options, messages). Their members are those that the platform
 * table lists: variables, and `getX`, `isX` and `setX` over them; behaviour beyond that is added by hand where it exists.
 */
export class DataObject {
    /** By member name in lower case; absent is null. */
    readonly data = new Map<string, unknown>();

    get(name: string): unknown {
        return this.data.get(name.toLowerCase()) ?? null;
    }

    set(name: string, value: unknown): void {
        this.data.set(name.toLowerCase(), value);
    }
}

export interface DataType {
    readonly library: TypeLibrary;
    /** Members in the spelling of the Apex reference, with a small first letter: the names that JSON uses. */
    readonly memberNames: readonly string[];
    /** Types of the members in Apex notation, by name in lower case. */
    readonly memberTypes: ReadonlyMap<string, string>;
    create(values?: Readonly<Record<string, unknown>>): DataObject;
    /** Whether the value is an object of this type. */
    is(value: unknown): value is DataObject;
}

type Members = Pick<TypeLibrary, 'constructors' | 'statics' | 'methods' | 'fields' | 'partly'>;

interface DataTypeOptions extends Members {
    readonly defaults?: Readonly<Record<string, unknown>>;
}

const dataTypes = new Map<string, DataType>();
const classes = new Map<string, typeof DataObject>();

/** @param name qualified, as the platform tables spell it; a superclass must be defined before its subclasses */
export function defineDataType(name: string, options: DataTypeOptions = {}): DataType {
    const platform = platformType(name);
    const { defaults = {}, ...members } = options;
    const Base = classes.get(platform.superclass?.toLowerCase() ?? '') ?? DataObject;
    const DataClass = class extends Base {};
    classes.set(name.toLowerCase(), DataClass);
    defineBuiltIn(name, DataClass);
    const accessors = accessorsOf(platform);
    const declared = membersOf(platform);
    const create = (values: Readonly<Record<string, unknown>> = {}): DataObject => {
        const object = new DataClass();
        for (const [member, value] of Object.entries({ ...defaults, ...values })) object.set(member, value);
        return object;
    };
    const canConstruct = platform.constructors.some((constructor) => constructor.parameters.length === 0);
    const type: DataType = {
        memberNames: [...declared.values()].map(({ name: member }) => member.charAt(0).toLowerCase() + member.slice(1)),
        memberTypes: new Map([...declared].map(([key, member]) => [key, member.type])),
        create,
        is: (value): value is DataObject => value instanceof DataClass,
        library: {
            type: name,
            ...members,
            constructors: { ...(canConstruct && { 'new()': () => create() }), ...members.constructors },
            methods: { ...accessors.methods, ...members.methods },
            fields: { ...accessors.fields, ...members.fields },
        },
    };
    dataTypes.set(name.toLowerCase(), type);
    return type;
}

/** @param name qualified, in any case */
export function findDataType(name: string): DataType | undefined {
    return dataTypes.get(name.toLowerCase());
}

function platformType(name: string): PlatformType {
    const dot = name.indexOf('.');
    const type = findPlatformType(name.slice(0, dot), name.slice(dot + 1));
    if (type === undefined) throw new Error(`The platform has no type ${name}`);
    return type;
}

const ACCESSOR = /^(?:get|is|set)(?=[A-Z])/;

function accessorsOf(type: PlatformType): Required<Pick<TypeLibrary, 'methods' | 'fields'>> {
    const fields: Record<string, { get(self: DataObject): unknown; set?(self: DataObject, value: unknown): void }> = {};
    for (const { name, static: isStatic, readonly } of type.fields) {
        if (isStatic) continue;
        fields[name] = {
            get: (self) => self.get(name),
            ...(!readonly && { set: (self: DataObject, value: unknown) => self.set(name, value) }),
        };
    }
    const methods: Record<string, (self: DataObject, value?: unknown) => unknown> = {};
    for (const method of type.methods) {
        const accessor = ACCESSOR.exec(method.name);
        if (method.static || accessor === null) continue;
        const member = method.name.slice(accessor[0].length);
        const writes = accessor[0] === 'set';
        if (method.parameters.length !== (writes ? 1 : 0)) continue;
        const parameters = method.parameters.map((parameter) => parameter.type.replaceAll(/\bSystem\.|\s/g, ''));
        methods[`${method.name}(${parameters.join(',')})`] = writes
            ? (self, value) => self.set(member, value)
            : (self) => self.get(member);
    }
    return { methods, fields: fields };
}

function membersOf(type: PlatformType): ReadonlyMap<string, { readonly name: string; readonly type: string }> {
    const members = new Map<string, { name: string; type: string }>();
    for (const field of type.fields) if (!field.static) members.set(field.name.toLowerCase(), field);
    for (const method of type.methods) {
        const accessor = ACCESSOR.exec(method.name);
        if (method.static || accessor === null || method.parameters.length > 1) continue;
        const name = method.name.slice(accessor[0].length);
        const memberType = accessor[0] === 'set' ? method.parameters[0]?.type : method.returns;
        if (memberType !== undefined && !members.has(name.toLowerCase())) {
            members.set(name.toLowerCase(), { name, type: memberType });
        }
    }
    return members;
}
