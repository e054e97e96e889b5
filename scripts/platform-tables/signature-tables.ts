import { apexType, memberName, packageOf, platformName } from './apex-notation.ts';
import type { ReflectedMethod, ReflectedParameter, ReflectedType } from './reflected-type.ts';

/** One type of a signature table; members are signatures in Apex notation, empty lists are left out. */
export interface TypeRow {
    kind?: 'interface' | 'enum';
    abstract?: true;
    generic?: readonly string[];
    extends?: string;
    implements?: readonly string[];
    constants?: readonly string[];
    fields?: readonly string[];
    constructors?: readonly string[];
    methods?: readonly string[];
}

/** Not part of what Apex code can name: markers of the jars, and the sObject types, which are tables of their own. */
const NOT_APEX = new Set(['Internal', 'SObjectStubs', 'SObjects']);

/** Signature tables by namespace, in the spelling of the Apex reference; types sorted by name. */
export function signatureTables(types: readonly ReflectedType[]): Map<string, Record<string, TypeRow>> {
    const tables = new Map<string, Record<string, TypeRow>>();
    const library = types.filter((type) => !NOT_APEX.has(packageOf(type.name)));
    for (const type of library.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const { namespace, name } = platformName(type.name);
        const table = tables.get(namespace) ?? {};
        table[name] = typeRow(type);
        tables.set(namespace, table);
    }
    return tables;
}

function typeRow(type: ReflectedType): TypeRow {
    const row: TypeRow = {};
    if (type.kind !== 'class') row.kind = type.kind;
    if (type.abstract && type.kind === 'class') row.abstract = true;
    if (type.typeParameters.length > 0) row.generic = type.typeParameters;
    if (type.superclass !== null && !type.superclass.startsWith('java.lang.')) row.extends = apexType(type.superclass);
    if (type.interfaces.length > 0) row.implements = type.interfaces.map(apexType);

    const constants = type.fields.filter((field) => field.enumConstant).map((field) => memberName(field.name));
    const fields = type.fields
        .filter((field) => !field.enumConstant)
        .map((field) => `${field.static ? 'static ' : ''}${apexType(field.type)} ${memberName(field.name)}`);
    if (constants.length > 0) row.constants = constants;
    if (fields.length > 0) row.fields = fields;
    if (type.kind === 'enum') return row; // name(), ordinal(), values(), valueOf() are the same for all enums

    const constructors = type.constructors.map(({ parameters }) => parameterList(parameters)).toSorted();
    const methods = type.methods.map(methodSignature).toSorted();
    if (constructors.length > 0 && type.kind === 'class') row.constructors = constructors;
    if (methods.length > 0) row.methods = [...new Set(methods)];
    return row;
}

function methodSignature(method: ReflectedMethod): string {
    const modifier = method.static ? 'static ' : '';
    return `${modifier}${apexType(method.returns)} ${memberName(method.name)}${parameterList(method.parameters)}`;
}

/** `(String text, Integer)`: names that the jar makes up (`param1`, `arg0`) are left out. */
function parameterList(parameters: readonly ReflectedParameter[]): string {
    const list = parameters.map(({ name, type }) =>
        name === null || /^(param|arg|p)\d+$/.test(name) ? apexType(type) : `${apexType(type)} ${memberName(name)}`,
    );
    return `(${list.join(', ')})`;
}
