package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this process unpacked goes with it, what another did stays. */
class UnpackedLibrariesTest {

    @TempDir
    private Path dir;

    @Test
    void whatIsLoadedIsRemovedWithItsLock() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("temp"));
        Path other = Files.createFile(folder.resolve("liblz4-java-22.so"));
        Path own = Files.createFile(folder.resolve("liblz4-java-11.so"));
        Path lock = Files.createFile(folder.resolve("liblz4-java-11.so.lck"));
        Path elsewhere = Files.createFile(dir.resolve("liblz4-java-33.so"));
        Path maps = Files.writeString(
                dir.resolve("maps"),
                """
                7f1c0000-7f1c1000 r-xp 00000000 08:01 42                  %s
                7f1c1000-7f1c2000 r--p 00001000 08:01 42                  %s
                7f1c2000-7f1c3000 r-xp 00000000 08:01 43                  %s
                7f1c3000-7f1c4000 r-xp 00000000 08:01 44                  /usr/lib/libc.so.6
                """
                        .formatted(own, own, elsewhere));
        UnpackedLibraries.remove(maps, folder);
        assertThat(own).doesNotExist();
        assertThat(lock).doesNotExist();
        assertThat(other).exists();
        assertThat(elsewhere).exists();
        UnpackedLibraries.remove(maps, folder);
        UnpackedLibraries.remove(dir.resolve("no such"), folder);
    }
}
