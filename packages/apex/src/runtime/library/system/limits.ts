import { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import type { LibraryFunction, TypeLibrary } from '../../library.ts';
import { findPlatformType } from '../../../platform/index.ts';
import { requireService } from '../../services.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const LIMIT = /^getLimit(?=[A-Z])/;

/** `Limits.getX()` and `Limits.getLimitX()` for every counter that the platform tables name. */
function counterMethods(): Record<string, LibraryFunction> {
    const methods: Record<string, LibraryFunction> = {};
    for (const { name } of findPlatformType('System', 'Limits')?.methods ?? []) {
        const counter = name.replace(LIMIT, '').replace(/^get/, '');
        methods[`${name}()`] = LIMIT.test(name)
            ? () => requireService('limits', `Limits.${name}`).limit(counter)
            : () => requireService('limits', `Limits.${name}`).used(counter);
    }
    return methods;
}

const orgLimit = defineDataType('System.OrgLimit');

function orgLimits(): readonly DataObject[] {
    const limits = requireService('organization', 'OrgLimits').limits();
    return [...limits].map(([name, { value, limit }]) => orgLimit.create({ name, value, limit }));
}

export const limitsLibraries: readonly TypeLibrary[] = [
    { type: 'System.Limits', statics: counterMethods() },
    orgLimit.library,
    {
        type: 'System.OrgLimits',
        statics: {
            'getAll()': () => ApexList.of(namedType('System.OrgLimit'), orgLimits()),
            'getMap()': () =>
                ApexMap.of(
                    primitiveType('String'),
                    namedType('System.OrgLimit'),
                    orgLimits().map((limit) => [limit.get('name'), limit]),
                ),
        },
    },
];
