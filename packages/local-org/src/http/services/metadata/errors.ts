import { SoapFault } from '../soap/errors.ts';

export const metadataErrors = {
    unknownId: (id: string) => new SoapFault('sf:INVALID_ID_FIELD', `INVALID_ID_FIELD: no such process: ${id}`),
    brokenZip: (reason: string) =>
        new SoapFault('sf:INVALID_CROSS_REFERENCE_KEY', `The zip file cannot be read: ${reason}`),
} as const;

export const PROBLEMS = {
    jobsPending: 'This schedulable class has jobs pending or in progress',
    deletesOther: (type: string) => `The local org deletes ApexClass and ApexTrigger alone; ${type} stays as it is`,
    notRetrieved: (type: string) => `The local org retrieves ApexClass and ApexTrigger alone; ${type} is left out`,
} as const;
