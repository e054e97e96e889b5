import { ApexMap } from '../../collections/map.ts';
import type { LibraryFunction, TypeLibrary } from '../../library.ts';
import { requireService, type RequestService } from '../../services.ts';
import { primitiveType } from '../../types-registry.ts';
import { defineDataType, type DataObject } from '../data-object.ts';
import { nonNull } from '../receiver.ts';

function textMap(): ApexMap {
    return new ApexMap(primitiveType('String'), primitiveType('String'));
}

/** Headers and parameters exist from the start: code fills them before it sets the context. */
export const restRequestType = defineDataType('System.RestRequest', {
    constructors: { 'new()': () => restRequestType.create({ headers: textMap(), params: textMap() }) },
    methods: {
        'addHeader(String,String)': addTo('headers'),
        'addParameter(String,String)': addTo('params'),
    },
});

export const restResponseType = defineDataType('System.RestResponse', {
    constructors: { 'new()': () => restResponseType.create({ headers: textMap() }) },
    methods: { 'addHeader(String,String)': addTo('headers') },
});

function addTo(member: string): LibraryFunction {
    return (message: DataObject, name: string, value: string | null) => {
        (message.get(member) as ApexMap).put(nonNull(name), value);
    };
}

const service = (): RequestService => requireService('request', 'RestContext');

/** `RestContext.request` and `.response` are assignable: tests set both. */
export const restLibraries: readonly TypeLibrary[] = [
    restRequestType.library,
    restResponseType.library,
    {
        type: 'System.RestContext',
        staticFields: {
            request: Object.assign(() => service().restRequest, {
                set: (value: unknown) => {
                    service().restRequest = value as object | null;
                },
            }),
            response: Object.assign(() => service().restResponse, {
                set: (value: unknown) => {
                    service().restResponse = value as object | null;
                },
            }),
        },
    },
];
