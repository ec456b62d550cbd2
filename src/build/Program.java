import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program in the new image, started without its launcher, so that nothing of a cache is needed
/// yet.
///
/// @param classPath as the launcher gives it
/// @param environment what it finds in its environment
record Program(Path image, String classPath, Map<String, String> environment) {

  /// Starts it for a user with that home and nothing else: what the build's own environment says to
  /// Java or to okx would get into what is made. The home is not the one that the user owns, which
  /// takes the longer way.
  ///
  /// @param options of Java
  /// @param words the main class and its arguments
  Process start(Path home, List<String> options, List<String> words, ProcessBuilder.Redirect to)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(image.resolve("runtime/bin/java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-Xlog:all=off",
            "-Djava.library.path=" + image.resolve("lib"),
            "--enable-native-access=ALL-UNNAMED",
            "-Dokx.terminal=0",
            "-Duser.home=" + home.resolve("owner"),
            "-cp",
            classPath));
    command.addAll(words);
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(to);
    process.environment().put("HOME", home.toString());
    process.environment().keySet().removeIf(Program::meddles);
    process.environment().putAll(environment);
    return process.start();
  }

  private static boolean meddles(String variable) {
    return variable.startsWith("OKX_")
        || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")
            .contains(variable);
  }

  /// Runs it to its end; gives what it said.
  String run(Path home, List<String> options, List<String> words, Path log, int seconds)
      throws IOException, InterruptedException {
    Process process = start(home, options, words, ProcessBuilder.Redirect.to(log.toFile()));
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(String.join(" ", words) + " did not end; see " + log);
    }
    String said = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", words) + " failed:\n" + said);
    }
    return said;
  }
}
