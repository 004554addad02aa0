package io.pacelight.events;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The committed schemas, ready to validate by; formats are asserted. */
final class Schemas {
    static final String FOLDER = "shared-events/src/main/resources/schemas";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    /** Where the schema of a type is kept, from the repository's root. */
    static String path(EventCatalogue.Entry entry) {
        return FOLDER + "/" + entry.type() + ".schema.json";
    }

    static Schema committed(EventCatalogue.Entry entry) {
        try {
            return REGISTRY.getSchema(
                    Tree.read(Files.readAllBytes(ContractFile.repository().resolve(path(entry)))));
        } catch (IOException e) {
            throw new UncheckedIOException(path(entry), e);
        }
    }

    /** The schema of schemas. */
    static Schema ofSchemas() {
        return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    }
}
