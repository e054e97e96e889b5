import type { Mutation } from '../mutation.ts';
import { CALL_MUTATIONS } from './calls.ts';
import { MODIFIER_MUTATIONS } from './modifiers.ts';
import { NAME_MUTATIONS } from './names.ts';
import { QUERY_MUTATIONS } from './queries.ts';
import { STRUCTURE_MUTATIONS } from './structure.ts';
import { TYPE_MUTATIONS } from './types.ts';

export const MUTATIONS: readonly Mutation[] = [
    ...TYPE_MUTATIONS,
    ...NAME_MUTATIONS,
    ...CALL_MUTATIONS,
    ...MODIFIER_MUTATIONS,
    ...STRUCTURE_MUTATIONS,
    ...QUERY_MUTATIONS,
];
