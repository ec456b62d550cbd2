import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Fills `share` of the image, where shells and man look below a prefix such as `/usr/local`: the
/// completion scripts, and the manual pages, which the image itself writes.
record Share(Path project, Path build) {
  private static final int SECONDS = 60;

  void fill() throws IOException, InterruptedException {
    completion("okx.bash", "bash-completion/completions/okx");
    completion("_okx", "zsh/site-functions/_okx");
    completion("okx.fish", "fish/vendor_completions.d/okx.fish");
    manual();
  }

  private void completion(String script, String place) throws IOException {
    Path target = build.resolve("okx/share").resolve(place);
    Files.createDirectories(target.getParent());
    Files.copy(project.resolve("completions").resolve(script), target);
  }

  private void manual() throws IOException, InterruptedException {
    Path image = build.resolve("okx");
    Path log = build.resolve("manual.log");
    ProcessBuilder help =
        new ProcessBuilder(
            image.resolve("runtime/bin/java").toString(),
            "-XX:+UseSerialGC",
            "-Dokx.terminal=0",
            "-cp",
            image.resolve("lib").resolve("*").toString(),
            "dev.okxguard.Main",
            "help",
            "--man",
            image.resolve("share/man/man1").toString());
    help.environment().put("HOME", build.toString());
    Process process = help.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the manual pages took too long; see " + log);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("no manual pages:\n" + Files.readString(log));
    }
  }
}
