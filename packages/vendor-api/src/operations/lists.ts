import type { ChangeLog } from '../data/change-log.ts';
import { decodeCursor, encodeCursor, isKnown } from '../data/cursor.ts';
import type { OperationCall, OperationHandler, OperationResult } from '../http/operation-table.ts';
import { Refusal } from '../http/refusal.ts';

/** What cursors are checked against. */
export interface CursorContext {
    readonly epoch: string;
    /** Epoch milliseconds. */
    now(): number;
}

/** The whole of a small list, page by page. */
export function definitionList<T>(
    list: string,
    items: ReadonlyMap<string, T>,
    context: CursorContext,
): OperationHandler {
    return ({ query }: OperationCall): OperationResult => {
        const limit = query['limit'] as number;
        const place = placeOf(list, query['cursor'] as string | undefined, context);
        const all = [...items.values()];
        const end = place + limit;
        const nextCursor = end < all.length ? cursorAt(list, end, context) : null;
        return { status: 200, body: { items: all.slice(place, end), nextCursor } };
    };
}

/**
 * What changed since a cursor.
 *
 * @param isForBeginners whether a client that begins at the beginning is shown the item
 */
export function changeList<T>(
    list: string,
    log: ChangeLog<T>,
    isForBeginners: (item: T) => boolean,
    context: CursorContext,
): OperationHandler {
    return ({ query }: OperationCall): OperationResult => {
        const cursor = query['cursor'] as string | undefined;
        const place = placeOf(list, cursor, context);
        const page = log.after(place, query['limit'] as number, cursor === undefined ? isForBeginners : () => true);
        const nothingNew = cursor !== undefined && page.items.length === 0;
        const nextCursor = nothingNew ? cursor : cursorAt(list, page.place, context);
        return { status: 200, body: { items: page.items, nextCursor, hasMore: page.hasMore } };
    };
}

function placeOf(list: string, cursor: string | undefined, context: CursorContext): number {
    if (cursor === undefined) return 0;
    const found = decodeCursor(cursor, list);
    if (found === null) throw new Refusal(400, 'CURSOR_INVALID', 'The cursor is none of this list.');
    if (!isKnown(found, context.epoch, context.now()))
        throw new Refusal(410, 'CURSOR_EXPIRED', 'The cursor is no longer known. Begin again without one.');
    return found.place;
}

function cursorAt(list: string, place: number, { epoch, now }: CursorContext): string {
    return encodeCursor({ list, epoch, place, issuedAt: now() });
}
