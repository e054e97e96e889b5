import { splitCustomName } from '../schema/names.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { Compiled, FormulaEnvironment } from './compiled.ts';
import type { StoredRow } from '../store/stored-row.ts';
import { FormulaError } from './formula-error.ts';
import { formulaTypeOf, valueReader } from './field-value.ts';
import type { NameContext } from './name-context.ts';

/** Globals that are rows of an object. */
const ROW_GLOBALS: Readonly<Record<string, string>> = {
    $user: 'User',
    $profile: 'Profile',
    $userrole: 'UserRole',
    $organization: 'Organization',
    $recordtype: 'RecordType',
};

/** `$System.OriginDateTime` (Salesforce Help, "Global Variables"). */
const ORIGIN = Date.UTC(1900, 0, 1);

/** Names that begin with `$`. @throws FormulaError for a global that does not exist or is not supported here */
export function resolveGlobal(path: string, position: number, context: NameContext): Compiled {
    const [global = '', ...names] = path.split('.');
    const object = ROW_GLOBALS[global.toLowerCase()];
    if (object !== undefined) return rowField(object, names, path, position, context);
    switch (global.toLowerCase()) {
        case '$label':
            return label(names, path, position, context);
        case '$permission':
            return permission(names, context);
        case '$setup':
            return setting(names, path, position, context);
        case '$custommetadata':
            return metadataField(names, path, position, context);
        case '$credential':
            if (context.credential === undefined) break;
            return credential(context.credential(names));
        case '$system':
            if (names[0]?.toLowerCase() === 'origindatetime') return { type: 'datetime', evaluate: () => ORIGIN };
            break;
    }
    throw new FormulaError('UNSUPPORTED', `The global ${global} is not supported: ${path}`, position);
}

function credential(value: string): Compiled {
    return { type: 'text', evaluate: () => value };
}

function rowField(
    objectName: string,
    names: readonly string[],
    path: string,
    position: number,
    context: NameContext,
): Compiled {
    const object = context.schema.require(objectName);
    const read = (
        environment: FormulaEnvironment,
        own: { object: ObjectSchema; row: StoredRow },
    ): StoredRow | undefined => {
        if (objectName !== 'RecordType') return environment.globalRow(object);
        const id = own.row[own.object.field('RecordTypeId')?.slot ?? -1];
        return typeof id === 'string' ? environment.row(object, id) : undefined;
    };
    return fieldOf(object, names[0] ?? '', path, position, context, (scope) => read(scope.environment, scope));
}

function fieldOf(
    object: ObjectSchema,
    name: string,
    path: string,
    position: number,
    { namespace, blanksAsZero }: NameContext,
    rowOf: (scope: Parameters<Compiled['evaluate']>[0]) => StoredRow | undefined,
): Compiled {
    const field = object.fieldIn(name, namespace);
    if (field === undefined)
        throw new FormulaError('UNKNOWN_NAME', `Field ${path} does not exist. Check spelling.`, position);
    const type = formulaTypeOf(field);
    const read = valueReader(field, type, blanksAsZero);
    return { type, field, own: false, evaluate: (scope) => read(rowOf(scope) ?? [], scope.environment) };
}

function label(names: readonly string[], path: string, position: number, { schema, namespace }: NameContext): Compiled {
    const [first = '', second] = names;
    const [ownNamespace, name] = second === undefined ? [namespace, first] : [first, second];
    if (schema.label(ownNamespace, name) === undefined) {
        throw new FormulaError('UNKNOWN_NAME', `Field ${path} does not exist. Check spelling.`, position);
    }
    return { type: 'text', evaluate: ({ environment }) => environment.label(ownNamespace, name) ?? null };
}

function permission(names: readonly string[], { namespace }: NameContext): Compiled {
    const written = names.join('.');
    const name = namespace === '' || written.includes('__') ? written : `${namespace}__${written}`;
    return { type: 'boolean', evaluate: ({ environment }) => environment.customPermission(name) };
}

function setting(names: readonly string[], path: string, position: number, context: NameContext): Compiled {
    const [objectName = '', field = ''] = names;
    const object = context.schema.object(objectName, context.namespace);
    if (object?.kind !== 'hierarchySetting')
        throw new FormulaError('UNKNOWN_NAME', `Field ${path} does not exist. Check spelling.`, position);
    return fieldOf(object, field, path, position, context, ({ environment }) => environment.setting(object));
}

function metadataField(names: readonly string[], path: string, position: number, context: NameContext): Compiled {
    const [objectName = '', record = '', field = ''] = names;
    const object = context.schema.object(objectName, context.namespace);
    if (object?.kind !== 'customMetadata')
        throw new FormulaError('UNKNOWN_NAME', `Field ${path} does not exist. Check spelling.`, position);
    const developerName = splitCustomName(`${record}__c`)?.base ?? record;
    return fieldOf(object, field, path, position, context, ({ environment }) =>
        environment.metadataRecord(object, developerName),
    );
}
