/** The pattern is malformed: java.util.regex.PatternSyntaxException, with its message. */
export class RegexSyntaxError extends Error {
    constructor(description: string, pattern: string, index: number) {
        const marked = index >= 0 && index < pattern.length;
        const indent = pattern.slice(0, Math.max(index, 0)).replaceAll(/[^\t]/g, ' ');
        const near = index >= 0 ? ` near index ${index}` : '';
        super(`${description}${near}\n${pattern}${marked ? `\n${indent}^` : ''}`);
        this.name = 'RegexSyntaxError';
    }
}

/** The pattern is valid in Java but uses what this engine does not have; a wrong match would be worse. */
export class RegexUnsupportedError extends Error {
    constructor(construct: string, pattern: string) {
        super(`Regular expression construct ${construct} is not supported: ${pattern}`);
        this.name = 'RegexUnsupportedError';
    }
}

/** Matching read more characters than the platform lets it. */
export class RegexTooComplicatedError extends Error {
    constructor() {
        super('Regex too complicated');
        this.name = 'RegexTooComplicatedError';
    }
}
