import type { ApexType } from '../apex-type.ts';
import { defineBuiltIn } from '../built-in-type.ts';
import { ApexList } from '../collections/list.ts';
import { ApexSet } from '../collections/set.ts';
import { throwApex } from '../exceptions/throw.ts';
import type { LibraryFunction, TypeLibrary } from '../library.ts';
import { newInstanceOf } from '../new-instance.ts';
import { requireService, type CacheStatistics } from '../services.ts';
import { anyType, primitiveType } from '../types-registry.ts';
import { nonNull } from './receiver.ts';

type Scope = 'org' | 'session';

/** Keys are alphanumeric (Apex Reference, "Cache Namespace"). */
const KEY = /^[A-Za-z0-9]{1,50}$/;

interface CacheBuilder {
    doload$string(key: string): unknown;
}

/** `Cache.OrgPartition` and `Cache.SessionPartition`; the static methods work on the default partition, ''. */
class Partition {
    readonly scope: Scope;
    readonly name: string;

    constructor(scope: Scope, name: string) {
        this.scope = scope;
        this.name = name;
    }

    get(key: string): unknown {
        return this.service().get(this.scope, this.name, checked(key)) ?? null;
    }

    /** What the builder loads is kept. */
    load(builder: ApexType, key: string): unknown {
        const known = this.get(key);
        if (known !== null) return known;
        const loaded = (newInstanceOf(builder.runtimeType) as CacheBuilder).doload$string(key);
        this.put(key, loaded);
        return loaded;
    }

    put(key: string, value: unknown, seconds: unknown = null): void {
        const lifetime = typeof seconds === 'number' ? seconds : null;
        this.service().put(this.scope, this.name, checked(key), nonNull(value), lifetime);
    }

    remove(key: string): boolean {
        return this.service().remove(this.scope, this.name, checked(key));
    }

    contains(key: string): boolean {
        return this.get(key) !== null;
    }

    statistics(): CacheStatistics {
        return this.service().statistics(this.scope, this.name);
    }

    keys(): readonly string[] {
        return this.service().keys(this.scope, this.name);
    }

    private service(): ReturnType<typeof requireService<'cache'>> {
        return requireService('cache', this.scope === 'org' ? 'Cache.Org' : 'Cache.Session');
    }
}

class OrgPartition extends Partition {}
class SessionPartition extends Partition {}

defineBuiltIn('Cache.Partition', Partition);
defineBuiltIn('Cache.OrgPartition', OrgPartition);
defineBuiltIn('Cache.SessionPartition', SessionPartition);

function checked(key: string): string {
    if (KEY.test(nonNull(key))) return key;
    return throwApex(
        'Cache.InvalidParamException',
        `Invalid cache key: ${key}. Keys are alphanumeric, up to 50 characters`,
    );
}

/** The methods of a partition; `self` finds the partition of a call and what follows it. */
function partitionMethods(prefix: (values: unknown[]) => [Partition, ...unknown[]]): Record<string, LibraryFunction> {
    const on =
        (body: (partition: Partition, ...values: never[]) => unknown): LibraryFunction =>
        (...values: unknown[]) => {
            const [partition, ...rest] = prefix(values);
            return body(nonNull(partition), ...(rest as never[]));
        };
    const put = on((partition, key: string, value: unknown, seconds?: unknown) => partition.put(key, value, seconds));
    return {
        'getAvgGetTime()': on((partition) => partition.statistics().averageGetTime),
        'getAvgValueSize()': on((partition) => partition.statistics().averageValueSize),
        'getCapacity()': on((partition) => partition.statistics().capacityUsed),
        'getMaxGetTime()': on((partition) => partition.statistics().maximumGetTime),
        'getMaxValueSize()': on((partition) => partition.statistics().maximumValueSize),
        'getMissRate()': on((partition) => partition.statistics().missRate),
        'contains(String)': on((partition, key: string) => partition.contains(key)),
        'get(String)': on((partition, key: string) => partition.get(key)),
        'get(Type,String)': on((partition, builder: ApexType, key: string) => partition.load(builder, key)),
        'getKeys()': on((partition) => ApexSet.of(primitiveType('String'), partition.keys())),
        'getName()': on((partition) => partition.name),
        'getNumKeys()': on((partition) => BigInt(partition.keys().length)),
        'put(String,Object)': put,
        'put(String,Object,Cache.Visibility)': put,
        'put(String,Object,Integer)': put,
        'put(String,Object,Integer,Cache.Visibility,Boolean)': put,
        'remove(String)': on((partition, key: string) => partition.remove(key)),
        'remove(Type,String)': on((partition, _builder: ApexType, key: string) => partition.remove(key)),
    };
}

/** Seconds for which the org cache and the session cache keep a value at most (Apex Reference, "Cache Namespace"). */
const LONGEST_LIFETIME = { org: 172_800, session: 28_800 } as const;

const instanceMethods = partitionMethods((values) => values as [Partition, ...unknown[]]);

function staticsOf(scope: Scope): Record<string, LibraryFunction> {
    const standard = new Partition(scope, '');
    return partitionMethods((values) => [standard, ...values]);
}

/** Several keys at once: the org cache alone has these. */
const ofLists: Readonly<Record<string, LibraryFunction>> = {
    'contains(List<String>)': (keys: ApexList) => eachKey(keys, 'Boolean', (partition, key) => partition.contains(key)),
    'get(List<String>)': (keys: ApexList) => eachKey(keys, null, (partition, key) => partition.get(key)),
    'remove(List<String>)': (keys: ApexList) => eachKey(keys, 'Boolean', (partition, key) => partition.remove(key)),
};

function eachKey(
    keys: ApexList,
    type: 'Boolean' | null,
    body: (partition: Partition, key: string) => unknown,
): ApexList {
    const standard = new Partition('org', '');
    const results = keys.items.map((key) => body(standard, key as string));
    return ApexList.of(type === null ? anyType : primitiveType(type), results);
}

export const cacheLibraries: readonly TypeLibrary[] = [
    {
        type: 'Cache.Org',
        statics: {
            ...staticsOf('org'),
            ...ofLists,
            'getPartition(String)': (name: string) => new OrgPartition('org', nonNull(name)),
        },
        staticFields: { MAX_TTL_SECS: () => LONGEST_LIFETIME.org },
    },
    {
        type: 'Cache.Session',
        statics: {
            ...staticsOf('session'),
            'getPartition(String)': (name: string) => new SessionPartition('session', nonNull(name)),
        },
        staticFields: { MAX_TTL_SECS: () => LONGEST_LIFETIME.session },
    },
    { type: 'Cache.Partition', methods: instanceMethods },
    {
        type: 'Cache.OrgPartition',
        constructors: { 'new(String)': (name: string) => new OrgPartition('org', nonNull(name)) },
        methods: instanceMethods,
    },
    {
        type: 'Cache.SessionPartition',
        constructors: { 'new(String)': (name: string) => new SessionPartition('session', nonNull(name)) },
        methods: instanceMethods,
    },
];
