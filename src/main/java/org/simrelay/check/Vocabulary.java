package org.simrelay.check;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContextAware;
import org.jspecify.annotations.Nullable;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;
import org.simrelay.steps.Query;

/** The classes that a route file may make beans of, and the properties that each has: its setters. */
final class Vocabulary {

    /** What each is called in messages. */
    private static final Map<Class<?>, String> WORDS = Map.of(
            Query.class, "a query", Call.class, "a call", Login.class, "a login", JudgeReply.class, "a table of codes");

    private Vocabulary() {}

    /** The names of the classes that route files mean to use. */
    static List<String> types() {
        return WORDS.keySet().stream().map(Class::getName).sorted().toList();
    }

    static String word(Class<?> type) {
        return WORDS.getOrDefault(type, type.getSimpleName());
    }

    /** The class of a name; null where there is none. */
    static @Nullable Class<?> type(String name) {
        try {
            return Class.forName(name, false, Vocabulary.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The setters of a class by their properties' names, as Camel compares them. */
    static Map<String, Method> setters(Class<?> type) {
        Map<String, Method> setters = new TreeMap<>();
        Arrays.stream(type.getMethods())
                .filter(method -> method.getName().matches("set[A-Z].*") && method.getParameterCount() == 1)
                .filter(method -> Arrays.stream(CamelContextAware.class.getMethods())
                        .noneMatch(own -> own.getName().equals(method.getName())))
                .forEach(method -> setters.put(BeanText.canonical(name(method)), method));
        return setters;
    }

    /** The property of a setter. */
    static String name(Method setter) {
        String name = setter.getName().substring("set".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
