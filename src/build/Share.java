import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Fills `share` of the image, where shells and man look below a prefix such as `/usr/local`: the
/// completion scripts, and the manual pages, which the image itself writes.
record Share(Path project, Path build) {
  private static final int SECONDS = 60;

  void fill() throws IOException, InterruptedException {
    completion("okx.bash", "bash-completion/completions/okx");
    completion("_okx", "zsh/site-functions/_okx");
    completion("okx.fish", "fish/vendor_completions.d/okx.fish");
    run("help", "--man", build.resolve("okx/share/man/man1").toString());
    text("version.txt", run("--version"));
    text("help.txt", run("--help"));
  }

  /// What the launcher prints without starting Java.
  private void text(String name, String content) throws IOException {
    Files.writeString(build.resolve("okx/lib").resolve(name), content);
  }

  private void completion(String script, String place) throws IOException {
    Path target = build.resolve("okx/share").resolve(place);
    Files.createDirectories(target.getParent());
    Files.copy(project.resolve("completions").resolve(script), target);
  }

  private String run(String... words) throws IOException, InterruptedException {
    Path image = build.resolve("okx");
    Path log = build.resolve("share.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                image.resolve("runtime/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Dokx.terminal=0",
                "-cp",
                image.resolve("lib").resolve("*").toString(),
                "dev.okxguard.Main"));
    command.addAll(List.of(words));
    ProcessBuilder okx = new ProcessBuilder(command);
    okx.environment().put("HOME", build.toString());
    Process process = okx.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(words[0] + " took too long; see " + log);
    }
    String said = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(words[0] + " failed:\n" + said);
    }
    return said;
  }
}
