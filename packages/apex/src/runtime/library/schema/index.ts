import type { TypeLibrary } from '../../library.ts';
import { childRelationshipLibrary } from './child-relationship.ts';
import { describeFieldResultLibrary } from './describe-field-result.ts';
import { describeObjectLibraries } from './describe-sobject-result.ts';
import { fieldSetLibraries } from './field-set.ts';
import { picklistEntryLibrary } from './picklist-entry.ts';
import { recordTypeInfoLibrary } from './record-type-info.ts';
import { schemaLibrary } from './schema.ts';
import { tokenLibraries } from './tokens.ts';

export const schemaLibraries: readonly TypeLibrary[] = [
    childRelationshipLibrary,
    describeFieldResultLibrary,
    ...describeObjectLibraries,
    ...fieldSetLibraries,
    picklistEntryLibrary,
    recordTypeInfoLibrary,
    schemaLibrary,
    ...tokenLibraries,
];
