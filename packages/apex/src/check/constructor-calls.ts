import { type ApexType, classType, voidType } from '../bind/types.ts';
import type { MethodCallExpression } from '../syntax/ast.ts';
import { setType } from './annotations.ts';
import { convertArguments } from './calls.ts';
import type { BodyContext } from './context.ts';
import { constructorsOf } from './creation.ts';
import { checkExpression } from './expressions.ts';
import { chooseOverload } from './overloads.ts';
import { isCallable } from './visibility.ts';
import { candidateSignature, parameterList } from './wording.ts';

/** `this(...)` and `super(...)` */
export function checkConstructorCall(call: MethodCallExpression, context: BodyContext): ApexType {
    const { enclosing, constructorCall } = context;
    const keyword = call.name.text.toLowerCase();
    if (constructorCall?.kind !== 'ExpressionStatement' || constructorCall.expression !== call) {
        context.error(call, `Call to '${keyword}()' must be the first statement in a constructor method`);
    }
    context.inConstructorCall = true;
    const argumentTypes = call.arguments.map((argument) => checkExpression(argument, context));
    context.inConstructorCall = false;
    const target = enclosing === null ? null : keyword === 'this' ? classType(enclosing) : enclosing.superclass;
    // a class without superclass may call super(): Object has a constructor too, which does nothing
    if (target === null && argumentTypes.length === 0) return setType(call, voidType);
    const candidates = target?.kind === 'class' ? constructorsOf(target, context) : [];
    const notFound = `No constructor defined: void <init>${parameterList(argumentTypes)}`;
    const chosen = chooseOverload({ at: call, name: '<init>', candidates, argumentTypes, notFound }, context);
    if (chosen === undefined) return setType(call, voidType);
    if (!isCallable(chosen.method, context))
        context.error(call, `Method is not visible: ${candidateSignature(chosen)}`);
    convertArguments(call.arguments, argumentTypes, chosen, context);
    return setType(call, voidType, {
        kind: 'method',
        call: { method: chosen.method, dispatch: 'constructor', implicit: true, resultIsBoxed: false },
    });
}
