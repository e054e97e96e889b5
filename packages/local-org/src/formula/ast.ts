export type Expression =
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly position: number }
    /** A field, a path of relationships to one, or a global such as `$User.Id`. */
    | { readonly kind: 'path'; readonly name: string; readonly position: number }
    | {
          readonly kind: 'call';
          readonly name: string;
          readonly values: readonly Expression[];
          readonly position: number;
      }
    | {
          readonly kind: 'unary';
          readonly operator: '-' | '+' | '!';
          readonly value: Expression;
          readonly position: number;
      }
    | {
          readonly kind: 'binary';
          readonly operator: BinaryOperator;
          readonly left: Expression;
          readonly right: Expression;
          readonly position: number;
      };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&&' | '||';
