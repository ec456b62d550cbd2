package dev.okxguard.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/// Opens files. Tests give one that fills up or fails.
@FunctionalInterface
interface Disk {
  FileChannel open(Path path, Set<? extends OpenOption> options) throws IOException;
}
