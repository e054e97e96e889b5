import { ApexList } from '../collections/list.ts';
import { type ApexEnumConstant, enumConstant } from '../enums.ts';
import type { ApexException } from '../exceptions.ts';
import type { TypeLibrary } from '../library.ts';
import { requireService } from '../services.ts';
import { namedType } from '../types-registry.ts';
import { type DataObject, defineDataType } from './data-object.ts';
import { overloads } from './overloads.ts';
import { nonNull } from './receiver.ts';

const members = ['severity', 'summary', 'detail', 'id'];

export function newPageMessage(...values: unknown[]): DataObject {
    const given = Object.fromEntries(values.map((value, index) => [members[index] ?? '', value]));
    // the detail defaults to the summary
    return message.create({ ...given, detail: given['detail'] ?? given['summary'] ?? null });
}

const message = defineDataType('ApexPages.Message', {
    constructors: {
        'new(ApexPages.Severity,String)': newPageMessage,
        'new(ApexPages.Severity,String,String)': newPageMessage,
        'new(ApexPages.Severity,String,String,String)': newPageMessage,
    },
});

/** Of the running request. */
export function pageMessages(): unknown[] {
    return requireService('request', 'ApexPages.getMessages').pageMessages;
}

function hasMessages(severity?: ApexEnumConstant): boolean {
    return pageMessages().some((each) => severity === undefined || (each as DataObject).get('severity') === severity);
}

export const pageMessageLibraries: readonly TypeLibrary[] = [
    message.library,
    {
        type: 'System.ApexPages',
        statics: {
            'addMessage(ApexPages.Message)': (each: DataObject) => void pageMessages().push(nonNull(each)),
            ...overloads('System.ApexPages', 'addMessages', (exception: ApexException) => {
                const severity = enumConstant('ApexPages.Severity', 'ERROR');
                pageMessages().push(newPageMessage(severity, exception.getmessage$()));
            }),
            'currentPage()': () => requireService('request', 'ApexPages.currentPage').currentPage,
            'getMessages()': () => ApexList.of(namedType('ApexPages.Message'), pageMessages()),
            'hasMessages()': () => hasMessages(),
            'hasMessages(ApexPages.Severity)': (severity: ApexEnumConstant) => hasMessages(nonNull(severity)),
        },
    },
];
