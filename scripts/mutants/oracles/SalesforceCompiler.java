import apex.common.base.Initializer;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.ast.visitor.AdditionalPassScope;
import apex.jorje.semantic.ast.visitor.AstVisitor;
import apex.jorje.semantic.common.EmptySymbolProvider;
import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.semantic.compiler.sfdc.SymbolProvider;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.MultipleFieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldInfo;
import apex.jorje.semantic.symbol.member.method.MethodInfo;
import apex.jorje.semantic.symbol.member.method.MethodTable;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.member.method.StandardMethodTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.BasicType;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.semantic.symbol.type.UnitType;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks Salesforce's own Apex compiler for its errors.
 *
 * <p>usage: java SalesforceCompiler WORLD. WORLD is a JSON file: `types` are declarations of platform types in Apex by
 * "namespace/name", `classes` the project's own by name, `objects` are sObjects by name, `labels` are names of labels; all
 * keys in lower case. Then standard input has one JSON job a line, {"id", "checked": [{"path", "text"}], "without": [name]},
 * and standard output one answer a line, {"id", "errors": [{"path", "line", "column", "message"}]}. The project's classes
 * are there to be referred to, except those that the job does without: they are parsed when they are asked for, and their
 * own errors are not reported.
 *
 * <p>The compiler has neither platform types nor objects of its own; it asks for them by name, in Java's notation
 * ("system/http", "outer$inner"), in the order in which Apex looks names up.
 */
public final class SalesforceCompiler {
    private static final Gson GSON = new Gson();
    private static final String CORE = "com/salesforce/api/";

    private final JsonObject world;

    private SalesforceCompiler(JsonObject world) {
        this.world = world;
    }

    public static void main(String[] args) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SalesforceCompiler compiler = new SalesforceCompiler(GSON.fromJson(Files.readString(Path.of(args[0])), JsonObject.class));
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = jobs.readLine()) != null; ) {
            answers.println(GSON.toJson(compiler.answer(GSON.fromJson(line, JsonObject.class))));
        }
    }

    private JsonObject answer(JsonObject job) {
        JsonObject answer = new JsonObject();
        answer.add("id", job.get("id"));
        try {
            answer.add("errors", compile(job));
        } catch (Exception | Error failure) {
            // The compiler asserts what it believes its own parser guarantees; such a job has no verdict.
            answer.addProperty("failure", failure.toString());
        }
        return answer;
    }

    private JsonArray compile(JsonObject job) {
        Map<SourceFile, String> checked = new IdentityHashMap<>();
        List<SourceFile> sources = new ArrayList<>();
        for (var each : job.getAsJsonArray("checked")) {
            JsonObject file = each.getAsJsonObject();
            SourceFile source = SourceFile.builder().setBody(file.get("text").getAsString()).build();
            checked.put(source, file.get("path").getAsString());
            sources.add(source);
        }
        JsonArray errors = new JsonArray();
        for (CodeUnit unit : new Session(job.getAsJsonArray("without")).compile(sources)) {
            String path = checked.get(unit.getSourceFile());
            if (path == null) continue;
            for (var error : unit.getErrors().get()) {
                JsonObject found = new JsonObject();
                found.addProperty("path", path);
                found.addProperty("line", error.getLoc().getLine());
                found.addProperty("column", error.getLoc().getColumn());
                found.addProperty("message", error.getError());
                errors.add(found);
            }
        }
        return errors;
    }

    /** One compilation: what it has resolved belongs to it alone. */
    private final class Session {
        private final Set<String> without = new HashSet<>();
        private final Map<String, TypeInfo> found = new HashMap<>();
        private final Set<String> attaching = new HashSet<>();
        private SymbolResolver resolver;
        private ApexCompiler compiler;

        Session(JsonArray without) {
            for (var name : without) this.without.add(name.getAsString());
        }

        List<CodeUnit> compile(List<SourceFile> sources) {
            CompilationInput input = new CompilationInput(sources, symbols(), new TestAccessEvaluator(),
                new TestQueryValidators.Noop(), new AstVisitor<AdditionalPassScope>() { }, NoopCompilerProgressCallback.get());
            compiler = ApexCompiler.builder().setInput(input).build();
            return compiler.compile(CompilerStage.VALIDATE);
        }

        /** A proxy, because the interface names many kinds of components that no project of ours has. */
        private SymbolProvider symbols() {
            SymbolProvider empty = EmptySymbolProvider.get();
            return (SymbolProvider) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {SymbolProvider.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "find" -> {
                        resolver = (SymbolResolver) args[0];
                        TypeInfo type = find(((String) args[2]).toLowerCase());
                        yield type == null ? method.invoke(empty, args) : type;
                    }
                    case "getSObjectType" -> object(((String) args[1]).toLowerCase());
                    case "getAggregateResultType" -> object("aggregateresult");
                    case "hasLabelField" -> world.getAsJsonObject("labels").has(((String) args[2]).toLowerCase());
                    default -> method.invoke(empty, args);
                });
        }

        /**
         * The compiler asks for one type under several names: "com/salesforce/api/system/http" where it holds the type to
         * be part of the platform's core, "system/http" otherwise, and "outer$inner" whether or not it knows the outer one.
         */
        private TypeInfo find(String asked) {
            String name = asked.startsWith(CORE) ? asked.substring(CORE.length()) : asked;
            if (name.startsWith("entity/")) return object(name.substring("entity/".length()));
            if (found.containsKey(name)) return found.get(name);
            if (name.equals("system/apexbaseexception")) return exceptionBase();
            if (name.equals("system/database")) return database();
            int inner = name.indexOf('$');
            SourceFile source = sourceOf(inner < 0 ? name : name.substring(0, inner));
            if (source == null || !attaching.add(name)) return null;
            TypeInfo type;
            if (inner < 0) {
                type = compiler.attachSource(resolver, source, name);
            } else {
                type = find(name.substring(0, inner)) == null ? null : resolver.get(name);
            }
            attaching.remove(name);
            if (type != null) found.put(name, type);
            return type;
        }

        private SourceFile sourceOf(String name) {
            JsonObject classes = world.getAsJsonObject("classes");
            if (classes.has(name) && !without.contains(name))
                return SourceFile.builder().setBody(classes.get(name).getAsString()).setMocked(true).build();
            JsonObject type = world.getAsJsonObject("types").getAsJsonObject(name);
            if (type == null) return null;
            return SourceFile.builder().setBody(type.get("text").getAsString())
                .setNamespace(Namespaces.create(type.get("namespace").getAsString()))
                .setTrusted(true).setFileBased(true).setMocked(true).build();
        }

        /**
         * Database has methods named like DML statements, which no source can declare: they are declared in a class of
         * another name with "dml" before their own names.
         */
        private TypeInfo database() {
            TypeInfo declared = find("system/databasemethods");
            return builtIn("Database", owner -> {
                StandardMethodTable table = new StandardMethodTable();
                for (MethodInfo method : declared.methods().all()) {
                    if (method.isConstructor()) continue;
                    String name = method.getName();
                    table.addDuplicatesAllowed(StandardMethodInfo.builder().setDefiningType(owner)
                        .setName(name.startsWith("dml") ? name.substring("dml".length()) : name)
                        .setReturnType(method.getReturnType()).setNamedParameterTypes(method.getParameterTypes())
                        .setModifiers(ModifierGroups.GLOBAL_STATIC).build());
                }
                return table.resolve();
            });
        }

        private TypeInfo builtIn(String name, Initializer<MethodTable, TypeInfo> methods) {
            TypeInfo type = StandardTypeInfoImpl.builder()
                .setNamespace(Namespaces.SYSTEM)
                .setApexName("System." + name)
                .setBytecodeName("System/" + name)
                .setUnitType(UnitType.CLASS)
                .setBasicType(BasicType.APEX_OBJECT)
                .setModifiers(ModifierGroups.GLOBAL_VIRTUAL)
                .setParents(name.endsWith("Exception") ? TypeInfos.EXCEPTION : TypeInfos.OBJECT)
                .setMethods(methods)
                .buildResolved();
            found.put("system/" + name.toLowerCase(), type);
            return type;
        }

        /** What the compiler puts between a declared exception class and Exception. */
        private TypeInfo exceptionBase() {
            return builtIn("ApexBaseException", owner -> {
                StandardMethodTable table = new StandardMethodTable();
                table.addNoDuplicatesAllowed(StandardMethodInfo.builder().setDefiningType(owner).setConstructor()
                    .setName("<init>").setModifiers(ModifierGroups.ONLY_GLOBAL).build());
                for (String name : List.of("getTypeName", "getMessage", "getStackTraceString")) {
                    table.addNoDuplicatesAllowed(method(owner, name, TypeInfos.STRING));
                }
                table.addNoDuplicatesAllowed(method(owner, "getLineNumber", TypeInfos.INTEGER));
                table.addNoDuplicatesAllowed(method(owner, "getCause", TypeInfos.EXCEPTION));
                table.addNoDuplicatesAllowed(method(owner, "setMessage", TypeInfos.VOID, TypeInfos.STRING));
                table.addNoDuplicatesAllowed(method(owner, "initCause", TypeInfos.VOID, TypeInfos.EXCEPTION));
                return table.resolve();
            });
        }

        private MethodInfo method(TypeInfo owner, String name, TypeInfo returns, TypeInfo... parameters) {
            return StandardMethodInfo.builder().setDefiningType(owner).setName(name).setReturnType(returns)
                .setNamedParameterTypes(parameters).setModifiers(ModifierGroups.GLOBAL_VIRTUAL).build();
        }

        private TypeInfo object(String name) {
            TypeInfo known = found.get("object " + name);
            JsonObject description = world.getAsJsonObject("objects").getAsJsonObject(name);
            if (known != null || description == null) return known;
            SObjectMetadata metadata = SObjectMetadata.builder()
                .setSupportedDml(apex.jorje.semantic.bcl.DmlOperation.ALL)
                .setCustomEntitySObjectType(SObjectMetadata.CustomEntitySObjectType.valueOf(description.get("kind").getAsString()))
                .setEditable(true)
                .setTriggerable(true)
                .setPlatformEvent(description.get("event").getAsBoolean())
                .setLookupFieldPredicate((field, type) -> true)
                .setAccessibleWhenUntrustedCalculator(type -> true)
                .build();
            SObjectTypeInfo type = SObjectTypeInfo.builder()
                .setMetadata(metadata)
                .setNamespace(Namespaces.EMPTY)
                .setApexName(description.get("name").getAsString())
                .setBytecodeName(description.get("name").getAsString())
                .setModifiers(ModifierGroups.GLOBAL_VIRTUAL)
                .setFields(fields(description))
                .buildResolved();
            found.put("object " + name, type);
            return type;
        }

        private Initializer<FieldTable, TypeInfo> fields(JsonObject description) {
            return owner -> {
                FieldTable table = new MultipleFieldTable();
                table.add(token(owner, "SObjectType", "schema/sobjecttype"));
                for (var each : description.getAsJsonArray("fields")) {
                    JsonObject field = each.getAsJsonObject();
                    TypeInfo type = fieldType(field.get("type").getAsString());
                    if (type == null) continue;
                    String name = field.get("name").getAsString();
                    SObjectFieldInfo.Category category = SObjectFieldInfo.Category.valueOf(field.get("category").getAsString());
                    table.add(SObjectFieldInfo.builder()
                        .setDefiningType(owner)
                        .setName(name)
                        .setType(type)
                        .setModifiers(ModifierGroups.ONLY_GLOBAL)
                        .setCategory(category)
                        .setColumnInfo(true)
                        .setPrimaryKey(name.equals("Id"))
                        .setValidateStoreFunction((validator, info, context) -> true)
                        .setPolymorphicTypes(List.of())
                        .setNamespace(Namespaces.EMPTY)
                        .build());
                    if (category == SObjectFieldInfo.Category.REGULAR) table.add(token(owner, name, "schema/sobjectfield"));
                }
                return table.resolve();
            };
        }

        /** `Account.SObjectType`, `Account.Name` */
        private FieldInfo token(TypeInfo owner, String name, String type) {
            return StandardFieldInfo.builder().setDefiningType(owner).setName(name).setType(find(type))
                .setModifiers(ModifierGroups.GLOBAL_STATIC_FINAL).build();
        }

        private TypeInfo fieldType(String name) {
            return switch (name) {
                case "Id" -> TypeInfos.ID;
                case "String" -> TypeInfos.STRING;
                case "Boolean" -> TypeInfos.BOOLEAN;
                case "Integer" -> TypeInfos.INTEGER;
                case "Long" -> TypeInfos.LONG;
                case "Double" -> TypeInfos.DOUBLE;
                case "Decimal" -> TypeInfos.DECIMAL;
                case "Date" -> TypeInfos.DATE;
                case "Datetime" -> TypeInfos.DATE_TIME;
                case "Time" -> TypeInfos.TIME;
                case "Blob" -> TypeInfos.BLOB;
                case "Object" -> TypeInfos.OBJECT;
                case "SObject" -> TypeInfos.SOBJECT;
                default -> name.endsWith("[]")
                    ? GenericTypeInfoFactory.createList(object(name.substring(0, name.length() - 2).toLowerCase()))
                    : object(name.toLowerCase());
            };
        }
    }
}
