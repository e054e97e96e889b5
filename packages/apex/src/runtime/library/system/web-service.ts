import type { ApexMap } from '../../collections/map.ts';
import type { ApexList } from '../../collections/list.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import { findService, MissingServiceError } from '../../services.ts';
import { nonNull } from '../receiver.ts';

interface WebServiceMock {
    doinvoke$object$object$map_string_object$string$string$string$string$string$string(
        stub: unknown,
        request: unknown,
        response: ApexMap,
        ...info: (string | null)[]
    ): void;
}

/**
 * `WebServiceCallout.invoke`, which classes generated from WSDL call. In tests the mock fills the response map; SOAP
 * itself is not spoken.
 *
 * @param info endpoint, SOAP action, request namespace, request name, response namespace, response name, response type
 */
function invoke(stub: unknown, request: unknown, response: ApexMap, info: ApexList): void {
    const test = findService('test');
    if (test === undefined) throw new MissingServiceError('callouts (SOAP)', 'WebServiceCallout.invoke');
    const mock = test.mockFor('System.WebServiceMock') as WebServiceMock | null;
    if (mock === null) {
        throwApex('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    }
    const [endpoint, soapAction, , requestName, responseNamespace, responseName, responseType] = info.items as string[];
    mock.doinvoke$object$object$map_string_object$string$string$string$string$string$string(
        stub,
        request,
        nonNull(response),
        ...[endpoint, soapAction, requestName, responseNamespace, responseName, responseType].map(
            (each) => each ?? null,
        ),
    );
}

export const webServiceLibrary: TypeLibrary = {
    type: 'System.WebServiceCallout',
    statics: { 'invoke(Object,Object,Map<String,Object>,List<String>)': invoke },
    partly: { 'invoke(Object,Object,Map<String,Object>,List<String>)': 'Answered by WebServiceMock in tests only.' },
};
