package io.pacelight.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindJdkTest {
    private static final Path SCRIPT = Path.of("find-jdk").toAbsolutePath();

    @TempDir
    Path machine;

    @Test
    void java_home_comes_first() throws Exception {
        Path wanted = jdk("elsewhere/jdk-25", "25.0.1");
        jdk("usual/jdk-25", "25");
        assertThat(find(wanted)).isEqualTo(wanted.toString());
    }

    @Test
    void a_java_home_of_another_version_is_passed_over() throws Exception {
        Path older = jdk("elsewhere/jdk-17", "17.0.9");
        Path wanted = jdk("usual/temurin-25", "25.0.3");
        assertThat(find(older)).isEqualTo(wanted.toString());
    }

    @Test
    void the_version_is_read_from_the_release_file_not_from_the_name() throws Exception {
        jdk("usual/a-jdk-25", "2.5");
        jdk("usual/b-jdk-25", "250");
        Path wanted = jdk("usual/c-default", "25");
        assertThat(find(null)).isEqualTo(wanted.toString());
    }

    @Test
    void folders_as_on_a_mac_are_looked_into() throws Exception {
        Path wanted = jdk("usual/temurin-25.jdk/Contents/Home", "25.0.1");
        assertThat(find(null)).isEqualTo(wanted.toString());
        Path brewed = jdk("brew/openjdk@25/libexec/openjdk.jdk/Contents/Home", "25.0.1");
        assertThat(find(null, "brew")).isEqualTo(brewed.toString());
    }

    @Test
    void a_runtime_without_compiler_is_no_jdk() throws Exception {
        Path runtime = jdk("usual/jre-25", "25");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(find(null)).isEmpty();
    }

    private Path jdk(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        Files.createDirectories(home.resolve("bin"));
        for (String tool : new String[] {"java", "javac"}) {
            assertThat(Files.writeString(home.resolve("bin").resolve(tool), "")
                            .toFile()
                            .setExecutable(true))
                    .isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private String find(@Nullable Path javaHome) throws Exception {
        return find(javaHome, "usual");
    }

    private String find(@Nullable Path javaHome, String usual) throws Exception {
        ProcessBuilder script = new ProcessBuilder("bash", SCRIPT.toString(), "25");
        script.environment().put("PATH", "/usr/bin:/bin");
        script.environment().put("PACELIGHT_JDK_PATHS", machine.resolve(usual).toString());
        script.environment().remove("JAVA_HOME");
        if (javaHome != null) {
            script.environment().put("JAVA_HOME", javaHome.toString());
        }
        Process process = script.start();
        String answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return answer.strip();
    }
}
