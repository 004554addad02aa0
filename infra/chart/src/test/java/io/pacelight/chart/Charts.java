package io.pacelight.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The charts of this repository, rendered as release {@code pl} in namespace {@code school}. Works on a copy, since
 * Helm puts the umbrella's dependencies beside its sources.
 */
final class Charts {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final List<String> SERVICES =
            List.of("roster", "assessment", "progression", "intervention", "reporting", "dashboard");
    static final List<String> EXAMPLES = List.of("minimal", "full", "dev");

    static final ObjectMapper JSON = new ObjectMapper();

    /** The oldest Kubernetes that the charts say they run on. */
    private static final String KUBERNETES = "1.30.0";

    /** The annotation under which a rendered hook says when it runs. */
    static final String HOOK = "rendered/hook";

    private static final Path COPY = copy();

    private Charts() {}

    static Path example(String name) {
        return ROOT.resolve("helm/examples").resolve(name + ".yaml");
    }

    static List<JsonNode> district(String example, Map<String, String> more) {
        return render(new Helm(COPY.resolve("district")).template().withValuesFile(example(example)), more);
    }

    static List<JsonNode> district(String example) {
        return district(example, Map.of());
    }

    /** The chart of one service by itself, given nothing but {@code values}. */
    static List<JsonNode> service(Map<String, String> values) {
        return render(new Helm(COPY.resolve("service")).template(), values);
    }

    /** The umbrella with one more file in it. */
    static List<JsonNode> districtWith(Path target, String file, String content, Map<String, String> values) {
        copy(COPY.resolve("district"), target);
        try {
            Files.createDirectories(target.resolve(file).getParent());
            Files.writeString(target.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return render(new Helm(target).template().withValuesFile(example("minimal")), values);
    }

    static LintResult lint(String chart) {
        return new Helm(COPY.resolve(chart)).lint().strict().call();
    }

    /** Lints the umbrella as if its own values were those of {@code values}: Helm's lint takes no values file here. */
    static LintResult lintDistrict(Path target, JsonNode values) {
        copy(COPY.resolve("district"), target);
        try {
            Path own = target.resolve("values.yaml");
            JsonNode merged = merge((ObjectNode) read(own), values);
            JSON.writeValue(own.toFile(), merged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Helm(target).lint().strict().call();
    }

    static JsonNode read(Path yaml) {
        try {
            return JSON.valueToTree(yaml().load(Files.readString(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> documents(String yaml) {
        List<JsonNode> all = new ArrayList<>();
        for (Object document : yaml().loadAll(yaml)) if (document != null) all.add(JSON.valueToTree(document));
        return all;
    }

    /** A repeated key is a mistake, whatever a reader makes of it. */
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private static List<JsonNode> render(TemplateCommand template, Map<String, String> values) {
        values.forEach(template::set);
        return documents(template.withName("pl")
                .withNamespace("school")
                .withKubeVersion(KUBERNETES)
                .call());
    }

    private static JsonNode merge(ObjectNode into, JsonNode values) {
        values.properties().forEach(field -> {
            if (into.get(field.getKey()) instanceof ObjectNode inner
                    && field.getValue().isObject()) merge(inner, field.getValue());
            else into.set(field.getKey(), field.getValue());
        });
        return into;
    }

    private static Path copy() {
        Path copy = Path.of("target/helm").toAbsolutePath();
        copy(ROOT.resolve("helm"), copy);
        showHooks(copy.resolve("district/templates"));
        new Helm(copy.resolve("district")).dependency().build().call();
        return copy;
    }

    /** The library leaves hooks out of what it renders; under another name they are manifests like all others. */
    private static void showHooks(Path templates) {
        try (Stream<Path> files = Files.list(templates)) {
            for (Path file : files.toList())
                Files.writeString(file, Files.readString(file).replace("helm.sh/hook:", HOOK + ":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.exists(to))
                try (Stream<Path> old = Files.walk(to)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
                }
            try (Stream<Path> files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
                for (Path path : files.toList()) {
                    Path target = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) Files.createDirectories(target);
                    else Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
