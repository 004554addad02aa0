package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever was once written stays readable and comes out again as it was. */
class GoldenFilesContractTest {
    private static final Path FOLDER = ContractFile.repository().resolve(Golden.ROOT);
    private static final Path SUMS = FOLDER.resolve("SHA256SUMS");

    static Stream<Golden> goldens() {
        return Golden.all();
    }

    @Test
    void there_is_a_folder_for_every_type_and_no_other() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER).filter(Files::isDirectory)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(EventCatalogue.entries().stream()
                            .map(EventCatalogue.Entry::type)
                            .toList());
        }
    }

    /** A file that came in keeps its bytes; with the write switch new files, and only those, get their line. */
    @Test
    void golden_files_are_only_ever_added() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        if (Files.exists(SUMS))
            for (String line : Files.readAllLines(SUMS)) kept.put(line.substring(66), line.substring(0, 64));
        Map<String, String> present = new TreeMap<>();
        for (Golden golden : Golden.all().toList()) present.put(golden.toString(), sha256(golden.bytes()));
        if (ContractFile.isWriting()) {
            present.forEach(kept::putIfAbsent);
            StringBuilder lines = new StringBuilder();
            kept.forEach(
                    (file, sum) -> lines.append(sum).append("  ").append(file).append('\n'));
            Files.writeString(SUMS, lines);
        }

        assertThat(present)
                .as(
                        "a golden file is neither changed nor removed; a new one is entered with -D%s=true",
                        ContractFile.WRITE)
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void it_is_read_and_written_again_as_it_was(Golden golden) throws UnreadableEvent {
        Event event = golden.event();

        assertThat(Tree.read(EventJson.write(event))).isEqualTo(golden.tree());
        assertThat(EventJson.read(EventJson.write(event), golden.entry().record()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void an_unknown_field_at_any_depth_is_ignored(Golden golden) throws UnreadableEvent {
        JsonNode more = golden.tree();
        addEverywhere(more);

        assertThat(EventJson.read(Tree.bytes(more), golden.entry().record())).isEqualTo(golden.event());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void a_required_field_left_out_is_refused_by_its_name_and_nothing_else(Golden golden) {
        Set<String> values = new TreeSet<>();
        collectTexts(golden.tree(), values);
        Set<String> refused = new TreeSet<>();
        for (Damage damage : Damage.leavingOut(golden.tree())) {
            try {
                EventJson.read(Tree.bytes(damage.document()), golden.entry().record());
            } catch (UnreadableEvent e) {
                String pointer = damage.what().substring(1, damage.what().length() - " left out".length());
                if (!pointer.contains("/")) refused.add(pointer);
                String field = pointer.replaceAll("/(\\d+)", "[$1]").replace('/', '.');
                assertThat(e)
                        .hasMessage("required field '" + field + "' of "
                                + golden.entry().record().getSimpleName() + " is missing");
                assertThat(values).noneMatch(value -> message(e).contains(value));
            }
        }

        JsonNode required = SchemaWriter.schemaOf(golden.entry()).path("required");
        assertThat(refused)
                .containsExactlyInAnyOrderElementsOf(
                        required.valueStream().map(JsonNode::stringValue).toList());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void an_explicit_null_is_refused_where_the_field_is_required(Golden golden) {
        for (JsonNode name : SchemaWriter.schemaOf(golden.entry()).path("required")) {
            ObjectNode holed = (ObjectNode) golden.tree();
            holed.putNull(name.stringValue());

            assertThatExceptionOfType(UnreadableEvent.class)
                    .isThrownBy(() ->
                            EventJson.read(Tree.bytes(holed), golden.entry().record()))
                    .withMessageContaining("'" + name.stringValue() + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void no_damage_brings_a_value_into_the_message(Golden golden) {
        for (Damage damage : Damage.of(golden.tree())) {
            Set<String> values = new TreeSet<>();
            collectTexts(damage.document(), values);
            try {
                EventJson.read(Tree.bytes(damage.document()), golden.entry().record());
            } catch (UnreadableEvent e) {
                assertThat(values)
                        .as(damage.what())
                        .noneMatch(value -> message(e).contains(value));
                assertThat(e).hasNoCause();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void its_key_begins_with_its_district_and_has_no_empty_part(Golden golden) throws UnreadableEvent {
        Event event = golden.event();

        assertThat(event.key()).startsWith(event.district() + "|");
        assertThat(List.of(event.key().split("\\|", -1))).noneMatch(String::isEmpty);
    }

    private static String message(UnreadableEvent refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private static void addEverywhere(JsonNode node) {
        node.forEach(GoldenFilesContractTest::addEverywhere);
        if (node instanceof ObjectNode object && !isParameters(object))
            object.putObject("addedLater").put("deep", true).putArray("list").add(1);
    }

    /** The parameters of a policy are a map: every name in it is meant. */
    private static boolean isParameters(ObjectNode object) {
        return object.isEmpty() || object.has("chances") || object.has("threshold");
    }

    /** The texts of a document that a message must not repeat; a field's own name may be one of its values. */
    private static void collectTexts(JsonNode node, Set<String> into) {
        if (node.isString()
                && node.stringValue().length() > 3
                && !node.stringValue().equals("district")) into.add(node.stringValue());
        node.forEach(inner -> collectTexts(inner, into));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
