package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The committed schemas are the records, and the golden files are valid by them. */
class SchemaContractTest {
    static final List<EventCatalogue.Entry> ENTRIES = EventCatalogue.entries();

    static Stream<Golden> goldens() {
        return Golden.all();
    }

    @ParameterizedTest
    @FieldSource("ENTRIES")
    void the_schema_says_what_the_record_says(EventCatalogue.Entry entry) {
        ContractFile.check(Schemas.path(entry), Tree.pretty(SchemaWriter.schemaOf(entry)));
    }

    @ParameterizedTest
    @FieldSource("ENTRIES")
    void the_schema_is_itself_valid(EventCatalogue.Entry entry) {
        JsonNode schema = Tree.read(Tree.bytes(SchemaWriter.schemaOf(entry)));

        assertThat(Schemas.ofSchemas().validate(schema)).isEmpty();
    }

    @Test
    void there_is_a_schema_for_every_type_and_no_other() throws IOException {
        Path folder = ContractFile.repository().resolve(Schemas.FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ENTRIES.stream()
                            .map(entry -> entry.type() + ".schema.json")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void a_golden_file_is_valid(Golden golden) {
        Schema schema = Schemas.committed(golden.entry());

        assertThat(schema.validate(golden.tree()).stream().map(Error::toString)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void schema_and_reader_refuse_the_same_damage(Golden golden) {
        Schema schema = Schemas.committed(golden.entry());
        Set<String> onlySchema = new TreeSet<>();
        Set<String> onlyReader = new TreeSet<>();
        for (Damage damage : Damage.of(golden.tree())) {
            boolean valid = schema.validate(damage.document()).isEmpty();
            boolean readable = isReadable(damage, golden.entry());
            if (!valid && readable) onlySchema.add(damage.what());
            if (valid && !readable) onlyReader.add(damage.what());
        }

        assertThat(onlySchema).as("refused by the schema only").isEmpty();
        assertThat(onlyReader).as("refused by the reader only").isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ENTRIES")
    void the_full_file_holds_every_field_and_the_minimal_one_the_required_alone(EventCatalogue.Entry entry) {
        JsonNode schema = SchemaWriter.schemaOf(entry);
        List<Golden> goldens = Golden.of(entry).toList();

        assertThat(goldens.getFirst().tree().propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.path("required")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
        assertThat(Golden.full(entry).tree().propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.path("properties").propertyNames());
        String everything = goldens.stream()
                .map(golden -> new String(golden.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        for (JsonNode definition : schema.path("$defs"))
            for (String name : definition.path("properties").propertyNames())
                assertThat(everything).contains('"' + name + '"');
    }

    private static boolean isReadable(Damage damage, EventCatalogue.Entry entry) {
        try {
            EventJson.read(Tree.bytes(damage.document()), entry.record());
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }
}
