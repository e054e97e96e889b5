import { ApexList } from '../../../collections/list.ts';
import { ApexSet } from '../../../collections/set.ts';
import { throwApex } from '../../../exceptions.ts';
import { apexToString } from '../../../to-string.ts';
import { required } from '../../../values/null.ts';

/** `String.join(iterable, separator)`: commons-lang's, in which null elements are empty. */
export function join(values: unknown, separator: string | null): string {
    const between = required(separator);
    return elementsOf(required(values))
        .map((value) => (value === null ? '' : apexToString(value)))
        .join(between);
}

interface ApexIterator {
    hasnext$(): boolean;
    next$(): unknown;
}

function elementsOf(values: unknown): unknown[] {
    if (values instanceof ApexList) return values.items;
    if (values instanceof ApexSet) return values.values();
    if (typeof values === 'object' && values !== null && 'iterator$' in values) {
        const iterator = (values as { iterator$(): ApexIterator }).iterator$();
        const elements: unknown[] = [];
        while (iterator.hasnext$()) elements.push(iterator.next$());
        return elements;
    }
    throwApex('System.TypeException', 'Argument must be iterable.');
}
