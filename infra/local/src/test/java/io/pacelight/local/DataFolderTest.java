package io.pacelight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path parent;

    @Test
    void a_second_run_is_refused_while_the_first_holds_the_folder() {
        Path path = parent.resolve("data");
        try (DataFolder held = DataFolder.open(path)) {
            assertThat(held.path()).isEqualTo(path);
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            path + " is in use by another run. Stop that one, or choose another folder with --data.");
        }
        DataFolder.open(path).close();
    }

    @Test
    void a_folder_of_somebody_elses_things_is_left_alone() throws Exception {
        Files.writeString(parent.resolve("thesis.txt"), "draft");
        assertThatThrownBy(() -> DataFolder.open(parent))
                .hasMessage(parent + " holds other things (thesis.txt); choose an empty folder for --data.");
        assertThat(parent.resolve("lock")).doesNotExist();
    }

    @Test
    void forgetting_keeps_the_lock_and_the_logs() throws Exception {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            Files.createDirectories(folder.resolve("store/deep"));
            Files.writeString(folder.resolve("store/deep/file"), "x");
            Files.createDirectories(folder.resolve("logs"));
            folder.empty();
            assertThat(parent.resolve("data"))
                    .isDirectoryNotContaining("glob:**/store")
                    .isDirectoryContaining("glob:**/logs")
                    .isDirectoryContaining("glob:**/lock");
        }
    }
}
