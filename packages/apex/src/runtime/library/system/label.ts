import { current } from '../../context.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import { nonNull } from '../receiver.ts';

/** @throws System.IllegalArgumentException when there is no such label */
function get(namespace: string | null, name: string | null): string {
    const text = current.transaction.schema.label(namespace ?? '', nonNull(name));
    return text ?? throwApex('System.IllegalArgumentException', `Custom label ${name} does not exist`);
}

export const labelLibrary: TypeLibrary = {
    type: 'System.Label',
    statics: { 'get(String,String)': get },
};
