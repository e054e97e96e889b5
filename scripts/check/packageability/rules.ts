import { FIELD_RULES } from './field-rules.ts';
import { OBJECT_RULES } from './object-rules.ts';
import { PERMISSION_SET_RULES } from './permission-set-rules.ts';
import { RELATIONSHIP_RULES } from './relationship-rules.ts';
import type { PackageRule } from './rule.ts';

export const PACKAGE_RULES: readonly PackageRule[] = [
    ...PERMISSION_SET_RULES,
    ...RELATIONSHIP_RULES,
    ...FIELD_RULES,
    ...OBJECT_RULES,
];
