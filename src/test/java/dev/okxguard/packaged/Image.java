package dev.okxguard.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A directory as `mvn package` assembles it.
record Image(Path directory) {
  /// The one the build has just made.
  static Image built() {
    return new Image(Path.of(System.getProperty("image", "target/okx")).toAbsolutePath());
  }

  Path launcher() {
    return directory.resolve("bin/okx");
  }

  /// What Java starts from: one for what people run most, one for all.
  List<Path> caches() {
    return List.of(directory.resolve("lib/okx.aot"), directory.resolve("lib/live.aot"));
  }

  /// Libraries for this platform.
  List<Path> libraries() throws IOException {
    try (Stream<Path> all = Files.list(directory.resolve("lib"))) {
      return all.filter(it -> it.toString().contains("conscrypt_openjdk_jni")).toList();
    }
  }

  /// A copy to spoil, with the files' times, by which Java knows the cache's jars.
  Image copyTo(Path target) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path from : all.toList()) {
        Files.copy(
            from,
            target.resolve(directory.relativize(from)),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
    return new Image(target);
  }

  /// Takes the permission to write from everything in it.
  void protect() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.filter(it -> !Files.isSymbolicLink(it)).toList()) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        permissions.remove(PosixFilePermission.OWNER_WRITE);
        Files.setPosixFilePermissions(path, permissions);
      }
    }
  }

  /// Every file with size and time, to see whether anything changed.
  Map<Path, String> inventory() throws IOException {
    Map<Path, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.toList()) {
        found.put(path, Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
    }
    return found;
  }
}
