import { defineBuiltIn } from '../../built-in-type.ts';
import { current } from '../../context.ts';
import type { TypeLibrary } from '../../library.ts';

/** `System.Collator`: compares text by the rules of the running user's locale. A Comparator to `List.sort`. */
class Collator {
    private readonly rules: Intl.Collator;

    constructor(locale: string) {
        this.rules = new Intl.Collator(locale.replaceAll('_', '-'));
    }

    compare$object$object(left: string | null, right: string | null): number {
        if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
        return this.rules.compare(left, right);
    }

    compare$string$string(left: string | null, right: string | null): number {
        return this.compare$object$object(left, right);
    }
}

defineBuiltIn('System.Collator', Collator);

export const collatorLibrary: TypeLibrary = {
    type: 'System.Collator',
    statics: { 'getInstance()': () => new Collator(current.transaction.user.locale) },
    methods: {
        'compare(String,String)': (collator: Collator, left: string | null, right: string | null) =>
            collator.compare$object$object(left, right),
    },
};
