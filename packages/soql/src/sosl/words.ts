import { foldText } from '../evaluate/text.ts';

/** The words of a text as the search index has them: letters, digits and their marks, in upper case. */
export function wordsOf(text: string): string[] {
    return foldText(text).match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
}
