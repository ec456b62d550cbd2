package dev.okxguard.packaged;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.okxguard.model.ExitCode;
import dev.okxguard.packaged.Shell.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The launcher finds its image wherever that lies and whatever state it is in.
final class LauncherIT {
  private static final Image BUILT = Image.built();

  @TempDir private Path root;
  private Shell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new Shell(root, "home");
  }

  /// The usual two lines of `--quiet --version`, which only Java tells, and nothing else.
  private static void works(Result result) {
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out().lines()).hasSize(2).first().asString().startsWith("okx-guard ");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void worksThroughALinkToALinkFromAnotherDirectory() throws Exception {
    Path bin = Files.createDirectories(root.resolve("links/bin"));
    Files.createSymbolicLink(root.resolve("links/absolute"), BUILT.launcher());
    Files.createSymbolicLink(bin.resolve("okx"), Path.of("../absolute"));
    works(shell.run(bin.resolve("okx"), "--quiet", "--version"));
    works(shell.runIn(root, "links/bin/okx", "--quiet", "--version"));
    works(shell.runIn(bin, "/bin/sh", "okx", "--quiet", "--version"));
  }

  @Test
  void worksWhenFoundOnThePath() throws Exception {
    shell.with("PATH", BUILT.directory().resolve("bin") + ":" + root.resolve("tools"));
    works(shell.run("/bin/sh", "-c", "okx --quiet --version"));
  }

  @Test
  void needsNothingOnThePath() throws Exception {
    shell.with("PATH", root.resolve("nowhere").toString());
    works(shell.run(BUILT.launcher(), "--quiet", "--version"));
    assertThat(shell.run(BUILT.launcher(), "account", "balance", "--paper"))
        .returns(0, Result::code)
        .returns("", Result::err);
  }

  @Test
  void needsNoVariableButHomeAndSaysSo() throws Exception {
    works(shell.bare().run(BUILT.launcher(), "--quiet", "--version"));
    assertThat(shell.run(BUILT.launcher(), "help", "exit-codes")).returns(0, Result::code);
    Result homeless = shell.run(BUILT.launcher(), "order", "list", "--paper");
    assertThat(homeless.code()).isEqualTo(3);
    assertThat(homeless.err()).contains("HOME");
    shell.with("HOME", shell.home().toString());
    assertThat(shell.run(BUILT.launcher(), "order", "list", "--paper")).returns(0, Result::code);
  }

  @Test
  void worksInAnOddPath() throws Exception {
    Path odd = Files.createDirectory(root.resolve("an odd 'path' $HOME \"*\" & -x"));
    Path image = Files.createSymbolicLink(odd.resolve("okx guard"), BUILT.directory());
    works(shell.run(image.resolve("bin/okx"), "--quiet", "--version"));
    works(shell.runIn(image.resolve("bin"), "/bin/sh", "okx", "--quiet", "--version"));
  }

  @Test
  void saysSoWhenJavaCannotBeGivenThePath() throws Exception {
    Path odd = Files.createDirectory(root.resolve("a:b"));
    Path image = Files.createSymbolicLink(odd.resolve("okx"), BUILT.directory());
    Result result = shell.run(image.resolve("bin/okx"), "--quiet", "--version");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("a path with a colon", "a:b");
  }

  @Test
  void ignoresJavaOptionsOfTheEnvironment() throws Exception {
    for (String name : new String[] {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"}) {
      shell.with(name, "-Xmx1k -javaagent:absent.jar");
    }
    works(shell.with("CLASSPATH", "/absent").run(BUILT.launcher(), "--quiet", "--version"));
  }

  @Test
  void readsWhatIsNotAsciiInWhateverLocale() throws Exception {
    String script =
        "a=$(printf '\\303\\244') b=$(printf '\\303\\266') && HOME=$HOME/$a && export HOME"
            + " && /bin/mkdir -p \"$HOME\" && for key in $a $b $a; do \"$0\" --paper order place"
            + " BTC-USDT --side buy --sz 20 --intent-id $key >/dev/null || exit 1; done"
            + " && \"$0\" --paper order history --instType SPOT --json";
    for (String locale : new String[] {"C", "xx_YY.UTF-8", "en_US.ISO-8859-1"}) {
      shell.with("LC_ALL", locale).with("HOME", root.resolve(locale).toString());
      Result result = shell.run("/bin/sh", "-c", script, BUILT.launcher());
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out().split("\"ordId\"", -1)).as("two orders").hasSize(3);
    }
  }

  @Test
  void tellsVersionAndHelpAsJavaDoes() throws Exception {
    for (String option : new String[] {"--version", "--help"}) {
      assertThat(shell.run(BUILT.launcher(), option))
          .isEqualTo(shell.run(BUILT.launcher(), option, "--quiet"))
          .returns(0, Result::code);
    }
  }

  @Test
  void aMissingCacheOnlyCostsTime() throws Exception {
    Image copy = BUILT.copyTo(root.resolve("copy"));
    for (Path cache : copy.caches()) {
      Files.delete(cache);
    }
    starts(copy);
  }

  @Test
  void aSpoiltCacheOnlyCostsTime() throws Exception {
    Image copy = BUILT.copyTo(root.resolve("copy"));
    for (Path cache : copy.caches()) {
      byte[] start = new byte[100_000];
      try (var whole = Files.newInputStream(cache)) {
        assertThat(whole.readNBytes(start, 0, start.length)).isEqualTo(start.length);
      }
      Files.write(cache, start);
      starts(copy);
      Files.writeString(cache, "garbage");
      starts(copy);
      Files.write(cache, new byte[0]);
      starts(copy);
    }
  }

  @Test
  void aStartOpensNoJar() throws Exception {
    Path launcher = telling("-Xlog:class+load");
    for (String word : new String[] {"--quiet", "account"}) {
      Result result = shell.run(launcher, "--verbose", "--version", word);
      assertThat(result.out()).contains("dev.okxguard.Main source: shared objects file");
      assertThat(result.out().lines()).noneMatch(line -> line.contains("source: file:"));
    }
  }

  /// Libraries look for names in jars, too, and would have to open every one for a name that is in
  /// none of them.
  @Test
  void anOrderOpensNoJar() throws Exception {
    Process server = shell.start(BUILT.launcher(), "paper", "serve", "--port", "0");
    try (BufferedReader announced = server.inputReader()) {
      JsonNode paper = JsonMapper.shared().readTree(announced.readLine());
      shell
          .with("OKX_API_BASE_URL", paper.path("url").asString())
          .with("OKX_API_KEY", paper.path("apiKey").asString())
          .with("OKX_API_SECRET", paper.path("secretKey").asString())
          .with("OKX_PASSPHRASE", paper.path("passphrase").asString());
      Path launcher = telling("-Dsun.misc.URLClassPath.debug=true");
      assertThat(shell.run(launcher, "completion", "bash").err()).contains("Opening file:");
      for (String command :
          new String[] {"account config", "order place ETH-USDT --side buy --sz 5"}) {
        assertThat(shell.run("/bin/sh", "-c", "'" + launcher + "' --demo " + command))
            .returns(0, Result::code)
            .extracting(Result::err, as(STRING))
            .doesNotContain("Opening file:");
      }
    } finally {
      server.destroy();
      Shell.end(server);
    }
  }

  /// Java's own roots and its log of what is trusted are only asked for where there is TLS.
  @Test
  void norDoesACommandOverTls() throws Exception {
    Path launcher = telling("-Dsun.misc.URLClassPath.debug=true");
    shell.with("OKX_API_BASE_URL", "https://localhost:1");
    assertThat(shell.run(launcher, "market", "time"))
        .returns(ExitCode.UNREACHABLE.number(), Result::code)
        .extracting(Result::err, as(STRING))
        .doesNotContain("Opening file:");
  }

  /// The launcher, with Java telling what that option says.
  private Path telling(String option) throws IOException {
    String script =
        Files.readString(BUILT.launcher())
            .replace("home=${self%/*}/..", "home=" + BUILT.directory())
            .replace("-Xlog:all=off", option);
    Path launcher = Files.writeString(root.resolve("telling"), script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    return launcher;
  }

  /// From either cache.
  private void starts(Image image) throws IOException, InterruptedException {
    works(shell.run(image.launcher(), "--quiet", "--version"));
    assertThat(shell.run(image.launcher(), "account", "--help"))
        .returns(0, Result::code)
        .returns("", Result::err);
  }

  @Test
  void withoutItsLibraryForTlsItOnlyTakesLonger() throws Exception {
    Image copy = BUILT.copyTo(root.resolve("copy"));
    for (Path library : copy.libraries()) {
      Files.delete(library);
    }
    assertThat(shell.run(copy.launcher(), "diagnose", "--help")).returns(0, Result::code);
    shell.with("OKX_API_BASE_URL", "https://127.0.0.1:1");
    Result refused = shell.run(copy.launcher(), "market", "time");
    assertThat(refused.err()).contains("connection refused").doesNotContain("WARNING");
    assertThat(shell.run(BUILT.launcher(), "market", "time")).isEqualTo(refused);
  }

  @Test
  void worksWithoutPermissionToWriteToItsImage() throws Exception {
    Image copy = BUILT.copyTo(root.resolve("copy"));
    copy.protect();
    Map<Path, String> before = copy.inventory();
    works(shell.run(copy.launcher(), "--quiet", "--version"));
    assertThat(shell.run(copy.launcher(), "order", "list", "--paper")).returns(0, Result::code);
    assertThat(copy.inventory()).isEqualTo(before);
  }
}
