import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Prints every class of the given jars as one JSON object a line, in the words of Java: names and types are left as
 * reflection spells them, so that the translation to Apex is in one place only (apex-notation.ts).
 *
 * Fields keep their order in the class file, which is that of the object reference; methods and constructors have no
 * defined order in reflection and are sorted, so that two runs print the same.
 *
 * usage: java ReflectTypes.java first.jar second.jar ...
 */
public class ReflectTypes {
    public static void main(String[] args) throws Exception {
        URL[] urls = new URL[args.length];
        for (int i = 0; i < args.length; i++) {
            urls[i] = Path.of(args[i]).toUri().toURL();
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (URLClassLoader loader = new URLClassLoader(urls)) {
            for (String jar : args) {
                for (String name : classNames(jar)) {
                    out.println(describe(Class.forName(name, false, loader)));
                }
            }
        }
        out.flush();
    }

    private static List<String> classNames(String jar) throws Exception {
        try (JarFile file = new JarFile(jar)) {
            return file.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .sorted()
                .collect(Collectors.toList());
        }
    }

    private static String describe(Class<?> type) {
        List<String> members = new ArrayList<>();
        members.add(entry("name", quote(type.getName())));
        members.add(entry("kind", quote(type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class")));
        members.add(entry("abstract", String.valueOf(Modifier.isAbstract(type.getModifiers()))));
        members.add(entry("typeParameters", list(Arrays.stream(type.getTypeParameters())
            .map(TypeVariable::getName).map(ReflectTypes::quote))));
        members.add(entry("superclass", type.getGenericSuperclass() == null ? "null" : typeName(type.getGenericSuperclass())));
        members.add(entry("interfaces", list(Arrays.stream(type.getGenericInterfaces()).map(ReflectTypes::typeName))));
        members.add(entry("constructors", list(Arrays.stream(type.getDeclaredConstructors())
            .filter(c -> !c.isSynthetic() && Modifier.isPublic(c.getModifiers()))
            .map(ReflectTypes::constructor).sorted())));
        members.add(entry("methods", list(Arrays.stream(type.getDeclaredMethods())
            .filter(m -> !m.isSynthetic() && !Modifier.isPrivate(m.getModifiers()))
            .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
            .map(ReflectTypes::method))));
        members.add(entry("fields", list(Arrays.stream(type.getDeclaredFields())
            .filter(f -> !f.isSynthetic() && !Modifier.isPrivate(f.getModifiers()))
            .map(ReflectTypes::field))));
        return "{" + String.join(",", members) + "}";
    }

    private static String constructor(Constructor<?> constructor) {
        return "{" + entry("parameters", parameters(constructor)) + "}";
    }

    private static String method(Method method) {
        return "{" + entry("name", quote(method.getName()))
            + "," + entry("static", String.valueOf(Modifier.isStatic(method.getModifiers())))
            + "," + entry("returns", typeName(method.getGenericReturnType()))
            + "," + entry("parameters", parameters(method)) + "}";
    }

    private static String field(Field field) {
        return "{" + entry("name", quote(field.getName()))
            + "," + entry("static", String.valueOf(Modifier.isStatic(field.getModifiers())))
            + "," + entry("enumConstant", String.valueOf(field.isEnumConstant()))
            + "," + entry("type", typeName(field.getGenericType())) + "}";
    }

    private static String parameters(Executable executable) {
        Parameter[] parameters = executable.getParameters();
        return list(Arrays.stream(parameters).map(p -> "{"
            + entry("name", p.isNamePresent() ? quote(p.getName()) : "null")
            + "," + entry("type", typeName(p.getParameterizedType())) + "}"));
    }

    private static String typeName(Type type) {
        return quote(type.getTypeName());
    }

    private static String list(java.util.stream.Stream<String> items) {
        return items.collect(Collectors.joining(",", "[", "]"));
    }

    private static String entry(String key, String json) {
        return quote(key) + ":" + json;
    }

    /** Java identifiers and type names need no escapes other than these two. */
    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
