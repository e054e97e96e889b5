import type { TypeLibrary } from '../../library.ts';
import { findService, requireService } from '../../services.ts';
import { nonNull } from '../receiver.ts';

function feature(name: string, method: string): unknown {
    return requireService('access', `FeatureManagement.${method}`).packageFeature(nonNull(name)) ?? null;
}

const setFeature =
    (method: string) =>
    (name: string, value: unknown): void =>
        requireService('access', `FeatureManagement.${method}`).setPackageFeature(nonNull(name), value);

export const featureManagementLibrary: TypeLibrary = {
    type: 'System.FeatureManagement',
    statics: {
        'checkPackageBooleanValue(String)': (name: string) => feature(name, 'checkPackageBooleanValue'),
        'checkPackageDateValue(String)': (name: string) => feature(name, 'checkPackageDateValue'),
        'checkPackageIntegerValue(String)': (name: string) => feature(name, 'checkPackageIntegerValue'),
        // without a permission model in the org nobody holds a custom permission
        'checkPermission(String)': (name: string) => findService('access')?.customPermission(nonNull(name)) ?? false,
        'setPackageBooleanValue(String,Boolean)': setFeature('setPackageBooleanValue'),
        'setPackageDateValue(String,Date)': setFeature('setPackageDateValue'),
        'setPackageIntegerValue(String,Integer)': setFeature('setPackageIntegerValue'),
    },
};
