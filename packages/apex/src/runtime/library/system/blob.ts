import type { TypeLibrary } from '../../library.ts';
import { ApexBlob } from '../../values/blob.ts';
import { required } from '../../values/null.ts';

export const blobLibrary: TypeLibrary = {
    type: 'System.Blob',
    statics: {
        'valueOf(String)': (text: string | null) => ApexBlob.ofText(required(text)),
    },
    methods: {
        'size()': (self: ApexBlob) => self.size,
        // other than with other types, null counts as an argument here
        'toString()': (self: ApexBlob | null) => required(self).toText(),
    },
};
