import type { SoqlField, SoqlObject } from '../schema.ts';
import type { Call, Path } from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import { resolvePath } from './resolve-path.ts';
import type { DistanceExpression, ResolvedPath, ResolvedValue, Scope } from './resolved.ts';

/** `DISTANCE(Place__c, GEOLOCATION(latitude, longitude), 'mi')`. */
export function resolveDistance(call: Call, scope: Scope, analysis: Analysis): DistanceExpression | undefined {
    const [field, place, unit, extra] = call.arguments;
    const isShaped =
        field?.kind === 'path' &&
        place?.kind === 'call' &&
        place.name === 'GEOLOCATION' &&
        unit?.kind === 'string' &&
        extra === undefined;
    if (!isShaped)
        return analysis.report(call, 'functionArgument', 'DISTANCE', 'a location field, GEOLOCATION() and a unit');
    const components = resolveComponents(field, scope, analysis);
    const from = resolvePlace(place, analysis);
    const name = unit.value.toLowerCase();
    if (name !== 'mi' && name !== 'km') return analysis.report(unit, 'functionArgument', 'DISTANCE', unit.value);
    if (components === undefined || from === undefined) return undefined;
    const key = `distance(${pathKey(components.latitude)},${JSON.stringify(from)},${name})`;
    return { kind: 'distance', key, type: 'double', span: call, from, unit: name, ...components };
}

function resolveComponents(
    path: Path,
    scope: Scope,
    analysis: Analysis,
): { latitude: ResolvedPath; longitude: ResolvedPath } | undefined {
    const result = resolvePath(path, scope, analysis.schema);
    if ('diagnostic' in result) return analysis.add(result.diagnostic);
    const { object, field } = result.path;
    const latitude = component(object, field, 'Latitude');
    const longitude = component(object, field, 'Longitude');
    if (latitude === undefined || longitude === undefined) {
        return analysis.report(path, 'functionArgument', 'DISTANCE', field.name);
    }
    return { latitude: { ...result.path, field: latitude }, longitude: { ...result.path, field: longitude } };
}

/** `Place__c` has `Place__Latitude__s`; `BillingAddress` has `BillingLatitude`. */
function component(object: SoqlObject, field: SoqlField, part: 'Latitude' | 'Longitude'): SoqlField | undefined {
    const { name, type } = field;
    if (type === 'address') return object.field(name.replace(/Address$/, part));
    return type === 'location' ? object.field(name.replace(/__c$/i, `__${part}__s`)) : undefined;
}

function resolvePlace(
    { arguments: values, start, end }: Call,
    analysis: Analysis,
): [ResolvedValue, ResolvedValue] | undefined {
    const numbers = values.map((value): ResolvedValue | undefined => {
        if (value.kind === 'number') return { kind: 'constant', value: value.value };
        return value.kind === 'bind' ? { kind: 'bind', expression: value.expression } : undefined;
    });
    const [latitude, longitude, extra] = numbers;
    if (latitude === undefined || longitude === undefined || extra !== undefined) {
        return analysis.report({ start, end }, 'functionArgument', 'GEOLOCATION', 'two numbers are needed');
    }
    return [latitude, longitude];
}

function pathKey({ steps, field }: ResolvedPath): string {
    return [...steps.map(({ relationship }) => relationship), field.name].join('.').toLowerCase();
}
