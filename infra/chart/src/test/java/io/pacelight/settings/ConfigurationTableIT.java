package io.pacelight.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.configurationprocessor.ConfigurationMetadataAnnotationProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** docs/configuration.md says what can be set; with -Dpacelight.configuration.write=true it is written anew. */
class ConfigurationTableIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path TABLE = ROOT.resolve("docs/configuration.md");
    private static final List<String> MODULES =
            List.of("kit", "roster", "assessment", "progression", "intervention", "reporting", "dashboard", "canary");

    /** What the variables are for that the files pass on to properties of others. */
    private static final Map<String, String> MEANINGS = Map.of(
            "PACELIGHT_ISSUER", "URL of the OpenID Connect provider whose tokens are taken",
            "PACELIGHT_KAFKA", "bootstrap servers, `host:port,host:port`",
            "PACELIGHT_MONGO", "connection string of MongoDB; user and password may come apart from it",
            "PACELIGHT_SMTP_HOST", "server that takes the digest",
            "PACELIGHT_SMTP_PORT", "its port",
            "PACELIGHT_DASHBOARD_MANAGEMENT_PORT",
                    "port of the pages' metrics, which are shown nowhere without it; of any other service it is `MANAGEMENT_SERVER_PORT`",
            "PACELIGHT_DASHBOARD_PORT", "port of the pages; a service's port is `SERVER_PORT`");

    @TempDir
    Path scratch;

    @Test
    void every_property_and_variable_is_in_the_table() throws IOException {
        String table = table();

        if (Boolean.getBoolean("pacelight.configuration.write")) Files.writeString(TABLE, table);
        assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "")
                .as(
                        "docs/configuration.md is not what the code says; run this test with -Dpacelight.configuration.write=true")
                .isEqualTo(table);
    }

    @Test
    void every_property_says_what_it_means() throws IOException {
        for (String module : MODULES)
            assertThat(settings(module))
                    .filteredOn(setting -> setting.meaning().isEmpty())
                    .as(module)
                    .extracting(Setting::name)
                    .isEmpty();
    }

    private String table() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Configuration

                Generated from the code: the build fails where the two differ. `mvn verify -pl infra/chart -am
                -Dpacelight.configuration.write=true` writes it anew.

                Every property can be set by its variable, by a file that `SPRING_CONFIG_ADDITIONAL_LOCATION` names, or as
                an argument, `--name=value`. Users and passwords belong into the environment only. On Kubernetes the
                [charts](../helm/README.md) set them.

                """);
        text.append(
                "## Variables that the services' files name\n\n| variable | default | services | sets | meaning |\n|---|---|---|---|---|\n");
        variables().forEach((variable, row) -> text.append(row));
        for (String module : MODULES) {
            List<Setting> settings = settings(module);
            if (settings.isEmpty()) continue;
            text.append("\n## ")
                    .append(module.equals("kit") ? "Every service but the dashboard" : module)
                    .append("\n\n| property | variable | type | default | meaning |\n|---|---|---|---|---|\n");
            for (Setting setting : settings)
                text.append("| `%s` | `%s` | %s | %s | %s |%n"
                        .formatted(
                                setting.name(),
                                setting.variable(),
                                setting.type(),
                                code(setting.value()),
                                setting.meaning()));
        }
        return text.toString();
    }

    /** A row for each variable that a file gives to a property that has no row of its own. */
    private Map<String, String> variables() throws IOException {
        Map<String, TreeSet<String>> services = new TreeMap<>();
        Map<String, TreeSet<String>> targets = new TreeMap<>();
        Map<String, TreeSet<String>> defaults = new TreeMap<>();
        for (String module : MODULES) {
            List<String> own = settings(module).stream().map(Setting::name).toList();
            for (Map.Entry<String, String> property : file(module).entrySet()) {
                if (own.contains(property.getKey())) continue;
                Placeholder.in(property.getValue()).ifPresent(placeholder -> {
                    String variable = placeholder.variable();
                    services.computeIfAbsent(variable, name -> new TreeSet<>())
                            .add(module.equals("kit") ? "every one but the dashboard" : module);
                    targets.computeIfAbsent(variable, name -> new TreeSet<>()).add("`" + property.getKey() + "`");
                    defaults.computeIfAbsent(variable, name -> new TreeSet<>()).add(code(placeholder.otherwise()));
                });
            }
        }
        Map<String, String> rows = new TreeMap<>();
        services.forEach((variable, names) -> rows.put(
                variable,
                "| `%s` | %s | %s | %s | %s |%n"
                        .formatted(
                                variable,
                                String.join(", ", defaults.getOrDefault(variable, new TreeSet<>())),
                                String.join(", ", names),
                                String.join(", ", targets.getOrDefault(variable, new TreeSet<>())),
                                meaning(variable))));
        return rows;
    }

    private static String meaning(String variable) {
        return variable.endsWith("_URL")
                ? "base address of that service"
                : MEANINGS.getOrDefault(variable, "as the property that it sets");
    }

    private List<Setting> settings(String module) throws IOException {
        Map<String, String> set = file(module);
        List<Setting> settings = new ArrayList<>();
        for (JsonNode property : metadata(module)) {
            String name = property.path("name").asText();
            settings.add(new Setting(
                    name,
                    type(property.path("type").asText()),
                    set.getOrDefault(name, ""),
                    property.path("defaultValue").asText(""),
                    property.path("description").asText("").replaceAll("\\{@code ([^}]*)}", "`$1`")));
        }
        return settings;
    }

    private static Path home(String module) {
        return ROOT.resolve(module.equals("canary") ? "infra" : "services").resolve(module);
    }

    private static Map<String, String> file(String module) throws IOException {
        Path file = home(module).resolve("src/main/resources/" + module + ".yml");
        Map<String, String> properties = new TreeMap<>();
        for (PropertySource<?> source : new YamlPropertySourceLoader().load(module, new FileSystemResource(file)))
            if (source instanceof EnumerablePropertySource<?> named)
                for (String name : named.getPropertyNames())
                    properties.put(name, String.valueOf(named.getProperty(name)));
        return properties;
    }

    /** What Spring Boot's own processor says of the records, sorted by name. */
    private Iterable<JsonNode> metadata(String module) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(home(module).resolve("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith("Properties.java"))
                    .sorted()
                    .toList();
        }
        if (sources.isEmpty()) return List.of();
        Path output = Files.createDirectories(scratch.resolve(module));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said,
                    files,
                    null,
                    List.of("-proc:only", "-parameters", "-d", output.toString(), "-classpath", classPath),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new ConfigurationMetadataAnnotationProcessor()));
            assertThat(task.call()).as(said.toString()).isTrue();
        }
        JsonNode all = new ObjectMapper()
                .readTree(output.resolve("META-INF/spring-configuration-metadata.json")
                        .toFile());
        TreeMap<String, JsonNode> byName = new TreeMap<>();
        all.path("properties")
                .forEach(property -> byName.put(property.path("name").asText(), property));
        return byName.values();
    }

    /** A type without its packages. */
    private static String type(String full) {
        return code(full.replaceAll("[a-z][a-z0-9]*\\.", "").replace('$', '.'));
    }

    private static String code(String value) {
        return value.isEmpty()
                ? ""
                : Stream.of(value.split("\n")).map(line -> "`" + line + "`").collect(Collectors.joining(" "));
    }
}
