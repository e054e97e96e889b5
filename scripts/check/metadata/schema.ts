// The elements of every metadata type, read from the TypeScript types that Salesforce publishes as @salesforce/types.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { hashText } from '../result-cache.ts';

export interface ElementType {
    /** The name of a type or an enumeration, or `string`, `boolean`, `number`. */
    type: string;
    repeats: boolean;
    required: boolean;
    values?: readonly string[];
}

export interface MetadataSchema {
    types: Readonly<Record<string, { parents: readonly string[]; elements: Readonly<Record<string, ElementType>> }>>;
    /** String unions; null for what is any string. */
    enumerations: Readonly<Record<string, readonly string[] | null>>;
}

/** Kept in `folder` between runs, by the text of the declarations. */
export function loadSchema(folder: string | undefined): MetadataSchema {
    const path = join(dirname(fileURLToPath(import.meta.resolve('@salesforce/types/metadata'))), 'metadata.d.ts');
    const text = readFileSync(path, 'utf8');
    if (folder === undefined) return readDeclarations(text);
    const kept = join(folder, `metadata-schema-${hashText(text).slice(0, 12)}.json`);
    if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as MetadataSchema;
    const schema = readDeclarations(text);
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, JSON.stringify(schema));
    return schema;
}

function readDeclarations(text: string): MetadataSchema {
    const source = ts.createSourceFile('metadata.d.ts', text, ts.ScriptTarget.Latest);
    const types: Record<string, { parents: string[]; elements: Record<string, ElementType> }> = {};
    const enumerations: Record<string, string[] | null> = {};
    for (const statement of source.statements) {
        if (!ts.isTypeAliasDeclaration(statement)) continue;
        const { name, type } = statement;
        const values = literalsOf(type);
        if (values !== undefined) enumerations[name.text] = values;
        else if (type.kind === ts.SyntaxKind.StringKeyword) enumerations[name.text] = null;
        else types[name.text] = membersOf(ts.isIntersectionTypeNode(type) ? type.types : [type], source);
    }
    return { types, enumerations };
}

function literalsOf(type: ts.TypeNode): string[] | undefined {
    const members = ts.isUnionTypeNode(type) ? [...type.types] : [type];
    const literals = members.map((member) =>
        ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? member.literal.text : undefined,
    );
    return literals.every((literal) => literal !== undefined) ? literals : undefined;
}

function membersOf(
    parts: readonly ts.TypeNode[],
    source: ts.SourceFile,
): { parents: string[]; elements: Record<string, ElementType> } {
    const parents: string[] = [];
    const elements: Record<string, ElementType> = {};
    for (const part of parts) {
        if (ts.isTypeReferenceNode(part)) parents.push(part.typeName.getText(source));
        if (!ts.isTypeLiteralNode(part)) continue;
        for (const member of part.members) {
            if (!ts.isPropertySignature(member) || member.type === undefined) continue;
            const element = elementType(member.type, source);
            // A list without members is written as nothing at all, so no list is required.
            const required = member.questionToken === undefined && !element.repeats;
            elements[member.name.getText(source)] = { ...element, required };
        }
    }
    return { parents, elements };
}

function elementType(type: ts.TypeNode, source: ts.SourceFile): Omit<ElementType, 'required'> {
    if (ts.isArrayTypeNode(type)) return { ...elementType(type.elementType, source), repeats: true };
    const values = literalsOf(type);
    if (values !== undefined) return { type: 'enumeration', values, repeats: false };
    if (ts.isUnionTypeNode(type)) {
        const [first] = type.types.filter((member) => !/^(?:null|undefined)$/.test(member.getText(source)));
        if (first !== undefined) return elementType(first, source);
    }
    return { type: type.getText(source), repeats: false };
}

/** The elements of a type, those of the types it extends included; nothing for an unknown type. */
export function elementsOf(schema: MetadataSchema, type: string): Record<string, ElementType> | undefined {
    const declared = schema.types[type];
    if (declared === undefined) return undefined;
    const inherited = declared.parents.map((parent) => elementsOf(schema, parent) ?? {});
    return Object.assign({}, ...inherited, declared.elements) as Record<string, ElementType>;
}
