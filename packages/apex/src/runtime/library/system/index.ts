import type { TypeLibrary } from '../../library.ts';
import { accessLevelLibrary } from './access-level.ts';
import { assertLibrary } from './assert.ts';
import { asyncLibraries } from './async.ts';
import { calloutMockLibraries } from './callout-mocks.ts';
import { exceptionLibraries } from './exception.ts';
import { featureManagementLibrary } from './feature-management.ts';
import { formulaLibraries } from './formula.ts';
import { httpLibraries } from './http.ts';
import { jsonGeneratorLibrary } from './json-generator.ts';
import { jsonParserLibrary } from './json-parser.ts';
import { jsonLibrary } from './json.ts';
import { labelLibrary } from './label.ts';
import { limitsLibraries } from './limits.ts';
import { listLibrary } from './list.ts';
import { mapLibrary } from './map.ts';
import { objectLibrary } from './object.ts';
import { requestLibrary } from './request.ts';
import { restLibraries } from './rest.ts';
import { searchLibrary } from './search.ts';
import { securityLibraries } from './security.ts';
import { setLibrary } from './set.ts';
import { sobjectLibrary } from './sobject.ts';
import { systemLibrary } from './system.ts';
import { testLibraries } from './test.ts';
import { typeLibrary } from './type.ts';
import { userInfoLibrary } from './user-info.ts';
import { versionLibrary } from './version.ts';
import { webLibraries } from './web.ts';
import { collatorLibrary } from './collator.ts';
import { compoundFieldLibraries } from './compound-fields.ts';
import { xmlStreamLibraries } from './xml-stream.ts';
import { webServiceLibrary } from './web-service.ts';

/** Namespace System, but for the primitive types (`primitive-libraries.ts`). */
export const systemLibraries: readonly TypeLibrary[] = [
    accessLevelLibrary,
    assertLibrary,
    ...asyncLibraries,
    ...calloutMockLibraries,
    ...exceptionLibraries,
    featureManagementLibrary,
    ...formulaLibraries,
    ...httpLibraries,
    jsonGeneratorLibrary,
    jsonLibrary,
    jsonParserLibrary,
    labelLibrary,
    ...limitsLibraries,
    listLibrary,
    mapLibrary,
    objectLibrary,
    requestLibrary,
    ...restLibraries,
    searchLibrary,
    ...securityLibraries,
    setLibrary,
    sobjectLibrary,
    systemLibrary,
    ...testLibraries,
    typeLibrary,
    userInfoLibrary,
    versionLibrary,
    ...webLibraries,
    collatorLibrary,
    ...compoundFieldLibraries,
    ...xmlStreamLibraries,
    webServiceLibrary,
];
