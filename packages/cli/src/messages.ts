import { readFileSync } from 'node:fs';

/**
 * Texts of one command, from `messages/<name>.md`: each `# key` begins a text. `{0}`, `{1}` are replaced.
 */
export class Messages {
    private readonly texts: ReadonlyMap<string, string>;

    private constructor(texts: ReadonlyMap<string, string>) {
        this.texts = texts;
    }

    static load(name: string): Messages {
        const source = readFileSync(new URL(`../messages/${name}.md`, import.meta.url), 'utf8');
        const texts = source
            .split(/^# /m)
            .slice(1)
            .map((section) => {
                const end = section.indexOf('\n');
                return [section.slice(0, end).trim(), section.slice(end + 1).trim()] as const;
            });
        return new Messages(new Map(texts));
    }

    /** @throws Error for a key that the file does not have: a defect of ours */
    get(key: string, ...values: readonly (string | number)[]): string {
        const text = this.texts.get(key);
        if (text === undefined) throw new Error(`There is no message "${key}".`);
        return text.replaceAll(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
    }

    /** A text that is a bulleted list, as its items. */
    list(key: string): string[] {
        return this.get(key)
            .split(/^- /m)
            .map((item) => item.trim())
            .filter((item) => item !== '');
    }
}
