import stringWidth from 'string-width';

const ELLIPSIS = '…';

/** Columns that a text takes in a terminal. */
export function widthOf(text: string): number {
    return stringWidth(text);
}

/** The text in at most so many columns; what was left out is marked. Takes no text with colours. */
export function fit(text: string, columns: number): string {
    const line = text.replaceAll(/\s*\n\s*/g, ' ');
    if (widthOf(line) <= columns) return line;
    let result = '';
    for (const character of line) {
        if (widthOf(result + character) > columns - 1) break;
        result += character;
    }
    return columns < 1 ? '' : `${result}${ELLIPSIS}`;
}

/** The text in exactly so many columns. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
    const space = ' '.repeat(Math.max(0, columns - widthOf(text)));
    return side === 'left' ? text + space : space + text;
}

/** `1 row`, `2 rows` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
    return `${number} ${number === 1 ? noun : plural}`;
}
