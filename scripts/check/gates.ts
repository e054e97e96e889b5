import type { Gate } from './gate.ts';

/** In the order of the report. The slow ones come first, so that the quick ones fill the gaps. */
export const GATES: readonly Gate[] = [
    {
        name: 'apex-security',
        holds: 'Apex has no injection, sharing, CRUD or FLS fault (PMD, Graph Engine)',
        load: async () => (await import('./apex-security/gate.ts')).apexSecurity,
    },
    {
        name: 'lint',
        holds: 'ESLint, LWC, SLDS and accessibility rules; no unused export or dependency',
        load: async () => (await import('./lint/gate.ts')).lint,
    },
    {
        name: 'types',
        holds: 'TypeScript and the JavaScript of LWC type-check',
        load: async () => (await import('./types/gate.ts')).types,
    },
    {
        name: 'format',
        holds: 'prettier has nothing to change; Apex parses',
        load: async () => (await import('./format/gate.ts')).format,
    },
    {
        name: 'apex-types',
        holds: 'Apex type-checks against the platform types of its API version',
        load: async () => (await import('./apex-types/gate.ts')).apexTypes,
    },
    {
        name: 'packaging',
        holds: 'the source tree converts, and every file of it is in what is deployed',
        load: async () => (await import('./packaging/gate.ts')).packaging,
    },
    {
        name: 'metadata',
        holds: 'metadata is valid, complete and refers to what exists',
        load: async () => (await import('./metadata/gate.ts')).metadata,
    },
    {
        name: 'packageability',
        holds: 'a managed package may carry it and an org accepts it',
        load: async () => (await import('./packageability/gate.ts')).packageability,
    },
    {
        name: 'architecture',
        holds: 'imports follow the dependency rules, and files stay short',
        load: async () => (await import('./architecture/gate.ts')).architecture,
    },
];
