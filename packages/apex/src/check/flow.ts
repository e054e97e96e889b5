import type { Statement } from '../syntax/ast.ts';

/**
 * Whether control never passes the end of a statement, as the platform's compiler judges it: `return` and `throw` do
 * not, an `if` with both branches, a `switch` with an else and a `try` neither when all their ways out do not. Loops
 * always count as passable, even `while (true)`.
 */
export function neverCompletes(statement: Statement): boolean {
    switch (statement.kind) {
        case 'ReturnStatement':
        case 'ThrowStatement':
            return true;
        case 'Block':
            return statement.statements.some(neverCompletes);
        case 'IfStatement':
            return statement.else !== null && neverCompletes(statement.then) && neverCompletes(statement.else);
        case 'SwitchStatement':
            return (
                statement.otherwise !== null &&
                neverCompletes(statement.otherwise) &&
                statement.clauses.every((clause) => neverCompletes(clause.body))
            );
        case 'TryStatement':
            return neverCompletes(statement.block) && statement.catches.every((clause) => neverCompletes(clause.body));
        case 'RunAsStatement':
            return neverCompletes(statement.body);
        default:
            return false;
    }
}

/** The first statement that can never run because the one before it never completes. */
export function firstUnreachable(statements: readonly Statement[]): Statement | undefined {
    const end = statements.findIndex(neverCompletes);
    return end < 0 ? undefined : statements[end + 1];
}
