import type { ClassDeclaration, InterfaceDeclaration, MethodDeclaration } from '../../syntax/ast.ts';
import { type DeclarationScope, hasKeyword } from './element.ts';

/** Which methods of a class have a body, and what a class of the second level may not hold. */
export function checkBodiesOf(declaration: ClassDeclaration, scope: DeclarationScope): void {
    for (const member of declaration.members) {
        if (member.kind === 'MethodDeclaration') checkBody(member, scope);
        if (member.kind === 'InitializerBlock' && member.static && scope.symbol.outer !== null) {
            scope.error(member, 'Inner types are not allowed to have static blocks');
        }
        if (
            member.kind === 'ConstructorDeclaration' &&
            member.name.text.toLowerCase() !== scope.symbol.name.toLowerCase()
        ) {
            scope.error(member.name, `Invalid constructor name: ${member.name.text}`);
        }
    }
}

function checkBody(method: MethodDeclaration, scope: DeclarationScope): void {
    const isAbstract = hasKeyword(method.modifiers, 'abstract');
    if (isAbstract && method.body !== null) scope.error(method.name, 'Abstract methods cannot have a body');
    if (!isAbstract && method.body === null) scope.error(method.name, 'Method must have a body');
}

/** Methods of interfaces take no modifiers at all: what is written is where the platform's parser stops. */
export function checkInterfaceMethods(declaration: InterfaceDeclaration, scope: DeclarationScope): void {
    for (const { modifiers } of declaration.methods) {
        const [first] = modifiers.keywords;
        if (modifiers.annotations.length > 0) scope.error(modifiers.span, "Expecting '}' but was: '@'");
        else if (first !== undefined) scope.error(modifiers.span, `Expecting '}' but was: '${first.split(' ')[0]}'`);
    }
}
