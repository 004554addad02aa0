package io.pacelight.assessment.adapter.in.web;

import io.pacelight.kit.web.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A body that is refused once it grows beyond a limit, so that nobody can fill the store by one request. */
final class LimitedBody extends FilterInputStream {
    private final long limit;
    private long read;

    LimitedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int many = super.read(into, offset, length);
        if (many > 0) count(many);
        return many;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit)
            throw new Refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The file is too large",
                    "A file has at most " + limit + " bytes; send it in parts",
                    List.of());
    }
}
