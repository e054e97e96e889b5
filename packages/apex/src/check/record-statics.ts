import type { MethodCandidate } from '../bind/members.ts';
import { librarySignature } from '../bind/platform-symbols.ts';
import type { MethodSymbol } from '../bind/symbols.ts';
import { type ApexType, displayType, type RecordType } from '../bind/types.ts';
import { mangleMethod } from '../runtime/mangle.ts';
import type { BodyContext } from './context.ts';

/**
 * Static methods of custom settings and custom metadata types (Apex Reference, "Custom Settings Methods", "Custom
 * Metadata Type Methods"). They are members of the object's own class on the platform, so no table has them.
 */
export function findRecordStatic(type: RecordType, name: string, context: BodyContext): MethodCandidate[] {
    const { known } = context;
    const kind = type.info?.kind;
    const lower = name.toLowerCase();
    const all = known.mapOf(known.string, type);
    const make = (spelling: string, parameters: readonly ApexType[], returns: ApexType): MethodCandidate =>
        candidate(context, spelling, parameters, returns);
    if (lower === 'getsobjecttype')
        return [make('getSObjectType', [], context.universe.platformType('Schema', 'SObjectType'))];
    if (kind === 'hierarchySetting') {
        if (lower === 'getinstance') return [make('getInstance', [], type), make('getInstance', [known.id], type)];
        if (lower === 'getvalues') return [make('getValues', [known.id], type)];
        if (lower === 'getorgdefaults') return [make('getOrgDefaults', [], type)];
    }
    if (kind === 'listSetting') {
        if (lower === 'getinstance') return [make('getInstance', [known.string], type)];
        if (lower === 'getvalues') return [make('getValues', [known.string], type)];
        if (lower === 'getall') return [make('getAll', [], all)];
    }
    if (kind === 'customMetadata') {
        if (lower === 'getinstance') return [make('getInstance', [known.string], type)];
        if (lower === 'getall') return [make('getAll', [], all)];
    }
    return [];
}

function candidate(
    context: BodyContext,
    name: string,
    parameterTypes: readonly ApexType[],
    returnType: ApexType,
): MethodCandidate {
    const owner = context.universe.platformType('System', 'SObject').symbol;
    const names = parameterTypes.map(displayType);
    const method: MethodSymbol = {
        kind: 'method',
        name,
        owner,
        static: true,
        visibility: 'global',
        isAbstract: false,
        isVirtual: false,
        isOverride: false,
        isTest: false,
        isTestVisible: false,
        annotations: [],
        parameterTypes,
        parameterNames: parameterTypes.map((_, index) => `value${index}`),
        returnType,
        declaration: null,
        key: mangleMethod(name, names),
        signature: librarySignature(name, names),
    };
    return { method, parameterTypes, returnType };
}
