import { blocking, type TypeLibrary } from '../../library.ts';
import { queryRequest, searchRecords } from '../../queries.ts';
import { nonNull } from '../receiver.ts';
import { accessOf } from './access-level.ts';

const query = blocking((text: string, access?: unknown) =>
    searchRecords(queryRequest(nonNull(text), new Map(), accessOf(access, null), true)),
);

export const searchLibrary: TypeLibrary = {
    type: 'System.Search',
    statics: { 'query(String)': query, 'query(String,AccessLevel)': query },
};
