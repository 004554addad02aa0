package io.pacelight.roster.adapter.in.zip;

import static io.pacelight.roster.adapter.in.zip.Checking.errors;
import static io.pacelight.roster.adapter.in.zip.Checking.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.roster.Packages;
import io.pacelight.roster.application.StoredIds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** What is wrong with the zip itself is told in one sentence, and nothing of it is read. */
class ContainerTest {

    @Test
    void a_valid_package_has_nothing_to_tell() {
        assertThat(warnings(Packages.bulk())).isEmpty();
    }

    @Test
    void an_empty_upload() {
        assertThat(errors(new byte[0]))
                .containsExactly("The uploaded file is empty (0 bytes). Choose the zip and upload it again.");
    }

    @Test
    void what_is_not_a_zip_is_named() throws IOException {
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
            out.write("propertyName,value\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(errors(gz.toByteArray()).getFirst()).contains("it is a gzip file");
        assertThat(errors("sourcedId,status\nD1,\n".getBytes(StandardCharsets.UTF_8))
                        .getFirst())
                .contains("it looks like a bare CSV");
        assertThat(errors("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).getFirst())
                .contains("it is a PDF");
        assertThat(errors("<html></html>".getBytes(StandardCharsets.UTF_8)).getFirst())
                .startsWith("The uploaded file is not a zip");
    }

    @Test
    void a_truncated_zip() {
        byte[] zip = Packages.bulk().zip();
        assertThat(errors(Arrays.copyOf(zip, zip.length / 2)))
                .containsExactly(
                        "The zip file is damaged or was cut short: its table of contents cannot be read. Export and upload it again.");
    }

    @Test
    void a_zip_without_entries() {
        byte[] empty = new byte[22];
        empty[0] = 'P';
        empty[1] = 'K';
        empty[2] = 5;
        empty[3] = 6;
        assertThat(errors(empty))
                .containsExactly("The zip file has no entries. Put manifest.csv and the other files into it.");
    }

    @Test
    void damaged_content_is_found_by_its_checksum() {
        byte[] zip = Packages.bulk().zip();
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int entry = text.indexOf("users.csv");
        for (int i = entry + 60; i < entry + 80; i++) {
            zip[i] ^= 0x55;
        }
        assertThat(errors(zip).getFirst()).startsWith("users.csv ");
        assertThat(errors(zip).getFirst()).contains("damaged");
    }

    @Test
    void entries_that_point_elsewhere() {
        for (String name :
                new String[] {"../evil.csv", "/etc/evil.csv", "a/../../evil.csv", "..\\evil.csv", "C:\\evil.csv"}) {
            assertThat(errors(Packages.bulk().file(name, "sourcedId\nx\n")))
                    .containsExactly("zip entry '" + name.replace('\\', '/')
                            + "' points outside the package: whole file refused, nothing written");
        }
    }

    @Test
    void links_are_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            ZipArchiveEntry link = new ZipArchiveEntry("users.csv");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        assertThat(errors(out.toByteArray()))
                .contains("zip entry 'users.csv' is a link: whole file refused, nothing written");
    }

    @Test
    void encrypted_entries_are_refused() {
        byte[] zip = Packages.bulk().zip();
        for (int i = 0; i + 4 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                zip[i + 6] |= 1;
            }
        }
        assertThat(errors(zip))
                .contains("zip entry 'users.csv' is encrypted. Pack the files again without a password.");
    }

    @Test
    void archives_within_are_refused() {
        assertThat(errors(Packages.bulk().bytes("more.zip", Packages.bulk().zip())))
                .containsExactly(
                        "zip entry 'more.zip' is an archive itself; put its CSV files at the root of the zip.");
    }

    @Test
    void files_in_a_folder() {
        Packages inFolder = Packages.bulk().without("manifest.csv");
        inFolder.file("export/manifest.csv", Packages.manifest("1.2", "bulk", true));
        assertThat(errors(inFolder))
                .containsExactly(
                        "'export/manifest.csv' is in a folder; all files must be at the root of the zip. Pack the files, not their folder.",
                        "manifest.csv is missing at the root of the zip; there is one in a folder. Pack the files, not their folder.");
    }

    @Test
    void bombs_are_refused_by_what_they_claim_and_by_what_they_do() {
        Packages bomb = Packages.bulk().bytes("results.csv", new byte[20_000_000]);
        assertThat(errors(bomb))
                .contains(
                        "zip entry 'results.csv' unpacks to more than 200 times its packed size: whole file refused, nothing written");

        byte[] lying = Packages.bulk()
                .bytes("users.csv", ("sourcedId\n" + "x\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8))
                .zip();
        assertThat(Checking.check(lying, new ZipLimits(200, 1_000_000, 10_000), StoredIds.NONE)
                        .problems()
                        .kept()
                        .getFirst()
                        .code())
                .isEqualTo("zip-too-big");
    }

    @Test
    void too_many_entries() {
        Packages many = Packages.bulk();
        for (int i = 0; i < 300; i++) {
            many.file("extra-" + i + ".txt", "x");
        }
        assertThat(errors(many))
                .contains("The zip has 309 entries, over the limit of 200. Pack only the OneRoster files.");
    }

    @Test
    void an_office_document() {
        Packages office = Packages.bulk().file("[Content_Types].xml", "<Types/>");
        assertThat(errors(office).getFirst()).startsWith("The uploaded file is an Office document");
    }

    @Test
    void other_files_are_left_aside_with_a_warning_but_not_the_rubbish_of_file_managers() {
        assertThat(warnings(Packages.bulk()
                        .file("readme.txt", "hello")
                        .file("schön.csv", "a\n1\n")
                        .file("__MACOSX/._users.csv", "x")
                        .file(".DS_Store", "x")))
                .containsExactly(
                        "'readme.txt' is not a OneRoster file and is left aside.",
                        "'schön.csv' is not a OneRoster file and is left aside.");
    }

    @Test
    void a_file_name_in_the_wrong_case_is_told() {
        Packages wrong = Packages.bulk().without("users.csv").file("Users.csv", "sourcedId\n");
        assertThat(errors(wrong))
                .contains(
                        "'Users.csv' is not read: the standard's name is 'users.csv', letter case included. Rename it.");
    }
}
