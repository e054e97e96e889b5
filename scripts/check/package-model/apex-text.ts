const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'/g;

/** Apex with comments and texts blanked out, so that words are code; every line keeps its number. */
export function codeOf(apex: string): string {
    return apex.replace(COMMENT_OR_TEXT, (text) => text.replace(/[^\n]/g, ' '));
}

export interface ApexClassHead {
    name: string;
    line: number;
    isAbstract: boolean;
    superclass: string | undefined;
    /** Without namespaces and type arguments, in lower case. */
    interfaces: readonly string[];
}

const CLASS =
    /\b((?:abstract|virtual|with|without|inherited|sharing|public|global|private|\s)*)class\s+(\w+)\s*([^{]*)\{/gi;

/** Every class of a file, inner ones included. */
export function classHeads(apex: string): ApexClassHead[] {
    const code = codeOf(apex);
    return [...code.matchAll(CLASS)].map((match) => {
        const [, modifiers = '', name = '', heritage = ''] = match;
        const nameAt = match.index + match[0].toLowerCase().indexOf('class');
        return {
            name,
            line: code.slice(0, nameAt).split('\n').length,
            isAbstract: /\babstract\b/i.test(modifiers),
            superclass: /\bextends\s+([\w.]+)/i.exec(heritage)?.[1]?.split('.').at(-1),
            interfaces: interfacesIn(heritage),
        };
    });
}

function interfacesIn(heritage: string): string[] {
    const list = /\bimplements\b([\s\S]*)$/i.exec(heritage)?.[1] ?? '';
    return list
        .replace(/<[^<>]*(?:<[^<>]*>[^<>]*)*>/g, '')
        .split(',')
        .map((name) => name.trim().split('.').at(-1)?.toLowerCase() ?? '')
        .filter((name) => name !== '');
}
