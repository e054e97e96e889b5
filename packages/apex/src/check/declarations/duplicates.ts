import type { MethodSymbol } from '../../bind/symbols.ts';
import type { ClassDeclaration, EnumDeclaration, SourceSpan } from '../../syntax/ast.ts';
import { methodSignature, symbolName } from '../wording.ts';
import type { DeclarationScope } from './element.ts';

/** Two methods or constructors with the same parameters. Return type, case and `static` make no difference. */
export function checkDuplicateMethods(scope: DeclarationScope): void {
    const { symbol } = scope;
    for (const overloads of [...symbol.methods.values(), symbol.constructors]) {
        const seen = new Set<string>();
        for (const method of overloads) {
            const key = method.parameterTypes.map((type) => type.key).join(',');
            if (seen.has(key)) scope.error(placeOf(method, scope), alreadyDefined(method));
            seen.add(key);
        }
    }
}

function alreadyDefined(method: MethodSymbol): string {
    const name = method.name === 'new' ? '<init>' : method.name;
    return `Method already defined: ${name} ${methodSignature(method)} from the type ${symbolName(method.owner)}`;
}

function placeOf(method: MethodSymbol, { symbol }: DeclarationScope): SourceSpan {
    const at = method.declaration?.name ?? symbol.declaration;
    if (at == null) throw new Error('A method was declared twice without a declaration.');
    return at;
}

/** Two inner types of one name, or one named like the class around it. */
export function checkDuplicateTypes(declaration: ClassDeclaration, scope: DeclarationScope): void {
    const seen = new Set<string>();
    const outer = scope.symbol.displayName;
    for (const member of declaration.members) {
        if (
            member.kind !== 'ClassDeclaration' &&
            member.kind !== 'InterfaceDeclaration' &&
            member.kind !== 'EnumDeclaration'
        )
            continue;
        const lower = member.name.text.toLowerCase();
        if (lower === scope.symbol.name.toLowerCase()) {
            scope.error(member.name, `Type name already in use: ${outer}`);
        } else if (seen.has(lower)) {
            scope.error(member.name, `Type name already in use: ${outer}.${member.name.text}`);
        }
        seen.add(lower);
    }
}

export function checkDuplicateConstants(declaration: EnumDeclaration, scope: DeclarationScope): void {
    const seen = new Set<string>();
    for (const constant of declaration.constants) {
        const lower = constant.text.toLowerCase();
        if (seen.has(lower)) scope.error(constant, `Duplicate field: ${constant.text}`);
        seen.add(lower);
    }
}
