package dev.okxguard.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.KeyRights;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A profile from a few questions, its key tried at the paper exchange over HTTP.
class InitCommandTest {
  private static final String OTHER =
      "# mine\ndefault_profile = 'other'\n[profiles.other]\nsite = 'eea' # not ours\n";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperTransport exchange;
  private PaperServer server;
  private Credentials key;
  private Path config;

  @BeforeEach
  void serve() throws IOException {
    PaperHome paper = new PaperHome(home.resolve("paper"), () -> new Random(7));
    exchange = new PaperTransport(paper, time, Faults.none());
    exchange.credentials();
    try (PaperAdmin admin = new PaperAdmin(paper, time)) {
      key = admin.addKey(KeyRights.TRADE, Optional.of(Environment.DEMO));
    }
    server = PaperServer.start(exchange, 0);
    config = home.resolve(".okx/config.toml");
  }

  @AfterEach
  void stop() {
    server.close();
    exchange.close();
  }

  private Commands okx(Answers answers) {
    return new Commands(home, time).answering(answers);
  }

  private Answers owner() {
    return Answers.of(key);
  }

  private Commands.Run init(Answers answers, String... more) {
    String[] line = new String[more.length + 4];
    System.arraycopy(new String[] {"config", "init", "--base-url", server.url()}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    return okx(answers).run(line);
  }

  private void refusedWithoutTrace(Commands.Run run, int code, String message) {
    assertThat(run.code()).as(run.toString()).isEqualTo(code);
    assertThat(run.err()).contains(message);
    assertThat(config).doesNotExist();
    saysNoSecret(run);
  }

  private void saysNoSecret(Commands.Run run) {
    assertThat(run.toString())
        .doesNotContain(key.apiKey().reveal(), key.secretKey().reveal(), key.passphrase().reveal());
  }

  @Test
  void aTriedKeyIsWrittenAndWorksAtOnce() throws IOException {
    Commands.Run run = init(owner());
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("[profiles.default]", "okx diagnose", "okx guard init");
    assertThat(run.out()).doesNotContain("--profile");
    assertThat(Files.getPosixFilePermissions(config))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    saysNoSecret(run);
    Commands.Run read = new Commands(home, time).run("account", "config");
    assertThat(read.code()).as(read.toString()).isZero();
    assertThat(read.out()).startsWith("Environment: demo  Profile: default");
  }

  @Test
  void secretsAndNothingElseAreTypedUnseen() {
    Commands.Run run = init(owner());
    assertThat(run.err().split("\\[unseen] ", -1))
        .hasSize(4)
        .satisfiesExactly(
            before -> assertThat(before).contains("Name of the profile", "Demo trading"),
            one -> assertThat(one).startsWith("API key (not shown): "),
            two -> assertThat(two).startsWith("Secret key (not shown): "),
            three -> assertThat(three).startsWith("Passphrase of the key (not shown): "));
  }

  @Test
  void itSaysWhoseKeyItIsBeforeItAsks() {
    Commands.Run run = init(owner().say("Type write", "no"));
    refusedWithoutTrace(run, 6, "not confirmed; nothing was written");
    assertThat(run.err()).contains("uid  ", "label", "account", "perm", "read_only, trade", "ip");
  }

  @Test
  void aProfileIsAddedBelowWhatStandsThere() throws IOException {
    Commands okx = okx(owner());
    okx.file(".okx/config.toml", OTHER);
    Commands.Run run = init(owner(), "--profile", "bot", "--demo", "--read-only", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(Files.readString(config)).startsWith(OTHER + "\n[profiles.bot]\n");
    assertThat(run.err()).doesNotContain("Name of the profile", "Demo trading", "Read-only,");
    assertThat(run.json().path("env").asString()).isEqualTo("demo");
    assertThat(run.json().path("profile").asString()).isEqualTo("bot");
    assertThat(run.json().path("uid").asString()).isNotEmpty();
    assertThat(run.json().path("next").path(0).asString()).isEqualTo("okx diagnose --profile bot");
    assertThat(Files.readString(config)).contains("read_only = true").doesNotContain("site = 'g");
  }

  @Test
  void theNextStepNamesWhatIsNotTaken() {
    Path other = home.resolve("the other/okx.toml");
    Commands okx = okx(owner()).with("OKX_API_KEY", "another");
    String[] line = {"config", "init", "--base-url", server.url(), "--config", other.toString()};
    Commands.Run run = okx.run(line);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("okx diagnose --profile default --config '" + other + "'");
    assertThat(config).doesNotExist();
  }

  @Test
  void aNameThatIsThereIsRefusedBeforeAnythingIsAsked() throws IOException {
    okx(owner()).file(".okx/config.toml", OTHER);
    Commands.Run run = init(owner(), "--profile", "other");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("the profile other is there already", "--profile");
    assertThat(run.err()).doesNotContain("[unseen]");
    assertThat(Files.readString(config)).isEqualTo(OTHER);
  }

  @Test
  void aFileThatTakesNoProfileIsToldBeforeAnythingIsAsked() {
    for (String text : new String[] {"demo = true", "profiles = {}", "passphrase = '"}) {
      okx(owner()).file(".okx/config.toml", text);
      Commands.Run run = init(owner());
      assertThat(run.code()).as(run.toString()).isEqualTo(3);
      assertThat(run.err()).doesNotContain("Name of the profile");
    }
  }

  @Test
  void aNameThatIsThereIsAskedForAgain() throws IOException {
    okx(owner()).file(".okx/config.toml", OTHER);
    Commands.Run run = init(owner().say("Name of", "other", "a.b", "bot"));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("is there already", "letters, digits");
    assertThat(Files.readString(config)).contains("[profiles.bot]");
  }

  @Test
  void theOtherEnvironmentIsToldAndCorrected() throws IOException {
    Commands.Run run = init(owner().say("Demo trading", "live", "demo").say("Correct which", ""));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("50101", "a demo key on live", "[environment]");
    assertThat(Files.readString(config)).contains("demo = true");
  }

  @Test
  void aWrongPassphraseIsToldAndCorrected() throws IOException {
    String right = key.passphrase().reveal();
    Commands.Run run = init(owner().say("Passphrase", "wrong-Zq7", right).say("Correct which", ""));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("50105", "the passphrase is wrong", "[key]");
    assertThat(run.toString()).doesNotContain("wrong-Zq7");
    assertThat(Files.readString(config)).contains(right).doesNotContain("wrong-Zq7");
  }

  @Test
  void whoGivesUpWritesNothing() {
    Answers gaveUp = owner().say("Secret key", "0123456789").say("Correct which", "nothing");
    refusedWithoutTrace(init(gaveUp), 4, "nothing was written");
  }

  @Test
  void aKeyOfAnotherSiteIsExplained() {
    Answers elsewhere =
        owner()
            .say("API key", "01234567-89ab-4cde-8f01-23456789abcd")
            .say("Correct which", "nothing");
    refusedWithoutTrace(init(elsewhere), 4, "wrong site");
  }

  @Test
  void aServerThatIsNotThereIsExplained() {
    server.close();
    refusedWithoutTrace(init(owner().say("Correct which", "again", "nothing")), 7, "refused");
  }

  @Test
  void anEndOfInputAtAnyQuestionWritesNothing() {
    for (int given = 0; given < 6; given++) {
      refusedWithoutTrace(init(owner().endingAfter(given)), 130, "nothing was written");
    }
    refusedWithoutTrace(init(owner().endingAfter(6)), 6, "nothing was written");
  }

  @Test
  void whatNoKeyHoldsIsAskedForAgainAndNeverRepeated() throws IOException {
    Answers clumsy =
        owner()
            .say("API key", "", "  ", "your-api-key", " " + key.apiKey().reveal() + " ")
            .say("Secret key", "gr\u00fc\u00dfeZq7", key.secretKey().reveal());
    Commands.Run run = init(clumsy);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("must not be empty", "placeholder", "cannot be signed");
    assertThat(run.err()).doesNotContain("Zq7");
    assertThat(Files.readString(config)).contains("'" + key.apiKey().reveal() + "'");
  }

  @Test
  void aSecretInTheWrongLineIsNotRepeated() {
    Answers pasted = owner().say("Demo trading", key.secretKey().reveal(), "demo");
    Commands.Run run = init(pasted);
    assertThat(run.code()).as(run.toString()).isZero();
    saysNoSecret(run);
  }

  @Test
  void aChangeWhileThePersonThinksIsNoticed() throws IOException {
    Commands okx = new Commands(home, time);
    Answers slow = owner().before("Type write", () -> okx.file(".okx/config.toml", OTHER));
    Commands.Run run = init(slow);
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.err()).contains("changed by somebody else");
    assertThat(Files.readString(config)).isEqualTo(OTHER);
  }

  @Test
  void withoutATerminalItSaysHowToDoItByHand() {
    Commands nobody = new Commands(home, time).piping("default\n");
    refusedWithoutTrace(nobody.run("config", "init"), 2, "okx config init --print");
  }

  @Test
  void aPrintedProfileIsOneThatCanBeCompleted() {
    Commands nobody = new Commands(home, time).piping("");
    Commands.Run run = nobody.run("config", "init", "--print", "--profile", "bot", "--live");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("[profiles.bot]", "demo = false", config.toString());
    nobody.file(".okx/config.toml", run.out());
    Commands.Run shown = nobody.run("--profile", "bot", "config", "show");
    assertThat(shown.code()).as(shown.toString()).isZero();
    assertThat(shown.err()).contains("looks like a placeholder");
    assertThat(nobody.run("config", "init", "--print", "--json").json().path("profile").asString())
        .contains("[profiles.default]", "demo = true");
  }

  @Test
  void onlyAServerOnThisMachineMayStandInForOkx() {
    for (String url : new String[] {"https://www.okx.com", "http://10.0.0.1", "nonsense", ""}) {
      Commands.Run run = okx(owner()).run("config", "init", "--base-url", url);
      refusedWithoutTrace(run, 2, "on this machine");
    }
  }

  @Test
  void thePaperExchangeNeedsNoProfile() {
    refusedWithoutTrace(okx(owner()).run("--paper", "config", "init"), 2, "needs no profile");
  }

  @Test
  void aProfileUnderAReadOnlyFileIsToldSo() throws IOException {
    okx(owner()).file(".okx/config.toml", "read_only = true\n" + OTHER.substring(7));
    Commands.Run run = init(owner(), "--profile", "bot");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("read_only = true at the top of the file");
  }
}
