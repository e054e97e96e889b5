import type { SourceSpan } from '../../syntax/ast.ts';
import type { Reporter } from './element.ts';

const LONGEST_URL = 255;

/** The `urlMapping` of a REST resource (Apex Developer Guide, "RestResource Annotation"). */
export function checkRestUrl(url: string, at: SourceSpan, scope: Reporter): void {
    const sentence = fault(url);
    if (sentence !== undefined) scope.error(at, `Rest Resource url ${sentence}`);
}

function fault(url: string): string | undefined {
    if (url === '') return 'cannot be empty';
    if (url.length > LONGEST_URL) return `cannot be longer than ${LONGEST_URL} characters`;
    if (!url.startsWith('/')) return "must begin with a forward slash, '/'";
    for (let star = url.indexOf('*'); star >= 0; star = url.indexOf('*', star + 1)) {
        if (url[star - 1] !== '/') return "wildcard, '*', must be preceded by a forward slash, '/'";
        const next = url[star + 1];
        if (next !== undefined && next !== '/')
            return "wildcard, '*', must be followed by a forward slash, '/', or be the last character";
    }
    return undefined;
}
