import type { AccessService, FieldAccess, SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { AccessRules, ObjectAccess } from './access-rules.ts';

export interface AccessSource {
    /** Of the user that runs at this moment: `System.runAs` changes it. */
    rules(): AccessRules;
    /** @param name with the namespace, where it has one: `ns__Manage` */
    customPermission(name: string): boolean;
    /** Of the running code; '' for none. */
    namespace(): string;
    /** Values of package features, by name in lower case. */
    readonly features: Map<string, unknown>;
}

/** Permissions as Apex asks for them: describe results, `Security.stripInaccessible`, `FeatureManagement`. */
export class OrgAccessService implements AccessService {
    private readonly source: AccessSource;

    constructor(source: AccessSource) {
        this.source = source;
    }

    objectAccess(type: SObjectTypeInfo, access: ObjectAccess): boolean {
        return this.source.rules().object(type as ObjectSchema, access);
    }

    fieldAccess(type: SObjectTypeInfo, fieldName: string, access: FieldAccess): boolean {
        const field = (type as ObjectSchema).field(fieldName);
        return field !== undefined && this.source.rules().field(field, access);
    }

    customPermission(name: string): boolean {
        const namespace = this.source.namespace();
        const own = namespace === '' ? name : `${namespace}__${name}`;
        return this.source.customPermission(own) || this.source.customPermission(name);
    }

    /** Every user of the org is licensed for the package that is deployed into it. */
    packageLicensed(packageIdOrNamespace: string): boolean {
        const namespace = this.source.namespace();
        return namespace !== '' && packageIdOrNamespace.toLowerCase() === namespace.toLowerCase();
    }

    packageFeature(name: string): unknown {
        return this.source.features.get(name.toLowerCase());
    }

    setPackageFeature(name: string, value: unknown): void {
        this.source.features.set(name.toLowerCase(), value);
    }
}
