package io.pacelight.simulator.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How the simulator writes CSV: UTF-8, comma, line feed; the stream below stays open. */
final class Csv {
    private static final int BUFFER = 1 << 16;

    private Csv() {}

    static CsvWriter to(OutputStream out, String header) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(BUFFER)
                .build(new LeftOpen(out), StandardCharsets.UTF_8);
        csv.writeRecord(header.split(",", -1));
        return csv;
    }

    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
