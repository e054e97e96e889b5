import type { SchemaPort, SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { OrgSchema } from './org-schema.ts';

/** The schema as Apex asks for it, with labels in one language. */
export class ApexSchema implements SchemaPort {
    private readonly schema: OrgSchema;
    private readonly language: string;

    constructor(schema: OrgSchema, language: string) {
        this.schema = schema;
        this.language = language;
    }

    sobject(name: string, namespace: string): SObjectTypeInfo | undefined {
        return this.schema.object(name, namespace);
    }

    sobjectByKeyPrefix(prefix: string): SObjectTypeInfo | undefined {
        return this.schema.objectByPrefix(prefix);
    }

    sobjects(): readonly SObjectTypeInfo[] {
        return this.schema.objects();
    }

    label(namespace: string, name: string): string | undefined {
        const label = this.schema.label(namespace, name);
        return label && (label.translations[this.language] ?? label.value);
    }
}
