import { findPlatformType, platformNamespaces, type PlatformType, typesOf } from '@sw-studio/apex/platform';

/**
 * The platform's types as Apex source, by "namespace/name" in lower case: what Salesforce's compiler is given in place
 * of an org. Bodies do not matter (such files are not validated); parameter names are invented, so that none is reserved.
 *
 * `Database.Batchable` comes without its two `start` methods, of which a class has one.
 *
 * What comes out of this says nothing about the platform's signatures, which are our own tables: for those ask apex-ls.
 */
export function platformDeclarations(objectNames: readonly string[]): Record<string, Declaration> {
    const declarations: Record<string, Declaration> = {};
    for (const namespace of platformNamespaces()) {
        const types = typesOf(namespace);
        for (const type of types) {
            if (type.outer !== undefined || BUILT_IN.has(`${namespace}.${type.name}`)) continue;
            declarations[`${namespace}/${type.name}`.toLowerCase()] = { namespace, text: declare(type, types) };
        }
    }
    adjust(declarations, 'database/batchable', (text) => text.replaceAll(/\S+ start\([^)]*\);/g, ''));
    adjust(declarations, 'schema/sobjecttype', (text) => withDescribes(text, objectNames));
    const methods = declarations['system/database'];
    if (methods !== undefined) {
        const text = methods.text.replace('class Database {', 'class DatabaseMethods {');
        declarations['system/databasemethods'] = {
            namespace: 'System',
            text: text.replace('Database(', 'DatabaseMethods('),
        };
    }
    return declarations;
}

interface Declaration {
    readonly namespace: string;
    readonly text: string;
}

function adjust(declarations: Record<string, Declaration>, name: string, change: (text: string) => string): void {
    const declaration = declarations[name];
    if (declaration !== undefined) declarations[name] = { ...declaration, text: change(declaration.text) };
}

/** `Schema.SObjectType.Account` */
function withDescribes(text: string, objectNames: readonly string[]): string {
    const fields = objectNames.map((name) => `global static DescribeSObjectResult ${name};`);
    return text.replace(/\}\s*$/, `${fields.join(' ')} }`);
}

/** Types that the compiler has itself; a declaration of the same name would clash. */
const BUILT_IN = new Set(
    (
        'String Integer Long Double Decimal Boolean Id Object List Set Map Date Datetime Time Blob SObject Exception ' +
        'Trigger Label'
    )
        .split(' ')
        .map((name) => `System.${name}`),
);

/** Keywords that name methods of Database: the parser takes no such declaration, SalesforceCompiler.java renames them. */
const DML = new Set(['insert', 'update', 'upsert', 'delete', 'undelete', 'merge']);

const EXCEPTION = 'System.Exception';

function declare(type: PlatformType, siblings: readonly PlatformType[]): string {
    const simpleName = type.name.slice(type.name.lastIndexOf('.') + 1);
    const inner = siblings.filter(({ outer }) => outer === type.name).map((each) => declare(each, siblings));
    if (type.kind === 'enum') return `global enum ${simpleName} { ${type.enumConstants.join(', ')} }`;
    const parameters = type.typeParameters.length === 0 ? '' : `<${type.typeParameters.join(', ')}>`;
    const header = `global ${heritage(type)}`.replace('@', `${simpleName}${parameters}`);
    return `${header} { ${[...members(type, simpleName), ...inner].join(' ')} }`;
}

function heritage(type: PlatformType): string {
    const interfaces = type.interfaces.map(spell).join(', ');
    if (type.kind === 'interface') return `interface @${interfaces === '' ? '' : ` extends ${interfaces}`}`;
    const openness = type.abstract ? 'abstract ' : type.virtual ? 'virtual ' : '';
    const superclass = type.superclass === undefined ? '' : ` extends ${spell(type.superclass)}`;
    return `${openness}class @${superclass}${interfaces === '' ? '' : ` implements ${interfaces}`}`;
}

function* members(type: PlatformType, simpleName: string): Generator<string> {
    for (const field of type.fields) yield `global ${field.static ? 'static ' : ''}${spell(field.type)} ${field.name};`;
    if (type.kind === 'class' && type.superclass !== EXCEPTION) {
        for (const { parameters } of type.constructors) yield `global ${simpleName}(${list(parameters)}) { }`;
        if (type.constructors.length === 0 && !type.virtual) yield `private ${simpleName}(Integer nobody) { }`;
    }
    for (const method of type.superclass === EXCEPTION ? [...dmlDetails(), ...type.methods] : type.methods) {
        const name = DML.has(method.name) ? `dml${method.name}` : method.name;
        const signature = `${spell(method.returns)} ${name}(${list(method.parameters)})`;
        if (type.kind === 'interface') yield `${signature};`;
        else yield `global ${method.static ? 'static ' : type.virtual ? 'virtual ' : ''}${signature} { }`;
    }
}

/** The tables have these on Exception itself, the compiler's own Exception does not. */
function dmlDetails(): PlatformType['methods'] {
    return (findPlatformType('System', 'Exception')?.methods ?? []).filter(({ name }) => /Dml/.test(name));
}

function list(parameters: readonly { type: string }[]): string {
    return parameters.map(({ type }, index) => `${spell(type)} p${index}`).join(', ');
}

/** Names of the language stand alone: `System.List<...>` is no type for the compiler's parser. */
function spell(type: string): string {
    return type.replace(/\bSystem\.(\w+)\b/g, (qualified, name: string) =>
        BUILT_IN.has(qualified) ? name : qualified,
    );
}
