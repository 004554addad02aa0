package io.pacelight.simulator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a writer wrote, as bytes, hash, records or zip entries. */
public record Written(byte[] bytes) {
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Written by(Writer writer) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.writeTo(out);
        return new Written(out.toByteArray());
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String firstLine() {
        return text().substring(0, text().indexOf('\n'));
    }

    public String sha256() throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    public List<NamedCsvRecord> records() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new ByteArrayInputStream(bytes))) {
            return reader.stream().toList();
        }
    }

    /** The entries in their order; unlike the packed bytes they do not depend on the version of the packer. */
    public Map<String, Written> entries() throws IOException {
        Map<String, Written> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                InputStream content = zip;
                entries.put(entry.getName(), new Written(content.readAllBytes()));
            }
        }
        return entries;
    }
}
