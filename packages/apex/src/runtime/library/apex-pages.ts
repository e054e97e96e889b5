import { ApexList } from '../collections/list.ts';
import { enumConstant, type ApexEnumConstant } from '../enums.ts';
import type { ApexException } from '../exceptions.ts';
import type { TypeLibrary } from '../library.ts';
import { requireService } from '../services.ts';
import type { SObject } from '../sobject/sobject.ts';
import { defineBuiltIn } from '../built-in-type.ts';
import { namedType } from '../types-registry.ts';
import { defineDataType, type DataObject } from './data-object.ts';
import { overloads } from './overloads.ts';
import { nonNull } from './receiver.ts';

const messageMembers = ['severity', 'summary', 'detail', 'id'];

function newMessage(...values: unknown[]): DataObject {
    const given = Object.fromEntries(values.map((value, index) => [messageMembers[index] ?? '', value]));
    // the detail defaults to the summary
    return message.create({ ...given, detail: given['detail'] ?? given['summary'] ?? null });
}

const message = defineDataType('ApexPages.Message', {
    constructors: {
        'new(ApexPages.Severity,String)': newMessage,
        'new(ApexPages.Severity,String,String)': newMessage,
        'new(ApexPages.Severity,String,String,String)': newMessage,
    },
});

function messages(): unknown[] {
    return requireService('request', 'ApexPages.getMessages').pageMessages;
}

function hasMessages(severity?: ApexEnumConstant): boolean {
    return messages().some((each) => severity === undefined || (each as DataObject).get('severity') === severity);
}

/** `ApexPages.StandardController` over a record; pages are not rendered, so it holds the record and nothing else. */
class StandardController {
    readonly record: SObject;

    constructor(record: SObject) {
        this.record = record;
    }
}

defineBuiltIn('ApexPages.StandardController', StandardController);

export const apexPagesLibraries: readonly TypeLibrary[] = [
    message.library,
    {
        type: 'System.ApexPages',
        statics: {
            'addMessage(ApexPages.Message)': (each: DataObject) => void messages().push(nonNull(each)),
            ...overloads('System.ApexPages', 'addMessages', (exception: ApexException) => {
                const severity = enumConstant('ApexPages.Severity', 'ERROR');
                messages().push(newMessage(severity, exception.getmessage$()));
            }),
            'currentPage()': () => requireService('request', 'ApexPages.currentPage').currentPage,
            'getMessages()': () => ApexList.of(namedType('ApexPages.Message'), messages()),
            'hasMessages()': () => hasMessages(),
            'hasMessages(ApexPages.Severity)': (severity: ApexEnumConstant) => hasMessages(nonNull(severity)),
        },
    },
    {
        type: 'ApexPages.StandardController',
        constructors: { 'new(SObject)': (record: SObject) => new StandardController(nonNull(record)) },
        methods: {
            'getId()': (controller: StandardController) => controller.record.id,
            'getRecord()': (controller: StandardController) => controller.record,
        },
    },
];
