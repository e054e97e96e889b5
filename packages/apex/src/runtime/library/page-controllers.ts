import { defineBuiltIn } from '../built-in-type.ts';
import { ApexList } from '../collections/list.ts';
import { runDml } from '../dml.ts';
import { enumConstant } from '../enums.ts';
import { ApexException } from '../exceptions.ts';
import { throwApex } from '../exceptions/throw.ts';
import { blocking, type TypeLibrary } from '../library.ts';
import type { DmlOperation, Waiting } from '../ports.ts';
import type { SObject } from '../sobject/sobject.ts';
import { sobjectType } from '../types-registry.ts';
import { PageReference } from '../web/page-reference.ts';
import type { QueryLocator } from './database/query-locator.ts';
import { newPageMessage, pageMessages } from './page-messages.ts';
import { nonNull } from './receiver.ts';

/** `ApexPages.StandardController` over a record. Pages are not rendered: what they would do is called by the code. */
class StandardController {
    readonly record: SObject;

    constructor(record: SObject) {
        this.record = record;
    }
}

/** Most rows that a set controller reads (Apex reference, "StandardSetController Class"). */
const MOST_RECORDS = 10_000;
const USUAL_PAGE_SIZE = 20;

/** `ApexPages.StandardSetController`: records by the page. Pages count from 1. */
class StandardSetController {
    readonly records: readonly SObject[];
    readonly isComplete: boolean;
    pageSize = USUAL_PAGE_SIZE;
    page = 1;
    selected: ApexList;
    private readonly objectName: string;

    constructor(objectName: string, records: readonly SObject[]) {
        this.objectName = objectName;
        this.isComplete = records.length <= MOST_RECORDS;
        this.records = records.slice(0, MOST_RECORDS);
        this.selected = this.listOf([]);
    }

    get lastPage(): number {
        return Math.max(1, Math.ceil(this.records.length / this.pageSize));
    }

    goTo(page: number): void {
        this.page = Math.min(Math.max(page, 1), this.lastPage);
    }

    shown(): ApexList {
        const start = (this.page - 1) * this.pageSize;
        return this.listOf(this.records.slice(start, start + this.pageSize));
    }

    private listOf(records: readonly SObject[]): ApexList {
        return ApexList.of(sobjectType(this.objectName), records);
    }
}

defineBuiltIn('ApexPages.StandardController', StandardController);
defineBuiltIn('ApexPages.StandardSetController', StandardSetController);

/** What a page would show for a record, in the addresses of the classic user interface. */
const viewOf = ({ id }: SObject): PageReference => PageReference.parse(`/${id ?? ''}`);
const listOf = ({ type }: SObject): PageReference => PageReference.parse(`/${type.keyPrefix ?? ''}/o`);

/** A save that fails shows its errors on the page and stays there. */
function saving(operation: DmlOperation, answer: (record: SObject) => PageReference) {
    return blocking(function* (controller: StandardController): Generator<Waiting, PageReference | null, void> {
        const { record } = nonNull(controller);
        try {
            yield* runDml({ operation, target: record, access: 'system', allOrNone: true });
            return answer(record);
        } catch (thrown) {
            if (!(thrown instanceof ApexException) || thrown.gettypename$() !== 'System.DmlException') throw thrown;
            pageMessages().push(newPageMessage(enumConstant('ApexPages.Severity', 'ERROR'), thrown.getmessage$()));
            return null;
        }
    });
}

function refuseFields(): never {
    throwApex(
        'System.SObjectException',
        'You cannot call addFields when the data is being passed into the controller by the caller.',
    );
}

const ADDRESSES = 'This and the other methods answer addresses of the classic user interface.';

function newSetController(source: ApexList | QueryLocator): StandardSetController {
    if (nonNull(source) instanceof ApexList) {
        const { items, elementType } = source as ApexList;
        return new StandardSetController(elementType.name, items as SObject[]);
    }
    const { cursor } = source as QueryLocator;
    return new StandardSetController(cursor.objectName, cursor.fetch(0, cursor.size));
}

export const pageControllerLibraries: readonly TypeLibrary[] = [
    {
        type: 'ApexPages.StandardController',
        constructors: { 'new(SObject)': (record: SObject) => new StandardController(nonNull(record)) },
        methods: {
            'addFields(List<String>)': refuseFields,
            'cancel()': ({ record }: StandardController) => (record.id === null ? listOf(record) : viewOf(record)),
            'delete()': saving('delete', listOf),
            'edit()': ({ record }: StandardController) => PageReference.parse(`/${record.id ?? ''}/e`),
            'getId()': (controller: StandardController) => controller.record.id,
            'getRecord()': (controller: StandardController) => controller.record,
            'save()': saving('upsert', viewOf),
            'view()': ({ record }: StandardController) => viewOf(record),
        },
        partly: {
            'addFields(List<String>)': 'Always refused: no page reads the record.',
            'view()': ADDRESSES,
        },
    },
    {
        type: 'ApexPages.StandardSetController',
        constructors: { 'new(List<SObject>)': newSetController, 'new(Database.QueryLocator)': newSetController },
        methods: {
            'first()': (set: StandardSetController) => set.goTo(1),
            'getCompleteResult()': (set: StandardSetController) => set.isComplete,
            'getHasNext()': (set: StandardSetController) => set.page < set.lastPage,
            'getHasPrevious()': (set: StandardSetController) => set.page > 1,
            'getPageNumber()': (set: StandardSetController) => set.page,
            'getPageSize()': (set: StandardSetController) => set.pageSize,
            'getRecords()': (set: StandardSetController) => set.shown(),
            'getResultSize()': (set: StandardSetController) => set.records.length,
            'getSelected()': (set: StandardSetController) => set.selected,
            'last()': (set: StandardSetController) => set.goTo(set.lastPage),
            'next()': (set: StandardSetController) => set.goTo(set.page + 1),
            'previous()': (set: StandardSetController) => set.goTo(set.page - 1),
            'setPageNumber(Integer)': (set: StandardSetController, page: number) => set.goTo(nonNull(page)),
            'setPageSize(Integer)': (set: StandardSetController, size: number) => {
                set.pageSize = Math.max(1, nonNull(size));
                set.goTo(set.page);
            },
            'setSelected(List<SObject>)': (set: StandardSetController, selected: ApexList) => {
                set.selected = nonNull(selected);
            },
        },
    },
];
