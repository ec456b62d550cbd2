import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Assembles `target/okx`: a Java runtime of only the modules used, the jars, the launcher, and an
/// AOT cache trained on real commands. Run by the build with the JDK that compiled the program.
///
/// Arguments: project directory, build directory.
public final class Image {
  private static final String MODULES =
      "java.base,java.logging,java.xml,jdk.httpserver,jdk.unsupported,jdk.crypto.ec,java.naming";

  private final Path project;
  private final Path build;
  private final Path image;

  private Image(Path project, Path build) {
    this.project = project;
    this.build = build;
    this.image = build.resolve("okx");
  }

  public static void main(String[] args) throws Exception {
    Image image = new Image(Path.of(args[0]), Path.of(args[1]));
    image.clear();
    image.runtime();
    List<String> jars = image.jars();
    image.launcher(jars);
    image.documents();
    image.train(jars);
  }

  private void clear() throws IOException {
    if (Files.exists(image)) {
      try (Stream<Path> all = Files.walk(image)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("lib"));
  }

  private void runtime() {
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    int code =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            MODULES,
            "--output",
            image.resolve("runtime").toString(),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages");
    if (code != 0) {
      throw new IllegalStateException("jlink failed with " + code);
    }
  }

  /// Copies the jars and gives their names, ours first.
  private List<String> jars() throws IOException {
    List<String> names = new ArrayList<>();
    copy(build.resolve("okx-guard.jar"), names);
    try (Stream<Path> jars = Files.list(build.resolve("image-jars"))) {
      for (Path jar : jars.filter(p -> p.toString().endsWith(".jar")).sorted().toList()) {
        copy(jar, names);
      }
    }
    return names;
  }

  private void copy(Path jar, List<String> names) throws IOException {
    Path target = image.resolve("lib").resolve(jar.getFileName());
    Files.copy(jar, target, StandardCopyOption.COPY_ATTRIBUTES);
    names.add(jar.getFileName().toString());
  }

  private void launcher(List<String> jars) throws IOException {
    String path = jars.stream().collect(Collectors.joining(":$home/lib/"));
    String script =
        Files.readString(project.resolve("src/launcher/okx")).replace("@CLASSPATH@", path);
    Path launcher = image.resolve("bin/okx");
    Files.writeString(launcher, script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void documents() throws IOException {
    Files.copy(project.resolve("LICENSE"), image.resolve("LICENSE"));
    Files.copy(project.resolve("README.md"), image.resolve("README.md"));
    Path completions = Files.createDirectories(image.resolve("share/completions"));
    try (Stream<Path> files = Files.list(project.resolve("completions"))) {
      for (Path file : files.toList()) {
        Files.copy(file, completions.resolve(file.getFileName()));
      }
    }
  }

  /// Runs the tour once to record which classes are loaded and used. The program works the same
  /// without the cache, only slower, but a tour that fails here is a broken build.
  private void train(List<String> jars) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory(build, "training");
    Path lib = image.resolve("lib");
    String path =
        jars.stream().map(jar -> lib.resolve(jar).toString()).collect(Collectors.joining(":"));
    ProcessBuilder training =
        new ProcessBuilder(
            image.resolve("runtime/bin/java").toString(),
            "-XX:AOTCacheOutput=" + lib.resolve("okx.aot"),
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-Xlog:all=off",
            "-Dokx.terminal=0",
            "-cp",
            path,
            "dev.okxguard.Main",
            "tour");
    training.environment().put("HOME", home.toString());
    training.environment().keySet().removeIf(name -> name.startsWith("OKX_"));
    Path log = build.resolve("training.log");
    Process process = training.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the training run did not end; see " + log);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("the training run failed:\n" + Files.readString(log));
    }
  }
}
