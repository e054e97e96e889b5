import type { SoqlField, SoqlFieldType, SoqlObject } from '../schema.ts';
import type { StoredRow } from '../source.ts';
import { foldText } from '../evaluate/text.ts';
import type { SearchGroup, SearchTerm } from './ast.ts';
import { wordsOf } from './words.ts';

const searchable: ReadonlySet<SoqlFieldType> = new Set<SoqlFieldType>([
    'string',
    'textarea',
    'longtextarea',
    'email',
    'phone',
    'url',
    'autonumber',
    'combobox',
]);

/** The fields that a search looks into. */
export function fieldsOfGroup({ fields, nameFields }: SoqlObject, group: SearchGroup): readonly SoqlField[] {
    switch (group) {
        case 'NAME':
            return nameFields;
        case 'EMAIL':
            return fields.filter(({ type }) => type === 'email');
        case 'PHONE':
            return fields.filter(({ type }) => type === 'phone');
        case 'ALL':
        case 'SIDEBAR':
            return fields.filter(({ type, formula }) => searchable.has(type) && !formula);
    }
}

/** Whether a row has what the term asks for. Words may be in different fields; those of a phrase are in one. */
export function rowTest(term: SearchTerm, fields: readonly SoqlField[]): (row: StoredRow) => boolean {
    const test = termTest(term);
    const slots = fields.map(({ slot }) => slot);
    return (row) => {
        const texts: string[][] = [];
        for (const slot of slots) {
            const value = row[slot];
            if (typeof value === 'string') texts.push(wordsOf(value));
        }
        return test(texts);
    };
}

type TextsTest = (texts: readonly (readonly string[])[]) => boolean;

function termTest(term: SearchTerm): TextsTest {
    switch (term.kind) {
        case 'word': {
            const test = wordTest(term.pattern);
            return (texts) => texts.some((words) => words.some(test));
        }
        case 'phrase':
            return (texts) => texts.some((words) => containsPhrase(words, term.words));
        case 'not': {
            const test = termTest(term.term);
            return (texts) => !test(texts);
        }
        case 'and':
        case 'or': {
            const tests = term.terms.map(termTest);
            return term.kind === 'and'
                ? (texts) => tests.every((test) => test(texts))
                : (texts) => tests.some((test) => test(texts));
        }
    }
}

function wordTest(pattern: string): (word: string) => boolean {
    const parts = foldText(pattern).match(/\\.|[^\\]/gs) ?? [];
    if (!parts.some((part) => part === '*' || part === '?')) {
        const wanted = parts.map((part) => part.replace('\\', '')).join('');
        return (word) => word === wanted;
    }
    const source = parts.map((part) => (part === '*' ? '.*' : part === '?' ? '.' : literal(part)));
    const expression = new RegExp(`^${source.join('')}$`, 's');
    return (word) => expression.test(word);
}

function literal(part: string): string {
    return part.replace(/^\\/, '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function containsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
    if (phrase.length === 0) return false;
    return words.some((_, start) => phrase.every((word, offset) => words[start + offset] === word));
}
