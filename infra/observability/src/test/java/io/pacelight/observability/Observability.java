package io.pacelight.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of this folder, read. */
final class Observability {
    /** Where the tests run: the folder {@code infra/observability}. */
    static final Path HOME = Path.of("").toAbsolutePath();

    static final Path RUNBOOKS = HOME.resolve("../../docs/runbooks.md").normalize();

    /** One rule of a rule file: an alert or a recording. */
    record Rule(Path file, Map<?, ?> body) {
        boolean isAlert() {
            return body.containsKey("alert");
        }

        String name() {
            return String.valueOf(body.get(isAlert() ? "alert" : "record"));
        }

        String expression() {
            return String.valueOf(body.get("expr"));
        }

        Map<?, ?> map(String field) {
            return body.get(field) instanceof Map<?, ?> map ? map : Map.of();
        }
    }

    /** A query and the place that asks it. */
    record Query(String where, String expression) {}

    private Observability() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Path file : files("prometheus/rules", ".yml"))
            for (Object group : (List<?>) yaml(file).get("groups"))
                for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules"))
                    rules.add(new Rule(file, (Map<?, ?>) rule));
        return rules;
    }

    static List<Map<?, ?>> ruleTests() {
        List<Map<?, ?>> tests = new ArrayList<>();
        for (Path file : files("prometheus/tests", ".yml"))
            for (Object test : (List<?>) yaml(file).get("tests")) tests.add((Map<?, ?>) test);
        return tests;
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> found = Files.list(HOME.resolve(folder))) {
            List<Path> files = found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            if (files.isEmpty()) throw new AssertionError("no " + ending + " files in " + folder);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<?, ?> yaml(Path file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    }

    static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is asked of Prometheus: by rules, by panels and by the variables of dashboards. */
    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (Rule rule : rules()) queries.add(new Query(rule.name(), rule.expression()));
        for (Path file : files("grafana/dashboards", ".json")) {
            JsonNode board = json(file);
            for (JsonNode panel : board.get("panels"))
                for (JsonNode target : panel.path("targets"))
                    queries.add(new Query(
                            file.getFileName() + ", " + panel.get("title").asString(),
                            target.get("expr").asString()));
            for (JsonNode variable : board.path("templating").path("list"))
                if (variable.get("type").asString().equals("query"))
                    queries.add(new Query(
                            file.getFileName() + ", variable "
                                    + variable.get("name").asString(),
                            labelValues(variable.get("query").get("query").asString())));
        }
        return queries;
    }

    static Set<String> recorded() {
        return rules().stream().filter(rule -> !rule.isAlert()).map(Rule::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Grafana's {@code label_values(metric, label)} as an expression that reads the same. */
    private static String labelValues(String query) {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("label_values\\((.+), *([a-z_]+)\\)")
                .matcher(query);
        if (!matcher.matches()) throw new AssertionError("variables are asked by label_values, not " + query);
        return "group by (" + matcher.group(2) + ") (" + matcher.group(1) + ")";
    }
}
