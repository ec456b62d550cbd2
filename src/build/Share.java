import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Fills `share` of the image, where shells and man look below a prefix such as `/usr/local`: the
/// completion scripts, and the manual pages, which the image itself writes. The launcher's own
/// texts are written by it, too.
record Share(Path project, Path build, Program program) {
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
    List<String> all = new ArrayList<>(List.of("dev.okxguard.Main"));
    all.addAll(List.of(words));
    return program.run(build, List.of(), all, build.resolve("share.log"), SECONDS);
  }
}
