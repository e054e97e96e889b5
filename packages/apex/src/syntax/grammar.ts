/**
 * Runs the grammar of `@apexdevtools/apex-parser` over one source.
 *
 * The first pass predicts with SLL, which caches its decisions far better, and with shortcuts; both may refuse a source
 * that is valid. Only such a file is parsed again with full LL, whose verdict and error messages count.
 */

import {
    ApexErrorListener,
    ApexLexer,
    ApexParser,
    ApexParserFactory,
    CaseInsensitiveInputStream,
} from '@apexdevtools/apex-parser';
import type {
    AnonymousUnitContext,
    ApexToken,
    ApexTokenStream,
    CompilationUnitContext,
    TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import { takeShortcuts } from './prediction.ts';
import type { SyntaxErrorAt } from './syntax-errors.ts';
import { deadEnd, parserError, unreadableText, unusableToken } from './syntax-errors.ts';

export type UnitKind = 'class' | 'trigger' | 'anonymous';

export type UnitContext = CompilationUnitContext | TriggerUnitContext | AnonymousUnitContext;

/** `tree` is null when there are errors: a tree with holes would reach the builders otherwise. */
export type GrammarResult = { tree: UnitContext; tokens: ApexToken[] } | { tree: null; errors: SyntaxErrorAt[] };

/** The values that ANTLR gives its prediction modes; the package does not export the names. */
const SLL = 0;
const LL = 1;

const BYTE_ORDER_MARK = '\uFEFF';

export function runGrammar(kind: UnitKind, source: string): GrammarResult {
    const stream = tokenize(source.startsWith(BYTE_ORDER_MARK) ? ` ${source.slice(1)}` : source);
    const unreadable = readAll(stream, source);
    if (unreadable.length > 0) return { tree: null, errors: unreadable };
    const quick = runParser(kind, quickParser(stream));
    if (quick) return { tree: quick, tokens: stream.tokens };
    const listener = new ErrorCollector(stream.tokens, watchLookahead(stream));
    const tree = runParser(kind, exactParser(stream, listener));
    if (tree && listener.errors.length === 0) return { tree, tokens: stream.tokens };
    return { tree: null, errors: listener.errors };
}

/** Offsets count UTF-16 units, as JavaScript strings do; the package's own factory would count code points. */
function tokenize(source: string): ApexTokenStream {
    const lexer = new ApexLexer(new CaseInsensitiveInputStream(maskLikeEscapes(source), false));
    lexer.removeErrorListeners();
    return ApexParserFactory.createTokenStream(lexer);
}

/**
 * `LIKE 'a\%'` in a query: the lexer knows only the escapes of Apex. What it reads is masked at equal length; the
 * query's text comes from the source itself.
 */
function maskLikeEscapes(source: string): string {
    return source.replace(/\blike\s+'(?:[^'\\\r\n]|\\.)*'/gi, (condition) => condition.replace(/\\[%_]/g, '__'));
}

function readAll(stream: ApexTokenStream, source: string): SyntaxErrorAt[] {
    const listener = new UnreadableTextCollector();
    stream.tokenSource.addErrorListener(listener);
    stream.fill();
    const errors = listener.errors;
    for (const [index, token] of stream.tokens.entries()) {
        const error = unusableToken(token, stream.tokens[index + 1], source);
        if (error) errors.push(error);
    }
    return errors.sort((first, second) => first.line - second.line || first.column - second.column);
}

function quickParser(stream: ApexTokenStream): ApexParser {
    const parser = new ApexParser(stream);
    parser.removeErrorListeners();
    parser.addErrorListener(new StopAtFirstError());
    parser._interp.predictionMode = SLL;
    takeShortcuts(parser);
    return parser;
}

function exactParser(stream: ApexTokenStream, listener: ApexErrorListener): ApexParser {
    const parser = new ApexParser(stream);
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    parser._interp.predictionMode = LL;
    return parser;
}

/** Null where a parser stopped at its first error. */
function runParser(kind: UnitKind, parser: ApexParser): UnitContext | null {
    try {
        switch (kind) {
            case 'class':
                return parser.compilationUnit();
            case 'trigger':
                return parser.triggerUnit();
            case 'anonymous':
                return parser.anonymousUnit();
        }
    } catch (error) {
        if (error instanceof FirstErrorReached) return null;
        throw error;
    }
}

class FirstErrorReached extends Error {}

class StopAtFirstError extends ApexErrorListener {
    override apexSyntaxError(): void {
        throw new FirstErrorReached();
    }
}

class UnreadableTextCollector extends ApexErrorListener {
    readonly errors: SyntaxErrorAt[] = [];

    override apexSyntaxError(line: number, column: number, message: string): void {
        this.errors.push(unreadableText(line, column + 1, message));
    }
}

/** Rewinds the stream and answers, from then on, the furthest token that was looked at. */
function watchLookahead(stream: ApexTokenStream): () => number {
    const cursor = stream as unknown as { index: number; seek(index: number): void; consume(): void };
    const consume = cursor.consume.bind(cursor);
    let furthest = 0;
    cursor.seek(0);
    cursor.consume = () => {
        consume();
        furthest = Math.max(furthest, cursor.index);
    };
    return () => furthest;
}

type SyntaxErrorArguments = Parameters<ApexErrorListener['syntaxError']>;

/**
 * Goes on after an error that one inserted or skipped token repairs; what follows any other error is guesswork.
 *
 * A prediction that finds no way on falls back to an alternative that was complete earlier, and the parser then
 * stumbles before the place where the source is wrong: that place is the furthest token that was looked at.
 */
class ErrorCollector extends ApexErrorListener {
    readonly errors: SyntaxErrorAt[] = [];
    readonly #tokens: readonly ApexToken[];
    readonly #furthest: () => number;
    #lost = false;

    constructor(tokens: readonly ApexToken[], furthest: () => number) {
        super();
        this.#tokens = tokens;
        this.#furthest = furthest;
    }

    override syntaxError(
        _recognizer: SyntaxErrorArguments[0],
        offending: SyntaxErrorArguments[1],
        _line: number,
        _column: number,
        message: string,
    ): void {
        if (this.#lost) return;
        const index = (offending as ApexToken).tokenIndex;
        const furthest = this.#furthest();
        if (this.errors.length === 0 && furthest > index) {
            this.errors.push(deadEnd(this.#tokens, furthest));
            this.#lost = true;
            return;
        }
        const { error, recovered } = parserError(this.#tokens, index, message);
        this.errors.push(error);
        this.#lost = !recovered;
    }

    override apexSyntaxError(): void {
        // Never reached: `syntaxError` above keeps the offending token, which this form of the call drops.
    }
}
