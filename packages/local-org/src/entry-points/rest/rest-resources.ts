import type { ClassDescriptor, ClassRegistry, MethodDescriptor } from '@sw-studio/apex/runtime';
import { annotationOf, argumentOf } from '../annotations.ts';

export const REST_ROOT = '/services/apexrest';

const VERBS: Readonly<Record<string, string>> = {
    httpdelete: 'DELETE',
    httpget: 'GET',
    httppatch: 'PATCH',
    httppost: 'POST',
    httpput: 'PUT',
};

/** A class with `@RestResource`. */
export interface RestResource {
    readonly type: ClassDescriptor;
    readonly urlMapping: string;
    /** Methods by verb, in source order. */
    readonly methods: ReadonlyMap<string, MethodDescriptor>;
    /** As `RestContext.request.resourcePath` prints it. */
    readonly resourcePath: string;
}

interface Mapping {
    readonly resource: RestResource;
    readonly hasWildcard: boolean;
    readonly pattern: RegExp;
}

/**
 * Finds the class that answers a URL (Apex Developer Guide, "RestResource Annotation"): mappings are case-sensitive, an exact
 * one wins, then the longest with a wildcard, of equal ones the class that stands first; a namespace in the path wins over
 * a local mapping that reads the same.
 */
export class RestResources {
    private readonly byNamespace = new Map<string, Mapping[]>();

    constructor(registry: ClassRegistry) {
        for (const type of registry.all()) {
            const url = argumentOf(annotationOf(type.annotations, 'restresource'), 'urlMapping');
            if (typeof url !== 'string') continue;
            const key = type.namespace.toLowerCase();
            const mappings = this.byNamespace.get(key) ?? [];
            mappings.push(mappingOf(type, url));
            this.byNamespace.set(key, mappings);
        }
    }

    /** @param path of the URL behind `/services/apexrest` */
    find(path: string): RestResource | undefined {
        const [, first = ''] = path.split('/', 2);
        const ofPackage = first === '' ? undefined : this.byNamespace.get(first.toLowerCase());
        return (
            (ofPackage && bestMatch(ofPackage, path.slice(first.length + 1))) ??
            bestMatch(this.byNamespace.get('') ?? [], path)
        );
    }
}

function mappingOf(type: ClassDescriptor, urlMapping: string): Mapping {
    const methods = new Map<string, MethodDescriptor>();
    for (const method of type.methods) {
        const verb = method.annotations
            .map(({ name }) => VERBS[name.toLowerCase()])
            .find((found) => found !== undefined);
        if (verb !== undefined) methods.set(verb, method);
    }
    const prefix = type.namespace === '' ? '' : `/${type.namespace}`;
    return {
        resource: { type, urlMapping, methods, resourcePath: `${REST_ROOT}${prefix}${urlMapping}` },
        hasWildcard: urlMapping.includes('*'),
        pattern: patternOf(urlMapping),
    };
}

/** `/x/*` matches `/x` and everything below it; a wildcard in the middle stands for one segment. */
function patternOf(urlMapping: string): RegExp {
    const literal = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
    const body = urlMapping.endsWith('/*') ? urlMapping.slice(0, -2) : urlMapping;
    const source = body.split('*').map(literal).join('[^/]+');
    return new RegExp(`^${source}${urlMapping.endsWith('/*') ? '(?:/.*)?' : ''}$`, 's');
}

function bestMatch(mappings: readonly Mapping[], path: string): RestResource | undefined {
    const matching = mappings.filter(({ pattern }) => pattern.test(path));
    const exact = matching.find(({ hasWildcard }) => !hasWildcard);
    const [longest] = matching.toSorted(
        (left, right) => right.resource.urlMapping.length - left.resource.urlMapping.length,
    );
    return (exact ?? longest)?.resource;
}
