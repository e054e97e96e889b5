import type {
    AnonymousUnitContext,
    CompilationUnitContext,
    ModifierContext,
    StatementContext,
    TriggerCaseContext,
    TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type {
    AnonymousUnit,
    ClassUnit,
    FieldDeclaration,
    LocalVariableStatement,
    Member,
    SourceSpan,
    Statement,
    TriggerEvent,
    TriggerUnit,
} from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, spanOf } from './context.ts';
import type { DeclarationContext } from './declarations.ts';
import { buildMember, buildTypeDeclaration } from './declarations.ts';
import { simpleName } from './names.ts';
import { buildStatement } from './statements.ts';

export function buildClassUnit(context: BuildContext, ctx: CompilationUnitContext): ClassUnit {
    const declaration = buildTypeDeclaration(context, ctx.typeDeclaration());
    return { kind: 'ClassUnit', ...wholeFile(context), declaration };
}

export function buildTriggerUnit(context: BuildContext, ctx: TriggerUnitContext): TriggerUnit {
    const body = splitBody(context, ctx.triggerBlock().triggerBlockMember_list(), (member) =>
        member.triggerMemberDeclaration(),
    );
    return {
        kind: 'TriggerUnit',
        ...wholeFile(context),
        name: simpleName(context, ctx.id(0)),
        object: simpleName(context, ctx.id(1)),
        events: ctx.triggerCase_list().flatMap((event) => buildEvent(context, event)),
        ...body,
    };
}

export function buildAnonymousUnit(context: BuildContext, ctx: AnonymousUnitContext): AnonymousUnit {
    const body = splitBody(context, ctx.anonymousBlock().anonymousBlockMember_list(), (member) =>
        member.anonymousMemberDeclaration(),
    );
    return { kind: 'AnonymousUnit', ...wholeFile(context), ...body };
}

interface BodyMemberContext {
    statement(): StatementContext;
    modifier_list(): ModifierContext[];
}

/** The grammar reads `Integer i = 1;` as a field here; unless it is static, it is a local variable. */
function splitBody<M extends BodyMemberContext>(
    context: BuildContext,
    list: readonly M[],
    declarationOf: (member: M) => DeclarationContext,
): { statements: Statement[]; members: Member[] } {
    const statements: Statement[] = [];
    const members: Member[] = [];
    for (const item of list) {
        const statement = item.statement();
        if (statement) {
            statements.push(buildStatement(context, statement));
            continue;
        }
        const member = buildMember(context, declarationOf(item), item.modifier_list());
        if (member.kind === 'FieldDeclaration' && !member.modifiers.keywords.includes('static')) {
            statements.push(asLocalVariable(member));
        } else {
            members.push(member);
        }
    }
    return { statements, members };
}

function asLocalVariable(field: FieldDeclaration): LocalVariableStatement {
    return { ...field, kind: 'LocalVariableStatement' };
}

const EVENTS: ReadonlySet<string> = new Set<TriggerEvent>([
    'before insert',
    'before update',
    'before delete',
    'after insert',
    'after update',
    'after delete',
    'after undelete',
]);

function buildEvent(context: BuildContext, ctx: TriggerCaseContext): TriggerEvent[] {
    const event = `${ctx.start.text} ${ctx.stop?.text ?? ''}`.toLowerCase();
    if (EVENTS.has(event)) return [event as TriggerEvent];
    reportSyntax(context, spanOf(ctx), 'Trigger Usage Before Undelete is not supported');
    return [];
}

function wholeFile(context: BuildContext): SourceSpan {
    return { line: 1, column: 1, start: 0, end: context.source.length };
}
