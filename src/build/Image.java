import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Assembles `target/okx`: a Java runtime of only the modules used, the jars, the launchers, an AOT
/// cache trained on real commands, completion scripts and manual pages. Run by the build with the
/// JDK that compiled the program.
///
/// Arguments: project directory, build directory, the time to give the jars.
public final class Image {
  private static final String MODULES =
      "java.base,java.logging,java.xml,jdk.httpserver,jdk.unsupported,jdk.crypto.ec,java.naming,"
          + "dev.okxguard.providers";

  /// Those of Java's own security providers that the runtime has and the program needs.
  private static final List<String> PROVIDERS =
      List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

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
    image.providers();
    List<String> jars = image.jars();
    image.picocli();
    image.boringSsl();
    Libraries.jackson(image.jar("jackson-databind-"));
    Libraries.conscrypt(image.jar("conscrypt-"));
    Libraries.kotlin(image.jar("kotlin-stdlib-"));
    image.date(jars, Instant.parse(args[2]));
    image.launcher("okx", String.join(":$home/lib/", jars));
    image.launcher("okx.cmd", String.join(";%image%\\lib\\", jars));
    Files.copy(
        image.project.resolve("src/launcher/compiler.txt"),
        image.image.resolve("lib/compiler.txt"));
    image.documents();
    Program program = new Program(image.image, image.classPath(jars), Map.of());
    Training.of(image.project, image.build, program).run();
    new Share(image.project, image.build, program).fill();
  }

  private String classPath(List<String> jars) {
    return jars.stream()
        .map(jar -> image.resolve("lib").resolve(jar).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void clear() throws IOException {
    emptied(image);
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("lib"));
  }

  /// The directory, made anew.
  static Path emptied(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(directory);
  }

  private void runtime() throws IOException {
    tool(
        "jlink",
        "--module-path",
        module().toString(),
        "--add-modules",
        MODULES,
        "--output",
        image.resolve("runtime").toString(),
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages");
  }

  /// The module of the runtime that is ours.
  private Path module() throws IOException {
    Path classes = emptied(build.resolve("providers"));
    compile(project.resolve("src/build/providers"), classes);
    return classes;
  }

  /// Lists no other provider: each start would look for them in every jar. Nor does Java load all
  /// of these to find out who signs.
  private void providers() throws IOException {
    Path file = image.resolve("runtime/conf/security/java.security");
    List<String> lines = Files.readAllLines(file);
    lines.removeIf(
        line ->
            line.startsWith("security.provider.")
                && !PROVIDERS.contains(line.substring(line.indexOf('=') + 1).strip()));
    lines.add("jdk.security.provider.preferred=Mac.HmacSHA256:SunJCE");
    Files.write(file, lines);
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

  private void launcher(String name, String path) throws IOException {
    String script = Files.readString(project.resolve("src/launcher").resolve(name));
    Path launcher = image.resolve("bin").resolve(name);
    Files.writeString(launcher, script.replace("@CLASSPATH@", path));
    mode(launcher, "rwxr-xr-x");
  }

  /// Sets permissions where files have them, which is not on Windows.
  static void mode(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private void documents() throws IOException {
    Files.copy(project.resolve("LICENSE"), image.resolve("LICENSE"));
    Files.copy(project.resolve("README.md"), image.resolve("README.md"));
  }

  /// Archives refuse classes as old as those of picocli's jar, so that its sources are compiled
  /// anew.
  private void picocli() throws IOException {
    Path sources = build.resolve("picocli");
    Path classes = sources.resolve("classes");
    compile(sources, classes);
    tool("jar", "--create", "--file", jar("picocli-").toString(), "-C", classes.toString(), ".");
  }

  private static void compile(Path sources, Path classes) throws IOException {
    List<String> javac =
        List.of("-nowarn", "-proc:none", "-implicit:none", "-d", classes.toString());
    try (Stream<Path> all = Files.walk(sources)) {
      Stream<String> files = all.map(Path::toString).filter(it -> it.endsWith(".java"));
      tool("javac", Stream.concat(javac.stream(), files).toArray(String[]::new));
    }
  }

  /// Takes the library for this platform out of its jar, which would unpack it for every command,
  /// and drops those for the others.
  private void boringSsl() throws IOException {
    Path jar = jar("conscrypt-");
    Path folder = emptied(build.resolve("conscrypt"));
    tool("jar", "--extract", "--file", jar.toString(), "--dir", folder.toString());
    Path libraries = folder.resolve("META-INF/native");
    Path library = libraries.resolve(System.mapLibraryName("conscrypt_openjdk_jni-" + platform()));
    if (Files.exists(library)) {
      Files.copy(library, image.resolve("lib").resolve(library.getFileName()));
    }
    emptied(libraries);
    tool("jar", "--create", "--file", jar.toString(), "-C", folder.toString(), ".");
  }

  /// As Conscrypt names it.
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String os =
        system.startsWith("mac") ? "osx" : system.startsWith("windows") ? "windows" : system;
    return os + "-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64");
  }

  private Path jar(String prefix) throws IOException {
    try (Stream<Path> jars = Files.list(image.resolve("lib"))) {
      return jars.filter(it -> it.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }

  /// Java knows the cache's jars by size and time, so that they get the time which they will have
  /// once they have been through an archive.
  private void date(List<String> jars, Instant time) throws IOException {
    for (String jar : jars) {
      Files.setLastModifiedTime(image.resolve("lib").resolve(jar), FileTime.from(time));
    }
  }

  private static void tool(String name, String... arguments) {
    int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
    if (code != 0) {
      throw new IllegalStateException(name + " failed with " + code);
    }
  }
}
