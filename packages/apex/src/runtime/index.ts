/** What emitted code and the local org use of the runtime. */
export { ApexType } from './apex-type.ts';
export { builtInType, defineBuiltIn } from './built-in-type.ts';
export { boxFrom, castTo, instanceOf, typeOf } from './casts.ts';
export { CLASSES, ClassRegistry, typeByName } from './class-registry.ts';
export { ApexList, ListIterator } from './collections/list.ts';
export { ApexMap } from './collections/map.ts';
export { ApexSet } from './collections/set.ts';
export { ApexAddress, ApexLocation, type AddressParts } from './compound-fields.ts';
export { compareValues } from './compare.ts';
export { current, type RunningUser, type Transaction } from './context.ts';
export { dmlException, dmlStatement, mergeStatement, runDml, type DmlResult, type DmlStatement } from './dml.ts';
export { ApexEnumConstant, enumConstant, enumConstants, enumType } from './enums.ts';
export { contentHash, equalsForAssertion, equalsMethod, equalsOperator, exactEquals, hashCode } from './equality.ts';
export * from './exceptions.ts';
export { freeze, thaw, type FrozenState } from './frozen-state.ts';
export { BatchableContext, FinalizerContext, QueueableContext, SchedulableContext } from './jobs/contexts.ts';
export type {
    CredentialsService,
    CredentialState,
    CredentialValueState,
    ExternalCredentialState,
    NamedCredentialState,
    NewExternalCredential,
    NewNamedCredential,
    PrincipalKey,
    PrincipalState,
} from './credentials-service.ts';
export { HttpRequest } from './http/http-request.ts';
export { HttpResponse } from './http/http-response.ts';
export { findField, findLibrary, findLibraryFunction, findStaticField, libraries } from './library/index.ts';
export { DataObject, defineDataType } from './library/data-object.ts';
export { changeEventHeader, PublishFailure, PublishSuccess } from './library/eventbus.ts';
export { openLocator, QueryLocator } from './library/database/query-locator.ts';
export { blocking, drive, isBlocking, type LibraryFunction, type TypeLibrary } from './library.ts';
export { GENERATOR_SUFFIX, mangleMethod, mangleType } from './mangle.ts';
export { newInstanceOf } from './new-instance.ts';
export { ApexObject, storedFields } from './object.ts';
export type * from './ports.ts';
export { isNumber, toDecimal, type PrimitiveName } from './primitives.ts';
export { queryCount, queryRecords, queryRequest, searchRecords, singleRecord, type Binds } from './queries.ts';
export { fieldToken, SObjectField } from './schema/sobject-field.ts';
export { SObjectTypeToken } from './schema/sobject-type-token.ts';
export { findService, MissingServiceError, requireService } from './services.ts';
export type * from './services.ts';
export type * from './formula-service.ts';
export { cloneRecord, copyRecord } from './sobject/clone.ts';
export { getDynamic, putDynamic, toFieldValue } from './sobject/dynamic-fields.ts';
export { addError, recordErrors } from './sobject/errors.ts';
export { getField, setField } from './sobject/fields.ts';
export { populatedEntries } from './sobject/populated.ts';
export { getChildren, getParent, setParent } from './sobject/relationships.ts';
export type * from './sobject/sobject-type.ts';
export { SObject } from './sobject/sobject.ts';
export { supertypesOf } from './supertypes.ts';
export { apexToString } from './to-string.ts';
export {
    anyType,
    isTypeAssignable,
    listType,
    mapType,
    namedType,
    primitiveType,
    setType,
    sobjectType,
} from './types-registry.ts';
export type * from './types.ts';
export { ApexBlob } from './values/blob.ts';
export { ApexDate } from './values/date.ts';
export { ApexDatetime } from './values/datetime.ts';
export { Decimal } from './values/decimal.ts';
export { boxDouble, BoxedDouble } from './values/double.ts';
export { calendarDay, dayOfWeek, daysInMonth, epochDay } from './values/calendar.ts';
export { ApexTime } from './values/time.ts';
export { timeZone } from './values/time-zone.ts';
export { id18, isValidId, toId } from './values/id.ts';
export { libraryIndex } from './emitted/library-index.ts';
export { callPlainOrWaiting } from './emitted/loops.ts';
export { type LoadableUnit, Program } from './emitted/program.ts';
export { meter, STEPS_PER_MILLISECOND } from './meter.ts';
export { InstallContext, UninstallContext } from './library/system/install.ts';
export { restRequestType, restResponseType } from './library/system/rest.ts';
export { deserialize, readTyped } from './json/deserialize.ts';
export { JsonReader } from './json/reader.ts';
export { readUntyped } from './json/untyped.ts';
export { serialize } from './json/serialize.ts';
export { createStub } from './stub.ts';
export { Version } from './version.ts';
export { TRIGGER, type TriggerContext, type TriggerHolder } from './trigger-context.ts';
