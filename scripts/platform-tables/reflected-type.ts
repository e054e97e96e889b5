/** What ReflectTypes.java prints, one a line: a class in the words of Java reflection. */
export interface ReflectedType {
    /** Binary name: `com.nawforce.runforce.Database.DMLOptions$EmailHeader`. */
    readonly name: string;
    readonly kind: 'class' | 'interface' | 'enum';
    readonly abstract: boolean;
    readonly typeParameters: readonly string[];
    readonly superclass: string | null;
    readonly interfaces: readonly string[];
    readonly constructors: readonly { readonly parameters: readonly ReflectedParameter[] }[];
    readonly methods: readonly ReflectedMethod[];
    readonly fields: readonly ReflectedField[];
}

export interface ReflectedParameter {
    readonly name: string | null;
    readonly type: string;
}

export interface ReflectedMethod {
    readonly name: string;
    readonly static: boolean;
    readonly returns: string;
    readonly parameters: readonly ReflectedParameter[];
}

export interface ReflectedField {
    readonly name: string;
    readonly static: boolean;
    readonly enumConstant: boolean;
    readonly type: string;
}
