import type { ApexType } from '../../apex-type.ts';
import { ApexList } from '../../collections/list.ts';
import { defineBuiltIn } from '../../built-in-type.ts';
import { throwApex } from '../../exceptions/throw.ts';
import { blocking, type LibraryFunction, type TypeLibrary } from '../../library.ts';
import type { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { findService, requireService, type TestService } from '../../services.ts';
import { createStub } from '../../stub.ts';
import { primitiveType } from '../../types-registry.ts';
import type { ApexDatetime } from '../../values/datetime.ts';
import { overloads } from '../overloads.ts';
import { nonNull } from '../receiver.ts';
import { installTests } from './install.ts';

/** The service of the running test. @throws System.TypeException outside of tests, where the method is not allowed */
function running(method: string): TestService {
    const test = findService('test');
    return test ?? throwApex('System.TypeException', `Test.${method} can only be called from a test method`);
}

/** `EventBus.TestBroker`: what `Test.getEventBus()` answers. */
export class TestBroker {}

defineBuiltIn('EventBus.TestBroker', TestBroker);

const broker = new TestBroker();

const setCurrentPage: LibraryFunction = (page: object | null) => running('setCurrentPage').setCurrentPage(page);

export const testLibraries: readonly TypeLibrary[] = [
    {
        type: 'System.Test',
        statics: {
            'calculatePermissionSetGroup(String)': (id: string) =>
                running('calculatePermissionSetGroup').calculatePermissionSetGroups([nonNull(id)]),
            'calculatePermissionSetGroup(List<String>)': (ids: ApexList) =>
                running('calculatePermissionSetGroup').calculatePermissionSetGroups(ids.items as string[]),
            'clearApexPageMessages()': () => {
                requireService('request', 'Test.clearApexPageMessages').pageMessages.length = 0;
            },
            'createStub(Type,StubProvider)': (type: ApexType, provider: object) => {
                running('createStub');
                return createStub(type.runtimeType, nonNull(provider));
            },
            'enableChangeDataCapture()': () => running('enableChangeDataCapture').enableChangeDataCapture(),
            'enqueueBatchJobs(Integer)': (count: number) =>
                ApexList.of(primitiveType('Id'), running('enqueueBatchJobs').enqueueBatchJobs(count)),
            'getEventBus()': () => (running('getEventBus'), broker),
            'getFlexQueueOrder()': () =>
                ApexList.of(primitiveType('Id'), running('getFlexQueueOrder').flexQueueOrder()),
            'getStandardPricebookId()': () => running('getStandardPricebookId').standardPricebookId(),
            'isRunningTest()': () => findService('test') !== undefined,
            'loadData(Schema.SObjectType,String)': blocking((type: SObjectTypeToken, resource: string) => {
                running('loadData');
                return requireService('resources', 'Test.loadData').loadData(type.info, nonNull(resource));
            }),
            'setCreatedDate(Id,Datetime)': (id: string, date: ApexDatetime) =>
                running('setCreatedDate').setCreatedDate(nonNull(id), date.milliseconds),
            ...overloads('System.Test', 'setCurrentPage', setCurrentPage),
            ...overloads('System.Test', 'setCurrentPageReference', setCurrentPage),
            'setFixedSearchResults(List<String>)': (ids: ApexList) =>
                running('setFixedSearchResults').setFixedSearchResults(ids.items as string[]),
            'setMock(Type,Object)': (type: ApexType, mock: object) =>
                running('setMock').setMock(type.name, nonNull(mock)),
            'setReadOnlyApplicationMode(Boolean)': (readOnly: boolean) =>
                running('setReadOnlyApplicationMode').setReadOnlyApplicationMode(readOnly),
            ...installTests,
            'startTest()': blocking(() => running('startTest').startTest()),
            'stopTest()': blocking(() => running('stopTest').stopTest()),
        },
    },
    {
        type: 'EventBus.TestBroker',
        methods: {
            'deliver()': blocking(
                (target: TestBroker) => (nonNull(target), running('getEventBus').deliverEvents(null)),
            ),
            'fail()': blocking((target: TestBroker) => (nonNull(target), running('getEventBus').failEvents())),
        },
    },
];
