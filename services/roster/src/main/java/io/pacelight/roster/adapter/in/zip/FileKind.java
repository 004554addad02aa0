package io.pacelight.roster.adapter.in.zip;

import io.pacelight.roster.domain.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells by its first bytes what a file is that ought to be a zip. */
final class FileKind {
    private FileKind() {}

    /** Why the file is no zip, or null when it begins like one. */
    static @Nullable Problem whyNoZip(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(512);
        }
        if (head.length == 0) {
            return Problem.ofUpload(
                    "empty-upload", "The uploaded file is empty (0 bytes). Choose the zip and upload it again.");
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return null;
        }
        if (starts(head, 'P', 'K', 5, 6)) {
            return Problem.ofUpload(
                    "empty-zip", "The zip file has no entries. Put manifest.csv and the other files into it.");
        }
        return Problem.ofUpload("not-a-zip", "The uploaded file is not a zip: " + looksLike(head));
    }

    private static String looksLike(byte[] head) {
        if (starts(head, 0x1F, 0x8B)) {
            return "it is a gzip file. Pack the CSV files into a .zip.";
        }
        if (starts(head, '7', 'z', 0xBC, 0xAF)) {
            return "it is a 7z archive. Pack the CSV files into a .zip.";
        }
        if (starts(head, 'R', 'a', 'r', '!')) {
            return "it is a RAR archive. Pack the CSV files into a .zip.";
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            return "it is a PDF.";
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "it is an old Office file. Export CSV files and pack them into a .zip.";
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') < 0 && text.indexOf(',') >= 0 && !text.startsWith("<")) {
            return "it looks like a bare CSV. Pack it into a .zip together with manifest.csv.";
        }
        return "its content is of another kind. Pack the CSV files into a .zip.";
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
