package dev.okxguard.testing;

import dev.okxguard.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as real processes in one home directory.
public final class Processes {
  private final Path home;
  private final List<String> program;

  private Processes(Path home, List<String> program) {
    this.home = home;
    this.program = program;
  }

  /// The compiled classes.
  ///
  /// @param options of Java
  public static Processes ofClasses(Path home, String... options) {
    List<String> program =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Duser.home=" + home));
    program.addAll(List.of(options));
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return new Processes(home, program);
  }

  /// The image that the build has just made, which starts in a fraction of that time.
  public static Processes packaged(Path home) {
    return new Processes(home, List.of(launcher().toString()));
  }

  /// What starts that image.
  public static Path launcher() {
    return Path.of(System.getProperty("image", "target/okx")).toAbsolutePath().resolve("bin/okx");
  }

  /// Starts one command line; its output goes to files named by `name`.
  public Running start(String name, String... args) throws IOException {
    List<String> line = new ArrayList<>(program);
    line.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.startsWith("OKX_") || key.startsWith("JAVA_TOOL"));
    environment.put("HOME", home.toString());
    Path out = home.resolve(name + ".out");
    Path err = home.resolve(name + ".err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Running(builder.start(), out, err);
  }

  /// A started command line.
  public record Running(Process process, Path out, Path err) {
    /// Waits for its end.
    public Commands.Run end() throws IOException, InterruptedException {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("no end after a minute: " + Files.readString(err));
      }
      return new Commands.Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }
}
