import { defineBuiltIn } from '../built-in-type.ts';
import { ApexMap } from '../collections/map.ts';
import { primitiveType } from '../types-registry.ts';

/** `System.PageReference`: an address with parameters; pages are not rendered. */
export class PageReference {
    path = '';
    readonly parameters = new ApexMap(primitiveType('String'), primitiveType('String'));
    readonly headers = new ApexMap(primitiveType('String'), primitiveType('String'));
    readonly cookies = new Map<string, unknown>();
    anchor: string | null = null;
    /** null: the page decides. */
    redirect: boolean | null = null;

    static parse(url: string): PageReference {
        const page = new PageReference();
        const hash = url.indexOf('#');
        const withoutAnchor = hash < 0 ? url : url.slice(0, hash);
        if (hash >= 0) page.anchor = url.slice(hash + 1);
        const question = withoutAnchor.indexOf('?');
        page.path = question < 0 ? withoutAnchor : withoutAnchor.slice(0, question);
        if (question >= 0) {
            const query = new URLSearchParams(withoutAnchor.slice(question + 1));
            for (const [name, value] of query) page.parameters.put(name, value);
        }
        return page;
    }

    url(): string {
        const query = new URLSearchParams();
        for (const [name, value] of this.parameters.store.entries) {
            if (value !== null) query.append(name as string, value as string);
        }
        const parameters = query.size === 0 ? '' : `?${query.toString()}`;
        return `${this.path}${parameters}${this.anchor === null ? '' : `#${this.anchor}`}`;
    }

    toString(): string {
        return `System.PageReference[${this.url()}]`;
    }
}

defineBuiltIn('System.PageReference', PageReference);
