package io.pacelight.roster.application.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The imports of all districts, with the uploads of those not finished. */
public interface Imports {
    /** Stores the upload, then the job; a job that can be seen has its upload. */
    ImportJob create(ImportJob job, InputStream upload) throws IOException;

    Optional<ImportJob> find(String district, String id);

    /** The latest first. */
    List<ImportJob> list(String district, int limit);

    /** Jobs a worker has something to do for, the oldest first. */
    List<ImportJob> open(int limit);

    /** Replaces the job if nobody changed it meanwhile; answers it as stored, or nothing if somebody did. */
    Optional<ImportJob> save(ImportJob job);

    /** Takes or keeps the district's only lane for some time; false while another instance has it. */
    boolean hold(String district, String owner);

    void release(String district, String owner);

    /** Writes the upload to a file. */
    void unpack(ImportJob job, Path target) throws IOException;

    void dropUpload(ImportJob job);
}
