package io.pacelight.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP contract of a service: what it serves at {@code /api/NAME/v1/openapi.json} is what the repository holds in
 * {@code services/NAME/openapi.json}, but for the server's address and the order of keys.
 *
 * <p>A service's own {@code *IT} calls {@link #check} once it runs. After an intended change, run that test with
 * {@code -Dpacelight.openapi.write=true}: it writes the file instead of comparing, and the difference is seen in review.
 */
public final class OpenApiContract {
    /** Set to {@code true}, the committed document is written from the served one. */
    public static final String WRITE = "pacelight.openapi.write";

    private static final int SHOWN = 20;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private OpenApiContract() {}

    /**
     * Fails with the places that differ.
     *
     * @param baseUrl where the service answers, such as {@code http://127.0.0.1:34567}
     * @param name of the service, such as {@code roster}
     */
    public static void check(String baseUrl, String name) {
        JsonNode served = normalised(fetch(URI.create(baseUrl + "/api/" + name + "/v1/openapi.json")));
        Path file = committed(name);
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.writeString(file, pretty(served));
                return;
            }
            if (!Files.exists(file))
                throw new AssertionError("services/" + name + "/openapi.json is missing; " + howToWrite());
            List<String> places = new ArrayList<>();
            differences("", served, normalised(MAPPER.readTree(Files.readString(file))), places);
            if (!places.isEmpty())
                throw new AssertionError(places.size() + " places of services/" + name
                        + "/openapi.json differ from what the service serves; " + howToWrite() + "\n"
                        + String.join("\n", places.subList(0, Math.min(SHOWN, places.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " of " + name, e);
        }
    }

    private static String howToWrite() {
        return "if the change is meant, run this test with -D" + WRITE + "=true and commit the file";
    }

    private static JsonNode fetch(URI address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new AssertionError(address.getPath() + " answers " + answer.statusCode());
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(address.getPath() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + address.getPath(), e);
        }
    }

    private static Path committed(String name) {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent())
            if (Files.isRegularFile(at.resolve("services").resolve(name).resolve("pom.xml")))
                return at.resolve("services").resolve(name).resolve("openapi.json");
        throw new IllegalStateException("no folder above the working directory holds services/" + name);
    }

    private static JsonNode normalised(JsonNode document) {
        if (document instanceof ObjectNode object) object.remove("servers");
        return sorted(document);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = MAPPER.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        if (!node.isObject()) return node;
        Map<String, JsonNode> byName = new TreeMap<>();
        node.properties().forEach(property -> byName.put(property.getKey(), sorted(property.getValue())));
        ObjectNode object = MAPPER.createObjectNode();
        byName.forEach(object::set);
        return object;
    }

    private static String pretty(JsonNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer().with(printer).writeValueAsString(node) + "\n";
    }

    private static void differences(
            String at, @Nullable JsonNode served, @Nullable JsonNode committed, List<String> places) {
        if (served == null) places.add(at + " is in the file only");
        else if (committed == null) places.add(at + " is served only");
        else if (served.isObject() && committed.isObject()) {
            TreeSet<String> names = new TreeSet<>(served.propertyNames());
            names.addAll(committed.propertyNames());
            for (String name : names) {
                String escaped = name.replace("~", "~0").replace("/", "~1");
                differences(at + "/" + escaped, served.get(name), committed.get(name), places);
            }
        } else if (served.isArray() && committed.isArray()) {
            for (int i = 0; i < Math.max(served.size(), committed.size()); i++)
                differences(at + "/" + i, served.get(i), committed.get(i), places);
        } else if (!served.equals(committed))
            places.add(at + " is served as " + served + ", in the file it is " + committed);
    }
}
