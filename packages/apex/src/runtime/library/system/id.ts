import { current } from '../../context.ts';
import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import { isValidId, keyPrefix, restoreCasing, toId } from '../../values/id.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';

export const idLibrary: TypeLibrary = {
    type: 'System.Id',
    statics: {
        'valueOf(String)': (text: string | null) => toId(required(text)),
        'valueOf(String,Boolean)': (text: string | null, restore: boolean | null) =>
            required(restore) ? restoreCasing(required(text)) : toId(required(text)),
    },
    methods: {
        'equals(String)': (self: string, other: string | null) =>
            nonNull(self) === (other !== null && isValidId(other) ? toId(other) : other),
        'getSobjectType()': (self: string) => sobjectTypeOf(self),
        'to15()': (self: string) => self.slice(0, 15),
    },
};

/** @throws System.SObjectException for a key prefix that the org does not know */
function sobjectTypeOf(id: string): SObjectTypeToken {
    const info = current.transaction.schema.sobjectByKeyPrefix(keyPrefix(id));
    if (info === undefined) throwApex('System.SObjectException', `Cannot locate Apex Type for ID: ${id}`);
    return SObjectTypeToken.of(info);
}
