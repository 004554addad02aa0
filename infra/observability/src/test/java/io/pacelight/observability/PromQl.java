package io.pacelight.observability;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which metrics a PromQL expression reads, and which labels it asks of them. It knows the language's words and shapes,
 * no meanings; whether an expression is well-formed is promtool's to say.
 */
final class PromQl {
    /** A metric and the labels of its selector. */
    record Selector(String metric, Set<String> labels) {
        Selector {
            labels = Set.copyOf(labels);
        }
    }

    /** All that an expression reads: selectors in order, and the labels that it groups or matches by. */
    record Reading(List<Selector> selectors, Set<String> grouping) {}

    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "unless",
            "bool",
            "offset",
            "inf",
            "nan",
            "atan2",
            "start",
            "end",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right");
    private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|#[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|\\[[^\\]]*\\]|[a-zA-Z_:][a-zA-Z0-9_:]*"
                    + "|[0-9][0-9a-zA-Z_.+]*|[$][a-zA-Z_{}]+|[(){},=!~<>+*/%^@.-]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    private PromQl() {}

    static Reading read(String expression) {
        List<String> tokens = tokens(expression);
        List<Selector> selectors = new ArrayList<>();
        Set<String> grouping = new LinkedHashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
            String word = token.toLowerCase(Locale.ROOT);
            if (GROUPING.contains(word) && next.equals("(")) {
                int close = close(tokens, at + 1, "(", ")", expression);
                for (String label : tokens.subList(at + 2, close)) if (isName(label)) grouping.add(label);
                at = close;
            } else if (token.equals("{")) {
                throw new IllegalArgumentException("a selector without a metric's name: " + expression);
            } else if (isName(token) && !WORDS.contains(word)) {
                // a call, or an aggregation with its labels in front
                if (next.equals("(") || GROUPING.contains(next)) continue;
                Set<String> labels = new LinkedHashSet<>();
                if (next.equals("{")) {
                    int close = close(tokens, at + 1, "{", "}", expression);
                    for (String label : tokens.subList(at + 2, close)) if (isName(label)) labels.add(label);
                    at = close;
                }
                selectors.add(new Selector(token, labels));
            }
        }
        return new Reading(List.copyOf(selectors), Set.copyOf(grouping));
    }

    private static boolean isName(String token) {
        return NAME.matcher(token).matches();
    }

    private static int close(List<String> tokens, int open, String opening, String closing, String expression) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            if (tokens.get(at).equals(opening)) depth++;
            if (tokens.get(at).equals(closing) && --depth == 0) return at;
        }
        throw new IllegalArgumentException("'" + opening + "' is not closed: " + expression);
    }

    private static List<String> tokens(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at)
                throw new IllegalArgumentException("cannot read '" + expression.charAt(at) + "' in " + expression);
            String token = matcher.group();
            if (!token.isBlank() && !token.startsWith("#")) tokens.add(token);
            at = matcher.end();
        }
        return tokens;
    }
}
