import { inherits } from '../../bind/members.ts';
import type { ClassDeclaration } from '../../syntax/ast.ts';
import { knownTypes } from '../known-types.ts';
import { parameterList, symbolName } from '../wording.ts';
import { type DeclarationScope, findAnnotation } from './element.ts';

/** What a class is that extends Exception, and what it may not be (Apex Developer Guide, "Create Custom Exceptions"). */
export function checkExceptionClass(declaration: ClassDeclaration, scope: DeclarationScope): void {
    const { symbol, universe } = scope;
    const known = knownTypes(universe);
    const extendsException = inherits(symbol, known.exception.symbol);
    const isNamedSo = symbol.name.toLowerCase().endsWith('exception');
    if (extendsException && !isNamedSo) {
        scope.error(
            declaration.name,
            `Classes extending Exception must have a name ending in Exception: ${symbolName(symbol)}`,
        );
    }
    if (!extendsException) {
        const wrong = symbol.superclass?.kind === 'class' ? symbol.superclass.symbol : symbol;
        if (isNamedSo && !hasUnknownSuperclass(declaration, scope)) {
            scope.error(declaration.name, `Exception class must extend another Exception class: ${symbolName(wrong)}`);
        }
        return;
    }
    if (symbol.outer === null && findAnnotation(symbol.annotations, 'istest') !== undefined) {
        scope.error(declaration.name, 'Only top-level non-exception class types can be marked as tests');
    }
    const given = new Set(['', known.string.key, known.exception.key, `${known.string.key},${known.exception.key}`]);
    for (const { declaration: constructor, parameterTypes } of symbol.constructors) {
        if (constructor === null || !given.has(parameterTypes.map(({ key }) => key).join(','))) continue;
        scope.error(
            constructor,
            `System exception constructor already defined: void <init>${parameterList(parameterTypes)}`,
        );
    }
}

/** Then the unknown name has been reported, and nothing is known of the class. */
function hasUnknownSuperclass(declaration: ClassDeclaration, { symbol }: DeclarationScope): boolean {
    return declaration.superclass !== null && symbol.superclass === null;
}
