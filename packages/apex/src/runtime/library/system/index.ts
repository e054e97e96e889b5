import type { TypeLibrary } from '../../library.ts';
import { accessLevelLibrary } from './access-level.ts';
import { assertLibrary } from './assert.ts';
import { asyncLibraries } from './async.ts';
import { calloutMockLibraries } from './callout-mocks.ts';
import { collatorLibrary } from './collator.ts';
import { compoundFieldLibraries } from './compound-fields.ts';
import { cookieLibrary } from './cookie.ts';
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
import { pageReferenceLibrary } from './page-reference.ts';
import { requestLibrary } from './request.ts';
import { restLibraries } from './rest.ts';
import { searchLibrary } from './search.ts';
import { securityLibraries } from './security.ts';
import { selectOptionLibrary } from './select-option.ts';
import { setLibrary } from './set.ts';
import { siteLibraries } from './site.ts';
import { sobjectLibrary } from './sobject.ts';
import { systemLibrary } from './system.ts';
import { testLibraries } from './test.ts';
import { typeLibrary } from './type.ts';
import { userInfoLibrary } from './user-info.ts';
import { versionLibrary } from './version.ts';
import { webServiceLibrary } from './web-service.ts';
import { xmlStreamLibraries } from './xml-stream.ts';

/** Namespace System, but for the primitive types (`primitive-libraries.ts`). */
export const systemLibraries: readonly TypeLibrary[] = [
    accessLevelLibrary,
    assertLibrary,
    ...asyncLibraries,
    ...calloutMockLibraries,
    collatorLibrary,
    ...compoundFieldLibraries,
    cookieLibrary,
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
    pageReferenceLibrary,
    requestLibrary,
    ...restLibraries,
    searchLibrary,
    ...securityLibraries,
    selectOptionLibrary,
    setLibrary,
    ...siteLibraries,
    sobjectLibrary,
    systemLibrary,
    ...testLibraries,
    typeLibrary,
    userInfoLibrary,
    versionLibrary,
    webServiceLibrary,
    ...xmlStreamLibraries,
];
