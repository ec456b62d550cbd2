package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Alarm.Kind;
import dev.okxguard.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who hears of what: every file adds, none takes away, and no secret is shown.
class AlertSettingsTest {
  private static final String MARK = "Zq7TOKENmark";
  private static final Set<Kind> EVERY = EnumSet.complementOf(EnumSet.of(Kind.TEST));

  @TempDir Path directory;
  private final Map<String, String> env = new LinkedHashMap<>();
  private Path system;
  private Path own;
  private Path third;

  @BeforeEach
  void places() {
    env.put("HOME", directory.toString());
    system = directory.resolve("etc/guard.toml");
    own = directory.resolve(".okx/guard.toml");
    third = directory.resolve("more/third.toml");
  }

  private EffectivePolicy effective() {
    return PolicyReader.effective(Home.of(env), env, system);
  }

  private AlertSettings sound() {
    EffectivePolicy policy = effective();
    assertThat(policy.policy().problems()).isEmpty();
    return policy.alerts();
  }

  private void named(String text) {
    Desk.write(third, text);
    env.put("OKX_GUARD", third.toString());
  }

  private Limit limit(String key) {
    return effective().limits().stream()
        .filter(limit -> limit.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutAnyFileNobodyIsToldOfAnything() {
    AlertSettings alerts = sound();
    assertThat(alerts.webhooks()).isEmpty();
    assertThat(alerts.commands()).isEmpty();
    assertThat(alerts.on()).isEqualTo(EVERY);
    assertThat(limit("alerts.webhook")).isEqualTo(new Limit("alerts.webhook", "none", "default"));
    assertThat(limit("alerts.command")).isEqualTo(new Limit("alerts.command", "none", "default"));
    assertThat(limit("alerts.on"))
        .isEqualTo(
            new Limit("alerts.on", "halt, denied, unknown, drift, auth, large_fill", "default"));
  }

  @Test
  void everyChannelThatAnyFileNamesIsUsed() {
    Desk.write(
        system,
        "[alerts]\nwebhook = 'https://a.example/1'\ncommand = ['/bin/a', 'x']\non = ['halt']");
    Desk.write(
        own, "[alerts]\nwebhook = 'https://b.example/2'\ncommand = ['/bin/a', 'y']\non = ['auth']");
    AlertSettings alerts = sound();
    assertThat(alerts.webhooks())
        .extracting(Secret::reveal)
        .containsExactlyInAnyOrder("https://a.example/1", "https://b.example/2");
    assertThat(alerts.commands())
        .extracting(AlertCommand::line)
        .containsExactlyInAnyOrder(List.of("/bin/a", "x"), List.of("/bin/a", "y"));
    assertThat(alerts.on()).containsExactlyInAnyOrder(Kind.HALT, Kind.AUTH);
    String both = system + " and " + own;
    assertThat(limit("alerts.webhook")).isEqualTo(new Limit("alerts.webhook", "****, ****", both));
    assertThat(limit("alerts.command"))
        .isEqualTo(new Limit("alerts.command", "/bin/a ****, /bin/a ****", both));
    assertThat(limit("alerts.on")).isEqualTo(new Limit("alerts.on", "halt, auth", both));
  }

  @Test
  void theSameChannelTwiceIsUsedOnce() {
    for (Path file : List.of(system, own)) {
      Desk.write(file, "[alerts]\nwebhook = 'https://a.example/1'\ncommand = ['/bin/a']");
    }
    assertThat(sound().webhooks()).hasSize(1);
    assertThat(sound().commands()).hasSize(1);
    assertThat(limit("alerts.webhook").source()).isEqualTo(system.toString());
  }

  @Test
  void theEnvironmentsFileAddsAndTakesNothingAway() {
    Desk.write(
        own, "[alerts]\nwebhook = 'https://a.example/1'\ncommand = ['/bin/a']\non = ['halt']");
    named("[alerts]\nwebhook = ''\ncommand = []\non = []");
    AlertSettings alerts = sound();
    assertThat(alerts.webhooks()).containsExactly(new Secret("https://a.example/1"));
    assertThat(alerts.commands()).containsExactly(new AlertCommand(List.of("/bin/a")));
    assertThat(alerts.on()).contains(Kind.HALT);
    named("[alerts]\nwebhook = 'https://b.example/2'\ncommand = ['/bin/b']\non = ['drift']");
    alerts = sound();
    assertThat(alerts.webhooks()).hasSize(2);
    assertThat(alerts.commands()).hasSize(2);
    assertThat(alerts.on()).contains(Kind.HALT, Kind.DRIFT);
  }

  @Test
  void theEnvironmentsFileCannotNarrowTheDefaultKinds() {
    named("[alerts]\non = ['large_fill']");
    assertThat(sound().on()).isEqualTo(EVERY);
  }

  @Test
  void aFileNarrowsNothingOfWhatAnothersChannelHears() {
    for (String channel : List.of("webhook = 'https://a.example/1'", "command = ['/bin/a']")) {
      for (List<Path> files : List.of(List.of(system, own), List.of(own, system))) {
        Desk.write(files.getFirst(), "[alerts]\n" + channel);
        Desk.write(files.getLast(), "[alerts]\non = ['large_fill']");
        assertThat(sound().on()).isEqualTo(EVERY);
        assertThat(limit("alerts.on").source()).isEqualTo("default");
      }
    }
    Desk.write(system, "[alerts]\nwebhook = ''\ncommand = []");
    Desk.write(own, "[alerts]\non = ['halt']");
    assertThat(sound().on()).as("no channel, nobody to hear").containsExactly(Kind.HALT);
  }

  @Test
  void aPersonsFileMayNarrowTheKinds() {
    Desk.write(own, "[alerts]\non = ['halt', 'large_fill']");
    assertThat(sound().on()).containsExactlyInAnyOrder(Kind.HALT, Kind.LARGE_FILL);
    Desk.write(own, "[alerts]\non = []");
    assertThat(sound().on()).isEmpty();
    assertThat(limit("alerts.on").value()).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example/T/B/x",
        "https://hooks.example",
        "HTTPS://hooks.example:8443/x?chat_id=-5",
        "http://127.0.0.1:9000/x",
        "http://localhost/x",
        "http://[::1]:9000/x"
      })
  void aUrlThatTakesAlertsIsKeptAsItIs(String url) {
    Desk.write(own, "[alerts]\nwebhook = '" + url + "'");
    assertThat(sound().webhooks()).containsExactly(new Secret(url));
  }

  @Test
  void neitherUrlNorArgumentsAreShownAnywhere() {
    Desk.write(
        own,
        "[alerts]\nwebhook = 'https://"
            + MARK
            + ".example/"
            + MARK
            + "'\ncommand = ['/bin/a', '"
            + MARK
            + "', '-x']");
    EffectivePolicy policy = effective();
    assertThat(policy.toString()).doesNotContain(MARK);
    assertThat(policy.alerts().toString()).contains("****").doesNotContain(MARK);
    assertThat(limit("alerts.webhook").value()).isEqualTo("****");
    assertThat(limit("alerts.command").value()).isEqualTo("/bin/a **** ****");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook = 'http://@.example/x'",
        "webhook = 'https://@:@@hooks.example/x'",
        "webhook = 'https://hooks.example/@ x'",
        "webhook = ['https://hooks.example/@']",
        "command = ['@']",
        "command = '@'",
        "command = ['/bin/a', ['@']]",
        "on = ['@']",
        "on = '@'",
      })
  void aValueThatCannotBeUsedIsNotRepeated(String line) {
    Desk.write(own, "[alerts]\n" + line.replace("@", MARK));
    EffectivePolicy policy = effective();
    assertThat(policy.policy().problems()).hasSize(1);
    assertThat(policy.toString()).doesNotContain(MARK);
    assertThat(policy.alerts().webhooks()).isEmpty();
    assertThat(policy.alerts().commands()).isEmpty();
    assertThat(policy.alerts().on()).isEqualTo(EVERY);
  }

  /// Somebody who may write there could name any program, to be run by this user.
  @ParameterizedTest
  @ValueSource(strings = {"more/third.toml:rw--w----", "more:rwxrwx---", "more:rwxr-x-w-"})
  void aProgramFromAFileThatOthersMayWriteIsNotRun(String open) throws IOException {
    String[] parts = open.split(":");
    named("[alerts]\ncommand = ['/bin/a', '" + MARK + "']\nwebhook = 'https://a.example'");
    Desk.mode(directory.resolve(parts[0]), parts[1]);
    EffectivePolicy policy = effective();
    assertThat(policy.alerts().commands()).isEmpty();
    assertThat(policy.alerts().webhooks()).hasSize(1);
    assertThat(policy.policy().problems())
        .anyMatch(problem -> problem.contains("alerts.command: a program is run only if"))
        .noneMatch(problem -> problem.contains(MARK));
  }

  @Test
  void aLinkIntoADirectoryThatOthersMayWriteIsNoWayRound() throws IOException {
    Path elsewhere = directory.resolve("open/policy.toml");
    Desk.write(elsewhere, "[alerts]\ncommand = ['/bin/a']");
    Files.createDirectories(own.getParent());
    Files.createSymbolicLink(own, elsewhere);
    assertThat(effective().alerts().commands()).hasSize(1);
    Desk.mode(elsewhere.getParent(), "rwxrwxrwx");
    assertThat(effective().alerts().commands()).isEmpty();
  }

  @Test
  void aTestIsNoKindToChoose() {
    assertThat(Kind.of("test")).isEmpty();
    for (Kind kind : EVERY) {
      assertThat(Alarm.Kind.of(kind.word())).contains(kind);
    }
  }
}
