package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import dev.okxguard.testing.Seed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A profile is added to what stands in the file, and nothing of that changes.
class AdditionTest {
  private static final String MAIN = "[profiles.main]\napi_key = 'k' # mine\ndemo = true\n";

  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    home = home.toRealPath();
    desk = new Desk(home);
  }

  private static Credentials key(String passphrase) {
    return new Credentials(new Secret("key"), new Secret("secret"), new Secret(passphrase));
  }

  private static NewProfile profile(String name, String passphrase) {
    return new NewProfile(name, key(passphrase), true, Site.EEA, Optional.empty(), false);
  }

  private ConfigTarget target() {
    return ConfigTarget.of(Flags.none(), desk.env);
  }

  private ConfigTarget target(Path file) {
    return ConfigTarget.of(
        new Flags(Optional.empty(), Optional.empty(), false, Optional.of(file), Optional.empty()),
        desk.env);
  }

  private byte[] content() throws IOException {
    return Files.readAllBytes(desk.configPath());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private void refused(String text, String message) throws IOException {
    desk.config(text);
    Fault fault = Desk.faultOf(() -> target().with(profile("bot", "p")).write());
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageContaining(message);
    assertThat(fault.hint()).isNotEmpty();
    assertThat(content()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(desk.configPath().getParent()).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aNewFileIsClosedToOthersAndNamesItsProfile() throws IOException {
    target().with(profile("bot", "p")).write();
    assertThat(mode(desk.configPath())).isEqualTo("rw-------");
    assertThat(mode(desk.configPath().getParent())).isEqualTo("rwx------");
    Settings settings = desk.read();
    assertThat(settings.profile()).isEqualTo("bot");
    assertThat(settings.environment()).contains(Environment.DEMO);
    assertThat(settings.site()).isEqualTo(Site.EEA);
    assertThat(settings.credentials()).isEqualTo(key("p"));
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void aNewFileNeedsNoNameForTheUsualProfile() throws IOException {
    target().with(profile("default", "p")).write();
    assertThat(desk.read().credentials()).isEqualTo(key("p"));
    assertThat(Files.readString(desk.configPath())).doesNotContain("default_profile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "# only a remark",
        MAIN,
        "\ufeff" + MAIN,
        "default_profile = 'main'\n\n" + MAIN + "\t # and no line's end",
        "default_profile = 'main'\r\n\r\n[profiles.main]\r\napi_key = 'k'",
        "demo = true\nread_only = true\n" + MAIN,
        "api_key = 'a'\nsecret_key = 'b'\npassphrase = '''\nc'''",
        "profiles.main.api_key = 'k'\n",
        "profiles.main = { api_key = 'k' }",
        "[profiles]\n[profiles.'a b']\n",
        "[ profiles . main ] # odd\napi_key=\"k\"\n\n\n",
      })
  void whatStandsInTheFileStaysAndMeansTheSame(String text) throws IOException {
    byte[] before = text.getBytes(StandardCharsets.UTF_8);
    desk.config(text);
    ConfigFile meant = target().known().orElseThrow();
    target().with(profile("bot", "p")).write();
    byte[] after = content();
    assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
    assertThat(mode(desk.configPath())).isEqualTo("rw-------");
    ConfigFile now = target().known().orElseThrow();
    assertThat(now.profiles()).containsAllEntriesOf(meant.profiles());
    assertThat(now.defaultProfile()).isEqualTo(meant.defaultProfile());
    assertThat(now.demo()).isEqualTo(meant.demo());
    assertThat(now.readOnly()).isEqualTo(meant.readOnly());
    assertThat(desk.profile("bot").read().credentials()).isEqualTo(key("p"));
  }

  @Test
  void linesEndAsTheFilesDo() throws IOException {
    desk.config("[profiles.main]\r\napi_key = 'k'\r\n");
    target().with(profile("bot", "p")).write();
    assertThat(Files.readString(desk.configPath())).doesNotContainPattern("[^\r]\n");
  }

  @Test
  void anySecretSurvives() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < 15; i++) {
            Files.deleteIfExists(desk.configPath());
            if (random.nextBoolean()) {
              desk.config(MAIN);
            }
            String passphrase = Literals.random(random);
            target().with(profile("bot", passphrase)).write();
            assertThat(desk.profile("bot").read().credentials()).isEqualTo(key(passphrase));
          }
        });
  }

  @Test
  void aSecretThatNoLineCanHoldIsRefused() {
    Fault fault = Desk.faultOf(() -> target().with(profile("bot", "a\nb")));
    assertThat(fault).hasMessageContaining("line break");
    assertThat(desk.configPath()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[profiles.bot]\n",
        "profiles.bot.demo = true\n",
        "profiles.bot = { demo = true }\n",
      })
  void aProfileThatIsThereIsNotTouched(String text) throws IOException {
    refused(text, "the profile bot is there already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo = true\n", "read_only = false\n"})
  void aTopLevelThatWouldNoLongerBeAProfileIsRefused(String text) throws IOException {
    refused(text, "would change what stands above it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profiles = { main = { api_key = 'k' } }\n",
        "profiles = {}\n",
        "demo = true\nprofiles = { main = {} } # one line",
      })
  void profilesOnOneLineAreClosed(String text) throws IOException {
    refused(text, "on one line, in braces");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passphrase = '''\nopen",
        "[profiles.main]\npassphrase = \"\"\"\nopen\n",
        "[profiles.main",
        "[[profiles]]\n",
        "[[other]]\n",
        "x = [\n",
        "unknown = 1\n",
      })
  void aFileThatCannotBeReadIsNotAddedTo(String text) throws IOException {
    refused(text, "config.toml, line ");
  }

  @Test
  void aFileThatWouldGrowTooLargeIsRefused() throws IOException {
    refused(MAIN + "#" + "x".repeat((1 << 20) - MAIN.length() - 10), "larger than 1 MiB");
  }

  @Test
  void aChangeMeanwhileIsNoticed() throws IOException {
    desk.config(MAIN);
    Addition addition = target().with(profile("bot", "p"));
    desk.config(MAIN + "# changed\n");
    assertThat(Desk.faultOf(addition::write)).hasMessageContaining("changed by somebody else");
    assertThat(Files.readString(desk.configPath())).isEqualTo(MAIN + "# changed\n");
    assertThat(desk.configPath().getParent()).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aFileThatAppearedMeanwhileIsNoticed() throws IOException {
    Addition addition = target().with(profile("bot", "p"));
    desk.config(MAIN);
    assertThat(Desk.faultOf(addition::write)).hasMessageContaining("changed by somebody else");
    assertThat(Files.readString(desk.configPath())).isEqualTo(MAIN);
  }

  @Test
  void whatAKilledProcessLeftIsToldAndNotTouched() throws IOException {
    desk.config(MAIN);
    Path left = desk.configPath().resolveSibling(".config.toml.new");
    Addition addition = target().with(profile("bot", "p"));
    Desk.write(left, "half a pro");
    Fault fault = Desk.faultOf(addition::write);
    assertThat(Desk.faultOf(this::target)).hasMessage(fault.getMessage());
    assertThat(fault).hasMessageContaining("another okx is writing");
    assertThat(fault.hint()).endsWith("rm " + left);
    assertThat(Files.readString(left)).isEqualTo("half a pro");
    assertThat(Files.readString(desk.configPath())).isEqualTo(MAIN);
  }

  @Test
  void ofManyAtOnceNobodyLosesAProfile() throws Exception {
    desk.config(MAIN);
    List<String> names = IntStream.range(0, 6).mapToObj(i -> "bot" + i).toList();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      names.forEach(name -> all.add(many.submit(() -> addStubbornly(name))));
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(desk.read().profiles()).startsWith("main").containsAll(names).hasSize(7);
    assertThat(desk.configPath().getParent()).isDirectoryNotContaining("glob:**.new");
  }

  private void addStubbornly(String name) {
    for (boolean done = false; !done; ) {
      try {
        target().with(profile(name, "p")).write();
        done = true;
      } catch (Fault fault) {
        assertThat(fault.getMessage()).containsAnyOf("meanwhile", "another okx", "right now");
      }
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = home.resolve("dot files/okx.toml");
    Desk.write(real, MAIN);
    Desk.write(desk.configPath(), "");
    Files.delete(desk.configPath());
    Files.createSymbolicLink(desk.configPath(), real);
    target().with(profile("bot", "p")).write();
    assertThat(desk.configPath()).isSymbolicLink();
    assertThat(Files.readString(real)).startsWith(MAIN).contains("[profiles.bot]");
    assertThat(mode(real)).isEqualTo("rw-------");
  }

  @Test
  void aLinkToNowhereIsRefused() throws IOException {
    Desk.write(desk.configPath(), "");
    Files.delete(desk.configPath());
    Files.createSymbolicLink(desk.configPath(), home.resolve("nowhere"));
    assertThat(Desk.faultOf(this::target).exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(home.resolve("nowhere")).doesNotExist();
  }

  @Test
  void anOpenFileOrDirectoryIsRefusedWithTheCommandThatClosesIt() throws IOException {
    desk.config(MAIN);
    Desk.mode(desk.configPath(), "rw-r--r--");
    assertThat(Desk.faultOf(this::target).hint()).startsWith("Run: chmod 600 ");
    Files.delete(desk.configPath());
    Desk.mode(desk.configPath().getParent(), "rwxr-xr-x");
    assertThat(Desk.faultOf(this::target).hint()).startsWith("Run: chmod 700 ");
  }

  @Test
  void aDirectoryThatEverybodySharesTakesNoNewFile() throws IOException {
    assumeTrue(CurrentUser.principal().orElseThrow().getName().equals("root"));
    Path shared = Files.createDirectory(home.resolve("shared"));
    Files.setAttribute(shared, "unix:mode", 01777);
    Fault fault = Desk.faultOf(() -> target(shared.resolve("config.toml")));
    assertThat(fault).hasMessageContaining("can be written by other users");
    assertThat(fault.hint()).isEqualTo("Run: mkdir -p -m 700 ~/.okx");
  }

  @Test
  void aFileOfAnotherUserIsRefused() throws IOException {
    assumeTrue(CurrentUser.principal().orElseThrow().getName().equals("root"));
    desk.config(MAIN);
    Files.setOwner(
        desk.configPath(),
        home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    assertThat(Desk.faultOf(this::target)).hasMessageContaining("does not belong");
  }

  @Test
  void whatIsNoDirectoryIsToldBeforeAnybodyTypesASecret() throws IOException {
    Path file = Files.createFile(home.resolve("no directory")).resolve("below/config.toml");
    assertThat(Desk.faultOf(() -> target(file))).hasMessageContaining("is no directory");
  }

  @Test
  void whatCannotBeWrittenIsToldWithoutTheSecret() throws IOException {
    Addition addition = target().with(profile("bot", "Zq7SECRET"));
    Files.createFile(home.resolve(".okx"));
    Fault fault = Desk.faultOf(addition::write);
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageContaining("cannot be written");
    assertThat(fault.getMessage() + fault.hint()).doesNotContain("Zq7SECRET");
  }

  @Test
  void randomFilesStayAsTheyAreAndMeanTheSame() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < 15; i++) {
            whatStandsInTheFileStaysAndMeansTheSame(randomFile(random));
          }
        });
  }

  /// Valid in every way that people write such files.
  private static String randomFile(Random random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "");
    List<String> top = List.of("# top", "", "default_profile = 'p0'", "read_only = true", "\t");
    top.stream().filter(_ -> random.nextBoolean()).forEach(line -> text.append(line).append(end));
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      String name = "p" + (i - 1);
      text.append(random.nextBoolean() ? "[profiles." + name + "]" : "[ profiles.'" + name + "' ]");
      text.append(random.nextBoolean() ? " # [profiles.bot]" : "").append(end);
      for (Part part : Part.values()) {
        List<String> literals = Literals.all(Literals.random(random));
        text.append(part.key()).append(random.nextBoolean() ? "=" : " = ");
        text.append(literals.get(random.nextInt(literals.size()))).append(end);
      }
      text.append(random.nextBoolean() ? "demo = true" + end : "");
      text.append("# '''").append(end.repeat(random.nextInt(3)));
      text.append(end);
    }
    return random.nextBoolean() ? text.toString().stripTrailing() : text.toString();
  }

  @Test
  void aNamedFileIsMadeWithItsDirectories() throws IOException {
    Path file = home.resolve("a/b/okx.toml");
    target(file).with(profile("bot", "p")).write();
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(home.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(home.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(desk.file(file).read().credentials()).isEqualTo(key("p"));
  }

  @Test
  void aTrialUsesTheProfileAloneWhateverVariablesSay() {
    desk.set("OKX_SITE", "us").set("OKX_API_KEY", "other").set("OKX_DEMO", "false");
    NewProfile local =
        new NewProfile(
            "bot",
            key("p"),
            true,
            Site.GLOBAL,
            Optional.of(URI.create("http://127.0.0.1:8377")),
            true);
    Settings settings = target().with(local).settings(Optional.empty());
    assertThat(settings.credentials()).isEqualTo(key("p"));
    assertThat(settings.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8377"));
    assertThat(settings.environment()).contains(Environment.DEMO);
    assertThat(settings.readOnly()).isTrue();
  }

  @Test
  void itTellsWhetherCommandsUseItUnasked() {
    assertThat(target().with(profile("bot", "p")).usual()).isTrue();
    desk.config(MAIN);
    assertThat(target().with(profile("bot", "p")).usual()).isFalse();
    assertThat(target().with(profile("default", "p")).usual()).isTrue();
    desk.config("default_profile = 'main'\n" + MAIN);
    assertThat(target().with(profile("default", "p")).usual()).isFalse();
    desk.set("OKX_PROFILE", "bot");
    assertThat(target().with(profile("bot", "p")).usual()).isTrue();
    desk.set("OKX_SECRET_KEY", "another");
    assertThat(target().with(profile("bot", "p")).usual()).isFalse();
  }

  @Test
  void aTemplateIsCompleteButForTheSecrets() {
    List<String> lines = profile("bot", "p").template();
    desk.config(String.join("\n", lines));
    Settings settings = desk.profile("bot").read();
    assertThat(settings.warnings()).hasSize(3).allMatch(it -> it.contains("placeholder"));
  }
}
