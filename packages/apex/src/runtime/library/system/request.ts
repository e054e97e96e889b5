import { defineBuiltIn } from '../../built-in-type.ts';
import { enumConstant } from '../../enums.ts';
import type { TypeLibrary } from '../../library.ts';
import { requireService, type RequestService } from '../../services.ts';

/** `System.Request`: the request that runs, as it was when `getCurrent()` was called. */
class CurrentRequest {
    readonly service: RequestService;

    constructor(service: RequestService) {
        this.service = service;
    }
}

defineBuiltIn('System.Request', CurrentRequest);

export const requestLibrary: TypeLibrary = {
    type: 'System.Request',
    statics: { 'getCurrent()': () => new CurrentRequest(requireService('request', 'Request.getCurrent')) },
    methods: {
        'getQuiddity()': (request: CurrentRequest) => enumConstant('System.Quiddity', request.service.quiddity),
        'getRequestId()': (request: CurrentRequest) => request.service.requestId,
    },
};
